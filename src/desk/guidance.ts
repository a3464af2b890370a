import type { Reason } from '../platform/refusal.ts'

/** One thing to bring or put right; `componentCode` is null for what the officer wrote in their own words. */
export type GuidanceItem = { componentCode: string | null; what: string; how: string | null }

/** hướng dẫn hoàn thiện hồ sơ: form 02 given at the desk before anything is received. */
export type Guidance = {
  draftId: string
  no: number
  procedureCode: string
  unitId: string
  items: GuidanceItem[]
  /** Why something is asked that was not asked the first time. */
  whyAgain: string | null
  fileId: string
  byAccountId: string
  byName: string
  at: Date
}

type Asked = Pick<GuidanceItem, 'componentCode' | 'what'>

const keyOf = ({ componentCode, what }: Asked): string => componentCode ?? what

/** What is asked now and was not asked before. */
export function newlyAsked(items: readonly Asked[], before: readonly Pick<Guidance, 'items'>[]): Asked[] {
  const known = new Set(before.flatMap((one) => one.items.map(keyOf)))
  return before.length === 0 ? [] : items.filter((item) => !known.has(keyOf(item)))
}

/**
 * People are told once, fully and exactly what is missing; something new the second time needs a reason on record. Căn cứ:
 * Nghị định 61/2018/NĐ-CP, Điều 15 và 17, nay là Nghị định 118/2025/NĐ-CP.
 */
export function whyNotGuide(
  items: readonly Asked[],
  before: readonly Pick<Guidance, 'items'>[],
  whyAgain: string | null,
): Reason | undefined {
  if (items.length === 0) return { code: 'desk.nothing-missing' }
  const [first] = newlyAsked(items, before)
  return first && !whyAgain ? { code: 'desk.guided-before', facts: { what: first.what } } : undefined
}
