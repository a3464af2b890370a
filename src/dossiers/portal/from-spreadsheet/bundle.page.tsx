import type { VNode } from 'preact'
import { formatDate } from '../../../platform/dates.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Checkboxes,
  Details,
  ErrorSummary,
  FileInput,
  HiddenToken,
  Meter,
  Notice,
  PageTitle,
  Table,
  Tag,
  TwoColumns,
  type TagTone,
} from '../../../ui/index.ts'
import type { RowState } from '../../from-spreadsheet/bundle.ts'
import type { CheckedRow } from '../../from-spreadsheet/check-rows.ts'
import type { BundleView } from '../../from-spreadsheet/get-bundle.ts'
import { sheetTexts } from '../../from-spreadsheet/texts.ts'
import { shortProcedureName } from '../paper-names.ts'
import { ARCHIVE_ENDINGS, FILES_BOX, MOST } from './receive-parts.ts'
import { manyAddress } from './start-many.page.tsx'
import { manyTexts as words } from './texts.ts'

type Props = {
  view: BundleView
  /** What was refused just now, each in a sentence. */
  errors: readonly string[]
  /** Sentences about a row, at their cells. */
  linesOf: (row: CheckedRow) => string[]
  token: string
}

export const PLEDGE_BOX = 'cam-doan'

const TONES: Record<RowState, TagTone> = { faulty: 'late-soft', refused: 'late-soft', ready: 'sea', filed: 'ok' }

/** What became of every row of a sheet, and what can be done now. */
export function BundlePage({ view, errors, linesOf, token }: Props) {
  const { bundle, sheet, rows, counts } = view
  const here = `/nop-nhieu/${bundle.id}`
  const wrong = counts.faulty + counts.refused
  return (
    <>
      <BackLink href={manyAddress(sheet.procedure)}>{words.backToStart}</BackLink>
      <TwoColumns side={<Side view={view} token={token} />} sideLabel={words.filesTitle}>
        <ErrorSummary title={words.notDone} errors={errors.map((message) => ({ message }))} />
        <PageTitle over={shortProcedureName(sheet.procedure.name)}>{words.bundleTitle(bundle.fileName)}</PageTitle>
        {bundle.filingSince ? <Progress view={view} /> : <Standing view={view} />}
        {!bundle.filingSince && counts.ready > 0 && (
          <form method="post" action={`${here}/nop`} class="cach-ray">
            <HiddenToken token={token} />
            <Checkboxes
              name={PLEDGE_BOX}
              label={words.pledge}
              options={[{ value: 'co', label: words.pledgeLabel(counts.ready) }]}
            />
            <Button large wide icon="send-horizontal">
              {words.fileRows(counts.ready)}
            </Button>
          </form>
        )}
        <p class="hang cach-ray">
          {wrong > 0 && (
            <ButtonLink kind="secondary" icon="download" href={`${here}/can-sua.xlsx`}>
              {words.faultSheet}
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" icon="download" href={`${here}/ket-qua.xlsx`}>
            {words.outcomeSheet}
          </ButtonLink>
        </p>
        <Rows
          title={words.toMend(wrong)}
          rows={rows.filter(({ state }) => state === 'faulty' || state === 'refused')}
          here={here}
          linesOf={linesOf}
        />
        <Rows
          title={words.good(counts.ready)}
          rows={rows.filter(({ state }) => state === 'ready')}
          here={here}
          linesOf={linesOf}
        />
        <Rows
          title={words.done(counts.filed)}
          rows={rows.filter(({ state }) => state === 'filed')}
          here={here}
          linesOf={linesOf}
        />
        <p class="nhe">{words.keptUntil(formatDate(bundle.keepUntil))}</p>
      </TwoColumns>
    </>
  )
}

function Standing({ view: { counts } }: Pick<Props, 'view'>) {
  const wrong = counts.faulty + counts.refused
  if (wrong === 0 && counts.ready === 0) {
    return (
      <Notice tone="ok" role="status" title={words.allFiled(counts.filed)}>
        {words.allFiledBody}
      </Notice>
    )
  }
  return (
    <Notice tone={wrong === 0 ? 'info' : 'soon'} role="status" title={words.standing(counts)}>
      {wrong === 0 ? words.readyBody : words.mendBody}
    </Notice>
  )
}

function Progress({ view: { counts, rows, bundle } }: Pick<Props, 'view'>) {
  const settled = rows.length - counts.ready
  return (
    <>
      <Notice role="status" title={words.filing(counts.filed, counts.ready)}>
        {words.filingBody}
      </Notice>
      <Meter value={settled / Math.max(1, rows.length)} />
      <p>
        <ButtonLink kind="secondary" icon="refresh-cw" href={`/nop-nhieu/${bundle.id}`}>
          {words.again}
        </ButtonLink>
      </p>
    </>
  )
}

type RowsProps = Pick<Props, 'linesOf'> & { title: string; rows: readonly CheckedRow[]; here: string }

function Rows({ title, rows, here, linesOf }: RowsProps): VNode | null {
  if (rows.length === 0) return null
  return (
    <Table
      caption={title}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { title: words.line, rowHeader: true, cell: (row) => <LineName row={row} here={here} /> },
        { title: words.what, cell: (row) => <What row={row} lines={linesOf(row)} /> },
      ]}
    />
  )
}

function LineName({ row: { line, state }, here }: { row: CheckedRow; here: string }) {
  if (state === 'filed') return <>{words.lineNo(line)}</>
  return <a href={`${here}/dong/${line}`}>{words.lineNo(line)}</a>
}

function What({ row, lines }: { row: CheckedRow; lines: readonly string[] }) {
  if (row.state === 'filed' && row.dossierCode !== null) {
    return (
      <a class="ma" href={`/ho-so/${row.dossierCode}`}>
        {row.dossierCode}
      </a>
    )
  }
  if (lines.length === 0) return <>{row.before === null ? words.ready : sheetTexts.filedBefore(row.before)}</>
  return (
    <>
      <Tag tone={TONES[row.state]}>{sheetTexts.states[row.state]}</Tag>
      <ul class="gach">
        {lines.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

function Side({ view: { bundle, files }, token }: Pick<Props, 'view' | 'token'>) {
  const unused = files.filter(({ isUsed }) => !isUsed)
  return (
    <>
      <h2>{words.filesTitle}</h2>
      <p>{words.filesSent(files.length)}</p>
      {unused.length > 0 && (
        <Details summary={words.filesUnused(unused.length)}>
          <ul class="gach">
            {unused.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Details>
      )}
      {!bundle.filingSince && (
        <form
          method="post"
          enctype="multipart/form-data"
          action={`/nop-nhieu/${bundle.id}/tep?_csrf=${encodeURIComponent(token)}`}
          data-upload
        >
          <FileInput
            name={FILES_BOX}
            label={words.filesMore}
            hint={words.filesHint}
            multiple
            parcels={ARCHIVE_ENDINGS}
            maxBytes={MOST.zip}
          />
          <Button kind="secondary" icon="upload" wide>
            {words.filesSend}
          </Button>
        </form>
      )}
    </>
  )
}
