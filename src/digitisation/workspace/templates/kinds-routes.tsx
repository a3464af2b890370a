import { holds } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { askToLearnKinds } from '../../kinds/ask-to-learn.ts'
import { decideOnKinds, getLearnedKinds, takeBackKinds } from '../../kinds/decide-kinds.ts'
import { KindsPage } from './kinds.page.tsx'
import { kindsTexts as t } from './kinds-texts.ts'
import { KINDS_PATH, TEMPLATES_PATH } from './paths.ts'

/** Pages "Nhận loại giấy tờ": administrators decide on what was learned, supervisors look at it. */
export async function kindsRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { 'dang-hoc'?: string } }>(KINDS_PATH, (request, reply) => showKinds(request, reply))

  web.post(KINDS_PATH, async (request, reply) => {
    const form = formBody(request)
    const [id, accept] = [field(form, 'ban'), field(form, 'viec') === 'ap-dung']
    const reason = field(form, 'ly-do')
    const done = await attempt(() => act(request, decideOnKinds, { id, accept, reason }))
    return done.ok ? redirect(reply, KINDS_PATH) : showKinds(request, reply, done.refusal, reason)
  })

  web.post(`${KINDS_PATH}/hoc`, async (request, reply) => {
    const done = await attempt(() => act(request, askToLearnKinds, {}))
    if (!done.ok) return showKinds(request, reply, done.refusal)
    return redirect(reply, `${KINDS_PATH}?dang-hoc=${done.result.papers}`)
  })

  web.post(`${KINDS_PATH}/tro-lai`, async (request, reply) => {
    const done = await attempt(() => act(request, takeBackKinds, { id: field(formBody(request), 'ban') }))
    return done.ok ? redirect(reply, KINDS_PATH) : showKinds(request, reply, done.refusal)
  })
}

async function showKinds(request: WebRequest, reply: WebReply, refusal?: Refusal, reason = ''): Promise<WebReply> {
  const view = await ask(request, getLearnedKinds, {})
  const told = refusal && refusalText(request, refusal)
  const errors = told ? [view.proposal ? { message: told, field: 'ly-do' } : { message: told }] : []
  const token = holds(request.actor, 'administrator') ? formToken(request, reply) : undefined
  const asked = Number((request.query as { 'dang-hoc'?: string })['dang-hoc'])
  const learning = asked > 0 && !view.proposal ? asked : undefined
  const body = <KindsPage {...{ view, token, reason, learning, errors }} />
  const status = refusal ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.title, body, current: TEMPLATES_PATH, status })
}
