import { prepareFieldFont } from './appearance/field-text.ts'
import { formXObject } from './appearance/compose.ts'
import { dict, name, textString } from './pdf/objects.ts'
import type { PdfDict } from './pdf/objects.ts'
import { readPdf } from './pdf/file.ts'
import { extendForm, setWidget } from './pdf/extend-form.ts'
import { formFields } from './pdf/form.ts'
import type { Rect } from './pdf/form.ts'
import { startIncrement } from './pdf/increment.ts'
import type { Increment } from './pdf/increment.ts'
import { refusingUnreadable, fieldUnavailable } from './unreadable.ts'

/** `page` counts from 1; `size` in points; the text is filled in later, at sealing. */
export type TextPlace = { name: string; page: number; rect: Rect; size?: number; align?: 'left' | 'centre' }
export type SignaturePlace = { name: string; page: number; rect: Rect }

/** Only the system fills them in: 1 = read only, ISO 32000-1 table 221. */
const READ_ONLY = 1
export const FIELD_FONT = 'Tinos'
export const DEFAULT_TEXT_SIZE = 13

/**
 * Adds empty fields before anybody signs: text fields for number and date, which the system fills in after the leader
 * has signed (Decree 30/2020, Annex I), and signature fields, so that later signers need not change the form.
 */
export function prepareFields(
  pdf: Uint8Array,
  fields: { texts?: TextPlace[]; signatures?: SignaturePlace[] },
): Promise<Buffer> {
  return refusingUnreadable(async () => {
    const file = readPdf(pdf)
    const { texts = [], signatures = [] } = fields
    const places = [...texts, ...signatures]
    const taken = new Set(formFields(file).map((field) => field.name))
    for (const place of places) {
      if (taken.has(place.name)) throw fieldUnavailable(place.name)
      taken.add(place.name)
    }
    const font = texts.length > 0 ? await prepareFieldFont() : undefined
    const increment = startIncrement(file)
    const add = (place: SignaturePlace, field: PdfDict) => {
      const widget = { ref: increment.reserve(), page: place.page, rect: place.rect, field, fieldName: place.name }
      setWidget(increment, file, widget)
      return widget
    }
    const widgets = [
      ...texts.map((place) => add(place, textField(increment, place))),
      ...signatures.map((place) => add(place, dict({ FT: name('Sig'), AP: emptyLook(increment, place.rect) }))),
    ]
    const placed = font ? { font: { name: FIELD_FONT, value: font.place(increment) } } : {}
    extendForm(increment, file, { widgets, signatures: false, ...placed })
    return increment.finish().bytes
  })
}

function textField(increment: Increment, place: TextPlace): PdfDict {
  const look = `/${FIELD_FONT} ${place.size ?? DEFAULT_TEXT_SIZE} Tf 0 g`
  return dict({
    FT: name('Tx'),
    Ff: READ_ONLY,
    DA: { kind: 'string', bytes: Buffer.from(look) },
    Q: place.align === 'centre' ? 1 : 0,
    V: textString(''),
    AP: emptyLook(increment, place.rect),
  })
}

/** PDF/A wants a look for every widget, also for one that shows nothing yet. */
function emptyLook(increment: Increment, [left, bottom, right, top]: Rect): PdfDict {
  const empty = { kind: 'stream' as const, dict: dict({}), data: Buffer.alloc(0) }
  return dict({ N: increment.add(formXObject({ width: right - left, height: top - bottom }, dict({}), empty)) })
}
