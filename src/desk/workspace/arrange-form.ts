import { fieldsOf, type FieldSpec, type FormDefinition, type FormPage } from '../../forms/index.ts'
import { askedAtDesk, choicesAtDesk } from './texts.ts'

export const PERSON_PART = 'nguoi-nop'
export const WORK_PART = 'viec'
export const RESULT_PART = 'tra'

/** The form laid out for the desk: who stands there, what they want, how they get it; questions as an officer puts them. */
export function arrangeForm(form: FormDefinition): FormDefinition {
  const [person, ...others] = form.layout.pages
  const sections = others.flatMap((page) => page.sections)
  const isResult = ({ fields }: (typeof sections)[number]) =>
    fields.some(({ name }) => name === 'resultDelivery' || name === 'declaredTrue')
  const parts: FormPage[] = [
    { id: PERSON_PART, title: '', sections: person?.sections ?? [] },
    { id: WORK_PART, title: '', sections: sections.filter((section) => !isResult(section)) },
    { id: RESULT_PART, title: '', sections: sections.filter(isResult) },
  ]
  return {
    ...form,
    layout: {
      pages: parts.map((part) => ({
        ...part,
        sections: [{ fields: part.sections.flatMap(({ fields }) => fields.map(atDesk)) }],
      })),
    },
  }
}

/** Which part of the page a question stands in; used to send an error to it. */
export function hasQuestions(form: FormDefinition, part: string): boolean {
  return fieldsOf(form, part).length > 0
}

function atDesk({ hint: _forCitizens, autoComplete: _ofTheOfficer, ...spec }: FieldSpec): FieldSpec {
  const { name, options } = spec
  const words = choicesAtDesk[name]
  return {
    ...spec,
    ...askedAtDesk[name],
    ...(options ? { options: options.map(({ value, label }) => ({ value, label: words?.[value] ?? label })) } : {}),
  }
}
