import { vietnamDate } from '../../platform/dates.ts'
import { refusalWords } from '../../platform/refusal.ts'
import {
  ask,
  field,
  formBody,
  formToken,
  sitePage,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { handOver } from './hand-over.ts'
import { listHandOvers } from './list-hand-overs.ts'
import { HAND_OVER, HandOverPage, type HandOverForm } from './page.tsx'
import { handOverTexts as t } from './texts.ts'
import type { ErrorItem } from '../../ui/index.ts'
import type { BulkResult } from '../bulk/bulk.ts'

type Asked = { Querystring: { nguoi?: string } }

/** Dossiers of people who leave, for the head of division. */
export async function handOverRoutes(web: Web): Promise<void> {
  web.get<Asked>(HAND_OVER, async (request, reply) => show(request, reply, request.query.nguoi, {}))

  web.post<Asked>(HAND_OVER, async (request, reply) => {
    const form = read(request)
    const errors: ErrorItem[] = [
      ...(form.codes.length === 0 ? [{ field: `ho-so-${form.from}`, message: t.chooseDossier }] : []),
      ...(form.to.length === 0 ? [{ field: `nhan-${form.from}`, message: t.choosePerson }] : []),
    ]
    if (errors.length > 0) return show(request, reply, request.query.nguoi, { sent: { form, errors } })
    const { codes: dossierCodes, to: assigneeAccountIds, note } = form
    const input = { dossierCodes, assigneeAccountIds, ...(note === '' ? {} : { note }) }
    // Not a redirect: the outcome of each stands in this one answer. Sent twice, the second gives the same people the same.
    return show(request, reply, request.query.nguoi, { result: await undertake(request, handOver, input) })
  })
}

function read(request: WebRequest): HandOverForm {
  const form = formBody(request)
  const from = field(form, 'nguoi-giao')
  const many = (name: string) => [...new Set([form[name] ?? []].flat())]
  return { from, codes: many(`ho-so-${from}`), to: many(`nhan-${from}`), note: field(form, 'loi-dan') }
}

type Extra = { sent?: { form: HandOverForm; errors: ErrorItem[] }; result?: BulkResult }

async function show(request: WebRequest, reply: WebReply, chosen: string | undefined, extra: Extra): Promise<WebReply> {
  const { app } = request.server
  const now = app.clock.now()
  const found = await ask(request, listHandOvers, chosen === undefined ? {} : { accountId: chosen })
  const body = (
    <HandOverPage
      {...found}
      {...extra}
      today={vietnamDate(now)}
      now={now}
      token={formToken(request, reply)}
      chosen={chosen}
      words={(reason) => refusalWords(app.refusals, reason)}
    />
  )
  const status = extra.sent ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.title, body, current: HAND_OVER, status })
}
