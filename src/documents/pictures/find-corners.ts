import { edgesOf, linesOf, SIDES, type Edges, type Grey } from './edges.ts'
import {
  anglesOf,
  areaOf,
  crossing,
  distance,
  lineThrough,
  sum,
  type Corners,
  type Line,
  type Point,
} from './geometry.ts'

export type FoundCorners = {
  corners: Corners
  /** Whether the paper may be cut out along them; else the picture is better left as it is. */
  sure: boolean
}

/** A sheet takes at least this much of the picture. */
const LEAST_AREA = 0.18
/** Of each side, this much must look like the edge of something bright. */
const LEAST_SUPPORT = 0.62
const SAMPLES = 60
const SEARCH = 4

type Quad = { lines: [Line, Line, Line, Line]; corners: Corners; supports: number[]; score: number }

/** The four corners of a bright sheet on something darker; nothing when no such shape is seen. */
export function findCorners(grey: Grey): FoundCorners | undefined {
  const edges = edgesOf(grey)
  const [tops = [], rights = [], bottoms = [], lefts = []] = SIDES.map((side) => linesOf(edges, side))
  let best: Quad | undefined
  for (const top of tops) {
    for (const bottom of bottoms) {
      for (const left of lefts) {
        for (const right of rights) {
          const quad = quadOf(edges, [top, right, bottom, left])
          if (quad && (!best || quad.score > best.score)) best = quad
        }
      }
    }
  }
  if (!best) return undefined
  const refined = quadOf(edges, refine(edges, best)) ?? best
  return { corners: refined.corners, sure: Math.min(...refined.supports) >= LEAST_SUPPORT }
}

function quadOf(edges: Edges, lines: [Line, Line, Line, Line]): Quad | undefined {
  const [top, right, bottom, left] = lines
  const corners = [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)]
  if (!corners.every((corner) => corner !== undefined && isInside(edges, corner))) return undefined
  const [a, b, c, d] = corners as Point[]
  if (!a || !b || !c || !d) return undefined
  const four: Corners = [a, b, c, d]
  const share = areaOf(four) / (edges.width * edges.height)
  if (share < LEAST_AREA || anglesOf(four).some((angle) => angle < 50 || angle > 130)) return undefined
  const supports = four.map((corner, index) => support(edges, corner, four[(index + 1) % 4] ?? corner))
  // A frame printed on the sheet has sides as good as the sheet's own: the larger is the sheet.
  const score = (Math.min(...supports) + sum(supports, (one) => one) / 4) * (0.5 + Math.sqrt(share))
  return { lines, corners: four, supports, score }
}

/** Corners a little outside are corners of a sheet that was photographed too near. */
function isInside({ width, height }: Edges, { x, y }: Point): boolean {
  const margin = 0.01 * Math.max(width, height)
  return x >= -margin && y >= -margin && x <= width - 1 + margin && y <= height - 1 + margin
}

/** How much of a side is an edge that grows brighter inwards; clockwise corners have the inside at the right hand. */
function support(edges: Edges, from: Point, to: Point): number {
  const length = distance(from, to)
  const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length]
  let good = 0
  for (let at = 0; at < SAMPLES; at += 1) {
    const t = (at + 0.5) / SAMPLES
    const p = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
    if (strongest(edges, p, nx, ny, 2).strength >= edges.strong && isBrighterInside(edges, p, nx, ny)) good += 1
  }
  return good / SAMPLES
}

/** Steps to both sides, further than a row of text is high: text is dark on both sides, a table is not the sheet. */
const BAND = [4, 6, 8, 10, 12]
const LEAST_RATIO = 1.12

function isBrighterInside({ data, width, height }: Edges, p: Point, nx: number, ny: number): boolean {
  let [inside, outside] = [0, 0]
  for (const step of BAND) {
    const [xi, yi] = [Math.round(p.x + nx * step), Math.round(p.y + ny * step)]
    const [xo, yo] = [Math.round(p.x - nx * step), Math.round(p.y - ny * step)]
    if (Math.min(xi, yi, xo, yo) < 0 || Math.max(xi, xo) >= width || Math.max(yi, yo) >= height) return false
    inside += data[yi * width + xi] ?? 0
    outside += data[yo * width + xo] ?? 0
  }
  return inside >= outside * LEAST_RATIO
}

/** The strongest inward edge near a point, along the normal. */
function strongest({ dx, dy, width, height }: Edges, p: Point, nx: number, ny: number, reach: number) {
  let found = { strength: 0, off: 0 }
  for (let off = -reach; off <= reach; off += 0.5) {
    const [x, y] = [Math.round(p.x + nx * off), Math.round(p.y + ny * off)]
    if (x < 0 || y < 0 || x >= width || y >= height) continue
    const strength = (dx[y * width + x] ?? 0) * nx + (dy[y * width + x] ?? 0) * ny
    if (strength > found.strength) found = { strength, off }
  }
  return found
}

/** Lays each side anew through the strongest edges along it; what lies apart from the rest is left out. */
function refine(edges: Edges, { corners }: Quad): [Line, Line, Line, Line] {
  const lines = corners.map((from, index) => {
    const to = corners[(index + 1) % 4] ?? from
    const length = distance(from, to)
    const [nx, ny] = [-(to.y - from.y) / length, (to.x - from.x) / length]
    const points: Point[] = []
    for (let at = 2; at < SAMPLES - 2; at += 1) {
      const t = (at + 0.5) / SAMPLES
      const p = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
      const peak = centre(edges, p, nx, ny)
      if (peak !== undefined) points.push({ x: p.x + nx * peak, y: p.y + ny * peak })
    }
    return points.length < SAMPLES / 4 ? lineThrough([from, to]) : trimmedLine(points)
  })
  return lines as [Line, Line, Line, Line]
}

/** Finer than a point: the middle of an edge's strength across it. */
function centre(edges: Edges, p: Point, nx: number, ny: number): number | undefined {
  const { off, strength } = strongest(edges, p, nx, ny, SEARCH)
  if (strength < edges.strong) return undefined
  let [weight, moment] = [0, 0]
  for (let away = off - 2; away <= off + 2; away += 0.5) {
    const s = inward(edges, p.x + nx * away, p.y + ny * away, nx, ny)
    if (s <= 0) continue
    weight += s
    moment += s * away
  }
  return weight === 0 ? off : moment / weight
}

/** Between points of the grid, by their nearness. */
function inward({ dx, dy, width, height }: Edges, x: number, y: number, nx: number, ny: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return 0
  const [fx, fy] = [x - x0, y - y0]
  const at = (i: number) => (dx[i] ?? 0) * nx + (dy[i] ?? 0) * ny
  const i = y0 * width + x0
  return (
    at(i) * (1 - fx) * (1 - fy) +
    at(i + 1) * fx * (1 - fy) +
    at(i + width) * (1 - fx) * fy +
    at(i + width + 1) * fx * fy
  )
}

function trimmedLine(points: readonly Point[]): Line {
  let line = lineThrough(points)
  for (const most of [2.5, 1.2]) {
    const near = points.filter(({ x, y }) => Math.abs(line.a * x + line.b * y - line.c) <= most)
    if (near.length >= points.length / 3) line = lineThrough(near)
  }
  return line
}
