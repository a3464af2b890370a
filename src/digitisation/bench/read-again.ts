import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse, type Reason } from '../../platform/refusal.ts'
import type { Paper } from '../intake/scan.ts'
import { setPaperState } from '../intake/store.ts'
import { readPaper } from '../readings/read-paper.ts'
import { forgetFailures, progressOf, type Progress } from '../readings/store.ts'
import { BENCH_ROLES, paperWithinReach } from './reach.ts'
import { valuesOf } from './store.ts'
import type { PaperValue } from './value.ts'

/** Why a paper is not read again: nothing on it failed, or people have begun to look at what it says. */
export function whyNotReadAgain(
  { state }: Pick<Paper, 'state'>,
  progress: Pick<Progress, 'failed'> | undefined,
  values: readonly Pick<PaperValue, 'state'>[],
): Reason | undefined {
  if (state !== 'failed' && state !== 'to-check') return { code: 'digitisation.not-to-check' }
  if (values.some((value) => value.state !== 'read')) return { code: 'digitisation.looked-at' }
  return state === 'failed' || (progress?.failed ?? 0) > 0 ? undefined : { code: 'digitisation.nothing-failed' }
}

/** Tries the pages once more on which the machine failed. */
export const readAgain = action({
  name: 'digitisation.read-again',
  roles: [...BENCH_ROLES],
  input: Type.Object({ paperId: Type.String({ format: 'uuid' }) }),
  async run({ db, journal, enqueue }, actor, { paperId }) {
    const paper = await paperWithinReach(db, actor, paperId, 'change')
    const [progress] = await progressOf(db, [paperId])
    refuse(whyNotReadAgain(paper, progress, await valuesOf(db, paperId)))
    await forgetFailures(db, paperId)
    await setPaperState(db, paper, 'waiting')
    await enqueue(readPaper, { paperId })
    journal({ subject: `paper:${paperId}`, what: 'digitisation.read-again', facts: { failed: progress?.failed ?? 0 } })
  },
})
