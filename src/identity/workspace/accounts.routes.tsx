import { Actions, Button, ButtonLink, Field, Pagination, Table } from '../../ui/index.ts'
import { holds } from '../../platform/actor.ts'
import { formatDate } from '../../platform/dates.ts'
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
import { endSession, listSessions, resetSecondFactors, unlockAccount } from '../end-session.ts'
import { listAppointments, listOfficers, type OfficerView } from '../officers/list-officers.ts'
import { givePassword } from '../set-password.ts'
import { accountById } from '../store/accounts.ts'
import { accountTexts as t } from '../texts.ts'
import { accountFormRoutes } from './account-forms.routes.tsx'
import { ACCOUNTS, AccountPage, StatusTag } from './account.page.tsx'

type Asked = { Querystring: { q?: string; sau?: string; xong?: string } }

/** Officers' accounts for administrators: find, open, give and withdraw roles, close; who is signed in where; ways in. */
export async function accountsRoutes(web: Web): Promise<void> {
  web.get<Asked>(ACCOUNTS, async (request, reply) => {
    const words = (request.query.q ?? '').slice(0, 100)
    const after = request.query.sau
    const { officers, next } = await ask(request, listOfficers, { words, ...(after ? { after } : {}) })
    const more = new URLSearchParams({ ...(words ? { q: words } : {}), ...(next ? { sau: next } : {}) })
    const body = (
      <div class="cuon-trang">
        <form method="get" action={ACCOUNTS}>
          <Field name="q" label={t.search} type="search" value={words} width="medium" />
          <Actions>
            <Button icon="search">{t.find}</Button>
            <ButtonLink kind="secondary" href={`${ACCOUNTS}/moi`} icon="plus">
              {t.openTitle}
            </ButtonLink>
          </Actions>
        </form>
        <OfficersTable officers={officers} now={web.app.clock.now()} />
        {next !== null && <Pagination nextHref={`${ACCOUNTS}?${more.toString()}`} summary={t.more} />}
      </div>
    )
    return sitePage(request, reply, { site: 'workspace', title: t.manageTitle, body, current: ACCOUNTS })
  })

  await accountFormRoutes(web, (request, reply, accountId, given) => accountPage(request, reply, accountId, given))

  web.get<Asked>(`${ACCOUNTS}/:id`, async (request, reply) => accountPage(request, reply, idOf(request)))

  web.post(`${ACCOUNTS}/:id/phien`, async (request, reply) => {
    const accountId = idOf(request)
    const sessionId = field(formBody(request), 'phien')
    await act(request, endSession, { accountId, ...(sessionId ? { sessionId } : {}) })
    return redirect(reply, `${ACCOUNTS}/${accountId}`)
  })

  web.post(`${ACCOUNTS}/:id/mo-khoa`, async (request, reply) => {
    await act(request, unlockAccount, { accountId: idOf(request) })
    return redirect(reply, `${ACCOUNTS}/${idOf(request)}?xong=1`)
  })

  web.post(`${ACCOUNTS}/:id/xac-thuc`, async (request, reply) => {
    await act(request, resetSecondFactors, { accountId: idOf(request) })
    return redirect(reply, `${ACCOUNTS}/${idOf(request)}?xong=1`)
  })

  web.post(`${ACCOUNTS}/:id/mat-khau`, async (request, reply) => {
    checkAdministrator(request)
    const accountId = idOf(request)
    // Not a redirect: the password is shown in this one answer and stands nowhere else.
    return accountPage(request, reply, accountId, await givePassword(web.app, request.actor, accountId))
  })
}

function checkAdministrator({ actor }: WebRequest): void {
  if (!holds(actor, 'administrator'))
    throw new Refusal(actor.kind === 'anonymous' ? 'platform.not-signed-in' : 'platform.forbidden')
}

function idOf(request: WebRequest): string {
  return String((request.params as { id?: unknown }).id)
}

function OfficersTable({ officers, now }: { officers: readonly OfficerView[]; now: Date }) {
  return (
    <Table
      caption={t.manageTitle}
      captionHidden
      dense
      rows={officers}
      rowKey={({ id }) => id}
      empty={<p>{t.nobody}</p>}
      columns={[
        {
          title: t.fullName,
          rowHeader: true,
          cell: ({ id, fullName }) => <a href={`${ACCOUNTS}/${id}`}>{fullName}</a>,
        },
        { title: t.signInName, kind: 'code', cell: ({ signInName }) => signInName },
        {
          title: t.roles,
          cell: ({ posts }) =>
            posts.length === 0
              ? t.none
              : posts.map(({ id, position, unitName, validTo }) => (
                  <div key={id}>
                    {position}, {unitName}
                    {validTo !== null && <span class="nhe"> {t.until(formatDate(validTo))}</span>}
                  </div>
                )),
        },
        { title: t.status, cell: (account) => <StatusTag account={account} now={now} /> },
      ]}
    />
  )
}

async function accountPage(
  request: WebRequest,
  reply: WebReply,
  accountId: string,
  given?: { password: string },
): Promise<WebReply> {
  checkAdministrator(request)
  const { app } = request.server
  const sessions = await ask(request, listSessions, { accountId })
  const posts = await ask(request, listAppointments, { accountId })
  const account = await accountById(app.db, accountId)
  if (!account || account.kind !== 'officer') throw new Refusal('platform.not-found')
  const isDone = (request.query as { xong?: unknown }).xong !== undefined
  const body = (
    <AccountPage
      account={account}
      posts={posts}
      sessions={sessions}
      token={formToken(request, reply)}
      now={app.clock.now()}
      done={isDone ? t.done : undefined}
      {...(given ? { given } : {})}
    />
  )
  return sitePage(request, reply, { site: 'workspace', title: account.fullName, body, current: ACCOUNTS })
}
