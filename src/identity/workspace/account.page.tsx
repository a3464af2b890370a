import { ButtonLink, Button, HiddenToken, Notice, SummaryList, Table, Tag, type Column } from '../../ui/index.ts'
import { formatDate, formatDateTime } from '../../platform/dates.ts'
import { isLocked, type Account } from '../account.ts'
import type { AppointmentView } from '../officers/list-officers.ts'
import { SessionTable } from '../portal/sessions.page.tsx'
import type { Session } from '../session.ts'
import { accountTexts as t } from '../texts.ts'

export const ACCOUNTS = '/quan-tri/tai-khoan'

type Standing = Pick<Account, 'status' | 'lockedUntil'> & { hasPassword: boolean }

export function StatusTag({ account, now }: { account: Standing; now: Date }) {
  if (account.status === 'disabled') return <Tag tone="hold">{t.disabled}</Tag>
  if (account.lockedUntil && isLocked(account, now))
    return (
      <Tag tone="late-soft" icon="lock">
        {t.lockedUntil(formatDateTime(account.lockedUntil))}
      </Tag>
    )
  return account.hasPassword ? <Tag tone="ok">{t.active}</Tag> : <Tag>{t.noPassword}</Tag>
}

type Props = {
  account: Account
  posts: readonly AppointmentView[]
  sessions: readonly Session[]
  token: string
  now: Date
  /** A password made just now: it stands in this one answer and nowhere else. */
  given?: { password: string }
  done: string | undefined
}

/** One officer's account for administrators: roles with their decisions, ways in, where they are signed in. */
export function AccountPage({ account, posts, sessions, token, now, given, done }: Props) {
  const here = `${ACCOUNTS}/${account.id}`
  const press = (path: string, words: string) => (
    <form method="post" action={`${here}/${path}`}>
      <HiddenToken token={token} />
      <Button kind="secondary">{words}</Button>
    </form>
  )
  return (
    <div class="cuon-trang">
      {done !== undefined && <Notice tone="ok" role="status" title={done} />}
      {given && (
        <Notice tone="ok" role="status" title={t.givenTitle}>
          <span class="ma">{given.password}</span>. {t.given}
        </Notice>
      )}
      <SummaryList
        boxed
        rows={[
          { label: t.signInName, value: <span class="ma">{account.signInName}</span> },
          {
            label: t.status,
            value: <StatusTag account={{ ...account, hasPassword: account.passwordHash !== null }} now={now} />,
          },
          ...(account.lastSignInAt
            ? [{ label: t.lastSignIn, value: formatDateTime(account.lastSignInAt), figures: true }]
            : []),
        ]}
      />
      <h2 class="cach">{t.roles}</h2>
      <Table
        caption={t.roles}
        captionHidden
        dense
        rows={posts}
        rowKey={({ id }) => id}
        empty={<p>{t.noRole}</p>}
        columns={postColumns(here)}
      />
      <p class="cach">
        <ButtonLink href={`${here}/vai-tro`}>{t.grantTitle}</ButtonLink>
      </p>
      <h2>{t.waysIn}</h2>
      <div class="hang cach">
        {(account.status === 'disabled' || account.lockedUntil !== null) && press('mo-khoa', t.unlock)}
        {press('mat-khau', t.givePassword)}
        {press('xac-thuc', t.resetFactors)}
        {account.status === 'active' && (
          <ButtonLink kind="danger" href={`${here}/ngung`}>
            {t.disable}
          </ButtonLink>
        )}
      </div>
      <p class="nhe">{t.resetFactorsHint}</p>
      <h2>{t.sessionsTitle}</h2>
      <SessionTable token={token} sessions={sessions} currentId={null} action={`${here}/phien`} />
    </div>
  )
}

function postColumns(here: string): Column<AppointmentView>[] {
  return [
    {
      title: t.role,
      rowHeader: true,
      cell: ({ role, position }) => (
        <>
          {position}
          <br />
          <small class="nhe">{t.roleNames[role]}</small>
        </>
      ),
    },
    { title: t.unit, cell: ({ unitName }) => unitName },
    {
      title: t.time,
      cell: ({ validFrom, validTo }) => (
        <span class="so">
          {formatDate(validFrom)} – {validTo === null ? t.openEnded : formatDate(validTo)}
        </span>
      ),
    },
    { title: t.decision, cell: (post) => <Decision post={post} /> },
    {
      title: t.actionColumn,
      titleHidden: true,
      cell: ({ id, isOver, position }) =>
        isOver ? (
          <Tag>{t.over}</Tag>
        ) : (
          <a href={`${here}/vai-tro/${id}`}>
            {t.withdraw}
            <span class="an"> {position}</span>
          </a>
        ),
    },
  ]
}

function Decision({ post }: { post: AppointmentView }) {
  const { decisionNumber, decisionOn, endDecisionNumber, endReason } = post
  return (
    <>
      {decisionNumber ? t.byDecision(decisionNumber, decisionOn ? formatDate(decisionOn) : '') : t.none}
      {endReason !== null && (
        <>
          <br />
          <small class="nhe">{t.ended(endReason, endDecisionNumber)}</small>
        </>
      )}
    </>
  )
}
