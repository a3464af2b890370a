import type { Rect } from '../pdf/form.ts'
import { rectOf } from '../pdf/form.ts'
import { nameOf } from '../pdf/objects.ts'
import type { PdfDict } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { boxOf } from './matrix.ts'
import type { PageView } from './matrix.ts'
import type { PageMark } from './page-marks.ts'
import { inkOf } from './scanned-page.ts'

/** Points between what is there and what is put there. */
const CLEARANCE = 1
/** A picture that takes this share of a page is the page itself, scanned. */
const WHOLE_PAGE = 0.5
/** A filled shape of that size is a background. */
const BACKGROUND = 0.25

/** Everything on a page that may not be covered, as rectangles of the page as it is seen; `except` is a field of no account. */
export async function takenRects(
  file: PdfFile,
  page: PdfDict,
  { view, marks, except }: { view: PageView; marks: PageMark[]; except?: Rect },
): Promise<Rect[]> {
  const whole = view.width * view.height
  const taken: Rect[] = []
  for (const mark of marks) {
    const seen = boxOf(mark.rect, view.toSeen)
    if (mark.kind === 'shape' && area(seen) > BACKGROUND * whole) continue
    const isScan = mark.kind === 'image' && area(seen) > WHOLE_PAGE * whole
    const ink = isScan && mark.image ? await inkOf(file, mark.image, mark.rect) : undefined
    if (ink) taken.push(...ink.map((rect) => boxOf(rect, view.toSeen)))
    else if (mark.kind === 'text') taken.push(...mark.rects.map((rect) => boxOf(rect, view.toSeen)))
    else taken.push(seen)
  }
  const fields = annotationRects(file, page).filter((rect) => !except || !isSame(rect, except))
  taken.push(...fields.map((rect) => boxOf(rect, view.toSeen)))
  return taken.map(withClearance)
}

/** Fields, notes and earlier signatures; links show nothing of their own. */
function annotationRects(file: PdfFile, page: PdfDict): Rect[] {
  const list = file.resolve(page.entries.get('Annots'))
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const annotation = file.dict(item)
    const rect = annotation && rectOf(file, annotation)
    return rect && nameOf(file.resolve(annotation.entries.get('Subtype'))) !== 'Link' ? [rect] : []
  })
}

const area = ([left, bottom, right, top]: Rect) => (right - left) * (top - bottom)
const isSame = (a: Rect, b: Rect) => a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 0.01)
const withClearance = ([left, bottom, right, top]: Rect): Rect => [
  left - CLEARANCE,
  bottom - CLEARANCE,
  right + CLEARANCE,
  top + CLEARANCE,
]
