import {
  WHOM_PAGE,
  namesOf,
  sectionsOf,
  waitingFor,
  type FieldSpec,
  type FormDefinition,
  type FormPage,
  type FormSection,
} from '../../forms/index.ts'
import { askedAtDesk, choicesAtDesk } from './texts.ts'

export const PERSON_PART = 'nguoi-nop'
export const WORK_PART = 'viec'
export const RESULT_PART = 'tra'

/**
 * The form laid out for the desk: who stands there and for whom, what they want, how they get it; questions as an officer puts
 * them.
 */
export function arrangeForm(form: FormDefinition): FormDefinition {
  const all = sectionsOf(form).map(({ section, pageId, when }) => ({ section: { ...section, when }, pageId }))
  const on = (page: string) => all.filter(({ pageId }) => pageId === page).map(({ section }) => section)
  const sections = all
    .filter(({ pageId }) => pageId !== PERSON_PART && pageId !== WHOM_PAGE)
    .map(({ section }) => section)
  const isResult = ({ fields }: (typeof sections)[number]) =>
    fields.some(({ name }) => name === 'resultDelivery' || name === 'declaredTrue')
  const parts: FormPage[] = [
    { id: PERSON_PART, title: '', sections: [...on(PERSON_PART), ...on(WHOM_PAGE)] },
    { id: WORK_PART, title: '', sections: sections.filter((section) => !isResult(section)) },
    { id: RESULT_PART, title: '', sections: sections.filter(isResult) },
  ]
  return {
    ...form,
    layout: { ...form.layout, pages: parts.map((part) => ({ ...part, sections: joined(part.sections) })) },
  }
}

/** Questions asked once stand together; a group stays a group, and so does what only some ways of filing ask for. */
function joined(sections: FormSection[]): FormSection[] {
  const isApart = ({ repeat, when }: FormSection) => repeat !== undefined || (when !== undefined && 'any' in when)
  const once = sections.filter((section) => !isApart(section))
  const apart = sections.filter(isApart)
  return [
    { fields: once.flatMap(({ fields, when }) => fields.map((spec) => atDesk(underLast(waitingFor(spec, when))))) },
    ...apart.map((section) => ({ ...section, fields: section.fields.map(atDesk) })),
  ]
}

/** A question under a choice that stands under another choice itself appears with it: the last one is enough to say. */
function underLast(spec: FieldSpec): FieldSpec {
  const last = spec.when && 'all' in spec.when ? spec.when.all.at(-1) : undefined
  return last && 'is' in last ? { ...spec, when: last } : spec
}

/** Which part of the page a question stands in; used to send an error to it. */
export function hasQuestions(form: FormDefinition, part: string): boolean {
  return namesOf(form, part).size > 0
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
