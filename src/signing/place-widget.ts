import { placeAppearance, prepareAppearance } from './appearance/compose.ts'
import { extendForm, setWidget } from './pdf/extend-form.ts'
import { formFields, isEmptyValue, pageRefs, rectOf } from './pdf/form.ts'
import type { Rect } from './pdf/form.ts'
import type { PdfFile } from './pdf/file.ts'
import type { Increment } from './pdf/increment.ts'
import { dict, name, withEntries } from './pdf/objects.ts'
import type { PdfRef, PdfValue } from './pdf/objects.ts'
import { findPlace, viewOf } from './placement/find-place.ts'
import type { Place } from './placement/find-place.ts'
import type { SignatureRequest } from './prepare-signature.ts'
import { fieldUnavailable } from './unreadable.ts'

/** Shows the signature in a prepared empty field, or in a new one: where it was told, or where there is room. */
export async function placeWidget(
  increment: Increment,
  file: PdfFile,
  request: SignatureRequest,
  { signature, certifies }: { signature: PdfRef; certifies: boolean },
): Promise<void> {
  const fields = formFields(file)
  const catalog = certifies ? { catalog: { Perms: dict({ DocMDP: signature }) } } : {}
  const existing = fields.find((field) => field.name === request.field.name)
  if (existing) {
    const rect = rectOf(file, existing.dict)
    if (existing.type !== 'Sig' || !rect || !isEmptyValue(file, existing.value)) throw fieldUnavailable(existing.name)
    const look = await lookOf(increment, request, rect)
    increment.set(existing.ref, withEntries(existing.dict, { V: signature, ...look }))
    extendForm(increment, file, { widgets: [], signatures: true, ...catalog })
    return
  }
  const { page, rect, rotate } = await placeOf(file, request.field)
  const look = await lookOf(increment, request, rect, rotate)
  const field = dict({ FT: name('Sig'), V: signature, ...look })
  const widget = { ref: increment.reserve(), page, rect, field, fieldName: request.field.name }
  setWidget(increment, file, widget)
  extendForm(increment, file, { widgets: [widget], signatures: true, ...catalog })
}

async function placeOf(
  file: PdfFile,
  { name: fieldName, page, rect, place }: SignatureRequest['field'],
): Promise<Place> {
  if (place) return findPlace(file, place)
  const pageDict = file.dict(pageRefs(file)[(page ?? 0) - 1])
  if (page === undefined || !rect || !pageDict) throw fieldUnavailable(fieldName)
  return { page, rect, rotate: viewOf(file, pageDict).rotate }
}

/** Upright as the page is seen. */
async function lookOf(
  increment: Increment,
  request: SignatureRequest,
  [left, bottom, right, top]: Rect,
  rotate: Place['rotate'] = 0,
): Promise<Record<string, PdfValue>> {
  const [across, up] = [right - left, top - bottom]
  if (!request.appearance || across <= 0 || up <= 0) return {}
  const [width, height] = rotate === 90 || rotate === 270 ? [up, across] : [across, up]
  const appearance = await prepareAppearance({ ...request.appearance, width, height })
  return { AP: dict({ N: placeAppearance(increment, appearance, rotate) }) }
}
