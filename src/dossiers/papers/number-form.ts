import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { nextFormNumber } from './number-store.ts'
import { formInForce } from './statutory-form.ts'
import { PAPER_KINDS, type PaperKind } from './store.ts'

/** One paper to be numbered: the `no`th of its form for a dossier, or for a reception at the counter that is none yet. */
export type NumberedForm = { subjectId: string; form: PaperKind; no: number; unitId: string; issuedOn: LegalDate }

/** số giấy, `07/HDHS`: the same for a paper that is made again; null for a form that has no number of its own. */
export async function numberForm(db: Db, paper: NumberedForm): Promise<string | null> {
  const { numbering } = formInForce(paper.form, paper.issuedOn)
  if (numbering?.counts !== 'unit-year') return null
  const number = await nextFormNumber(db, paper)
  return `${String(number).padStart(2, '0')}/${numbering.symbol}`
}

/** Numbers a paper before it is printed: a run has no gaps however often the printing is tried. */
export const numberPaper = action({
  name: 'dossiers.number-paper',
  roles: ['system'],
  input: Type.Object({
    subjectId: Type.String(),
    form: Type.Enum([...PAPER_KINDS]),
    no: Type.Integer({ minimum: 1 }),
    unitId: Type.String(),
    issuedOn: Type.String({ format: 'date' }),
  }),
  unjournalled: 'numbers are only ever added, and the paper is journalled with its hash when it is kept',
  run: ({ db }, _, paper) => numberForm(db, paper),
})
