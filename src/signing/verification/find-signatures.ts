import { isRef, isString, nameOf, textOf } from '../pdf/objects.ts'
import type { PdfDict, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pdfDate } from '../pdf/date.ts'
import { formFields, isEmptyValue, pageRefs, rectOf } from '../pdf/form.ts'
import type { Rect } from '../pdf/form.ts'
import type { StructureProblem } from './report.ts'

export type FoundSignature = {
  fieldName: string
  /** Object number of the signature dictionary, undefined when it stands inside its field. */
  objectNumber: number | undefined
  dict: PdfDict
  subFilter: string
  place: { page: number; rect: Rect } | undefined
  claimedAt: Date | undefined
  reason: string | undefined
  location: string | undefined
  contents: Uint8Array
  /** Undefined together with a problem. */
  range: ByteRange | undefined
  problem: StructureProblem | undefined
}

/** Everything up to `end` is signed but the string from `gapStart` to `gapEnd`, brackets included. */
export type ByteRange = { gapStart: number; gapEnd: number; end: number }

/** Signed signature fields of the form, in the order of what they cover. */
export function findSignatures(file: PdfFile): FoundSignature[] {
  const pages = pageRefs(file)
  const found: FoundSignature[] = []
  for (const field of formFields(file)) {
    if (field.type !== 'Sig' || isEmptyValue(file, field.value)) continue
    const dict = file.dict(field.value)
    if (!dict) continue
    const entry = (key: string): PdfValue => file.resolve(dict.entries.get(key))
    const contents = entry('Contents')
    const rect = rectOf(file, field.dict)
    const pageRef = field.dict.entries.get('P')
    const page = isRef(pageRef) ? pages.findIndex((one) => one.num === pageRef.num) : -1
    const shows = rect !== undefined && rect[2] > rect[0] && rect[3] > rect[1] && page >= 0
    const checked = checkByteRange(file, dict)
    found.push({
      fieldName: field.name,
      objectNumber: isRef(field.value) ? field.value.num : undefined,
      dict,
      subFilter: nameOf(entry('SubFilter')) ?? '',
      place: shows ? { page: page + 1, rect } : undefined,
      claimedAt: pdfDate(textOf(entry('M'))),
      reason: textOf(entry('Reason')),
      location: textOf(entry('Location')),
      contents: isString(contents) ? contents.bytes : Buffer.alloc(0),
      ...checked,
    })
  }
  return found.sort((a, b) => (a.range?.end ?? 0) - (b.range?.end ?? 0))
}

type Checked = { range: ByteRange | undefined; problem: StructureProblem | undefined }

/** From 0, one gap that is exactly the Contents string, up to the end of a revision: no other shape is believed. */
function checkByteRange(file: PdfFile, dict: PdfDict): Checked {
  const wrong = (problem: StructureProblem): Checked => ({ range: undefined, problem })
  const value = dict.entries.get('ByteRange')
  const numbers = (Array.isArray(value) ? value : []).filter(
    (item): item is number => typeof item === 'number' && Number.isSafeInteger(item) && item >= 0,
  )
  const [start, gapStart, gapEnd, rest] = numbers
  if (!Array.isArray(value) || value.length !== 4 || start !== 0) return wrong('byte-range-wrong')
  if (gapStart === undefined || gapEnd === undefined || rest === undefined) return wrong('byte-range-wrong')
  const end = gapEnd + rest
  if (gapStart < 5 || gapEnd <= gapStart || rest === 0 || end > file.bytes.length) return wrong('byte-range-wrong')
  const contents = dict.entries.get('Contents')
  if (!isString(contents) || contents.span?.start !== gapStart || contents.span.end !== gapEnd) {
    return wrong('contents-wrong')
  }
  // Compared with the file itself: a dictionary inside an object stream has its places elsewhere.
  const gap = Buffer.from(file.bytes.subarray(gapStart, gapEnd)).toString('latin1')
  if (!/^<(?:[0-9A-Fa-f]{2})+>$/.test(gap) || !Buffer.from(gap.slice(1, -1), 'hex').equals(contents.bytes)) {
    return wrong('contents-wrong')
  }
  return { range: { gapStart, gapEnd, end }, problem: undefined }
}
