import type { FieldOption, FormDefinition, FormLayout } from './form.ts'
import { schemaOf } from './schema.ts'

/** The form with the communes of a day to choose from; the stored definition names none, as they change with the law. */
export function withCommunes(definition: FormDefinition, communes: FieldOption[]): FormDefinition {
  const layout: FormLayout = {
    ...definition.layout,
    pages: definition.layout.pages.map((page) => ({
      ...page,
      sections: page.sections.map((section) => ({
        ...section,
        fields: section.fields.map((spec) => (spec.kind === 'commune' ? { ...spec, options: communes } : spec)),
      })),
    })),
  }
  return { ...definition, layout, schema: schemaOf(layout) }
}
