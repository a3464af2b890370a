import type { VNode } from 'preact'
import type { ErrorItem } from '../../ui/index.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { positions, unitsInForce } from '../../organisation/index.ts'
import { disableAccount } from '../officers/disable-account.ts'
import { grantRole, withdrawRole } from '../officers/grant-role.ts'
import { listAppointments, listOfficers } from '../officers/list-officers.ts'
import { openAccount } from '../officers/open-account.ts'
import { accountTexts as t } from '../texts.ts'
import {
  DisableForm,
  GrantForm,
  OpenForm,
  WithdrawForm,
  disableNames,
  fieldErrors,
  filledIn,
  grantNames,
  openNames,
  readForm,
  withdrawNames,
  type Values,
} from './account-forms.tsx'
import { ACCOUNTS } from './account.page.tsx'

type ShowAccount = (
  request: WebRequest,
  reply: WebReply,
  accountId: string,
  given?: { password: string },
) => Promise<WebReply>
type ById = { Params: { id: string; post: string } }

/** Forms of administrators: open an account, give a role, withdraw one, close an account. */
export async function accountFormRoutes(web: Web, showAccount: ShowAccount): Promise<void> {
  web.get(`${ACCOUNTS}/moi`, (request, reply) => showOpen(request, reply, readForm({}, openNames), []))
  web.post(`${ACCOUNTS}/moi`, async (request, reply) => {
    const values = readForm(formBody(request), openNames)
    const input = filledIn(values) as Parameters<typeof openAccount.run>[2]
    const outcome = await attempt(() => undertake(request, openAccount, input))
    if (!outcome.ok) return showOpen(request, reply, values, errorsOf(request, outcome.refusal, openNames))
    // Not a redirect: the first password is shown in this one answer and stands nowhere else.
    const { accountId, password } = outcome.result
    return showAccount(request, reply, accountId, { password })
  })

  web.get<ById>(`${ACCOUNTS}/:id/vai-tro`, (request, reply) => {
    const validFrom = vietnamDate(web.app.clock.now())
    return showGrant(request, reply, { ...readForm({}, grantNames), validFrom, reach: 'unit' }, [])
  })
  web.post<ById>(`${ACCOUNTS}/:id/vai-tro`, async (request, reply) => {
    const values = readForm(formBody(request), grantNames)
    const { id: accountId } = request.params
    const input = { accountId, ...filledIn(values) } as Parameters<typeof grantRole.run>[2]
    const outcome = await attempt(() => act(request, grantRole, input))
    if (outcome.ok) return redirect(reply, `${ACCOUNTS}/${accountId}?xong=1`)
    return showGrant(request, reply, values, errorsOf(request, outcome.refusal, grantNames))
  })

  web.get<ById>(`${ACCOUNTS}/:id/vai-tro/:post`, (request, reply) => {
    const lastDay = vietnamDate(web.app.clock.now())
    return showWithdraw(request, reply, { ...readForm({}, withdrawNames), lastDay }, [])
  })
  web.post<ById>(`${ACCOUNTS}/:id/vai-tro/:post`, async (request, reply) => {
    const values = readForm(formBody(request), withdrawNames)
    const { id: accountId, post: appointmentId } = request.params
    const input = { accountId, appointmentId, ...filledIn(values) } as Parameters<typeof withdrawRole.run>[2]
    const outcome = await attempt(() => act(request, withdrawRole, input))
    if (outcome.ok) return redirect(reply, `${ACCOUNTS}/${accountId}?xong=1`)
    return showWithdraw(request, reply, values, errorsOf(request, outcome.refusal, withdrawNames))
  })

  web.get<ById>(`${ACCOUNTS}/:id/ngung`, (request, reply) =>
    showDisable(request, reply, readForm({}, disableNames), []),
  )
  web.post<ById>(`${ACCOUNTS}/:id/ngung`, async (request, reply) => {
    const values = readForm(formBody(request), disableNames)
    const { id: accountId } = request.params
    const input = { accountId, ...filledIn(values) } as Parameters<typeof disableAccount.run>[2]
    const outcome = await attempt(() => act(request, disableAccount, input))
    if (outcome.ok) return redirect(reply, `${ACCOUNTS}/${accountId}?xong=1`)
    return showDisable(request, reply, values, errorsOf(request, outcome.refusal, disableNames))
  })
}

function errorsOf(request: WebRequest, refusal: Refusal, names: Record<string, string>): ErrorItem[] {
  const named = refusal.code === 'platform.invalid-input' ? fieldErrors(names, refusal.facts) : []
  return named.length > 0 ? named : [{ message: refusalText(request, refusal) }]
}

function show(
  request: WebRequest,
  reply: WebReply,
  title: string,
  errors: readonly ErrorItem[],
  body: VNode,
): Promise<WebReply> {
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title, body, current: ACCOUNTS, status })
}

async function showOpen(
  request: WebRequest,
  reply: WebReply,
  values: Values<keyof typeof openNames>,
  errors: readonly ErrorItem[],
): Promise<WebReply> {
  // Asked for its refusal alone: who may not see accounts is told so before they fill in a form.
  await ask(request, listOfficers, { limit: 1 })
  const token = formToken(request, reply)
  const form = <OpenForm values={values} errors={errors} token={token} action={`${ACCOUNTS}/moi`} back={ACCOUNTS} />
  return show(request, reply, t.openTitle, errors, form)
}

async function showGrant(
  request: WebRequest,
  reply: WebReply,
  values: Values<keyof typeof grantNames>,
  errors: readonly ErrorItem[],
): Promise<WebReply> {
  const { db, clock } = request.server.app
  const { id } = request.params as ById['Params']
  await ask(request, listAppointments, { accountId: id })
  const units = (await unitsInForce(db, vietnamDate(clock.now()))).filter(({ kind }) => WORKPLACES.has(kind))
  const frame = { values, errors, token: formToken(request, reply), back: `${ACCOUNTS}/${id}` }
  const form = (
    <GrantForm {...frame} units={units} positions={await positions(db)} action={`${ACCOUNTS}/${id}/vai-tro`} />
  )
  return show(request, reply, t.grantTitle, errors, form)
}

const WORKPLACES = new Set(['peoples-committee', 'department', 'centre', 'division', 'province'])

async function showWithdraw(
  request: WebRequest,
  reply: WebReply,
  values: Values<keyof typeof withdrawNames>,
  errors: readonly ErrorItem[],
): Promise<WebReply> {
  const { id, post: postId } = request.params as ById['Params']
  const post = (await ask(request, listAppointments, { accountId: id })).find((one) => one.id === postId)
  if (!post || post.isOver) throw new Refusal('platform.not-found')
  const frame = { values, errors, token: formToken(request, reply), back: `${ACCOUNTS}/${id}` }
  const form = <WithdrawForm {...frame} post={post} action={`${ACCOUNTS}/${id}/vai-tro/${postId}`} />
  return show(request, reply, t.withdrawTitle, errors, form)
}

async function showDisable(
  request: WebRequest,
  reply: WebReply,
  values: Values<keyof typeof disableNames>,
  errors: readonly ErrorItem[],
): Promise<WebReply> {
  const { id } = request.params as ById['Params']
  await ask(request, listAppointments, { accountId: id })
  const frame = { values, errors, token: formToken(request, reply), back: `${ACCOUNTS}/${id}` }
  return show(request, reply, t.disable, errors, <DisableForm {...frame} action={`${ACCOUNTS}/${id}/ngung`} />)
}
