import { formatDateTime, vietnamTime } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import {
  Actions,
  BackLink,
  ButtonLink,
  EmptyState,
  Notice,
  PageTitle,
  Table,
  Tag,
  TimeLeft,
  Watch,
  type Column,
  type TagTone,
} from '../../ui/index.ts'
import type { Confirmation } from '../ceremony/confirmation.ts'
import type { ConfirmationView } from '../ceremony/get-confirmation.ts'
import type { ConfirmedFile, OpenConfirmation } from '../ceremony/store.ts'
import { confirmationPath } from '../ceremony/confirmation-path.ts'
import { signerAppName } from '../texts.ts'
import { confirmationTexts as t } from './confirmation.texts.ts'

type Props = {
  view: ConfirmationView
  /** Address of this page. */
  here: string
  site: 'portal' | 'workspace'
  now: Date
  /** The sentence of a refusal. */
  say: (code: string) => string
  backHref: string
  /** Where the telephone of a demonstration is. */
  simulatorHref: string | undefined
}

/** One question on the holder's telephone: how long it waits, for which papers, and what became of each. */
export function ConfirmationPage({ view, here, site, now, say, backHref, simulatorHref }: Props) {
  const { confirmation, files } = view
  const isOver = confirmation.endedAt !== null
  const columns = isOver
    ? [TITLE, STATE, ...(files.some(({ error }) => error !== null) ? [reasonColumn(say)] : [])]
    : [TITLE, CODE, STATE]
  return (
    <div class={site === 'workspace' ? 'cuon-trang' : undefined}>
      {site === 'portal' && (
        <>
          <BackLink href={backHref} />
          <PageTitle>{t.title}</PageTitle>
        </>
      )}
      {isOver ? (
        <Outcome files={files} say={say} />
      ) : (
        <Watch statusHref={`${here}/tinh-trang`}>
          <Question confirmation={confirmation} files={files} now={now} />
          <p class="nhe">{t.compare}</p>
        </Watch>
      )}
      <Table caption={t.files} captionHidden columns={columns} rows={files} rowKey={({ id }) => id} />
      {isOver ? (
        <Actions>
          <ButtonLink href={backHref} {...(site === 'workspace' ? { kind: 'secondary' } : {})}>
            {files.every(({ state }) => state === 'completed') ? t.goOn[site] : t.again[site]}
          </ButtonLink>
        </Actions>
      ) : (
        <>
          <p class="nhe">{t.goAway}</p>
          <Actions>
            <ButtonLink href={here} kind="secondary" icon="refresh-cw">
              {t.refresh}
            </ButtonLink>
            {simulatorHref !== undefined && (
              <ButtonLink href={simulatorHref} kind="secondary" icon="smartphone">
                {t.simulator}
              </ButtonLink>
            )}
          </Actions>
        </>
      )}
    </div>
  )
}

type QuestionProps = { confirmation: Confirmation; files: readonly ConfirmedFile[]; now: Date }

function Question({ confirmation: { signer, expiresAt }, files, now }: QuestionProps) {
  const finishing = files.filter(({ isConfirmed }) => isConfirmed).length
  if (finishing > 0) return <Notice tone="ok">{fill(t.finishing, { count: finishing })}</Notice>
  if (now >= expiresAt) return <Notice tone="soon">{t.timeIsUp}</Notice>
  const words = files.length === 1 ? t.ask : t.askMany
  return (
    <Notice tone="hold">
      {fill(words, { app: signerAppName(signer), count: files.length })} <TimeLeft until={expiresAt} now={now} />
    </Notice>
  )
}

function Outcome({ files, say }: { files: readonly ConfirmedFile[]; say: (code: string) => string }) {
  const signed = files.filter(({ state }) => state === 'completed').length
  const failed = files.length - signed
  if (failed === 0) {
    return (
      <Notice tone="ok" role="status">
        {fill(t.signedAll, { count: signed })}
      </Notice>
    )
  }
  if (signed > 0) {
    return (
      <Notice tone="soon" role="status">
        {fill(t.signedSome, { signed, failed })}
      </Notice>
    )
  }
  const codes = new Set(files.map(({ error }) => error))
  const [only] = codes.size === 1 ? codes : []
  return (
    <Notice tone="late" role="status" title={t.signedNone}>
      {only && say(only)}
    </Notice>
  )
}

const TONES: Record<ConfirmedFile['state'], TagTone> = {
  requested: 'outline',
  waiting: 'hold',
  raising: 'hold',
  completed: 'ok',
  failed: 'late-soft',
  abandoned: 'plain',
}

const TITLE: Column<ConfirmedFile> = { title: t.file, rowHeader: true, cell: ({ title }) => title }
const CODE: Column<ConfirmedFile> = { title: t.code, kind: 'code', cell: ({ code }) => code }
const STATE: Column<ConfirmedFile> = {
  title: t.state,
  cell: ({ state }) => <Tag tone={TONES[state]}>{t.states[state]}</Tag>,
}
const reasonColumn = (say: (code: string) => string): Column<ConfirmedFile> => ({
  title: t.reason,
  cell: ({ error }) => error !== null && say(error),
})

/** Everything that waits for this person's telephone. */
export function ConfirmationsPage({ waiting, now }: { waiting: readonly OpenConfirmation[]; now: Date }) {
  return (
    <div class="cuon-trang">
      {waiting.length > 0 && <p>{t.listLead}</p>}
      <Table
        caption={t.listTitle}
        captionHidden
        rows={waiting}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="smartphone" title={t.none} />}
        columns={[
          {
            title: t.files,
            rowHeader: true,
            cell: ({ id, title, papers }) => (
              <a href={confirmationPath(id)}>
                {title} {papers > 1 && `(+${papers - 1})`}
              </a>
            ),
          },
          { title: t.app, cell: ({ signer }) => signerAppName(signer) },
          { title: t.asked, cell: ({ begunAt }) => <span class="so">{formatDateTime(begunAt)}</span> },
          {
            title: t.until,
            cell: ({ expiresAt }) =>
              now < expiresAt ? <span class="so">{vietnamTime(expiresAt)}</span> : <Tag tone="soon">{t.timeIsUp}</Tag>,
          },
        ]}
      />
    </div>
  )
}
