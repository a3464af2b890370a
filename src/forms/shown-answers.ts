import { isAsked } from './condition.ts'
import { sectionsOf, waitingFor, type FieldSpec, type FormData, type FormDefinition } from './form.ts'
import { kindOf } from './kinds/kinds.ts'
import { fieldTexts } from './texts.ts'

export type ShownAnswer = {
  /** Path of the question: `fullName`, `members.1.fullName`. */
  name: string
  label: string
  /** On a page in English: the label is Vietnamese. */
  isVietnamese?: true
  text: string
  pageId: string
  section: string | undefined
  /** Of a group: which one, counted from 1. */
  entry?: { name: string; no: number }
}

/** The answers as people read them, for the page that asks to check them and for the officer: `022 188 001 512`, `20/11/2026`. */
export function shownAnswers(definition: Pick<FormDefinition, 'layout'>, data: FormData): ShownAnswer[] {
  return sectionsOf(definition).flatMap(({ section, pageId, when }) => {
    const common = { pageId, section: section.title }
    const { repeat, fields } = section
    if (!repeat)
      return fields.flatMap((spec) =>
        shownField(waitingFor(spec, when), data).map((shown) => ({ ...shown, ...common })),
      )
    if (!isAsked({ when }, data)) return []
    return entriesOf(data, repeat.name).flatMap((entry, index) =>
      fields.flatMap((spec) =>
        shownField(spec, entry).map((shown) => ({
          ...shown,
          ...common,
          name: `${repeat.name}.${index}.${spec.name}`,
          label: `${fieldTexts.entry(repeat.entry, index + 1)}: ${shown.label}`,
          entry: { name: repeat.entry, no: index + 1 },
        })),
      ),
    )
  })
}

export function entriesOf(data: FormData, group: string): FormData[] {
  const entries = data[group]
  return Array.isArray(entries) ? (entries as FormData[]) : []
}

function shownField(
  spec: FieldSpec,
  answers: FormData,
): Pick<ShownAnswer, 'name' | 'label' | 'isVietnamese' | 'text'>[] {
  const value = answers[spec.name]
  if (value === undefined || !isAsked(spec, answers)) return []
  const { name, label, isVietnamese } = spec
  return [{ name, label, ...(isVietnamese && { isVietnamese }), text: kindOf(spec.kind).show(value, spec) }]
}
