import type { GreyPage, Mark } from '../../reading/marks.ts'
import { median } from './orientation.ts'
import { PLACES, type PlaceOnPage } from './quality.ts'

/** One of nine parts of a page. */
export type Cell = {
  place: PlaceOnPage
  /** Letters in it. */
  letters: number
  /** How steep the edges of its letters are, 0 to 1; nothing when there are too few to say. */
  steepness: number | undefined
  /** How far its letters stand off the paper, 0 to 1. */
  contrast: number | undefined
  /** Brightness of the paper, 0 to 255. */
  paper: number
  /** Share of points that are as bright as can be. */
  burnt: number
}

const LEAST_LETTERS = 6
/** Letters of a cell that are looked at closely. */
const MOST_LOOKED_AT = 150
const BURNT = 252

/** The nine parts of a page, each looked at by itself: a page may be blurred in one corner alone. */
export function cellsOf(page: GreyPage, marks: readonly Mark[]): Cell[] {
  const byPlace = Map.groupBy(marks, ({ left, top, right, bottom }) =>
    placeAt(page, (left + right) / 2, (top + bottom) / 2),
  )
  return PLACES.map((place, index) => {
    const own = byPlace.get(place) ?? []
    const every = Math.max(1, Math.floor(own.length / MOST_LOOKED_AT))
    const looked = own.filter((_, at) => at % every === 0).map((mark) => lookAt(page, mark))
    const isEnough = own.length >= LEAST_LETTERS
    return {
      place,
      letters: own.length,
      steepness: isEnough ? median(looked.map(({ steepness }) => steepness)) : undefined,
      contrast: isEnough ? median(looked.map(({ contrast }) => contrast)) : undefined,
      ...paperIn(page, index % 3, Math.floor(index / 3)),
    }
  })
}

function placeAt({ width, height }: GreyPage, x: number, y: number): PlaceOnPage {
  const column = Math.min(2, Math.floor((x * 3) / width))
  const row = Math.min(2, Math.floor((y * 3) / height))
  return PLACES[row * 3 + column] ?? 'middle'
}

/** The steepest edges of a letter, over two points, as a share of how dark it is. */
function lookAt({ data, width, height }: GreyPage, mark: Mark): { steepness: number; contrast: number } {
  const [left, right] = [Math.max(2, mark.left - 2), Math.min(width - 3, mark.right + 2)]
  const [top, bottom] = [Math.max(2, mark.top - 2), Math.min(height - 3, mark.bottom + 2)]
  let [dark, bright] = [255, 0]
  const steps: number[] = []
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const at = y * width + x
      const here = data[at] ?? 0
      if (here < dark) dark = here
      if (here > bright) bright = here
      const across = Math.abs((data[at + 1] ?? 0) - (data[at - 1] ?? 0))
      const along = Math.abs((data[at + width] ?? 0) - (data[at - width] ?? 0))
      steps.push(Math.max(across, along))
    }
  }
  steps.sort((a, b) => b - a)
  const steep = steps[Math.floor(steps.length * 0.04)] ?? 0
  return { steepness: steep / Math.max(1, bright - dark), contrast: (bright - dark) / Math.max(1, bright) }
}

/** Brightness of nine tenths of a cell's points is below that of its paper. */
function paperIn({ data, width, height }: GreyPage, column: number, row: number): { paper: number; burnt: number } {
  const counts = new Uint32Array(256)
  let seen = 0
  for (let y = Math.floor((row * height) / 3); y < Math.floor(((row + 1) * height) / 3); y += 4) {
    for (let x = Math.floor((column * width) / 3); x < Math.floor(((column + 1) * width) / 3); x += 4) {
      const point = data[y * width + x] ?? 0
      counts[point] = (counts[point] ?? 0) + 1
      seen += 1
    }
  }
  let [below, paper, burnt] = [0, 255, 0]
  for (let level = 0; level < 256; level += 1) {
    below += counts[level] ?? 0
    if (below <= seen * 0.75) paper = level
    if (level >= BURNT) burnt += counts[level] ?? 0
  }
  return { paper, burnt: burnt / Math.max(1, seen) }
}
