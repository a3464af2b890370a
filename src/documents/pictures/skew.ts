import type { Grey } from './edges.ts'

const WIDEST = 5
const COARSE = 0.5
const FINE = 0.1
/** Rows of text make the profile this much sharper than any slanted look at it. */
const LEAST_GAIN = 1.25

/**
 * By how many degrees lines of text rise to the right (projection profile); nothing when it cannot be said. Dark points of
 * each row are counted along many slants: along the right one, rows of text and the white between them stand apart most.
 */
export function skewOf(grey: Grey): number | undefined {
  const dark = darkPoints(grey)
  if (dark.length < 200) return undefined
  const sharpness = (degrees: number) => sharpnessAt(dark, grey, degrees)
  const coarse = best(range(-WIDEST, WIDEST, COARSE), sharpness)
  const fine = best(range(coarse.at - COARSE, coarse.at + COARSE, FINE), sharpness)
  const others = [sharpness(fine.at - 2.5), sharpness(fine.at + 2.5)]
  if (Math.abs(fine.at) >= WIDEST || fine.value < Math.max(...others) * LEAST_GAIN) return undefined
  return Math.round(fine.at * 10) / 10
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)
}

function best(candidates: readonly number[], value: (at: number) => number): { at: number; value: number } {
  return candidates.map((at) => ({ at, value: value(at) })).reduce((top, one) => (one.value > top.value ? one : top))
}

/** Points much darker than what lies around them: ink, not shadow. */
function darkPoints({ data, width, height }: Grey): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  const reach = 8
  for (let y = reach; y < height - reach; y += 1) {
    for (let x = reach; x < width - reach; x += 1) {
      const at = y * width + x
      const near = [at - reach, at + reach, at - reach * width, at + reach * width].map((i) => data[i] ?? 0)
      if ((data[at] ?? 0) < Math.max(...near) * 0.7) points.push({ x, y })
    }
  }
  return points
}

function sharpnessAt(dark: readonly { x: number; y: number }[], { width, height }: Grey, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(height + width)
  for (const { x, y } of dark) {
    const row = Math.round(y + x * slope) + (width >> 2)
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  let total = 0
  for (let row = 1; row < rows.length; row += 1) total += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return total
}
