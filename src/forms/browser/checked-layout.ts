import { fieldsIn } from '../condition.ts'
import { fieldsOf, groupsOf, namesOf, rootOf, sectionsOf, type FormDefinition, type FormLayout } from '../form.ts'
import type { Values } from '../reading.ts'

export const CHECK_PATH = '/bieu-mau/kiem-tra/'

/** What a browser needs of a layout to check a page. */
export type CheckedLayout = Pick<FormLayout, 'pages'>

/** Answers of other pages that decide about questions and pages of the form, or that answers are compared with. */
export function knownElsewhere(definition: Pick<FormDefinition, 'layout'>, page: string, values: Values): Values {
  const here = namesOf(definition, page)
  const conditions = [...fieldsOf(definition), ...sectionsOf(definition)].flatMap(({ when }) => when ?? [])
  const questions = [...fieldsOf(definition, page), ...groupsOf(definition, page).flatMap(({ fields }) => fields)]
  const compared = questions.flatMap(({ compared = [] }) => compared.map(({ field }) => field))
  const needed = new Set([...conditions.flatMap(fieldsIn), ...compared].filter((name) => !here.has(name)))
  return Object.fromEntries(Object.entries(values).filter(([name]) => needed.has(rootOf(name))))
}
