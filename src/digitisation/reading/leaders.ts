/** A grey picture, one byte a point; `dpi` says how large its points are. */
export type GreyPage = { data: Uint8Array; width: number; height: number; dpi: number }

type Run = { from: number; to: number; component: number }
type Component = { left: number; top: number; right: number; bottom: number }

/** A dot or dash of a leader, in millimetres; longer gaps end a leader, and fewer dots are none. Dots that ran together are long. */
const DOT = { high: 0.62, wide: 40, gap: 1.3 }
const LEAST_DOTS = 7
/** Dots that ran together count one for each so many millimetres. */
const APART = 1
const WHITE = 255

/**
 * Takes dotted leaders ("Họ và tên: ………") off a level page: recognisers drop whole lines whose values stand on them. Marks
 * over and under letters stay, for they never come seven in a row.
 */
export function withoutLeaders(page: GreyPage): GreyPage {
  const dots = leaderDots(page)
  if (dots.length === 0) return page
  const { width, height } = page
  const data = Uint8Array.from(page.data)
  for (const { left, top, right, bottom } of dots)
    for (let y = Math.max(0, top - 1); y <= Math.min(height - 1, bottom + 1); y += 1)
      data.fill(WHITE, y * width + Math.max(0, left - 1), y * width + Math.min(width, right + 2))
  return { ...page, data }
}

function leaderDots(page: GreyPage): Component[] {
  const points = (millimetres: number) => (millimetres * page.dpi) / 25.4
  const small = components(darkPoints(page), page).filter(
    ({ left, top, right, bottom }) => bottom - top < points(DOT.high) && right - left < points(DOT.wide),
  )
  const byRow = Map.groupBy(small, ({ top, bottom }) => Math.round((top + bottom) / 2))
  const found = new Set<Component>()
  for (const row of byRow.keys()) {
    const near = [row - 1, row, row + 1].flatMap((y) => byRow.get(y) ?? []).toSorted((a, b) => a.left - b.left)
    let leader: Component[] = []
    for (const dot of [...near, undefined]) {
      const last = leader.at(-1)
      if (dot && (!last || dot.left - last.right <= points(DOT.gap))) leader.push(dot)
      else {
        const dots = leader.reduce((sum, { left, right }) => sum + Math.max(1, (right - left) / points(APART)), 0)
        if (dots >= LEAST_DOTS) for (const one of leader) found.add(one)
        leader = dot ? [dot] : []
      }
    }
  }
  return [...found]
}

/** Points clearly darker than what lies around them; sums over a table of areas make every window equally cheap. */
function darkPoints({ data, width, height, dpi }: GreyPage): Uint8Array {
  const reach = Math.max(4, Math.round(dpi / 14))
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const [y0, y1] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [x0, x1] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum =
        (sums[y1 * (width + 1) + x1] ?? 0) -
        (sums[y0 * (width + 1) + x1] ?? 0) -
        (sums[y1 * (width + 1) + x0] ?? 0) +
        (sums[y0 * (width + 1) + x0] ?? 0)
      const mean = sum / ((y1 - y0) * (x1 - x0))
      if ((data[y * width + x] ?? 0) < mean * 0.8) dark[y * width + x] = 1
    }
  }
  return dark
}

/** What hangs together, corners included, as boxes. */
function components(dark: Uint8Array, { width, height }: GreyPage): Component[] {
  const boxes: Component[] = []
  const parents: number[] = []
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] ?? root
    parents[at] = root
    return root
  }
  let above: Run[] = []
  for (let y = 0; y < height; y += 1) {
    const runs: Run[] = []
    for (let x = 0; x < width; x += 1) {
      if (dark[y * width + x] === 0) continue
      const from = x
      while (x + 1 < width && dark[y * width + x + 1] === 1) x += 1
      const run = { from, to: x, component: boxes.length }
      parents.push(boxes.length)
      boxes.push({ left: from, top: y, right: x, bottom: y })
      for (const upper of above)
        if (upper.from <= run.to + 1 && upper.to >= run.from - 1)
          parents[rootOf(upper.component)] = rootOf(run.component)
      runs.push(run)
    }
    above = runs
  }
  const whole = new Map<number, Component>()
  boxes.forEach((box, at) => {
    const root = rootOf(at)
    const known = whole.get(root)
    whole.set(
      root,
      known
        ? {
            left: Math.min(known.left, box.left),
            top: Math.min(known.top, box.top),
            right: Math.max(known.right, box.right),
            bottom: Math.max(known.bottom, box.bottom),
          }
        : box,
    )
  })
  return [...whole.values()]
}
