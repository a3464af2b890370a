import { darkPoints, marksOf, type GreyPage, type Mark } from '../../reading/marks.ts'

/** What on a page has the size of letters, and how large its points are. */
export type Letters = { marks: Mark[]; points(millimetres: number): number; inkShare: number }

const HIGH = { least: 1, most: 8 }
const WIDE = { least: 0.3, most: 40 }

/** Marks of the size of letters or, where they run into each other, of words. */
export function lettersOf(page: GreyPage): Letters {
  const points = (millimetres: number) => (millimetres * page.dpi) / 25.4
  const dark = darkPoints(page)
  let ink = 0
  for (const point of dark) ink += point
  const marks = marksOf(dark, page).filter(({ left, top, right, bottom }) => {
    const [wide, high] = [right - left + 1, bottom - top + 1]
    return (
      high >= points(HIGH.least) && high <= points(HIGH.most) && wide >= points(WIDE.least) && wide <= points(WIDE.most)
    )
  })
  return { marks, points, inkShare: ink / dark.length }
}
