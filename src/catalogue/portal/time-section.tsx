import { formatDate } from '../../platform/dates.ts'
import { Details, Notice, Rail, Table } from '../../ui/index.ts'
import type { ProcedureCase } from '../procedure.ts'
import type { ProcedureView } from './procedure-view.ts'
import { SourceText } from './source-text.tsx'
import { otherTerms, publishedTerms } from './terms.ts'
import { procedureTexts as words } from './texts.ts'
import { plainName, termWords } from './words.ts'

/** How long: the term of every case, the words it was read from, and whose hands the dossier goes through. */
export function TimeSection({ view: { procedure, way } }: { view: ProcedureView }) {
  const { cases } = procedure
  const [only] = cases
  const differing = otherTerms(procedure)
  const published = publishedTerms(procedure)
  return (
    <>
      <h2 id="bao-lau">{words.howLong}</h2>
      {cases.length === 1 && only ? (
        <p class="mot-cau">
          <CaseTerm one={only} />
        </p>
      ) : (
        <CaseTable cases={cases} />
      )}
      <p class="nhe">{words.countsFrom}</p>
      {differing.length > 0 && <Notice tone="soon">{words.termsDiffer(differing.join(', '))}</Notice>}
      {published.length > 0 && (
        <Details summary={words.publishedTerms}>
          <SourceText text={published.join('\n')} />
        </Details>
      )}
      {way.length > 0 && (
        <>
          <h3 class="cach-lon duoi">{words.way}</h3>
          <Rail
            level={4}
            steps={way.map(({ name, role }) => ({ title: name, state: 'waiting', note: words.roles[role] }))}
          />
        </>
      )}
    </>
  )
}

function CaseTerm({ one: { term, termSource } }: { one: ProcedureCase }) {
  if (!term) return <span class="chua-ro">{words.termUnknown}</span>
  return (
    <>
      <b>{termWords(term)}</b>
      {termSource && <> {words.termStated(termSource.documentNumber, formatDate(termSource.documentOn))}</>}
    </>
  )
}

function CaseTable({ cases }: { cases: readonly ProcedureCase[] }) {
  return (
    <Table
      caption={words.howLong}
      captionHidden
      columns={[
        { title: words.case, rowHeader: true, cell: ({ name }) => plainName(name) },
        {
          title: words.term,
          cell: (one) => <CaseTerm one={one} />,
        },
      ]}
      rows={cases}
      rowKey={({ code }) => code}
    />
  )
}
