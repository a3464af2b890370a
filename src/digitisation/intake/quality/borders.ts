import { lettersOf } from './letters.ts'
import type { GreyPage, Mark } from '../../reading/marks.ts'

/** How many letters are cut off at each side of a picture. */
export type Borders = { top: number; right: number; bottom: number; left: number }

const TOUCHES = 2
/** Taller or wider than this share of the page is the edge of something, not a letter. */
const LARGEST = 0.04
/** Letters stand on paper as bright as most of the page; what lies around a sheet does not. */
const AS_BRIGHT = 0.75

/** Of a picture as it came: made level, it has white wedges at its sides. */
export function lettersCutOff(picture: GreyPage): Borders {
  const { width, height } = picture
  const paper = usualBrightness(picture)
  const letters = lettersOf(picture).marks.filter(
    (mark) =>
      mark.bottom - mark.top < height * LARGEST &&
      mark.right - mark.left < width * LARGEST &&
      brightest(picture, mark) >= paper * AS_BRIGHT,
  )
  const count = (touches: (mark: Mark) => boolean) => letters.filter(touches).length
  return {
    top: count(({ top }) => top <= TOUCHES),
    right: count(({ right }) => right >= width - 1 - TOUCHES),
    bottom: count(({ bottom }) => bottom >= height - 1 - TOUCHES),
    left: count(({ left }) => left <= TOUCHES),
  }
}

function usualBrightness({ data }: GreyPage): number {
  const some = data.filter((_, at) => at % 97 === 0)
  return some.sort()[Math.floor(some.length * 0.75)] ?? 255
}

function brightest({ data, width, height }: GreyPage, { left, top, right, bottom }: Mark): number {
  let most = 0
  for (let y = Math.max(0, top - 3); y <= Math.min(height - 1, bottom + 3); y += 1)
    for (let x = Math.max(0, left - 3); x <= Math.min(width - 1, right + 3); x += 1)
      most = Math.max(most, data[y * width + x] ?? 0)
  return most
}
