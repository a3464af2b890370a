import { field, type FormBody } from '../../../platform/web/web.ts'
import type { Placed } from '../../intake/arrange.ts'
import type { OpenScan } from '../../intake/get-scan.ts'

/** Where every page stands: those of the form as it says, the others where they are. What is no number stays as it was. */
export function placedIn(form: FormBody, { papers, besides }: Pick<OpenScan, 'papers' | 'besides'>): Placed[] {
  const standing = [
    ...papers.flatMap(({ no, pages }) =>
      pages.map((page) => ({ pageId: page.id, paperNo: no, place: page.place ?? 0 })),
    ),
    ...besides.map(({ id }) => ({ pageId: id, paperNo: 0, place: 0 })),
  ]
  return standing.map(({ pageId, paperNo, place }) => ({
    pageId,
    paperNo: numberIn(form, `giay-to-${pageId}`) ?? paperNo,
    // A page moved to another paper without a place of its own comes last there.
    place: numberIn(form, `cho-${pageId}`) ?? place,
  }))
}

function numberIn(form: FormBody, name: string): number | undefined {
  const text = field(form, name)
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
