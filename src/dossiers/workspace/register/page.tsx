import { formatDateTime } from '../../../platform/dates.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Details,
  EmptyState,
  HiddenToken,
  Notice,
  Pagination,
  Select,
  Table,
  type Column,
} from '../../../ui/index.ts'
import { shortProcedureName } from '../../../catalogue/index.ts'
import type { RegisterPage } from '../../register/get-register.ts'
import { lineWords } from '../../register/line-words.ts'
import { LINES_A_PART } from '../../register/print-register.ts'
import type { RegisterLine } from '../../register/register.ts'
import { columnWords, fill } from '../../register/texts.ts'
import { workPath } from '../../work-path.ts'
import { pageTexts as texts } from './texts.ts'

export const REGISTER_PATH = '/so-theo-doi'

export type BookChoice = { deskId: string; deskName: string; year: number; isClosed: boolean }

type Props = {
  books: readonly BookChoice[]
  page: RegisterPage
  month: number | undefined
  /** Of a closed book: whether counting it anew gives what was fixed. */
  matches: boolean | null
  /** Set when this officer may close the book now. */
  closeToken: string | null
  notice: string | null
}

/** The register of one desk and year, a page of lines at a time. */
export function RegisterPageView({ books, page, month, matches, closeToken, notice }: Props) {
  const own = registerAddress(page, month)
  const total = page.months
    .filter((one) => month === undefined || one.month === month)
    .reduce((sum, { lines }) => sum + lines, 0)
  return (
    <div class="cuon-trang">
      {notice && (
        <Notice tone="ok" role="status">
          {notice}
        </Notice>
      )}
      <ChooseBook books={books} page={page} month={month} />
      <ClosingPart page={page} matches={matches} closeToken={closeToken} />
      {total > 0 && <PrintLinks page={page} month={month} parts={Math.ceil(total / LINES_A_PART)} />}
      <p>{fill(texts.summary, { book: page.book, count: total.toLocaleString('vi-VN') })}</p>
      <Table
        caption={fill(texts.caption, { book: page.book })}
        captionHidden
        dense
        columns={COLUMNS}
        rows={page.lines}
        rowKey={({ lineNo }) => String(lineNo)}
        empty={<EmptyState title={texts.empty} />}
      />
      {page.next !== null && <Pagination nextHref={`${own}&sau=${page.next}`} />}
    </div>
  )
}

export function NoRegister() {
  return (
    <div class="cuon-trang">
      <EmptyState icon="scroll-text" title={texts.none}>
        {texts.noneHint}
      </EmptyState>
    </div>
  )
}

export function registerAddress({ desk, year }: Pick<RegisterPage, 'desk' | 'year'>, month?: number): string {
  return `${REGISTER_PATH}?so=${desk.id}.${year}${month === undefined ? '' : `&thang=${month}`}`
}

function ChooseBook({ books, page, month }: Pick<Props, 'books' | 'page' | 'month'>) {
  return (
    <form class="loc-hang" action={REGISTER_PATH} aria-label={texts.filters}>
      <Select
        name="so"
        label={texts.book}
        value={`${page.desk.id}.${page.year}`}
        options={books.map(({ deskId, deskName, year, isClosed }) => ({
          value: `${deskId}.${year}`,
          label: fill(texts.bookOption, { desk: deskName, year, closed: isClosed ? texts.closedMark : '' }),
        }))}
      />
      <Select
        name="thang"
        label={texts.month}
        emptyLabel={texts.everyMonth}
        {...(month === undefined ? {} : { value: String(month) })}
        options={page.months.map((one) => ({
          value: String(one.month),
          label: fill(texts.monthOption, { month: one.month, count: one.lines.toLocaleString('vi-VN') }),
        }))}
      />
      <Button kind="secondary" icon="list-filter">
        {texts.show}
      </Button>
    </form>
  )
}

function PrintLinks({ page, month, parts }: { page: RegisterPage; month: number | undefined; parts: number }) {
  const base = `${REGISTER_PATH}/${page.desk.id}/${page.year}`
  const query = (part: number) =>
    new URLSearchParams({ ...(month === undefined ? {} : { thang: String(month) }), phan: String(part) })
  return (
    <Actions>
      {Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
        <ButtonLink kind="secondary" icon="printer" href={`${base}/in?${query(part).toString()}`} newTab key={part}>
          {parts === 1 ? texts.print : fill(texts.printPart, { part })}
        </ButtonLink>
      ))}
      <ButtonLink
        kind="secondary"
        icon="download"
        href={`${base}/tai${month === undefined ? '' : `?thang=${month}`}`}
        download
      >
        {texts.export}
      </ButtonLink>
    </Actions>
  )
}

function ClosingPart({ page, matches, closeToken }: Pick<Props, 'page' | 'matches' | 'closeToken'>) {
  const { closing, desk, year } = page
  if (closing) {
    const { byName: name, at, lineCount: count, openCount: open, digest } = closing
    return (
      <Notice tone={matches === false ? 'late' : 'info'} title={texts.closed}>
        {fill(texts.closedFacts, { name, at: formatDateTime(at), count: count.toLocaleString('vi-VN'), open })}
        <br />
        {texts.digest} <code>{digest.slice(0, 32)}</code> <code>{digest.slice(32)}</code>
        {matches !== null && (
          <>
            <br />
            <b>{matches ? texts.matches : texts.differs}</b>
          </>
        )}
      </Notice>
    )
  }
  if (closeToken === null) return null
  return (
    <Details summary={fill(texts.close, { year })}>
      <form method="post" action={`${REGISTER_PATH}/${desk.id}/${year}/khoa`}>
        <HiddenToken token={closeToken} />
        <p>{texts.closeLead}</p>
        <Button icon="lock">{texts.closeNow}</Button>
      </form>
    </Details>
  )
}

const COLUMNS: Column<RegisterLine>[] = [
  { title: columnWords.line, kind: 'number', cell: ({ lineNo }) => lineNo },
  {
    title: columnWords.code,
    kind: 'code',
    rowHeader: true,
    cell: ({ dossierCode }) => <a href={workPath(dossierCode)}>{dossierCode}</a>,
  },
  {
    title: columnWords.procedure,
    cell: ({ procedure: { code, name } }) => (
      <>
        <span class="ma nhe">{code}</span> <span title={name}>{shortProcedureName(name)}</span>
      </>
    ),
  },
  { title: columnWords.sets, kind: 'number', cell: ({ sets }) => sets },
  {
    title: columnWords.applicant,
    cell: ({ applicant, address, phone }) => (
      <>
        <b>{applicant}</b>
        <br />
        <small class="nhe">{[address, phone].filter((part) => part !== null && part !== '').join('. ')}</small>
      </>
    ),
  },
  { title: columnWords.agency, cell: ({ agency }) => agency },
  { title: columnWords.received, kind: 'code', cell: (line) => lineWords(line).received },
  { title: columnWords.due, kind: 'code', cell: (line) => lineWords(line).due },
  { title: columnWords.returned, kind: 'code', cell: (line) => lineWords(line).returned },
  { title: columnWords.delivery, cell: ({ delivery }) => delivery },
  { title: columnWords.note, cell: (line) => lineWords(line).note },
]
