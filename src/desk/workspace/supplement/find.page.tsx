import { formatDate } from '../../../platform/dates.ts'
import { shortProcedureName } from '../../../catalogue/index.ts'
import type { WaitingDossier } from '../../../dossiers/index.ts'
import { Button, ButtonLink, Field, Notice, Table, type Column } from '../../../ui/index.ts'
import { findTexts as texts } from './texts.ts'

type Props = {
  q: string
  /** Undefined before anything was looked for. */
  found: readonly WaitingDossier[] | undefined
  error: string | undefined
}

/** Which dossier somebody has brought missing papers for. */
export function FindPage({ q, found, error }: Props) {
  return (
    <div class="cuon-trang">
      <p class="nhe">{texts.lead}</p>
      <form class="quay-tim" role="search" aria-label={texts.find} method="get" action="/quay/bo-sung">
        <Field
          name="q"
          type="search"
          label={texts.label}
          hint={texts.hint}
          value={q}
          autoFocus
          autoComplete="off"
          {...(error === undefined ? {} : { error })}
        />
        <Button icon="search">{texts.find}</Button>
      </form>
      {found !== undefined && <Found found={found} />}
      <ButtonLink kind="quiet" href="/quay" icon="arrow-left">
        {texts.back}
      </ButtonLink>
    </div>
  )
}

function Found({ found }: { found: readonly WaitingDossier[] }) {
  if (found.length === 0) return <Notice tone="soon">{texts.nothing}</Notice>
  return <Table caption={texts.found(found.length)} dense columns={COLUMNS} rows={found} rowKey={({ code }) => code} />
}

const COLUMNS: Column<WaitingDossier>[] = [
  {
    title: texts.code,
    cell: ({ code }) => <a href={takingPath(code)}>{code}</a>,
    kind: 'code',
    rowHeader: true,
  },
  { title: texts.applicant, cell: ({ applicantName }) => applicantName },
  { title: texts.procedure, cell: ({ procedureName }) => shortProcedureName(procedureName) },
  { title: texts.replyBy, cell: ({ replyBy }) => (replyBy === null ? '' : formatDate(replyBy)) },
]

export function takingPath(code: string, more = ''): string {
  return `/quay/bo-sung/${encodeURIComponent(code)}${more}`
}
