import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { renderTypstWithAnchors, type RenderedPaper } from '../../platform/pdf.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import { filesByIds } from '../../documents/index.ts'
import { shownAnswers, withCommunes } from '../../forms/index.ts'
import { communes } from '../../organisation/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { filingForm } from '../filing/filing-form.ts'
import { fileIdsOf } from '../filing/filing.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import type { Omission } from '../dossier.ts'
import type { NamedPerson } from '../co-applicants/co-applicant.ts'
import { signPlace } from './application.ts'
import { applicationTexts as texts } from './paper.texts.ts'

const OMITTED: Record<Omission, string> = {
  'not-my-case': texts.notMine,
  'held-by-the-state': texts.heldByState,
  'filled-on-screen': texts.onScreen,
}

type Filed = {
  procedure: ProcedureVersion
  input: FilingInput
  agencyName: string
  filerName: string
  /** Who stands for it beside its filer. */
  people: readonly (Pick<NamedPerson, 'fullName'> & { id: string })[]
  madeAt: Date
}

/** Everything declared and attached on paper, with each file's hash: what is signed is all of it. */
export async function renderApplication(
  db: Db,
  { procedure, input, agencyName, filerName, people, madeAt }: Filed,
): Promise<RenderedPaper> {
  const day = vietnamDate(madeAt)
  const places = (await communes(db, day)).map(({ communeCode, name }) => ({ value: communeCode ?? '', label: name }))
  const definition = withCommunes((await filingForm(db, procedure, day)).definition, places)
  const shown = shownAnswers(definition, input.answers)
  const files = new Map((await filesByIds(db, fileIdsOf(input.components))).map((file) => [file.id, file]))
  return renderTypstWithAnchors({
    template: 'src/dossiers/application/application.typ',
    title: `${texts.title}: ${procedure.name}`,
    date: madeAt,
    data: {
      title: texts.title,
      procedureName: procedure.name,
      agencyName,
      pages: definition.layout.pages
        .map(({ id, title }) => ({
          title,
          rows: shown
            .filter(({ pageId }) => pageId === id)
            .map(({ label, text }) => ({ label: asLabel(label), value: text })),
        }))
        .filter(({ rows }) => rows.length > 0),
      papers: papersAskedOf(procedure, input.answers).flatMap(({ code, name }) => {
        const own = input.components.filter(({ componentCode }) => componentCode === code)
        const attached = own.flatMap(({ fileIds }) => fileIds.flatMap((id) => files.get(id) ?? []))
        const reason = input.omitted?.find(({ componentCode }) => componentCode === code)?.reason
        if (attached.length === 0 && reason === undefined) return []
        const note = attached.length === 0 && reason !== undefined ? OMITTED[reason] : null
        return [{ name, note, files: attached.map(({ name: fileName, sha256 }) => ({ name: fileName, sha256 })) }]
      }),
      pledge: texts.pledge,
      signHere: signPlace(null),
      personName: filerName,
      together: people.map(({ id, fullName }) => ({ name: fullName, signHere: signPlace(id) })),
      day,
      madeAt: `${vietnamTime(madeAt)}, ${formatDate(day)}`,
    },
  })
}

/** Questions on the screen are labels on paper, with a colon behind them. */
const asLabel = (question: string): string => question.replace(/\?$/, '')
