import { expect, test } from 'vitest'
import { codePlaces, type Grey } from './code-places.ts'

const [WIDTH, HEIGHT] = [900, 1_200]

/** A page of lines of text as a scanner sees them: dark for half of their height, with white between. */
function page(pitch: number): Grey {
  const data = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0, at = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1, at += 1) data[at] = y % pitch < pitch / 2 && (x * 7 + y) % 5 < 3 ? 60 : 240
  return { data, width: WIDTH, height: HEIGHT }
}

/** Modules of two points, dark and light by chance. */
function withCode(grey: Grey, { left, top, size }: { left: number; top: number; size: number }): Grey {
  const data = Uint8Array.from(grey.data)
  for (let y = -12; y < size + 12; y += 1)
    for (let x = -12; x < size + 12; x += 1) {
      const isInside = x >= 0 && y >= 0 && x < size && y < size
      const isDark = isInside && ((x >> 1) * 2_654_435_761 + (y >> 1) * 40_503) % 97 < 48
      data[(top + y) * WIDTH + left + x] = isDark ? 60 : 240
    }
  return { ...grey, data }
}

test('text is no place of a code', async () => {
  for (const pitch of [25, 33, 50]) expect(await codePlaces(page(pitch))).toEqual([])
})

test('a small code among text is one, with the white around it', async () => {
  const places = await codePlaces(withCode(page(33), { left: 600, top: 300, size: 100 }))
  expect(places).toHaveLength(1)
  const [{ left, top, right, bottom } = { left: 0, top: 0, right: 0, bottom: 0 }] = places
  expect(Math.max(left, top + 300)).toBeLessThanOrEqual(588)
  expect(right).toBeGreaterThanOrEqual(712)
  expect(bottom).toBeGreaterThanOrEqual(412)
  expect((right - left) * (bottom - top)).toBeLessThan((WIDTH * HEIGHT) / 10)
})

test('the table around a photographed sheet is none', async () => {
  const sheet = page(33)
  const data = sheet.data.map((tone, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    return x < 70 || y < 70 || x > WIDTH - 70 || y > HEIGHT - 70 ? 40 : tone
  })
  expect(await codePlaces({ ...sheet, data })).toEqual([])
})
