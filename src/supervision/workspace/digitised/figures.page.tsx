import type { ComponentChildren } from 'preact'
import type { LegalDate } from '../../../platform/dates.ts'
import { ButtonLink, ErrorSummary, Table } from '../../../ui/index.ts'
import type { Column, ErrorItem } from '../../../ui/index.ts'
import { SHARES, sumFigures, type FigureColumn, type Figures } from '../../digitised/figures.ts'
import type { FigureTable, YearFigures } from '../../digitised/get-figures.ts'
import { behindHref, daysOf, daysWords, FIGURES_PATH, viewHref, type Asked, type View } from './address.ts'
import { Depths, type Whole } from './depths.tsx'
import { FigureTabs, Period } from './period.tsx'
import { percent } from './percent.ts'
import { figureTexts as words } from './texts.ts'

/** A row with what its numbers are asked by. */
export type ShownRow = { key: string; name: ComponentChildren; figures: Figures; asked: Asked }
/** The rows of a table, and all of them together, for the days in words. */
export type Shown = { rows: ShownRow[]; whole: Whole }

type Props = { view: View; asked: Asked; shown: Shown | undefined; only: string | undefined; errors: ErrorItem[] }

type ShownColumn = {
  column: FigureColumn
  share?: keyof typeof SHARES
  /** Told beneath: numbers that are among it. */
  parts?: readonly (keyof typeof words.parts)[]
}

/** The shown columns, each number leading to its dossiers; a share stands under what it is a share of. */
const SHOWN: readonly ShownColumn[] = [
  { column: 'received' },
  { column: 'digitised', share: 'digitised' },
  { column: 'withFile', share: 'withFile' },
  { column: 'withSignature', share: 'withSignature' },
  { column: 'withData', share: 'withData' },
  {
    column: 'reused',
    share: 'reused',
    parts: ['reusedVault', 'reusedRegister'],
  },
  { column: 'resolved', parts: ['carriedOver'] },
  { column: 'resultDigitised', share: 'resultDigitised' },
  { column: 'resultWithData', share: 'resultWithData' },
]

export function FiguresPage({ view, asked, shown, only, errors }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>{words.lead}</p>
      <p class="nhe">{words.source}</p>
      <FigureTabs current={view} asked={asked} />
      {view !== 'nam' && (
        <Period asked={asked} kept={{ xem: view }} only={only} allHref={viewHref(view, daysOf(asked))} />
      )}
      {shown && shown.rows.length > 0 && <Depths {...shown.whole} />}
      <Table
        caption={`${words.views[view]}, ${daysWords(asked)}`}
        captionHidden
        dense
        rows={shown?.rows ?? []}
        rowKey={({ key }) => key}
        empty={<p>{words.none}</p>}
        columns={columnsOf(view)}
      />
      {shown && shown.rows.length > 0 && (
        <p>
          <ButtonLink href={viewHref(view, asked, `${FIGURES_PATH}.xlsx`)} kind="secondary" icon="download" download>
            {words.download}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function columnsOf(view: View): Column<ShownRow>[] {
  const title = view === 'nam' ? words.year : words.rowName[view]
  return [
    { title, rowHeader: true, cell: ({ name }) => name },
    ...SHOWN.map(({ column, share, parts = [] }): Column<ShownRow> => {
      return {
        title: words.columns[column],
        kind: 'number',
        cell: ({ figures, asked }) => (
          <>
            <Figure column={column} figures={figures} asked={asked} />
            {share && <div class="nho nhe">{percent(SHARES[share](figures))}</div>}
            {parts
              .filter((part) => figures[part] > 0)
              .map((part) => (
                <div class="nho nhe" key={part}>
                  {words.parts[part]} <Figure column={part} figures={figures} asked={asked} />
                </div>
              ))}
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
  return figures[column] === 0 ? <>{count}</> : <a href={behindHref({ column }, asked)}>{count}</a>
}

export function tableRows({ rows, total }: FigureTable, view: 'co-quan' | 'thu-tuc', asked: Asked): Shown {
  const own = rows.map(({ key, name, figures }): ShownRow => {
    const narrower = view === 'co-quan' ? { ...asked, unitId: key } : { ...asked, procedureCode: key }
    const deeper = view === 'co-quan' ? 'thu-tuc' : 'co-quan'
    const label = view === 'co-quan' ? name : `${key} ${name}`
    return { key, name: <a href={viewHref(deeper, narrower)}>{label}</a>, figures, asked: narrower }
  })
  const all = { key: 'total', name: <b>{words.total}</b>, figures: total, asked }
  return {
    rows: rows.length < 2 ? own : [all, ...own],
    whole: { figures: total, when: daysWords(asked), on: asked.to },
  }
}

export function yearRows(years: readonly YearFigures[], today: LegalDate): Shown {
  const rows = years.map(({ year, level, figures }) => {
    const asked = { from: `${year}-01-01`, to: `${year}-12-31`, level }
    const name = <a href={viewHref('co-quan', asked)}>{`${year}, ${words.levels[level]}`}</a>
    return { key: `${year} ${level}`, name, figures, asked }
  })
  const last = years[0]?.year ?? 0
  const figures = sumFigures(years.filter(({ year }) => year === last).map((one) => one.figures))
  return { rows, whole: { figures, when: words.inYear(last), on: today } }
}
