import { PdfError, dict, isRef, name, textString, withEntries } from './objects.ts'
import type { PdfDict, PdfRef, PdfValue } from './objects.ts'
import type { PdfFile } from './file.ts'
import { acroFormOf, pageRefs } from './form.ts'
import type { Rect } from './form.ts'
import type { Increment } from './increment.ts'

/** Print, and locked against being moved: ISO 32000-1 table 165. */
const WIDGET_FLAGS = 132
/** Signatures exist, and only ever append: ISO 32000-1 table 219. */
const SIG_FLAGS = 3

export type NewWidget = { ref: PdfRef; page: number; rect: Rect; field: PdfDict; fieldName: string }

/** Field and widget as one object, ISO 32000-1 clause 12.5.6.19. */
export function setWidget(increment: Increment, file: PdfFile, widget: NewWidget): void {
  const page = pageRefs(file)[widget.page - 1]
  if (!page) throw new PdfError('malformed', `no page ${widget.page}`)
  const base = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    T: textString(widget.fieldName),
    F: WIDGET_FLAGS,
    Rect: widget.rect,
    P: page,
  })
  increment.set(widget.ref, { kind: 'dict', entries: new Map([...base.entries, ...widget.field.entries]) })
}

export type FormChange = {
  widgets: NewWidget[]
  signatures: boolean
  font?: { name: string; value: PdfValue }
  catalog?: Record<string, PdfValue>
}

/** Puts new widgets into their pages and into the form, and marks the form as signed. */
export function extendForm(increment: Increment, file: PdfFile, change: FormChange): void {
  const pages = pageRefs(file)
  for (const index of new Set(change.widgets.map((widget) => widget.page))) {
    const page = pages[index - 1]
    const pageDict = file.dict(page)
    if (!page || !pageDict) throw new PdfError('malformed', `no page ${index}`)
    const added = change.widgets.filter((widget) => widget.page === index).map((widget) => widget.ref)
    const annotations = pageDict.entries.get('Annots')
    const all = [...listOf(file, annotations), ...added]
    if (isRef(annotations)) increment.set(annotations, all)
    else increment.set(page, withEntries(pageDict, { Annots: all }))
  }
  const catalog = file.dict(file.rootRef)
  if (!catalog) throw new PdfError('malformed', 'no catalog')
  const old = acroFormOf(file) ?? dict({ Fields: [] })
  if (old.entries.has('XFA')) throw new PdfError('dynamic-form', 'XFA')
  const form = withEntries(old, {
    Fields: [...listOf(file, old.entries.get('Fields')), ...change.widgets.map((widget) => widget.ref)],
    ...(change.signatures ? { SigFlags: SIG_FLAGS } : {}),
    ...(change.font ? { DR: dict({ Font: dict({ [change.font.name]: change.font.value }) }) } : {}),
  })
  const place = catalog.entries.get('AcroForm')
  if (isRef(place)) increment.set(place, form)
  const catalogChange = { ...(isRef(place) ? {} : { AcroForm: form }), ...change.catalog }
  if (Object.keys(catalogChange).length > 0) increment.set(file.rootRef, withEntries(catalog, catalogChange))
}

function listOf(file: PdfFile, value: PdfValue | undefined): PdfValue[] {
  const list = file.resolve(value)
  return Array.isArray(list) ? list : []
}
