import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { knownOn } from '../known-on.ts'
import { keepLook, settlePaper, whyNotLook, type Found } from './look.ts'
import { readTyped } from './read-typed.ts'
import { BENCH_ROLES, paperWithinReach } from './reach.ts'
import { valueById } from './store.ts'
import { faultWords } from './texts.ts'
import type { PaperValue } from './value.ts'

const Id = Type.String({ format: 'uuid' })

/**
 * A person looked at one value on the paper: it is as the machine read it, it is something else, or it cannot be read (`text` null).
 * What cannot be a value of its kind is asked about once; `asPrinted` says that the paper says so.
 */
export const judgeValue = action({
  name: 'digitisation.judge-value',
  roles: [...BENCH_ROLES],
  input: Type.Object({
    paperId: Id,
    valueId: Id,
    version: Type.Integer({ minimum: 1 }),
    text: Type.Union([Type.String({ minLength: 1, maxLength: 2_000 }), Type.Null()]),
    asPrinted: Type.Optional(Type.Boolean()),
  }),
  async run(ctx, actor, { paperId, valueId, version, text, asPrinted = false }) {
    const { db, now, journal } = ctx
    const officer = officerOf(actor)
    const paper = await paperWithinReach(db, officer, paperId, 'change')
    const value = await valueById(db, valueId)
    if (!value || value.paperId !== paperId) throw new Refusal('platform.not-found')
    refuse(whyNotLook(paper))
    if (value.version !== version) throw new Refusal('platform.conflict')
    const found = await foundOf(db, value, paper.typeCode, text, asPrinted, now)
    await keepLook(ctx, officer, { paper, value, found, way: 'single' })
    const open = await settlePaper(ctx, paper)
    journal({
      subject: `paper:${paperId}`,
      what: 'digitisation.value-looked-at',
      facts: { name: value.name, verdict: found.verdict },
    })
    return { open }
  },
})

/** Doubts a look at the page settles; everything else is asked about once more, since nobody can have such a value. */
const SEEN_ON_THE_CARD = new Set([
  'at-the-edge',
  'two-papers',
  'words-differ',
  'number-differs',
  'code-differs',
  'old-place',
  'several-places',
])

async function foundOf(
  db: Db,
  value: PaperValue,
  type: string | null,
  text: string | null,
  asPrinted: boolean,
  now: Date,
): Promise<Found> {
  if (text === null) return { verdict: 'unreadable', text: null, normalised: null }
  const { normalised, faults } = readTyped(text, value, type, await knownOn(db, vietnamDate(now)))
  const fault = faults.find((one) => !SEEN_ON_THE_CARD.has(one))
  if (fault !== undefined && !asPrinted)
    throw new Refusal('digitisation.value-strange', { label: value.label, why: faultWords(fault) })
  return {
    verdict: text === value.readText ? 'accepted' : 'corrected',
    text,
    normalised: fault === undefined ? normalised : null,
  }
}
