import { Refusal } from '../../platform/refusal.ts'
import type { Rect } from '../pdf/form.ts'
import { pageRefs, rectOf } from '../pdf/form.ts'
import { PdfError } from '../pdf/objects.ts'
import type { Budget, PdfDict } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { boxOf, pageView } from './matrix.ts'
import type { PageView } from './matrix.ts'
import { occupied } from './occupied.ts'
import type { Occupied } from './occupied.ts'
import { inherited, pageMarks } from './page-marks.ts'
import type { PageMark } from './page-marks.ts'
import { takenRects } from './taken-rects.ts'
import { findPhrase } from './text-lines.ts'
import { allowedRegion, firstChoice } from './wish.ts'
import type { PlaceWish } from './wish.ts'

/** `rotate`: how the page is turned when shown; what is drawn there must be turned back. */
export type Place = { page: number; rect: Rect; rotate: PageView['rotate'] }

/** What one page may cost to read; a page of dense print has 10,000 letters. */
const PAGE_BUDGET: Budget = { values: 400_000, bytes: 64 * 1024 * 1024 }
/** Points from one try to the next. */
const STEP = 4
/**
 * Room for what a signature shows, as near as possible to where it is wished and never over text, pictures or other fields.
 * @throws Refusal `signing.no-room`, `signing.phrase-not-found`
 */
export async function findPlace(file: PdfFile, wish: PlaceWish): Promise<Place> {
  const pages = pageRefs(file)
  const found = locate(
    file,
    pages.map((page) => file.dict(page)),
    wish,
  )
  if (!found) throw new Refusal('signing.phrase-not-found', { phrase: 'phrase' in wish.near ? wish.near.phrase : '' })
  const { number, page, view, marks, words } = found
  const refused = () => new Refusal('signing.no-room', { page: number, ...millimetres(wish) })
  if (!marks) throw refused()
  const beside = 'beside' in wish.near ? wish.near.beside.rect : undefined
  const free = occupied(view, await takenRects(file, page, { view, marks, ...(beside ? { except: beside } : {}) }))
  const target = beside ? boxOf(beside, view.toSeen) : words
  const first = firstChoice(wish, view, target)
  const best = nearestFree(wish, first, allowedRegion(wish, view, target), free)
  if (!best) throw refused()
  return { page: number, rect: boxOf(best, view.toPage), rotate: view.rotate }
}

function nearestFree(
  { width, height }: PlaceWish,
  [left, bottom]: [number, number],
  [fromX, fromY, toX, toY]: Rect,
  free: Occupied,
): Rect | undefined {
  const at = (x: number, y: number): Rect => [x, y, x + width, y + height]
  if (free.isFree(at(left, bottom))) return at(left, bottom)
  let best: { rect: Rect; distance: number } | undefined
  for (let y = fromY; y + height <= toY; y += STEP) {
    for (let x = fromX; x + width <= toX; x += STEP) {
      const distance = Math.hypot(x - left, y - bottom)
      if ((!best || distance < best.distance) && free.isFree(at(x, y))) best = { rect: at(x, y), distance }
    }
  }
  return best?.rect
}

const millimetres = ({ width, height }: PlaceWish) => ({
  width: Math.round((width / 72) * 25.4),
  height: Math.round((height / 72) * 25.4),
})

type Located = {
  number: number
  page: PdfDict
  view: PageView
  /** Undefined when the page cannot be read. */
  marks: PageMark[] | undefined
  words: Rect | undefined
}

/** The page wished, or the last page on which the phrase stands; rectangles as seen. */
function locate(file: PdfFile, pages: (PdfDict | undefined)[], { near }: PlaceWish): Located | undefined {
  const look = (number: number): Located | undefined => {
    const page = pages[number - 1]
    if (!page) return undefined
    const view = viewOf(file, page)
    const marks = readMarks(file, page)
    const texts = marks?.filter((mark) => mark.kind === 'text') ?? []
    const box =
      'phrase' in near
        ? findPhrase(
            texts.map((mark) => seenText(mark, view)),
            near.phrase,
          )
        : undefined
    return { number, page, view, marks, words: box }
  }
  if (!('phrase' in near)) return look('beside' in near ? near.beside.page : near.page)
  for (let number = near.page ?? pages.length; number >= (near.page ?? 1); number--) {
    const found = look(number)
    if (found?.words) return found
  }
  return undefined
}

const seenText = <T extends { rect: Rect; rects: Rect[] }>(mark: T, view: PageView): T => ({
  ...mark,
  rect: boxOf(mark.rect, view.toSeen),
  rects: mark.rects.map((rect) => boxOf(rect, view.toSeen)),
})

export function viewOf(file: PdfFile, page: PdfDict): PageView {
  const box = inherited(file, page, 'CropBox') ?? inherited(file, page, 'MediaBox')
  const rect = rectOf(file, { kind: 'dict', entries: new Map([['Rect', box]]) }) ?? [0, 0, 612, 792]
  const rotate = inherited(file, page, 'Rotate')
  const turns = typeof rotate === 'number' ? ((rotate % 360) + 360) % 360 : 0
  return pageView(rect, turns === 90 || turns === 180 || turns === 270 ? turns : 0)
}

function readMarks(file: PdfFile, page: PdfDict): PageMark[] | undefined {
  try {
    return pageMarks(file, page, { ...PAGE_BUDGET })
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}
