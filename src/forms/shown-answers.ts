import { isAsked, type FormData, type FormDefinition } from './form.ts'
import { kindOf } from './kinds/kinds.ts'

export type ShownAnswer = { name: string; label: string; text: string; pageId: string; section: string | undefined }

/** The answers as people read them, for the page that asks to check them and for the officer: `022 188 001 512`, `20/11/2026`. */
export function shownAnswers(definition: Pick<FormDefinition, 'layout'>, data: FormData): ShownAnswer[] {
  return definition.layout.pages.flatMap((page) =>
    page.sections.flatMap((section) =>
      section.fields
        .filter((spec) => data[spec.name] !== undefined && isAsked(spec, data))
        .map((spec) => ({
          name: spec.name,
          label: spec.label,
          text: kindOf(spec.kind).show(data[spec.name], spec),
          pageId: page.id,
          section: section.title,
        })),
    ),
  )
}
