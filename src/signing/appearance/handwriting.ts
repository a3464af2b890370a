import { createHash } from 'node:crypto'
import { foldText } from '../../platform/text.ts'
import { letterShapes } from './font.ts'
import { inkImage } from './ink-image.ts'

/** Blue ink; Decree 30/2020 Annex I asks for a blue image on a transparent ground. */
const INK = '#1b3fa0'
const WIDTH = 720
const HEIGHT = 300

type Point = [x: number, y: number]

/** Movements of the pen for kinds of letters, in units of a letter; y upwards, the line of writing at 0. */
const GESTURES: Record<string, Point[]> = {
  tall: [
    [0.1, 0.2],
    [0.45, 1.5],
    [0.3, 1.75],
    [0.15, 1.2],
    [0.2, 0.1],
    [0.45, 0.5],
    [0.65, 0.1],
  ],
  deep: [
    [0.1, 0.5],
    [0.35, 0.6],
    [0.4, 0.1],
    [0.3, -0.9],
    [0.05, -0.75],
    [0.35, -0.1],
    [0.7, 0.25],
  ],
  round: [
    [0.45, 0.6],
    [0.1, 0.45],
    [0.12, 0.02],
    [0.4, 0.08],
    [0.5, 0.55],
    [0.52, 0.1],
    [0.75, 0.12],
  ],
  arch: [
    [0.08, 0.55],
    [0.12, 0.02],
    [0.3, 0.6],
    [0.4, 0.05],
    [0.58, 0.6],
    [0.68, 0.05],
    [0.9, 0.2],
  ],
  wave: [
    [0.15, 0.5],
    [0.22, 0.05],
    [0.45, 0.5],
    [0.55, 0.08],
    [0.75, 0.2],
  ],
}
const KINDS: [letters: string, gesture: keyof typeof GESTURES][] = [
  ['bdfhklt', 'tall'],
  ['gjpqyz', 'deep'],
  ['acegos', 'round'],
  ['mnrh', 'arch'],
]

const cache = new Map<string, Promise<Buffer>>()

/**
 * An invented signature, always the same for the same name and marked DEMO: PNG, blue on transparent, 540 × 225.
 * People of the real system upload their own.
 */
export function handwrittenSignatureImage(fullName: string): Promise<Buffer> {
  const key = fullName.normalize('NFC')
  const known = cache.get(key)
  if (known) return known
  const image = inkImage(signatureSvg(key), { red: 27, green: 63, blue: 160 }, 540)
  cache.set(key, image)
  return image
}

function signatureSvg(fullName: string): string {
  const random = randomFrom(fullName)
  const given = foldText(fullName).split(' ').at(-1) ?? ''
  const pen = fitted(slanted(penPath(given, random), 0.28 + random() * 0.12))
  const strokes = inkStrokes(pen, random) + inkStrokes(flourish(pen, random), random)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <g fill="none" stroke="${INK}" stroke-linecap="round">${strokes}</g>${demoMark()}</svg>`
}

/** First strokes: large, and the most different from person to person. */
const OPENINGS: Point[][] = [
  [
    [0.9, 1.4],
    [0.2, 2.1],
    [-0.3, 0.9],
    [0.5, -0.3],
    [1.2, 0.8],
    [0.6, 1.6],
    [0.3, 0.6],
    [1.3, 0.1],
  ],
  [
    [-0.2, 0.4],
    [0.2, 1.8],
    [0.5, 2.2],
    [0.5, 0.8],
    [0.2, -0.4],
    [-0.1, 0.1],
    [0.9, 1.2],
    [1.3, 0.3],
  ],
  [
    [-0.3, 1.7],
    [0.6, 2.0],
    [1.5, 1.9],
    [0.7, 1.8],
    [0.5, 0.6],
    [0.2, -0.4],
    [-0.2, 0.1],
    [1.2, 0.2],
  ],
  [
    [0.0, 0.0],
    [0.1, 1.9],
    [0.3, 0.2],
    [0.7, 1.9],
    [0.8, 0.1],
    [1.0, -0.2],
    [1.3, 0.2],
  ],
]

function penPath(given: string, random: () => number): Point[] {
  const opening = OPENINGS[Math.floor(random() * OPENINGS.length)] ?? []
  const points = opening.map(([x, y]): Point => [x + (random() - 0.5) * 0.2, y * (0.85 + random() * 0.3)])
  let x = 1.3
  for (const letter of given.replace(/[^a-z]/g, '').slice(1, 7)) {
    const gesture = GESTURES[KINDS.find(([letters]) => letters.includes(letter))?.[1] ?? 'wave'] ?? []
    // People write the end of a signature wider and flatter than its beginning.
    const flat = 1 - Math.min(0.5, (x - 1.3) * 0.12)
    for (const [dx, y] of gesture) {
      points.push([x + dx * (1.15 + random() * 0.2), y * flat + (random() - 0.5) * 0.12])
    }
    x += 0.75 + random() * 0.25
  }
  points.push([x + 0.9, 0.3 + random() * 0.4], [x + 1.9, 0.9 + random() * 0.5])
  return points
}

const slanted = (points: Point[], slant: number) => points.map(([x, y]): Point => [x + y * slant, y])

function fitted(points: Point[]): Point[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min((WIDTH - 90) / (right - left), (HEIGHT - 90) / (high - low))
  const dx = (WIDTH - (right - left) * scale) / 2
  return points.map(([x, y]): Point => [(x - left) * scale + dx, 40 + (high - y) * scale])
}

function flourish(pen: Point[], random: () => number): Point[] {
  const bottom = Math.min(HEIGHT - 22, Math.max(...pen.map(([, y]) => y)) + 8)
  const end = WIDTH * (0.72 + random() * 0.2)
  return [
    [end, bottom - 34],
    [WIDTH * 0.5, bottom - 14],
    [WIDTH * 0.22, bottom + 2],
    [WIDTH * 0.3, bottom - 20],
    [end - 40, bottom - 26],
  ]
}

/** A smooth line through the points, thinner where the pen is fast. */
function inkStrokes(points: Point[], random: () => number): string {
  const line: Point[] = []
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0]
  for (let index = 0; index < points.length - 1; index++) {
    for (let step = 0; step < 14; step++)
      line.push(spline(at(index - 1), at(index), at(index + 1), at(index + 2), step / 14))
  }
  const number = (value: number) => value.toFixed(1)
  let width = 4 + random()
  return line
    .slice(1)
    .map(([x, y], index) => {
      const [px, py] = line[index] ?? [x, y]
      const wanted = Math.max(1.8, 6.2 - Math.hypot(x - px, y - py) * 0.42)
      width += (wanted - width) * 0.2
      return `<path d="M${number(px)} ${number(py)}L${number(x)} ${number(y)}" stroke-width="${number(width)}"/>`
    })
    .join('')
}

function spline(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const axis = (i: 0 | 1) =>
    0.5 *
    (2 * b[i] +
      (c[i] - a[i]) * t +
      (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t +
      (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t * t * t)
  return [axis(0), axis(1)]
}

function demoMark(): string {
  let x = 0
  const letters = letterShapes('DEMO', 'bold').map(({ path, advance }) => {
    const placed = `<path transform="translate(${WIDTH - 96 + x * 26} ${HEIGHT - 12}) scale(26 -26)" d="${path}"/>`
    x += advance
    return placed
  })
  return `<g fill="${INK}" opacity="0.55">${letters.join('')}</g>`
}

function randomFrom(text: string): () => number {
  let state = createHash('sha256').update(text).digest().readUInt32LE(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
