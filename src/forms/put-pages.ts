import { isAsked } from './condition.ts'
import type { FormData, FormDefinition, FormPage } from './form.ts'
import { fieldTexts } from './texts.ts'

/** The pages with something to answer, given the answers so far; the others are left out of every list. */
export function putPages({ layout }: Pick<FormDefinition, 'layout'>, data: FormData): FormPage[] {
  return layout.pages.filter((page) => isAsked(page, data) && page.sections.some((section) => isPut(section, data)))
}

function isPut({ when, repeat, fields }: FormPage['sections'][number], data: FormData): boolean {
  return isAsked({ when }, data) && (repeat !== undefined || fields.some((spec) => isAsked(spec, data)))
}

type Titled = Pick<FormPage, 'id' | 'title'>

/** What answers have changed about the pages, in words; nothing when they are the same. */
export function pagesChanged(before: readonly Titled[], after: readonly Titled[]): string | undefined {
  const missingIn = (list: readonly Titled[]) => (page: Titled) => list.every(({ id }) => id !== page.id)
  return changeWords(after.filter(missingIn(before)), before.filter(missingIn(after)))
}

export function changeWords(more: readonly Titled[], fewer: readonly Titled[]): string | undefined {
  const titles = (pages: readonly Titled[]) => pages.map(({ title }) => `“${title}”`).join(', ')
  const told = [
    ...(more.length > 0 ? [fieldTexts.pagesMore(titles(more))] : []),
    ...(fewer.length > 0 ? [fieldTexts.pagesFewer(titles(fewer))] : []),
  ]
  return told.length > 0 ? told.join(' ') : undefined
}
