import { darkPoints, marksOf, type GreyPage, type Mark } from './marks.ts'

/** A dot or dash of a leader, in millimetres; longer gaps end a leader, and fewer dots are none. Dots that ran together are long. */
const DOT = { high: 0.7, wide: 40, gap: 1.3 }
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

function leaderDots(page: GreyPage): Mark[] {
  const points = (millimetres: number) => (millimetres * page.dpi) / 25.4
  const small = marksOf(darkPoints(page), page).filter(
    ({ left, top, right, bottom }) => bottom - top < points(DOT.high) && right - left < points(DOT.wide),
  )
  const byRow = Map.groupBy(small, ({ top, bottom }) => Math.round((top + bottom) / 2))
  const found = new Set<Mark>()
  for (const row of byRow.keys()) {
    const near = [row - 1, row, row + 1].flatMap((y) => byRow.get(y) ?? []).toSorted((a, b) => a.left - b.left)
    let leader: Mark[] = []
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
