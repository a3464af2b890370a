import { fieldsIn } from '../condition.ts'
import { fieldsOf, namesOf, rootOf, sectionsOf, type FormDefinition, type FormLayout } from '../form.ts'
import type { Values } from '../reading.ts'

export const CHECK_PATH = '/bieu-mau/kiem-tra/'

/** What a browser needs of a layout to check a page. */
export type CheckedLayout = Pick<FormLayout, 'pages'>

/** Answers of other pages that decide about questions and pages of the form. */
export function knownElsewhere(definition: Pick<FormDefinition, 'layout'>, page: string, values: Values): Values {
  const here = namesOf(definition, page)
  const conditions = [...fieldsOf(definition), ...sectionsOf(definition)].flatMap(({ when }) => when ?? [])
  const deciding = new Set(conditions.flatMap(fieldsIn).filter((name) => !here.has(name)))
  return Object.fromEntries(Object.entries(values).filter(([name]) => deciding.has(rootOf(name))))
}
