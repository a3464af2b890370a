import type { ComponentChildren } from 'preact'
import { ButtonLink, Button, ErrorSummary, Field, HiddenFields, PageTitle, Table, Tabs } from '../../../ui/index.ts'
import type { Column, ErrorItem } from '../../../ui/index.ts'
import { SHARES, type FigureColumn, type Figures } from '../../digitised/figures.ts'
import type { FigureTable, YearFigures } from '../../digitised/get-figures.ts'
import { behindHref, daysWords, FIGURES_PATH, VIEWS, viewHref, type Asked, type View } from './address.ts'
import { figureTexts as words } from './texts.ts'

/** A row with what its numbers are asked by. */
export type ShownRow = { key: string; name: ComponentChildren; figures: Figures; asked: Asked }

type Props = { view: View; asked: Asked; rows: ShownRow[]; only: string | undefined; errors: ErrorItem[] }

/** The shown columns, each number leading to its dossiers; a share stands under what it is a share of. */
const SHOWN: readonly { column: FigureColumn; share?: keyof typeof SHARES }[] = [
  { column: 'received' },
  { column: 'digitised', share: 'digitised' },
  { column: 'withFile', share: 'withFile' },
  { column: 'withSignature', share: 'withSignature' },
  { column: 'withData', share: 'withData' },
  { column: 'reused', share: 'reused' },
  { column: 'resolved' },
  { column: 'carriedOver' },
  { column: 'resultDigitised', share: 'resultDigitised' },
  { column: 'resultWithData', share: 'resultWithData' },
]

export function FiguresPage({ view, asked, rows, only, errors }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <PageTitle>{words.title}</PageTitle>
      <p>{words.lead}</p>
      <p class="nhe">{words.source}</p>
      <Tabs
        tabs={VIEWS.map((one) => ({ href: viewHref(one, asked), label: words.views[one], current: one === view }))}
      />
      {view !== 'nam' && <Period view={view} asked={asked} only={only} />}
      <Table
        caption={`${words.views[view]}, ${daysWords(asked)}`}
        captionHidden
        dense
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p>{words.none}</p>}
        columns={columnsOf(view)}
      />
      {rows.length > 0 && (
        <p>
          <ButtonLink href={viewHref(view, asked, `${FIGURES_PATH}.xlsx`)} kind="secondary" icon="download" download>
            {words.download}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function Period({ view, asked, only }: Pick<Props, 'view' | 'asked' | 'only'>) {
  const { from, to, unitId, procedureCode, level } = asked
  const kept = { xem: view, 'don-vi': unitId, 'thu-tuc': procedureCode, cap: level }
  const fields = Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return (
    <>
      <form method="get" class="hang">
        <HiddenFields fields={fields} />
        <Field name="tu" label={words.from} type="date" value={from} width="medium" />
        <Field name="den" label={words.to} type="date" value={to} width="medium" />
        <Button kind="secondary">{words.show}</Button>
      </form>
      {only !== undefined && (
        <p>
          {words.only}: <b>{only}</b>. <a href={viewHref(view, { from, to })}>{words.everything}</a>
        </p>
      )}
    </>
  )
}

function columnsOf(view: View): Column<ShownRow>[] {
  const title = view === 'nam' ? words.year : words.rowName[view]
  return [
    { title, rowHeader: true, cell: ({ name }) => name },
    ...SHOWN.map(({ column, share }): Column<ShownRow> => {
      return {
        title: words.columns[column],
        kind: 'number',
        cell: ({ figures, asked }) => (
          <>
            <Figure column={column} figures={figures} asked={asked} />
            {share && <div class="nho nhe">{percent(SHARES[share](figures))}</div>}
          </>
        ),
      }
    }),
    {
      title: words.listed,
      kind: 'number',
      cell: ({ figures }) => (
        <>
          {percent(SHARES.listed(figures))}
          {figures.listedPapers > 0 && (
            <div class="nho nhe">{words.listedHint(figures.listedSigned, figures.listedPapers)}</div>
          )}
        </>
      ),
    },
  ]
}

function Figure({ column, figures, asked }: { column: FigureColumn; figures: Figures; asked: Asked }) {
  const count = figures[column].toLocaleString('vi-VN')
  return figures[column] === 0 ? <>{count}</> : <a href={behindHref(column, asked)}>{count}</a>
}

export function percent(share: number | undefined): string {
  if (share === undefined) return words.noShare
  return `${(share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}\u00A0%`
}

export function tableRows({ rows, total }: FigureTable, view: 'co-quan' | 'thu-tuc', asked: Asked): ShownRow[] {
  const own = rows.map(({ key, name, figures }): ShownRow => {
    const narrower = view === 'co-quan' ? { ...asked, unitId: key } : { ...asked, procedureCode: key }
    const deeper = view === 'co-quan' ? 'thu-tuc' : 'co-quan'
    const label = view === 'co-quan' ? name : `${key} ${name}`
    return { key, name: <a href={viewHref(deeper, narrower)}>{label}</a>, figures, asked: narrower }
  })
  return rows.length < 2 ? own : [{ key: 'total', name: <b>{words.total}</b>, figures: total, asked }, ...own]
}

export function yearRows(years: readonly YearFigures[]): ShownRow[] {
  return years.map(({ year, level, figures }) => {
    const asked = { from: `${year}-01-01`, to: `${year}-12-31`, level }
    const name = <a href={viewHref('co-quan', asked)}>{`${year}, ${words.levels[level]}`}</a>
    return { key: `${year} ${level}`, name, figures, asked }
  })
}
