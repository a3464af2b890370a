import type { Rect } from '../pdf/form.ts'
import { isEmptyValue, rectOf } from '../pdf/form.ts'
import { PdfError, nameOf } from '../pdf/objects.ts'
import type { Budget, PdfDict } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pageMarks } from '../placement/page-marks.ts'

/** What the pages of one revision may cost to read. */
export const newReadingBudget = (): Budget => ({ values: 2_000_000, bytes: 128 * 1024 * 1024 })

/** Decree 30/2020, annex I: a seal covers about a third of the signature. */
const MAX_SHARE_OF_SIGNATURE = 0.4
/** Boxes of letters and fields hold room around the ink: only their middle counts. */
const MARGIN_OF_LETTER = 0.25

/** Tells of rectangles put on a page later whether they hide what stood there: letters, texts filled in, most of a signature. */
export function coveringTest(file: PdfFile, page: PdfDict, budget: Budget): (rect: Rect) => boolean {
  let shown: Shown | undefined
  return (rect) => {
    if (area(rect) === 0) return false
    shown ??= shownBefore(file, page, budget)
    if (shown.texts.some((text) => common(rect, middleOf(text)) > 0)) return true
    return shown.signatures.some((signature) => {
      signature.covered += common(rect, signature.rect)
      return signature.covered > MAX_SHARE_OF_SIGNATURE * area(signature.rect)
    })
  }
}

/** None of a page that cannot be read, as with filters we do not know: nobody is accused for what was not seen. */
function lettersOf(file: PdfFile, page: PdfDict, budget: Budget): Rect[] {
  try {
    return pageMarks(file, page, budget).flatMap((mark) =>
      mark.kind === 'text' ? mark.rects.filter((_, index) => isInk(mark.letters[index])) : [],
    )
  } catch (error) {
    if (error instanceof PdfError) return []
    throw error
  }
}

/** A code whose letter is not known may be any. */
const isInk = (letter = '') => letter === '' || letter.trim() !== ''

/** `covered`: by all rectangles asked about so far, so that many small ones hide no more than one. */
type Shown = { signatures: { rect: Rect; covered: number }[]; texts: Rect[] }

/** Letters, notes, fields that are filled in and signatures; an empty field shows nothing and waits to be covered. */
function shownBefore(file: PdfFile, page: PdfDict, budget: Budget): Shown {
  const shown: Shown = { signatures: [], texts: lettersOf(file, page, budget) }
  const list = file.resolve(page.entries.get('Annots'))
  for (const item of Array.isArray(list) ? list : []) {
    const own = file.dict(item)
    const rect = own && rectOf(file, own)
    if (!rect || area(rect) === 0) continue
    const parent = file.dict(own.entries.get('Parent'))
    const inherits = (key: string) => file.resolve(own.entries.get(key) ?? parent?.entries.get(key))
    const subtype = nameOf(file.resolve(own.entries.get('Subtype')))
    if (subtype === 'Link' || subtype === 'Popup') continue
    if (subtype === 'Widget' && isEmptyValue(file, inherits('V'))) continue
    const isSignature = subtype === 'Widget' && nameOf(inherits('FT')) === 'Sig'
    if (isSignature) shown.signatures.push({ rect, covered: 0 })
    else shown.texts.push(rect)
  }
  return shown
}

const area = ([left, bottom, right, top]: Rect) => (right - left) * (top - bottom)

const common = (a: Rect, b: Rect) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]))

function middleOf([left, bottom, right, top]: Rect): Rect {
  const [across, up] = [(right - left) * MARGIN_OF_LETTER, (top - bottom) * MARGIN_OF_LETTER]
  return [left + across, bottom + up, right - across, top - up]
}
