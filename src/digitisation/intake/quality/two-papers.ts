import type { GreyPage, Mark } from '../../reading/marks.ts'

const LEAST_LETTERS = 110
const WIDE_GAP = 0.06
const HIGH_GAP = 0.16
/** Longer by this much than wide; cards are longer, and their lines stand far apart. */
const SHEET = { least: 1.25, most: 1.52 }
/** A gap nearer to an edge is a margin. */
const MIDDLE = { from: 0.3, to: 0.7 }

/** Whether what is written stands in two halves with nothing between, from edge to edge: two sheets on one glass, or an open book. */
export function standsApart({ width, height }: GreyPage, marks: readonly Mark[]): boolean {
  const across = marks.map(({ left, right }) => ({ from: left / width, to: right / width }))
  const down = marks.map(({ top, bottom }) => ({ from: top / height, to: bottom / height }))
  const shape = Math.max(width, height) / Math.min(width, height)
  if (shape < SHEET.least || shape > SHEET.most) return false
  return hasGap(across, WIDE_GAP) || (height > width && hasGap(down, HIGH_GAP))
}

function hasGap(spans: readonly { from: number; to: number }[], least: number): boolean {
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  let reached = sorted[0]?.to ?? 1
  return sorted.some(({ from, to }, before) => {
    const [start, isWide] = [reached, from - reached >= least]
    reached = Math.max(reached, to)
    const middle = (start + from) / 2
    return (
      isWide &&
      middle > MIDDLE.from &&
      middle < MIDDLE.to &&
      before >= LEAST_LETTERS &&
      sorted.length - before >= LEAST_LETTERS
    )
  })
}
