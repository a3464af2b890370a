import type { Rect } from '../pdf/form.ts'
import type { PdfValue } from '../pdf/objects.ts'

/** Six numbers of a transformation, ISO 32000-1 clause 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]

export const moved = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]

/** The smallest upright rectangle around a transformed one. */
export function boxOf([left, bottom, right, top]: Rect, matrix: Matrix): Rect {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const
  const xs = corners.map(([x, y]) => x * matrix[0] + y * matrix[2] + matrix[4])
  const ys = corners.map(([x, y]) => x * matrix[1] + y * matrix[3] + matrix[5])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export function matrixOf(values: readonly PdfValue[] | undefined): Matrix | undefined {
  const [a, b, c, d, e, f] = (values ?? []).filter((value): value is number => typeof value === 'number')
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return e === undefined || f === undefined ? undefined : [a, b, c, d, e, f]
}

/** How a page is shown: turned clockwise by its Rotate entry, its visible box moved to the origin. */
export type PageView = { width: number; height: number; rotate: 0 | 90 | 180 | 270; toSeen: Matrix; toPage: Matrix }

export function pageView([left, bottom, right, top]: Rect, rotate: PageView['rotate']): PageView {
  const [width, height] = [right - left, top - bottom]
  const turned = rotate === 90 || rotate === 270
  const turns: Record<PageView['rotate'], [there: Matrix, back: Matrix]> = {
    0: [IDENTITY, IDENTITY],
    90: [
      [0, -1, 1, 0, 0, width],
      [0, 1, -1, 0, width, 0],
    ],
    180: [
      [-1, 0, 0, -1, width, height],
      [-1, 0, 0, -1, width, height],
    ],
    270: [
      [0, 1, -1, 0, height, 0],
      [0, -1, 1, 0, 0, height],
    ],
  }
  const [there, back] = turns[rotate]
  return {
    width: turned ? height : width,
    height: turned ? width : height,
    rotate,
    toSeen: times(moved(-left, -bottom), there),
    toPage: times(back, moved(left, bottom)),
  }
}
