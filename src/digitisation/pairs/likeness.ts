import { foldText } from '../../platform/text.ts'

/** How alike two printed texts are, 0 to 1: letters without marks and case, what a recogniser changes costs a letter each. */
export function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 0 : 1 - edits(a, b) / longest
}

const plain = (text: string): string => foldText(text).replace(/[^a-z0-9]/g, '')

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
