/** A grey picture, one byte a point; `dpi` says how large its points are. */
export type GreyPage = { data: Uint8Array; width: number; height: number; dpi: number }

/** A spot of ink; its last row and column belong to it. */
export type Mark = { left: number; top: number; right: number; bottom: number }

/** Points clearly darker than what lies around them. Sums of columns go down the page with the window: every window is equally cheap. */
export function darkPoints({ data, width, height, dpi }: GreyPage): Uint8Array {
  const reach = Math.max(4, Math.round(dpi / 14))
  const columns = new Uint32Array(width)
  const addRow = (y: number, sign: 1 | -1) => {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) columns[x]! += sign * data[at]!
  }
  for (let y = 0; y < Math.min(reach, height); y += 1) addRow(y, 1)
  const dark = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    if (y + reach < height) addRow(y + reach, 1)
    if (y > reach) addRow(y - reach - 1, -1)
    const rows = Math.min(height, y + reach + 1) - Math.max(0, y - reach)
    let sum = 0
    for (let x = 0; x < Math.min(reach, width); x += 1) sum += columns[x]!
    for (let x = 0; x < width; x += 1, at += 1) {
      if (x + reach < width) sum += columns[x + reach]!
      if (x > reach) sum -= columns[x - reach - 1]!
      const mean = sum / (rows * (Math.min(width, x + reach + 1) - Math.max(0, x - reach)))
      if (data[at]! < mean * 0.8) dark[at] = 1
    }
  }
  return dark
}

/** What hangs together, corners included, as boxes. */
export function marksOf(dark: Uint8Array, page: Pick<GreyPage, 'width' | 'height'>): Mark[] {
  const { from, to, row, joined } = runsOf(dark, page)
  const whole = new Map<number, Mark>()
  for (let run = 0; run < from.length; run += 1) {
    const root = rootOf(joined, run)
    const [left, right, y] = [from[run]!, to[run]!, row[run]!]
    const mark = whole.get(root)
    if (!mark) whole.set(root, { left, top: y, right, bottom: y })
    else {
      if (left < mark.left) mark.left = left
      if (right > mark.right) mark.right = right
      mark.bottom = y
    }
  }
  return [...whole.values()]
}

/** Stretches of dark points by their rows; `joined` leads from each to one it hangs together with, and at last to itself. */
type Runs = { from: number[]; to: number[]; row: number[]; joined: number[] }

function runsOf(dark: Uint8Array, { width, height }: Pick<GreyPage, 'width' | 'height'>): Runs {
  const runs: Runs = { from: [], to: [], row: [], joined: [] }
  const { from, to, row, joined } = runs
  let above = 0
  for (let y = 0; y < height; y += 1) {
    const [first, start] = [from.length, y * width]
    for (let x = 0; x < width; x += 1) {
      if (dark[start + x] === 0) continue
      const run = from.length
      from.push(x)
      while (x + 1 < width && dark[start + x + 1] === 1) x += 1
      to.push(x)
      row.push(y)
      joined.push(run)
      while (above < first && to[above]! < from[run]! - 1) above += 1
      // The last one that touches this run may touch the next one too.
      for (let upper = above; upper < first && from[upper]! <= to[run]! + 1; upper += 1)
        joined[rootOf(joined, upper)] = rootOf(joined, run)
    }
    above = first
  }
  return runs
}

function rootOf(joined: number[], run: number): number {
  let root = run
  while (joined[root] !== root) root = joined[root]!
  for (let at = run; at !== root;) {
    const next = joined[at]!
    joined[at] = root
    at = next
  }
  return root
}
