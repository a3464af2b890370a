import { isRef } from '../pdf/objects.ts'
import type { PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { nodesAbove } from './affected-pages.ts'
import { acroFormOf, formFields, pageRefs } from '../pdf/form.ts'
import type { FormField } from '../pdf/form.ts'

export type Role =
  | { what: 'catalog' | 'form' | 'fields' | 'annotations' | 'pages' | 'silent' }
  | { what: 'page'; page: number }
  | { what: 'field' | 'widget'; field: FormField }

/** What an object of the older revision is for; one that is for two things has the first, stricter one. */
export function rolesOf(file: PdfFile): (num: number) => Role | undefined {
  const roles = new Map<number, Role>()
  const give = (value: PdfValue | undefined, role: Role) => {
    if (isRef(value) && !roles.has(value.num)) roles.set(value.num, role)
  }
  const catalog = file.dict(file.rootRef)
  give(file.rootRef, { what: 'catalog' })
  for (const [index, page] of pageRefs(file).entries()) give(page, { what: 'page', page: index + 1 })
  for (const page of pageRefs(file)) for (const node of nodesAbove(file, page)) give(node, { what: 'pages' })
  for (const field of formFields(file)) {
    give(field.ref, { what: 'field', field })
    const kids = file.resolve(field.dict.entries.get('Kids'))
    for (const kid of Array.isArray(kids) ? kids : []) give(kid, { what: 'widget', field })
  }
  give(catalog?.entries.get('AcroForm'), { what: 'form' })
  give(acroFormOf(file)?.entries.get('Fields'), { what: 'fields' })
  for (const page of pageRefs(file)) give(file.dict(page)?.entries.get('Annots'), { what: 'annotations' })
  give(file.trailer.entries.get('Info'), { what: 'silent' })
  give(catalog?.entries.get('Metadata'), { what: 'silent' })
  const store = catalog?.entries.get('DSS')
  give(store, { what: 'silent' })
  for (const part of file.dict(store)?.entries.values() ?? []) give(part, { what: 'silent' })
  return (num) => roles.get(num)
}
