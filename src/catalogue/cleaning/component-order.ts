import { enumeratorOf } from './bullets.ts'

/**
 * Papers in the order of the law: the source shuffles them, so a group is put back in order when every item carries its own
 * number in one style; any other group keeps the order it came in.
 */
export function inStatedOrder<T extends { name: string }>(items: readonly T[]): T[] {
  const romanList = items.some((item) => /^[\s\-+*]*\(?(ii|iii|iv)\)/i.test(item.name))
  const ranked = items.map((item) => ({ item, mark: enumeratorOf(item.name, romanList) }))
  const style = ranked[0]?.mark?.style
  const ranks = new Set(ranked.map(({ mark }) => mark?.rank))
  const orderly = ranked.every(({ mark }) => mark !== undefined && mark.style === style) && ranks.size === items.length
  if (!orderly) return [...items]
  return ranked.sort((a, b) => (a.mark?.rank ?? 0) - (b.mark?.rank ?? 0)).map(({ item }) => item)
}
