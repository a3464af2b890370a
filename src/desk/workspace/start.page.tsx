import { formatDateTime } from '../../platform/dates.ts'
import { formatTerm, type Term } from '../../platform/term.ts'
import { shortProcedureName } from '../../catalogue/index.ts'
import type { Channel } from '../../dossiers/index.ts'
import { Button, Field, SummaryList, Table, type Column } from '../../ui/index.ts'
import { countWords, startTexts as texts } from './texts.ts'

export type FoundProcedure = { code: string; name: string; terms: (Term | null)[]; isHere: boolean }
export type UsualProcedure = { code: string; name: string; count: number }
export type HalfDone = { resumeCode: string; procedureName: string; personName: string | null; updatedAt: Date }

export type StartPageProps = {
  deskName: string
  q: string
  found: FoundProcedure[]
  hasMore: boolean
  usual: UsualProcedure[]
  counts: Partial<Record<Channel, number>>
  halfDone: HalfDone[]
}

/** Between two people: find the procedure, see what is usual here, go on with what is half done. */
export function StartPage({ deskName, q, found, hasMore, usual, counts, halfDone }: StartPageProps) {
  return (
    <div class="cuon-trang">
      <form class="quay-tim" role="search" aria-label={texts.findForm} method="get" action="/quay">
        <Field
          name="q"
          type="search"
          label={texts.findLabel}
          hint={texts.findHint}
          value={q}
          autoFocus
          autoComplete="off"
        />
        <Button icon="search">{texts.find}</Button>
      </form>
      <div class="quay-mo">
        <div class="tim-thay">
          {q !== '' && <Found q={q} found={found} hasMore={hasMore} />}
          <h2>{texts.most}</h2>
          <Table
            caption={texts.most}
            captionHidden
            dense
            columns={USUAL}
            rows={usual}
            rowKey={({ code }) => code}
            empty={<p class="nhe">{texts.mostEmpty}</p>}
          />
        </div>
        <aside aria-label={texts.today}>
          <h2>{texts.today}</h2>
          <p class="nhe">{deskName}</p>
          <SummaryList rows={countRows(counts)} />
          <p class="nhe nho">
            <a href="/viec">{texts.lookAtQueue}</a>
          </p>
          <h2>{texts.supplement}</h2>
          <p>
            <a href="/quay/bo-sung">{texts.takeSupplement}</a>
          </p>
          <h2>{texts.drafts}</h2>
          <HalfDoneList drafts={halfDone} />
        </aside>
      </div>
    </div>
  )
}

function Found({ q, found, hasMore }: Pick<StartPageProps, 'q' | 'found' | 'hasMore'>) {
  return (
    <>
      <h2>{texts.found}</h2>
      <Table
        caption={texts.found}
        captionHidden
        dense
        columns={FOUND}
        rows={found}
        rowKey={({ code }) => code}
        empty={<p>{texts.nothing(q)}</p>}
      />
      {hasMore && <p class="nhe nho">{texts.more}</p>}
    </>
  )
}

const link = ({ code, name }: { code: string; name: string }) => (
  <a href={`/quay/moi/${code}`} title={name}>
    {shortProcedureName(name)}
  </a>
)

const FOUND: Column<FoundProcedure>[] = [
  { title: texts.code, cell: ({ code }) => code, kind: 'code' },
  { title: texts.procedure, cell: link, rowHeader: true },
  {
    title: texts.term,
    cell: ({ terms }) => [...new Set(terms.map((term) => (term ? formatTerm(term) : texts.noTerm)))].join('; '),
  },
  { title: texts.place, cell: ({ isHere }) => (isHere ? texts.here : texts.elsewhere) },
]

const USUAL: Column<UsualProcedure>[] = [
  { title: texts.code, cell: ({ code }) => code, kind: 'code' },
  { title: texts.procedure, cell: link, rowHeader: true },
  { title: texts.times, cell: ({ count }) => count.toLocaleString('vi-VN'), kind: 'number' },
]

const CHANNELS = ['counter', 'postal', 'online', 'national-portal'] as const satisfies readonly Channel[]

function countRows(counts: StartPageProps['counts']) {
  const total = CHANNELS.reduce((sum, channel) => sum + (counts[channel] ?? 0), 0)
  const rows = CHANNELS.filter((channel) => channel === 'counter' || (counts[channel] ?? 0) > 0)
  return [
    { label: texts.received, value: total.toLocaleString('vi-VN'), figures: true },
    ...rows.map((channel) => ({
      label: countWords[channel],
      value: (counts[channel] ?? 0).toLocaleString('vi-VN'),
      figures: true,
    })),
  ]
}

function HalfDoneList({ drafts }: { drafts: HalfDone[] }) {
  if (drafts.length === 0) return <p class="nhe">{texts.draftsEmpty}</p>
  return (
    <SummaryList
      rows={drafts.map(({ resumeCode, procedureName, personName, updatedAt }) => ({
        label: resumeCode,
        value: (
          <>
            <a href={`/quay/tiep/${resumeCode}`}>{personName ?? texts.draftNobody}</a>
            <br />
            <span class="nhe nho">
              {procedureName}. {texts.kept} {formatDateTime(updatedAt)}
            </span>
          </>
        ),
      }))}
    />
  )
}
