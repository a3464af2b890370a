import { expect, test } from 'vitest'
import { withEvenLight } from './even-light.ts'

const [WIDTH, HEIGHT] = [480, 240]

/** Paper of a brightness from left to right, with a black bar every forty points. */
function page(light: (x: number) => number) {
  const data = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0, at = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1, at += 1) data[at] = light(x) * (x % 40 < 4 ? 0.3 : 1)
  return { data, width: WIDTH, height: HEIGHT, dpi: 200 }
}
const at = ({ data }: { data: Uint8Array }, x: number) => data[100 * WIDTH + x] ?? 0

test('a page half in shadow becomes light all over, and its print stays dark', () => {
  const even = withEvenLight(page((x) => (x < WIDTH / 2 ? 240 : 100)))
  for (const x of [20, 220, 300, 460]) expect(at(even, x)).toBeGreaterThan(200)
  for (const x of [41, 401]) expect(at(even, x)).toBeLessThan(110)
})

test('a page in even light is left as it is', () => {
  const even = page(() => 230)
  expect(withEvenLight(even)).toBe(even)
})
