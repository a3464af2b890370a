import type { ActionContext } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { paperChecked } from '../events.ts'
import type { Paper } from '../intake/scan.ts'
import { setPaperState } from '../intake/store.ts'
import type { Judgement } from './judgement.ts'
import { insertJudgements, saveLook, valuesOf } from './store.ts'
import { afterLook, isOpen, turnOf, whyNotSettle, type Judged, type PaperValue } from './value.ts'

/** Why nobody looks at the values of this paper now: it is not read yet, could not be, or has gone on. */
export function whyNotLook({ state }: Pick<Paper, 'state'>): Reason | undefined {
  return state === 'to-check' || state === 'checked' ? undefined : { code: 'digitisation.not-to-check' }
}

export type Found = Pick<Judged, 'verdict' | 'text' | 'normalised'>

/** One person's look at one value: how it stands now, and a line in the record of corrections. */
export async function keepLook(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  officer: Officer,
  { paper, value, found, way }: { paper: Paper; value: PaperValue; found: Found; way: Judgement['way'] },
): Promise<void> {
  const { accountId, fullName: name } = officer
  const judged: Judged = { ...found, accountId, name, at: now.toISOString() }
  refuse(whyNotSettle(value, judged))
  const { id, version } = value
  if (!(await saveLook(db, { id, version, ...afterLook(value, judged) }))) throw new Refusal('platform.conflict')
  const line: Judgement = {
    id: newId(),
    paperId: paper.id,
    kind: 'value',
    typeCode: paper.typeCode,
    name: value.name,
    label: value.label,
    turn: turnOf(value, accountId),
    verdict: found.verdict,
    readAs: value.readText,
    correctedTo: found.verdict === 'corrected' ? found.text : null,
    confidence: value.confidence,
    faults: value.faults,
    way,
    byAccountId: accountId,
    byName: name,
    at: now,
  }
  await insertJudgements(db, [line])
}

/** A paper with no open value is checked; one that is opened again is not any more. */
export async function settlePaper({ db, emit, journal }: ActionContext, paper: Paper): Promise<number> {
  const open = (await valuesOf(db, paper.id)).filter(isOpen).length
  if (open === 0 && paper.state === 'to-check') {
    await setPaperState(db, paper, 'checked')
    journal({ subject: `paper:${paper.id}`, what: 'digitisation.paper-checked' })
    await emit(paperChecked, { paperId: paper.id })
  }
  if (open > 0 && paper.state === 'checked') await setPaperState(db, paper, 'to-check')
  return open
}
