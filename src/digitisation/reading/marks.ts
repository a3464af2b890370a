/** A grey picture, one byte a point; `dpi` says how large its points are. */
export type GreyPage = { data: Uint8Array; width: number; height: number; dpi: number }

type Run = { from: number; to: number; component: number }
/** A spot of ink; its last row and column belong to it. */
export type Mark = { left: number; top: number; right: number; bottom: number }

/** Points clearly darker than what lies around them; sums over a table of areas make every window equally cheap. */
export function darkPoints({ data, width, height, dpi }: GreyPage): Uint8Array {
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
export function marksOf(dark: Uint8Array, { width, height }: GreyPage): Mark[] {
  const boxes: Mark[] = []
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
  const whole = new Map<number, Mark>()
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
