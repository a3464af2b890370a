import type { Db } from '../../src/platform/db.ts'
import type { LegalDate } from '../../src/platform/dates.ts'
import { papersOf, procedureInForce } from '../../src/catalogue/index.ts'
import { aPdf, aStream } from '../../src/documents/testing.ts'
import { filingForm } from '../../src/dossiers/filing/filing-form.ts'
import { answersOfPerson } from '../../src/dossiers/testing.ts'
import { fieldsOf } from '../../src/forms/index.ts'

export const CERTIFIED_COPY = '2.000815'
const AGENCY = 'H49.136'

export type SampleFiling = (
  person: { fullName: string; personalId: string },
  fileIds: string[],
  /** Code of the ward or commune that is to decide; one and the same unless told. */
  agency?: string,
) => unknown

/** What a citizen files for a certified copy at a ward: a whole form, the files under the first paper asked of everybody. */
export async function sampleFiling(db: Db, on: LegalDate): Promise<SampleFiling> {
  const procedure = await procedureInForce(db, CERTIFIED_COPY, on)
  if (!procedure) throw new Error(`no procedure ${CERTIFIED_COPY}`)
  const { definition } = await filingForm(db, procedure, on)
  const asked = new Set(fieldsOf(definition).map(({ name }) => name))
  const [first, ...others] = papersOf(procedure).filter(({ conditional, eform }) => !conditional && !eform)
  if (!first) throw new Error(`${CERTIFIED_COPY} asks for no paper`)
  return (person, fileIds, agency = AGENCY) => ({
    procedureCode: CERTIFIED_COPY,
    competentUnitCode: agency,
    answers: Object.fromEntries(Object.entries(answersOfPerson(person)).filter(([name]) => asked.has(name))),
    components: [{ componentCode: first.code, form: 'electronic', fileIds }],
    omitted: others.map(({ code }) => ({ componentCode: code, reason: 'not-my-case' })),
  })
}

/** A sound one-page PDF with a text of its own, padded to about `bytes`. */
export function samplePdf(text: string, bytes: number): Buffer {
  const padding = `% ${text} ${'.'.repeat(Math.max(0, bytes))}`
  return aPdf({ content: aStream('', `BT /F1 12 Tf 20 100 Td (${text}) Tj ET\n${padding}`) })
}
