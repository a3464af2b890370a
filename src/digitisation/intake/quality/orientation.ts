import type { Mark } from '../../reading/marks.ts'
import type { Letters } from './letters.ts'

export type Orientation = {
  /** By how much the page is to be turned, clockwise, so that its text stands. */
  turn: 0 | 90 | 180 | 270
  /** When not, `turn` and `turn + 180` are to be told apart by reading. */
  sure: boolean
}

const LEAST_LETTERS = 40
/** Letters of a line stand closer to each other than lines do. */
const LEAST_LEAD = 0.2
const SURE_LEAN = 0.4
const LEAST_ODD = 25

/**
 * Which way up the text of a page stands. Vietnamese says it by itself: its letters carry marks and rise far more often above
 * their line than below it. Nothing when there is too little text to tell.
 */
export function orientationOf({ marks }: Pick<Letters, 'marks'>): Orientation | undefined {
  if (marks.length < LEAST_LETTERS) return undefined
  const lead = leadOfRows(marks)
  if (Math.abs(lead) < LEAST_LEAD) return undefined
  const isSideways = lead < 0
  const { lean, odd } = leanOf(isSideways ? marks.map(laidDown) : marks)
  const sure = odd >= LEAST_ODD && Math.abs(lean) >= SURE_LEAN
  if (isSideways) return { turn: lean >= 0 ? 90 : 270, sure }
  return { turn: lean >= 0 ? 0 : 180, sure }
}

/** As if the page were turned by 90° clockwise; only how marks lie to each other counts. */
const laidDown = ({ left, top, right, bottom }: Mark): Mark => ({
  left: -bottom,
  right: -top,
  top: left,
  bottom: right,
})

/** From -1 (neighbours stand below each other) to 1 (beside each other). */
function leadOfRows(marks: readonly Mark[]): number {
  const beside = neighbours(marks)
  const below = neighbours(marks.map(laidDown))
  return (beside - below) / Math.max(1, beside + below)
}

/** How many marks have another closely to their right, on the same line. */
function neighbours(marks: readonly Mark[]): number {
  const sorted = marks.toSorted((a, b) => a.left - b.left)
  return sorted.filter((mark, at) => nextOnLine(sorted, mark, at) !== undefined).length
}

function nextOnLine(sorted: readonly Mark[], mark: Mark, at: number): number | undefined {
  const size = Math.max(mark.bottom - mark.top, mark.right - mark.left)
  for (let next = at + 1; next < sorted.length; next += 1) {
    const other = sorted[next]
    if (!other || other.left - mark.right > size * 0.6) return undefined
    if (other.left < mark.right - 1) continue
    const overlap = Math.min(mark.bottom, other.bottom) - Math.max(mark.top, other.top)
    if (overlap > 0.5 * Math.min(mark.bottom - mark.top, other.bottom - other.top)) return next
  }
  return undefined
}

/** Of letters that leave the band of their line, whether upwards (1) or downwards (-1). */
function leanOf(marks: readonly Mark[]): { lean: number; odd: number } {
  let [above, below] = [0, 0]
  for (const line of linesOf(marks)) {
    const top = median(line.map((mark) => mark.top))
    const bottom = median(line.map((mark) => mark.bottom))
    const band = bottom - top
    for (const mark of line) {
      if (top - mark.top > 0.22 * band) above += 1
      if (mark.bottom - bottom > 0.22 * band) below += 1
    }
  }
  return { lean: (above - below) / Math.max(1, above + below), odd: above + below }
}

const LEAST_IN_LINE = 6

/** Chains of marks closely beside each other. */
function linesOf(marks: readonly Mark[]): Mark[][] {
  const sorted = marks.toSorted((a, b) => a.left - b.left)
  const taken = new Set<number>()
  const lines: Mark[][] = []
  sorted.forEach((first, start) => {
    if (taken.has(start)) return
    const line = [first]
    let at = start
    for (let next = nextOnLine(sorted, first, start); next !== undefined && !taken.has(next);) {
      const mark = sorted[next]
      if (!mark) break
      taken.add(next)
      line.push(mark)
      at = next
      next = nextOnLine(sorted, mark, at)
    }
    if (line.length >= LEAST_IN_LINE) lines.push(line)
  })
  return lines
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
