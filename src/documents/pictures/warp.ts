import { carry, distance, homography, type Corners } from './geometry.ts'

/** A colour picture, three bytes a point. */
export type Raster = { data: Uint8Array; width: number; height: number }

/** Long and short side of a sheet of the A series. */
const A_SERIES = Math.SQRT2
const NEAR_A = 0.08

/** Size of the sheet between the corners, in points of the picture; one that is nearly of the A series is taken for one. */
export function sheetSize(corners: Corners, longest: number): { width: number; height: number; isA: boolean } {
  const [p0, p1, p2, p3] = corners
  const width = Math.max(distance(p0, p1), distance(p3, p2))
  const height = Math.max(distance(p0, p3), distance(p1, p2))
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const isA = Math.abs(long / short / A_SERIES - 1) <= NEAR_A
  const [goal, other] = [Math.min(long, longest), Math.min(long, longest) / (isA ? A_SERIES : long / short)]
  const [w, h] = width >= height ? [goal, other] : [other, goal]
  return { width: Math.round(w), height: Math.round(h), isA }
}

/** Lays what lies between the corners flat. */
export function flatten(
  { data, width, height }: Raster,
  corners: Corners,
  to: { width: number; height: number },
): Raster {
  const out = new Uint8Array(to.width * to.height * 3)
  const m = homography(to.width, to.height, corners)
  for (let y = 0, at = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1, at += 3) {
      const p = carry(m, x + 0.5, y + 0.5)
      const px = Math.min(Math.max(p.x - 0.5, 0), width - 1.001)
      const py = Math.min(Math.max(p.y - 0.5, 0), height - 1.001)
      const [x0, y0] = [px | 0, py | 0]
      const [fx, fy] = [px - x0, py - y0]
      const i = (y0 * width + x0) * 3
      const j = i + width * 3
      for (let c = 0; c < 3; c += 1) {
        const top = (data[i + c] ?? 0) * (1 - fx) + (data[i + c + 3] ?? 0) * fx
        const bottom = (data[j + c] ?? 0) * (1 - fx) + (data[j + c + 3] ?? 0) * fx
        out[at + c] = top * (1 - fy) + bottom * fy + 0.5
      }
    }
  }
  return { data: out, width: to.width, height: to.height }
}
