import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { keepLook, settlePaper, whyNotLook, type Found } from './look.ts'
import { BENCH_ROLES, paperWithinReach } from './reach.ts'
import { valuesOf } from './store.ts'
import { isSure, type PaperValue } from './value.ts'

const Id = Type.String({ format: 'uuid' })

/** What may be said of several values with one press, after a look at all of them. */
const TOGETHER = {
  sure: {
    fits: isSure,
    found: ({ readText, readNormalised }) => ({ verdict: 'accepted', text: readText, normalised: readNormalised }),
  },
  absent: {
    fits: ({ source }) => source === 'none',
    found: () => ({ verdict: 'unreadable', text: null, normalised: null }),
  },
} satisfies Record<string, { fits(value: PaperValue): boolean; found(value: PaperValue): Found }>

/** Which of these values one press may settle: those nobody has looked at and that are of the kind. */
export const confirmable = (values: readonly PaperValue[], what: keyof typeof TOGETHER): PaperValue[] =>
  values.filter((value) => value.state === 'read' && TOGETHER[what].fits(value))

/**
 * Confirms together what the machine is sure of, or that fields the machine did not find are not on the paper. Only what the page
 * showed: a value that changed since is left.
 */
export const confirmValues = action({
  name: 'digitisation.confirm-values',
  roles: [...BENCH_ROLES],
  input: Type.Object({
    paperId: Id,
    what: Type.Enum(['sure', 'absent']),
    values: Type.Array(Type.Object({ id: Id, version: Type.Integer() }), { maxItems: 500 }),
  }),
  async run(ctx, actor, { paperId, what, values: shown }) {
    const { db, journal } = ctx
    const officer = officerOf(actor)
    const paper = await paperWithinReach(db, officer, paperId, 'change')
    refuse(whyNotLook(paper))
    const seen = new Map(shown.map(({ id, version }) => [id, version]))
    const together = confirmable(await valuesOf(db, paperId), what).filter(
      ({ id, version }) => seen.get(id) === version,
    )
    for (const value of together)
      await keepLook(ctx, officer, { paper, value, found: TOGETHER[what].found(value), way: 'batch' })
    const open = await settlePaper(ctx, paper)
    const facts = { which: what, values: together.length }
    journal({ subject: `paper:${paperId}`, what: 'digitisation.values-confirmed', facts })
    return { confirmed: together.length, open }
  },
})
