import type { FieldSpec, FormDefinition } from '../../../forms/index.ts'
import type { HeldAnswers } from '../../prefill/prefill.ts'

/** The form without the questions that need no answer any more; those that only follow from them are left out when drawn. */
export function withoutLocked(form: FormDefinition, { locked }: HeldAnswers): FormDefinition {
  const isOpen = ({ name }: FieldSpec) => !isLocked(name, locked)
  const pages = form.layout.pages.map((page) => ({
    ...page,
    sections: page.sections
      .map((section) => ({ ...section, fields: section.repeat ? section.fields : section.fields.filter(isOpen) }))
      .filter(({ fields }) => fields.length > 0),
  }))
  return { ...form, layout: { ...form.layout, pages } }
}

/** Whether a question is answered by what the State holds; an address stands in several boxes. */
export function isLocked(name: string, locked: HeldAnswers['locked']): boolean {
  return name in locked || `${name}.noi` in locked
}
