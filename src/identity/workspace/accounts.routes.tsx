import { Actions, Button, Field, HiddenToken, Notice, SummaryList, Table, Tag } from '../../ui/index.ts'
import { holds } from '../../platform/actor.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  act,
  ask,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { isLocked, type Account } from '../account.ts'
import { endSession, listSessions, resetSecondFactors, unlockAccount } from '../end-session.ts'
import { SessionTable } from '../portal/sessions.page.tsx'
import { givePassword } from '../set-password.ts'
import { accountById, accountsNamed } from '../store/accounts.ts'
import { accountTexts as t } from '../texts.ts'

const BASE = '/quan-tri/tai-khoan'
const MOST = 50

/** Officers' accounts for administrators: who is signed in where, unlock, new password, second factor. */
export async function accountsRoutes(web: Web): Promise<void> {
  web.get(BASE, async (request, reply) => {
    checkAdministrator(request)
    const words = String((request.query as { q?: unknown }).q ?? '').slice(0, 100)
    const accounts = words ? await accountsNamed(web.app.db, words, MOST) : []
    const now = web.app.clock.now()
    const body = (
      <div class="cuon-trang">
        <form method="get" action={BASE}>
          <Field name="q" label={t.search} type="search" value={words} width="medium" />
          <Actions>
            <Button icon="search">{t.find}</Button>
          </Actions>
        </form>
        {words && (
          <Table
            caption={t.manageTitle}
            captionHidden
            dense
            rows={accounts}
            rowKey={({ id }) => id}
            empty={<p>{t.nobody}</p>}
            columns={[
              {
                title: t.fullName,
                rowHeader: true,
                cell: ({ id, fullName }) => <a href={`${BASE}/${id}`}>{fullName}</a>,
              },
              { title: t.signInName, kind: 'code', cell: ({ signInName }) => signInName },
              { title: t.status, cell: (account) => <StatusTag account={account} now={now} /> },
            ]}
          />
        )}
      </div>
    )
    return sitePage(request, reply, { site: 'workspace', title: t.manageTitle, body, current: BASE })
  })

  web.get(`${BASE}/:id`, async (request, reply) => accountPage(web, request, reply))

  web.post(`${BASE}/:id/phien`, async (request, reply) => {
    const accountId = idOf(request)
    const sessionId = field(formBody(request), 'phien')
    await act(request, endSession, { accountId, ...(sessionId ? { sessionId } : {}) })
    return redirect(reply, `${BASE}/${accountId}`)
  })

  web.post(`${BASE}/:id/mo-khoa`, async (request, reply) => {
    await act(request, unlockAccount, { accountId: idOf(request) })
    return redirect(reply, `${BASE}/${idOf(request)}`)
  })

  web.post(`${BASE}/:id/xac-thuc`, async (request, reply) => {
    await act(request, resetSecondFactors, { accountId: idOf(request) })
    return redirect(reply, `${BASE}/${idOf(request)}`)
  })

  web.post(`${BASE}/:id/mat-khau`, async (request, reply) => {
    checkAdministrator(request)
    // Not a redirect: the password is shown in this one answer and stands nowhere else.
    return accountPage(web, request, reply, await givePassword(web.app, request.actor, idOf(request)))
  })
}

function checkAdministrator({ actor }: WebRequest): void {
  if (!holds(actor, 'administrator'))
    throw new Refusal(actor.kind === 'anonymous' ? 'platform.not-signed-in' : 'platform.forbidden')
}

function idOf(request: WebRequest): string {
  return String((request.params as { id?: unknown }).id)
}

function StatusTag({ account, now }: { account: Account; now: Date }) {
  if (account.status === 'disabled') return <Tag tone="hold">{t.disabled}</Tag>
  if (isLocked(account, now) && account.lockedUntil)
    return (
      <Tag tone="late-soft" icon="lock">
        {t.lockedUntil(formatDateTime(account.lockedUntil))}
      </Tag>
    )
  return account.passwordHash === null ? <Tag>{t.noPassword}</Tag> : <Tag tone="ok">{t.active}</Tag>
}

async function accountPage(
  web: Web,
  request: WebRequest,
  reply: WebReply,
  given?: { password: string },
): Promise<WebReply> {
  checkAdministrator(request)
  const sessions = await ask(request, listSessions, { accountId: idOf(request) })
  const account = await accountById(web.app.db, idOf(request))
  if (!account || account.kind !== 'officer') throw new Refusal('platform.not-found')
  const token = formToken(request, reply)
  const here = `${BASE}/${account.id}`
  const actionForm = (path: string, words: string) => (
    <form method="post" action={`${here}/${path}`}>
      <HiddenToken token={token} />
      <Button kind="secondary">{words}</Button>
    </form>
  )
  const body = (
    <div class="cuon-trang">
      {given && (
        <Notice tone="ok" role="status" title={t.givenTitle}>
          <span class="ma">{given.password}</span>. {t.given}
        </Notice>
      )}
      <SummaryList
        boxed
        rows={[
          { label: t.signInName, value: <span class="ma">{account.signInName}</span> },
          { label: t.status, value: <StatusTag account={account} now={web.app.clock.now()} /> },
        ]}
      />
      <div class="hang cach">
        {actionForm('mo-khoa', t.unlock)}
        {actionForm('mat-khau', t.givePassword)}
        {actionForm('xac-thuc', t.resetFactors)}
      </div>
      <p class="nhe">{t.resetFactorsHint}</p>
      <h2>{t.sessionsTitle}</h2>
      <SessionTable token={token} sessions={sessions} currentId={null} action={`${here}/phien`} />
    </div>
  )
  return sitePage(request, reply, { site: 'workspace', title: account.fullName, body, current: BASE })
}
