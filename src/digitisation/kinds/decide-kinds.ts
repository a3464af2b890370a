import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { query } from '../../platform/query.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { papersToOpen } from '../bench/reach.ts'
import { decideOn, takeBackOf } from '../learning/decide.ts'
import { kindNames } from '../templates/templates-in-force.ts'
import { inAll, worseIn, type MeasuredKinds } from './measure-kinds.ts'
import { kindWeights, SHIPPED_KINDS, type StoredKinds } from './store.ts'

const Id = Type.String({ format: 'uuid' })
const KINDS = ['kinds', kindWeights] as ['kinds', typeof kindWeights]

/** Whatever is told worse than before is put in force only with a reason somebody stands for: numbers alone do not know what matters. */
export function whyNotAccept(measured: Pick<MeasuredKinds, 'papers' | 'samples'>, reason: string): Reason | undefined {
  const worse = worseIn(measured).length
  return worse > 0 && reason === '' ? { code: 'digitisation.kinds-worse', facts: { count: worse } } : undefined
}

/** An administrator saw the numbers and the examples and puts the learned weights in force, or refuses them. */
export const decideOnKinds = action({
  name: 'digitisation.decide-kinds',
  roles: ['administrator'],
  input: Type.Object({ id: Id, accept: Type.Boolean(), reason: Type.Optional(Type.String({ maxLength: 1_000 })) }),
  async run(ctx, actor, { id, accept, reason = '' }): Promise<void> {
    const found = await kindWeights.byId(ctx.db, id)
    if (!found) throw new Refusal('platform.not-found')
    if (accept) refuse(whyNotAccept(found.measured, reason.trim()))
    await decideOn(ctx, actor, KINDS, { id, accept, reason: reason.trim() }, (measured) => {
      const [before, after] = [inAll(measured.papers, 'before'), inAll(measured.papers, 'after')]
      return { learnedFrom: measured.learnedFrom, before, after, worse: worseIn(measured) }
    })
  },
})

/** The former weights hold again; what is read from now on is told by them. */
export const takeBackKinds = action({
  name: 'digitisation.take-back-kinds',
  roles: ['administrator'],
  input: Type.Object({ id: Id }),
  run: (ctx, _, { id }): Promise<void> => takeBackOf(ctx, KINDS, id),
})

export type KindsView = {
  proposal: StoredKinds | undefined
  inForce: StoredKinds | undefined
  /** Words the proposal adds to what is in force, by kind. */
  newWords: { type: string; words: string[] }[]
  names: ReadonlyMap<string | null, string>
  /** Of the papers named as examples, those this officer may open. */
  open: ReadonlySet<string>
}

/** What is in force, what is proposed, and what would change. */
export const getLearnedKinds = query({
  name: 'digitisation.get-learned-kinds',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({}),
  async run({ db }, actor): Promise<KindsView> {
    const all = await kindWeights.all(db)
    const of = (state: StoredKinds['state']) => all.find((one) => one.state === state)
    const [proposal, inForce] = [of('proposed'), of('in-force')]
    const known = (inForce?.content ?? SHIPPED_KINDS).kinds
    const newWords = Object.entries(proposal?.content.kinds ?? {}).map(([type, { words }]) => ({
      type,
      words: Object.keys(words).filter((word) => !(word in (known[type]?.words ?? {}))),
    }))
    const shown = (proposal?.measured.differences ?? []).flatMap(({ paperId }) => paperId ?? [])
    return {
      proposal,
      inForce,
      newWords: newWords.filter(({ words }) => words.length > 0),
      names: await kindNames(db),
      open: await papersToOpen(db, actor, shown),
    }
  },
})
