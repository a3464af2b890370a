import { holds } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  act,
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
} from '../../platform/web/web.ts'
import { unitBySlug } from '../../organisation/index.ts'
import { stateTerm } from '../state-term.ts'
import { procedureInForce } from '../store.ts'
import { TERM_UNITS, TermPage, type TypedTerm } from './term.page.tsx'
import { termPageTexts } from './texts.ts'

const PATH = '/quan-tri/thu-tuc'
type ByCode = { Params: { code: string }; Querystring: { xong?: string } }
type Failed = { caseCode: string; problem: string; typed: TypedTerm }

/** Page "Ghi thời hạn": administrators state unclear terms, those who supervise read. */
export async function termRoutes(web: Web): Promise<void> {
  web.get<ByCode>(`${PATH}/:code/thoi-han`, async (request, reply) =>
    show(request, reply, request.params.code, request.query.xong !== undefined),
  )

  web.post<ByCode>(`${PATH}/:code/thoi-han`, async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const typed = {
      quantity: field(form, 'quantity').trim(),
      unit: field(form, 'unit'),
      documentNumber: field(form, 'documentNumber'),
      documentOn: field(form, 'documentOn'),
      note: field(form, 'note'),
    }
    const caseCode = field(form, 'caseCode')
    const unit = TERM_UNITS.find((known) => known === typed.unit)
    const quantity = /^\d{1,3}([.,]5)?$/.test(typed.quantity) ? Number(typed.quantity.replace(',', '.')) : 0
    const outcome = await attempt(() =>
      act(request, stateTerm, { ...typed, procedureCode: code, caseCode, quantity, unit: unit ?? 'working-day' }),
    )
    if (outcome.ok) return redirect(reply, `${PATH}/${code}/thoi-han?xong=1`)
    const problem = quantity === 0 ? termPageTexts.quantityWrong : refusalText(request, outcome.refusal)
    return show(request, reply, code, false, { caseCode, problem, typed })
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  code: string,
  done: boolean,
  failed?: Failed,
): Promise<WebReply> {
  const { actor, server } = request
  if (actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  const mayState = holds(actor, 'administrator')
  if (!mayState && !holds(actor, 'supervisor')) throw new Refusal('platform.forbidden')
  const on = vietnamDate(server.app.clock.now())
  const procedure = await procedureInForce(server.app.db, code, on)
  if (!procedure) throw new Refusal('catalogue.unknown-procedure', { code })
  const decider = (await unitBySlug(server.app.db, procedure.department, on))?.name ?? procedure.department
  const body = (
    <TermPage
      procedure={procedure}
      decider={decider}
      mayState={mayState}
      token={formToken(request, reply)}
      done={done}
      {...(failed ? { failed } : {})}
    />
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: termPageTexts.title,
    current: PATH,
    status: failed ? 422 : 200,
    body,
  })
}
