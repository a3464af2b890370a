export type Point = { x: number; y: number }
/** In the order top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point]
/** `a·x + b·y = c` with a unit normal. */
export type Line = { a: number; b: number; c: number }

export function distance(p: Point, q: Point): number {
  return Math.hypot(p.x - q.x, p.y - q.y)
}

export function crossing(one: Line, other: Line): Point | undefined {
  const d = one.a * other.b - other.a * one.b
  if (Math.abs(d) < 1e-6) return undefined
  return { x: (one.c * other.b - other.c * one.b) / d, y: (one.a * other.c - other.a * one.c) / d }
}

/** The line nearest to points, by their squared distances from it. */
export function lineThrough(points: readonly Point[]): Line {
  const n = points.length
  const mean = { x: sum(points, ({ x }) => x) / n, y: sum(points, ({ y }) => y) / n }
  const xx = sum(points, ({ x }) => (x - mean.x) ** 2)
  const yy = sum(points, ({ y }) => (y - mean.y) ** 2)
  const xy = sum(points, ({ x, y }) => (x - mean.x) * (y - mean.y))
  const along = 0.5 * Math.atan2(2 * xy, xx - yy)
  const [a, b] = [-Math.sin(along), Math.cos(along)]
  return { a, b, c: a * mean.x + b * mean.y }
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** Twice the area is the sum of cross products; positive when the corners run clockwise on a screen. */
export function areaOf(corners: readonly Point[]): number {
  return (
    sum(
      corners.map((p, index) => ({ p, q: corners[(index + 1) % corners.length] ?? p })),
      ({ p, q }) => p.x * q.y - q.x * p.y,
    ) / 2
  )
}

/** Angles inside, in degrees; a quadrilateral that crosses itself or caves in has one beyond 180. */
export function anglesOf(corners: Corners): number[] {
  return corners.map((p, index) => {
    const before = corners[(index + 3) % 4] ?? p
    const after = corners[(index + 1) % 4] ?? p
    const turn = Math.atan2(before.y - p.y, before.x - p.x) - Math.atan2(after.y - p.y, after.x - p.x)
    return ((((turn * 180) / Math.PI) % 360) + 360) % 360
  })
}

/** Eight numbers that carry the unit-less rectangle `width × height` onto the four corners. */
export function homography(width: number, height: number, corners: Corners): Float64Array {
  const [p0, p1, p2, p3] = corners
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x]
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y]
  const d = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / d
  const h = (dx1 * dy3 - dx3 * dy1) / d
  return Float64Array.of(
    (p1.x - p0.x + g * p1.x) / width,
    (p3.x - p0.x + h * p3.x) / height,
    p0.x,
    (p1.y - p0.y + g * p1.y) / width,
    (p3.y - p0.y + h * p3.y) / height,
    p0.y,
    g / width,
    h / height,
  )
}

export function carry(m: Float64Array, x: number, y: number): Point {
  const w = m[6]! * x + m[7]! * y + 1
  return { x: (m[0]! * x + m[1]! * y + m[2]!) / w, y: (m[3]! * x + m[4]! * y + m[5]!) / w }
}
