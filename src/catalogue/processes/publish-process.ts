import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { formatDate, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { checkProcess } from './check-process.ts'
import { differenceOf } from './difference.ts'
import { ProcessCode, Revision, nameOf } from './draft-process.ts'
import type { ProcessFault } from './faults.ts'
import { deleteDraft, insertProcess, otherProcessOf, processDrafts, processVersions } from './store.ts'
import { faultLine, sentences } from './texts.ts'

/**
 * Makes the draft the newest version of its process, in force from a day on. Refused with every fault and its place; a
 * dossier that began under an older version stays with it until it is moved.
 */
export const publishProcess = action({
  name: 'catalogue.publish-process',
  roles: ['administrator'],
  input: Type.Object({ code: ProcessCode, revision: Revision, validFrom: Type.String({ format: 'date' }) }),
  async run({ db, now, journal }, actor, { code, revision, validFrom }) {
    const [draft] = await processDrafts(db, code)
    if (!draft) throw new Refusal('catalogue.no-process-draft', { code })
    if (draft.revision !== revision) throw new Refusal('catalogue.draft-changed', { by: draft.byName })
    const [newest] = await processVersions(db, code)
    const today = vietnamDate(now)
    const early = whyNotFrom(validFrom, today, newest?.validFrom)
    if (early) throw new Refusal(early.code, early.facts)
    const definition = { ...draft.definition, version: (newest?.definition.version ?? 0) + 1, validFrom }
    const changes = newest ? differenceOf(newest.definition, definition) : []
    if (newest && changes.length === 0) throw new Refusal('catalogue.draft-unchanged')
    const { procedureCode } = definition
    const other = procedureCode && (await otherProcessOf(db, procedureCode, code, validFrom))
    if (other) throw new Refusal('catalogue.procedure-has-process', { procedure: procedureCode, code: other })
    refuseFaults(await checkProcess(db, definition, today))
    const id = newId()
    await insertProcess(db, id, definition, { at: now, by: nameOf(actor) })
    await deleteDraft(db, code, revision)
    const facts = { code, version: definition.version, validFrom, procedureCode, changes: changes.length }
    journal({ subject: `process:${code}`, what: 'catalogue.process-published', facts })
    return { id, code, version: definition.version, validFrom }
  },
})

/** Nothing changes backwards in time, and every version holds for a day at least. */
export function whyNotFrom(
  validFrom: LegalDate,
  today: LegalDate,
  previous: LegalDate | undefined,
): Reason | undefined {
  if (validFrom >= today && (previous === undefined || validFrom > previous)) return undefined
  return { code: 'catalogue.process-in-the-past', facts: { after: previous ? formatDate(previous) : '–' } }
}

function refuseFaults(faults: readonly ProcessFault[]): void {
  if (faults.length === 0) return
  throw new Refusal('catalogue.process-faults', {
    words: sentences(faults.map(faultLine)),
    codes: faults.map(({ code }) => code).join(', '),
    faults: faults.map((fault) => ({ ...fault, words: faultLine(fault) })),
  })
}
