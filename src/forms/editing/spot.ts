import { Refusal } from '../../platform/refusal.ts'
import type { FieldSpec, FormLayout, FormPage, FormSection } from '../form.ts'

/** Where in a layout: a page, a section of it, a question of that; counted from 0. */
export type Spot = { page: number; section?: number; field?: number }

/** `1.0.2` is the third question of the first section of the second page. */
export function spotOf(text: string): Spot | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){0,2}$/.test(text)) return undefined
  const [page = 0, section, field] = text.split('.').map(Number)
  return {
    page,
    ...(section === undefined ? {} : { section }),
    ...(field === undefined ? {} : { field }),
  }
}

export function spotText({ page, section, field }: Spot): string {
  return [page, section, field].filter((part) => part !== undefined).join('.')
}

export function pageAt({ pages }: FormLayout, { page }: Spot): FormPage {
  return pages[page] ?? nowhere()
}

export function sectionAt(layout: FormLayout, spot: Spot): FormSection {
  return pageAt(layout, spot).sections[spot.section ?? -1] ?? nowhere()
}

export function fieldAt(layout: FormLayout, spot: Spot): FieldSpec {
  return sectionAt(layout, spot).fields[spot.field ?? -1] ?? nowhere()
}

/** Every question with its place. */
export function spotsOf({
  pages,
}: FormLayout): { spot: Spot; page: FormPage; section: FormSection; spec: FieldSpec }[] {
  return pages.flatMap((page, pageNo) =>
    page.sections.flatMap((section, sectionNo) =>
      section.fields.map((spec, fieldNo) => ({
        spot: { page: pageNo, section: sectionNo, field: fieldNo },
        page,
        section,
        spec,
      })),
    ),
  )
}

function nowhere(): never {
  throw new Refusal('forms.nothing-there')
}

/** Whether there is something at a place. */
export function isThere({ pages }: FormLayout, { page, section, field }: Spot): boolean {
  const there = pages[page]
  if (section === undefined) return there !== undefined
  const within = there?.sections[section]
  return field === undefined ? within !== undefined : within?.fields[field] !== undefined
}
