import type { Role } from '../../../platform/actor.ts'
import type { Graph, GraphFlow, GraphNode } from './graph.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Point = { x: number; y: number }
export type Layout = {
  pool: Box
  /** In the order they are first worked in. */
  lanes: { role: Role; box: Box }[]
  boxes: ReadonlyMap<string, Box>
  points: ReadonlyMap<string, Point[]>
}

const LEFT = 160
const TOP = 80
const LABEL = 30
const COLUMN = 560
const END_COLUMN = 220
const ROW = 120
const SIZES = {
  start: { width: 36, height: 36 },
  end: { width: 36, height: 36 },
  task: { width: 140, height: 80 },
  exclusive: { width: 50, height: 50 },
  parallel: { width: 50, height: 50 },
} as const

/** Where in its column a node stands, from the left. */
function offsetOf({ id, kind }: GraphNode): number {
  if (kind === 'task') return 270
  if (kind === 'start') return 0
  if (id === 'Split_start') return 60
  if (kind === 'end') return 110
  if (id.startsWith('Merge_end_')) return 40
  return { Merge: 130, Fork: 200, Join: 430, Split: 500 }[id.split('_')[0] as 'Merge' | 'Fork' | 'Join' | 'Split']
}

/** Lanes one below the other, steps from left to right, ends at the right edge. */
export function layOut({ nodes, flows }: Graph): Layout {
  const roles = [...new Set(nodes.map(({ role }) => role))]
  const columns = Math.max(0, ...nodes.filter(({ kind }) => kind === 'task').map(({ column }) => column + 1))
  const rowOf = new Map<string, number>()
  const taken = new Map<string, number>()
  for (const { id, role, column, kind } of nodes.filter((node) => node.kind === 'task')) {
    const place = `${role} ${column} ${kind}`
    rowOf.set(id, taken.get(place) ?? 0)
    taken.set(place, (taken.get(place) ?? 0) + 1)
  }
  const heights = roles.map((role) => {
    const rows = nodes.filter((node) => node.role === role).map(({ id }) => (rowOf.get(id) ?? 0) + 1)
    return Math.max(1, ...rows) * ROW + 20
  })
  const tops = heights.map((_, index) => TOP + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const boxes = new Map(
    nodes.map((node) => {
      const { width, height } = SIZES[node.kind]
      const begin =
        node.column < columns ? node.column * COLUMN : columns * COLUMN + (node.column - columns) * END_COLUMN
      const middle = (tops[roles.indexOf(node.role)] ?? TOP) + 10 + (rowOf.get(node.id) ?? 0) * ROW + ROW / 2
      return [node.id, { x: LEFT + LABEL * 2 + begin + offsetOf(node), y: middle - height / 2, width, height }]
    }),
  )
  const right = Math.max(...[...boxes.values()].map(({ x, width }) => x + width)) + 60
  const bottom = TOP + heights.reduce((sum, height) => sum + height, 0)
  return {
    pool: { x: LEFT, y: TOP, width: right - LEFT, height: bottom - TOP },
    lanes: roles.map((role, index) => ({
      role,
      box: {
        x: LEFT + LABEL,
        y: tops[index] ?? TOP,
        width: right - LEFT - LABEL,
        height: heights[index] ?? ROW,
      },
    })),
    boxes,
    points: new Map(flows.map((flow) => [flow.id, pointsOf(flow, boxes)])),
  }
}

/** Straight ahead with one bend; back along the lower edge. */
function pointsOf({ from, to }: GraphFlow, boxes: ReadonlyMap<string, Box>): Point[] {
  const [source, target] = [boxes.get(from), boxes.get(to)]
  if (!source || !target) return []
  const [y, end] = [source.y + source.height / 2, target.y + target.height / 2]
  const [out, into] = [source.x + source.width, target.x]
  if (out > into) {
    const below = Math.max(source.y + source.height, target.y + target.height) + 15
    const [a, b] = [source.x + source.width / 2, target.x + target.width / 2]
    return [
      { x: a, y: source.y + source.height },
      { x: a, y: below },
      { x: b, y: below },
      { x: b, y: target.y + target.height },
    ]
  }
  const bend = out + Math.min(20, (into - out) / 2)
  const straight = [
    { x: out, y },
    ...(y === end
      ? []
      : [
          { x: bend, y },
          { x: bend, y: end },
        ]),
    { x: into, y: end },
  ]
  return straight
}
