import { letterShapes } from './font.ts'
import { inkImage } from './ink-image.ts'
import type { LetterShape } from './font.ts'

const INK = '#d5171e'
const SIZE = 480
const CENTRE = SIZE / 2
/** Radii: outer ring, inner ring, line of the letters in the upper and in the lower arc. */
const RING = { outer: 232, inner: 150, upper: 172, lower: 207 }

const cache = new Map<string, Promise<Buffer>>()

/**
 * A round seal with the agency's name in its ring and the word DEMO in its middle: PNG, red on transparent, 360 × 360, 36 mm at 254 dots per inch.
 * `above` is the body the agency belongs to, written in the lower arc.
 */
export function sealImage(agencyName: string, above = 'HỆ THỐNG TRÌNH DIỄN'): Promise<Buffer> {
  const key = JSON.stringify([agencyName.normalize('NFC'), above.normalize('NFC')])
  const known = cache.get(key)
  if (known) return known
  const image = inkImage(sealSvg(agencyName, above), { red: 213, green: 23, blue: 30 }, 360)
  cache.set(key, image)
  return image
}

function sealSvg(agencyName: string, above: string): string {
  const ring = (radius: number, width: number) =>
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="${radius}" fill="none" stroke="${INK}" stroke-width="${width}"/>`
  const side = (x: number) => `<path transform="translate(${x} ${CENTRE}) scale(13)" d="${star()}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
    ${ring(RING.outer, 7)}${ring(RING.outer - 10, 2)}${ring(RING.inner, 3)}
    <g fill="${INK}" opacity="0.92">
      ${arc(agencyName.toLocaleUpperCase('vi'), 'upper', 172)}
      ${arc(above.toLocaleUpperCase('vi'), 'lower', 116)}
      ${side(CENTRE - (RING.outer + RING.inner) / 2 + 3)}${side(CENTRE + (RING.outer + RING.inner) / 2 - 3)}
      <path transform="translate(${CENTRE} ${CENTRE - 38}) scale(72)" d="${star()}"/>
      ${straight('DEMO', CENTRE + 88, 52)}
    </g></svg>`
}

/** Letters one by one along the ring: renderers differ in text on a path. `degrees` is the most the text may take. */
function arc(text: string, place: 'upper' | 'lower', degrees: number): string {
  const radius = RING[place]
  const letters = letterShapes(text, 'bold')
  const total = letters.reduce((sum, letter) => sum + letter.advance, 0)
  const size = Math.min(44, (radius * degrees * Math.PI) / 180 / (total * 1.06))
  const step = (letter: LetterShape) => ((letter.advance * size * 1.06) / radius) * (180 / Math.PI)
  let angle = -letters.reduce((sum, letter) => sum + step(letter), 0) / 2
  return letters
    .map((letter) => {
      const middle = angle + step(letter) / 2
      angle += step(letter)
      const turn = place === 'upper' ? middle : -middle
      const y = place === 'upper' ? -radius : radius
      const shift = (-letter.advance * size) / 2
      return `<path transform="translate(${CENTRE} ${CENTRE}) rotate(${turn.toFixed(2)}) translate(${shift.toFixed(1)} ${y}) scale(${size.toFixed(2)} ${(-size).toFixed(2)})" d="${letter.path}"/>`
    })
    .join('')
}

function straight(text: string, baseline: number, size: number): string {
  const letters = letterShapes(text, 'bold')
  let x = CENTRE - (letters.reduce((sum, letter) => sum + letter.advance, 0) * size) / 2
  return letters
    .map((letter) => {
      const placed = `<path transform="translate(${x.toFixed(1)} ${baseline}) scale(${size} ${-size})" d="${letter.path}"/>`
      x += letter.advance * size
      return placed
    })
    .join('')
}

/** A five-pointed star of radius one. */
function star(): string {
  const corners = Array.from({ length: 10 }, (_, corner) => {
    const radius = corner % 2 ? 0.382 : 1
    const angle = (corner * Math.PI) / 5
    return `${(Math.sin(angle) * radius).toFixed(4)} ${(-Math.cos(angle) * radius).toFixed(4)}`
  })
  return `M${corners.join('L')}Z`
}
