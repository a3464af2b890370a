import type { Line } from './geometry.ts'

/** A grey picture, one byte a point. */
export type Grey = { data: Uint8Array; width: number; height: number }
export type Edges = Grey & {
  dx: Float32Array
  dy: Float32Array
  /** What counts as an edge. */
  strong: number
}

/** How the brightness changes at each point (Sobel). */
export function edgesOf({ data, width, height }: Grey): Edges {
  const dx = new Float32Array(width * height)
  const dy = new Float32Array(width * height)
  const strengths: number[] = []
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const near = (offset: number) => data[at + offset] ?? 0
      const [nw, n, ne] = [near(-width - 1), near(-width), near(-width + 1)]
      const [w, e] = [near(-1), near(1)]
      const [sw, s, se] = [near(width - 1), near(width), near(width + 1)]
      const [gx, gy] = [(ne + 2 * e + se - nw - 2 * w - sw) / 8, (sw + 2 * s + se - nw - 2 * n - ne) / 8]
      dx[at] = gx
      dy[at] = gy
      if (((x ^ y) & 3) === 0) strengths.push(Math.hypot(gx, gy))
    }
  }
  strengths.sort((a, b) => a - b)
  const high = strengths[Math.floor(strengths.length * 0.97)] ?? 0
  return { data, width, height, dx, dy, strong: Math.max(2.5, high * 0.3) }
}

/** Where a side of the paper looks from: brightness grows into the paper. */
export const SIDES = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof SIDES)[number]
const INWARD = { top: 90, right: 180, bottom: 270, left: 0 } satisfies Record<Side, number>

const WIDEST = 42
const STEP = 1
const ANGLES = (2 * WIDEST) / STEP + 1
const VOTE_SPREAD = 3
const MOST_LINES = 7
/** Shorter than this share of the picture's short side is no side of a sheet. */
const LEAST_VOTES = 0.15

type Votes = { cells: Float32Array; rhos: number; reach: number }

/** The straight lines most points of one side's edges lie on (Hough), strongest first; normals point into the paper. */
export function linesOf(edges: Edges, side: Side): Line[] {
  const votes = countVotes(edges, INWARD[side])
  const found: Line[] = []
  while (found.length < MOST_LINES) {
    let best = 0
    for (let at = 1; at < votes.cells.length; at += 1) if ((votes.cells[at] ?? 0) > (votes.cells[best] ?? 0)) best = at
    if ((votes.cells[best] ?? 0) < LEAST_VOTES * Math.min(edges.width, edges.height)) break
    const [angle, rho] = [Math.floor(best / votes.rhos), best % votes.rhos]
    const radians = ((INWARD[side] - WIDEST + angle * STEP) * Math.PI) / 180
    found.push({ a: Math.cos(radians), b: Math.sin(radians), c: rho - votes.reach })
    clearAround(votes, angle, rho)
  }
  return found
}

function countVotes({ dx, dy, width, height, strong }: Edges, inward: number): Votes {
  const reach = Math.ceil(Math.hypot(width, height))
  const rhos = 2 * reach + 1
  const cells = new Float32Array(ANGLES * rhos)
  const turns = Array.from({ length: ANGLES }, (_, index) => ((inward - WIDEST + index * STEP) * Math.PI) / 180)
  const [cosines, sines] = [turns.map(Math.cos), turns.map(Math.sin)]
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const [gx, gy] = [dx[y * width + x] ?? 0, dy[y * width + x] ?? 0]
      if (gx * gx + gy * gy < strong * strong) continue
      const off = (((((Math.atan2(gy, gx) * 180) / Math.PI - inward) % 360) + 540) % 360) - 180
      if (Math.abs(off) > WIDEST) continue
      const middle = Math.round((off + WIDEST) / STEP)
      for (let at = Math.max(0, middle - VOTE_SPREAD); at <= Math.min(ANGLES - 1, middle + VOTE_SPREAD); at += 1) {
        const cell = at * rhos + Math.round(x * (cosines[at] ?? 0) + y * (sines[at] ?? 0)) + reach
        cells[cell] = (cells[cell] ?? 0) + 1
      }
    }
  }
  return { cells, rhos, reach }
}

/** A line found takes its neighbours with it: they are the same edge. */
function clearAround({ cells, rhos }: Votes, angle: number, rho: number): void {
  for (let at = Math.max(0, angle - 6); at <= Math.min(ANGLES - 1, angle + 6); at += 1) {
    for (let away = Math.max(0, rho - 7); away <= Math.min(rhos - 1, rho + 7); away += 1) cells[at * rhos + away] = 0
  }
}
