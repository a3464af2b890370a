import { foldText } from '../../platform/text.ts'

/**
 * How alike two printed texts are, 0 to 1: letters without marks and case, what a recogniser changes costs a letter each. Below
 * `least` it may be told as 0, without looking at every letter.
 */
export function likeness(one: string, other: string, least = 0): number {
  const [a, b] = [plain(one), plain(other)]
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || Math.min(a.length, b.length) < least * longest) return 0
  return 1 - edits(a, b) / longest
}

const plains = new Map<string, string>()
const MOST_KEPT = 5_000

/** The same labels are held against every row of every page: folding them anew costs more than comparing. */
function plain(text: string): string {
  const before = plains.get(text)
  if (before !== undefined) return before
  if (plains.size >= MOST_KEPT) plains.clear()
  const now = foldText(text).replace(/[^a-z0-9]/g, '')
  plains.set(text, now)
  return now
}

/** Fewest letters to add, drop or change (Levenshtein). */
function edits(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = row
  }
  return before[b.length] ?? 0
}
