import type { FormBody } from '../../platform/web/web.ts'
import { field } from '../../platform/web/web.ts'
import { TURNS, type ComposedPage, type PageChoice, type Turn } from './page.ts'

/** What was chosen for each page of a PDF in the form of `PageList`: its place, its turn, the photo as it was, or none of it. */
export function arranged(pages: readonly ComposedPage[], form: FormBody): PageChoice[] {
  return (
    pages
      .map((page) => ({ place: Number(field(form, `thu-tu-${page.no}`)) || page.no, page }))
      .filter(({ page }) => field(form, `bo-${page.no}`) === '')
      // A page moved up goes before the one that stood there, a page moved down behind it.
      .sort((one, other) => order(one) - order(other))
      .map(({ page }) => ({
        fileId: page.sourceFileId,
        way: field(form, `goc-${page.no}`) === '' ? 'straightened' : 'original',
        turn: turnIn(form, page) ?? page.turn,
      }))
  )
}

function order({ place, page }: { place: number; page: ComposedPage }): number {
  return place + (place < page.no ? -0.5 : place > page.no ? 0.5 : 0)
}

function turnIn(form: FormBody, { no }: ComposedPage): Turn | undefined {
  return TURNS.find((degrees) => String(degrees) === field(form, `xoay-${no}`))
}
