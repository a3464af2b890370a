import { acroFormOf, formFields } from '../pdf/form.ts'
import { dict, isRef, name, textString, withEntries } from '../pdf/objects.ts'
import type { PdfDict, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { Increment } from '../pdf/increment.ts'
import { saving, type Change } from './appending.ts'
import { append, pageOf, painting } from './attack.ts'
import type { Attack } from './attack.ts'

const annotate =
  (annotation: Record<string, PdfValue>): Change =>
  (increment, file) => {
    const { ref, page } = pageOf(file)
    const added = increment.add(dict({ Type: name('Annot'), ...annotation }))
    const list = file.resolve(page.entries.get('Annots'))
    const all = [...(Array.isArray(list) ? list : []), added]
    const place = page.entries.get('Annots')
    if (isRef(place)) increment.set(place, all)
    else increment.set(ref, withEntries(page, { Annots: all }))
  }

const changeField =
  (fieldName: string, entries: (increment: Increment) => Record<string, PdfValue>): Change =>
  (increment, file) => {
    const field = formFields(file).find((one) => one.name === fieldName)
    if (field) increment.set(field.ref, withEntries(field.dict, entries(increment)))
  }

const changeCatalog =
  (entries: (increment: Increment, file: PdfFile) => Record<string, PdfValue>): Change =>
  (increment, file) => {
    const catalog = file.dict(file.rootRef)
    if (catalog) increment.set(file.rootRef, withEntries(catalog, entries(increment, file)))
  }

const changeForm =
  (entries: (form: PdfDict) => Record<string, PdfValue>): Change =>
  (increment, file) => {
    const place = file.dict(file.rootRef)?.entries.get('AcroForm')
    const form = acroFormOf(file)
    if (!form) return
    const changed = withEntries(form, entries(form))
    if (isRef(place)) increment.set(place, changed)
    else changeCatalog(() => ({ AcroForm: changed }))(increment, file)
  }

/** What lies over the pages: comments, fields, and what the file does when opened. */
export const formAttacks: Attack[] = [
  saving(
    'stamp-over-text',
    'A stamp annotation over the whole of page 1',
    'annotation-added',
    [1],
    annotate({ Subtype: name('Stamp'), Rect: [0, 0, 600, 800] }),
  ),
  saving(
    'free-text-over-text',
    'A free-text annotation over the heading of page 1',
    'annotation-added',
    [1],
    annotate({
      Subtype: name('FreeText'),
      Rect: [80, 730, 400, 760],
      Contents: textString('GIẤY PHÉP KHÁC'),
      DA: textString('/Helv 14 Tf'),
    }),
  ),
  saving(
    'widget-over-text',
    'A widget that shows text over the heading, tied to no signature',
    'annotation-added',
    [1],
    annotate({
      Subtype: name('Widget'),
      FT: name('Tx'),
      T: textString('moi'),
      V: textString('999'),
      Rect: [80, 730, 400, 760],
    }),
  ),
  saving(
    'signature-look-swapped',
    "The leader's signature field gets another appearance",
    'field-changed',
    [1],
    changeField('nguoi-ky', (increment) => ({ AP: dict({ N: increment.add(painting('0 0 99 99 re f')) }) })),
  ),
  saving(
    'signature-picture-swapped',
    "The stream behind the leader's appearance is written anew",
    'content-changed',
    [1],
    (increment, file) => {
      const look = file
        .dict(
          formFields(file)
            .find((one) => one.name === 'nguoi-ky')
            ?.dict.entries.get('AP'),
        )
        ?.entries.get('N')
      if (isRef(look)) increment.set(look, painting('0 0 99 99 re f'))
    },
  ),
  saving(
    'signature-moved',
    "The widget of the agency's signature is moved over the text",
    'field-changed',
    [1],
    changeField('con-dau', () => ({ Rect: [80, 700, 300, 790] })),
  ),
  saving(
    'number-changed',
    'The number filled in before sealing is filled in again',
    'field-changed',
    [1],
    changeField('so', () => ({ V: textString('999') })),
  ),
  saving(
    'script-added',
    'A script that runs when the file is opened',
    'catalog-changed',
    [],
    changeCatalog(() => ({ OpenAction: dict({ S: name('JavaScript'), JS: textString('app.alert(1)') }) })),
  ),
  saving(
    'layers-added',
    'Optional content that hides a layer',
    'catalog-changed',
    [],
    changeCatalog((increment) => ({
      OCProperties: dict({ OCGs: [increment.add(dict({ Type: name('OCG') }))], D: dict({}) }),
    })),
  ),
  saving(
    'appearances-needed',
    'Readers are told to draw the form anew from its values',
    'form-changed',
    [],
    changeForm(() => ({ NeedAppearances: true })),
  ),
  saving(
    'signature-delisted',
    "The agency's signature is taken out of the form",
    'form-changed',
    [1],
    changeForm((form) => {
      const fields = form.entries.get('Fields')
      return { Fields: Array.isArray(fields) ? fields.slice(0, -1) : [] }
    }),
  ),
  {
    name: 'filled-unsigned',
    done: 'On the version before sealing: the number is filled in and nobody signs for it',
    make: ({ signed }) =>
      append(
        signed,
        changeField('so', (increment) => ({ V: textString('7'), AP: dict({ N: increment.add(painting('')) }) })),
      ),
    verdict: 'altered',
    reason: 'fill-not-signed',
    pages: [1],
  },
]
