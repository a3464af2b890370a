import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { ClockEntry } from '../clock/clock-entry.ts'
import type { Closure } from '../closing/closure.ts'
import type { Dossier } from '../dossier.ts'
import { HOTLINE, closureGroundWords } from '../texts.ts'
import type { ExtensionNoticePaper } from './extension-notice.ts'
import { common } from './paper-contents.ts'
import type { StopNoticePaper } from './stop-notice.ts'

/** Contents of form 04, from the event that extended the term; undefined while there is none. */
export async function extensionNotice(
  app: App,
  dossier: Dossier,
  entries: readonly ClockEntry[],
): Promise<ExtensionNoticePaper | undefined> {
  const extended = entries.find(({ kind }) => kind === 'extended')
  const promised = entries.findLast(({ no, dueOn }) => extended && no < extended.no && dueOn !== null)
  if (!extended?.dueOn || !promised?.dueOn || !dossier.receivedAt) return undefined
  const { paper } = await common(app, dossier, extended.byName, {
    form: 'extension-notice',
    speaks: 'competent',
  })
  return {
    ...paper,
    submitterName: dossier.submitter.fullName,
    receivedOn: vietnamDate(dossier.receivedAt),
    promisedOn: promised.dueOn,
    reason: extended.reason ?? '',
    newDueOn: extended.dueOn,
    contact: { fullName: extended.byName, phone: HOTLINE },
  }
}

/** Contents of form 05; before reception the desk speaks, afterwards the deciding body. */
export async function stopNotice(app: App, dossier: Dossier, closure: Closure): Promise<StopNoticePaper> {
  const speaks = dossier.receivedAt === null ? 'desk' : 'competent'
  const { paper } = await common(app, dossier, closure.byName, { form: 'stop-notice', speaks })
  return {
    ...paper,
    submitterName: dossier.submitter.fullName,
    ground: closureGroundWords[closure.ground],
    reason: closure.reason,
    legalBasis: closure.legalBasis ?? '',
    contact: { fullName: closure.byName, phone: HOTLINE },
  }
}
