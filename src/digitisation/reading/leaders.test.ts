import { describe, expect, test } from 'vitest'
import { withoutLeaders } from './leaders.ts'
import type { GreyPage } from './marks.ts'

const DPI = 200

/** A white page with black rectangles: [left, top, width, height] in points. */
function page(marks: [number, number, number, number][], paper = 235): GreyPage {
  const [width, height] = [400, 120]
  const data = new Uint8Array(width * height).fill(paper)
  for (const [left, top, wide, high] of marks)
    for (let y = top; y < top + high; y += 1) data.fill(40, y * width + left, y * width + left + wide)
  return { data, width, height, dpi: DPI }
}
const dots = (count: number, top = 60, gap = 6): [number, number, number, number][] =>
  Array.from({ length: count }, (_, at) => [20 + at * gap, top, 2, 2])
const dark = ({ data }: GreyPage) => data.filter((point) => point < 128).length

describe('leaders', () => {
  test('seven dots in a row go', () => {
    expect(dark(withoutLeaders(page(dots(7))))).toBe(0)
    expect(dark(withoutLeaders(page(dots(40))))).toBe(0)
  })

  test('six stay: they may be three letters with their marks', () => {
    expect(dark(withoutLeaders(page(dots(6))))).toBe(6 * 4)
  })

  test('dots that rise by less than a point from one to the next go too', () => {
    const rising = dots(30).map(([left, top, wide, high], at): [number, number, number, number] => [
      left,
      top + Math.floor(at / 12),
      wide,
      high,
    ])
    expect(dark(withoutLeaders(page(rising)))).toBe(0)
  })

  test('letters on them stay, and so do dots further apart than leaders are', () => {
    const letters: [number, number, number, number][] = [
      [60, 40, 3, 18],
      [75, 40, 12, 18],
    ]
    expect(dark(withoutLeaders(page([...dots(50), ...letters])))).toBe(3 * 18 + 12 * 18)
    expect(dark(withoutLeaders(page(dots(8, 60, 16))))).toBe(8 * 4)
  })

  test('a page without any is given back as it is', () => {
    const plain = page([[60, 40, 3, 18]])
    expect(withoutLeaders(plain)).toBe(plain)
  })
})
