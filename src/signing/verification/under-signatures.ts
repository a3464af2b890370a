import { onThread } from '../drawing/on-thread.ts'
import type { InkPlace, InkWork } from '../drawing/ink-worker.ts'
import { formFields, pageRefs, rectOf } from '../pdf/form.ts'
import type { Rect } from '../pdf/form.ts'
import { PdfError, newBudget } from '../pdf/objects.ts'
import type { PdfDict } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { inherited, pageMarks } from '../placement/page-marks.ts'
import { newReadingBudget } from './covered-by-widget.ts'
import type { SignatureReport, VerificationReport } from './report.ts'
import { verdictOf } from './verify-pdf.ts'

/**
 * What letters do not tell is looked at: where a later signature lies on a picture, as on every scan, or on a page that cannot be read,
 * the page is drawn as it was before and ink under the signature spoils what was signed before. Where it cannot be drawn within
 * the limits of its thread nobody is accused.
 */
export async function lookUnderSignatures(bytes: Uint8Array, report: VerificationReport): Promise<VerificationReport> {
  const found = placesToLook(bytes, report)
  if (found.length === 0) return report
  const places = found.map(({ place }) => place)
  const inked = await onThread<InkWork, boolean[]>('ink-worker.ts', { bytes, places }, [])
  const hidden = found.filter((_, index) => inked[index] === true)
  return hidden.length === 0 ? report : spoilt(report, hidden)
}

/** `index`: of the signature that lies there. */
type Look = { index: number; place: InkPlace }

function placesToLook(bytes: Uint8Array, { signatures }: VerificationReport): Look[] {
  return signatures.flatMap((one, index) => {
    const before = signatures[index - 1]
    if (!before || !one.place || one.integrity === 'broken') return []
    try {
      const place = placeOf(readPdf(bytes.subarray(0, before.coveredBytes), newBudget()), one, one.place)
      return place ? [{ index, place }] : []
    } catch (error) {
      if (error instanceof PdfError) return []
      throw error
    }
  })
}

/** A field that stood there before is known to who signed before: it may lie anywhere. */
function placeOf(
  file: PdfFile,
  { fieldName }: SignatureReport,
  { page: number, rect }: { page: number; rect: Rect },
): InkPlace | undefined {
  const page = file.dict(pageRefs(file)[number - 1])
  if (!page || formFields(file).some(({ name }) => name === fieldName)) return undefined
  if (!mayHidePicture(file, page, rect)) return undefined
  const toShown = shownOn(file, page)
  const annotations = file.resolve(page.entries.get('Annots'))
  // These are judged as rectangles.
  const except = (Array.isArray(annotations) ? annotations : []).flatMap((item) => {
    const own = file.dict(item)
    const place = own && rectOf(file, own)
    return place ? [toShown(place)] : []
  })
  return { page: number, before: file.bytes.length, rect: toShown(rect), except }
}

function mayHidePicture(file: PdfFile, page: PdfDict, [left, bottom, right, top]: Rect): boolean {
  if (left >= right || bottom >= top) return false
  try {
    const pictures = pageMarks(file, page, newReadingBudget()).filter(({ kind }) => kind === 'image')
    return pictures.some(
      (mark) =>
        mark.kind === 'image' &&
        Math.min(right, mark.rect[2]) > Math.max(left, mark.rect[0]) &&
        Math.min(top, mark.rect[3]) > Math.max(bottom, mark.rect[1]),
    )
  } catch (error) {
    if (error instanceof PdfError) return true
    throw error
  }
}

/** From points of the page to points of what is shown of it, from its upper left: cropped and turned. */
function shownOn(file: PdfFile, page: PdfDict): (rect: Rect) => Rect {
  const boxes = ['CropBox', 'MediaBox'].map((key) => rectOf(file, asRect(inherited(file, page, key))))
  const [left, bottom, right, top] = boxes.find((box) => box !== undefined) ?? [0, 0, 612, 792]
  const turn = inherited(file, page, 'Rotate')
  const quarter = (((typeof turn === 'number' ? Math.round(turn / 90) : 0) % 4) + 4) % 4
  const shown = (x: number, y: number): [number, number] => {
    if (quarter === 1) return [y - bottom, x - left]
    if (quarter === 2) return [right - x, y - bottom]
    return quarter === 3 ? [top - y, right - x] : [x - left, top - y]
  }
  return ([x1, y1, x2, y2]) => {
    const [a, b] = [shown(x1, y1), shown(x2, y2)]
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  }
}

const asRect = (value: ReturnType<typeof inherited>): PdfDict => ({
  kind: 'dict',
  entries: new Map([['Rect', value]]),
})

function spoilt(report: VerificationReport, hidden: readonly Look[]): VerificationReport {
  const problem = 'signature-covers-text'
  const signatures = report.signatures.map((one, at): SignatureReport => {
    const pages = hidden.filter(({ index }) => at < index).map(({ place }) => place.page)
    if (pages.length === 0) return one
    return {
      ...one,
      integrity: one.integrity === 'broken' ? 'broken' : 'altered',
      trusted: false,
      changesAfter: [...one.changesAfter, { kind: 'forbidden', problem, pages: [...new Set(pages)] }],
      reasons: [...new Set([...one.reasons, problem] as const)],
    }
  })
  const reasons = [...new Set([...report.reasons, problem] as const)]
  return { ...report, signatures, reasons, verdict: verdictOf(signatures) }
}
