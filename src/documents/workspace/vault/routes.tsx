import { addDays, vietnamDate } from '../../../platform/dates.ts'
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
import { fileDownload } from '../../file-download.ts'
import { answerDispute, getDispute, getDisputedFile, listDisputes } from '../../vault/dispute/answer-dispute.ts'
import { DISPUTE_OUTCOMES } from '../../vault/dispute/dispute.ts'
import { countReuse } from '../../vault/reuse-counts.ts'
import { duplicateRoutes } from './duplicate-routes.tsx'
import { DisputePage, type AnswerSent } from './dispute.page.tsx'
import { DisputesPage } from './disputes.page.tsx'
import { ReusePage } from './reuse.page.tsx'
import { vaultWorkTexts as words } from './texts.ts'

export const DISPUTES_PATH = '/kho/bao-sai'
export const REUSE_PATH = '/kho/dung-lai'
const USUAL_DAYS = 90

type ById = { Params: { id: string } }
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Officers' side of the vault: what people say is wrong, and how often nothing had to be filed again. */
export async function vaultWorkspaceRoutes(web: Web): Promise<void> {
  await duplicateRoutes(web)

  web.get(DISPUTES_PATH, async (request, reply) => {
    const papers = await ask(request, listDisputes, {})
    const body = <DisputesPage papers={papers} />
    return sitePage(request, reply, { site: 'workspace', title: words.disputes, body, current: DISPUTES_PATH })
  })

  web.get<ById>(`${DISPUTES_PATH}/:id`, async (request, reply) => show(request, reply, {}))

  web.post<ById>(`${DISPUTES_PATH}/:id`, async (request, reply) => {
    const form = formBody(request)
    const typed = { outcome: field(form, 'ket-luan'), answer: field(form, 'tra-loi') }
    const outcome = DISPUTE_OUTCOMES.find((one) => one === typed.outcome)
    const errors = [
      ...(outcome ? [] : [{ field: 'ket-luan', message: words.chooseOutcome }]),
      ...(typed.answer.length < 5 ? [{ field: 'tra-loi', message: words.writeAnswer }] : []),
    ]
    if (!outcome || errors.length > 0) return show(request, reply, { typed, errors }, 422)
    const input = { disputeId: request.params.id, outcome, answer: typed.answer }
    const done = await attempt(() => act(request, answerDispute, input))
    if (done.ok) return redirect(reply, DISPUTES_PATH)
    if (done.refusal.code === 'platform.not-found') throw done.refusal
    return show(request, reply, { typed, errors: [{ message: refusalText(request, done.refusal) }] }, 409)
  })

  web.get<{ Params: { id: string; no: string } }>(`${DISPUTES_PATH}/:id/tep/:no`, async (request, reply) => {
    const { id, no } = request.params
    const { file } = await ask(request, getDisputedFile, { disputeId: id, no: Number(no) })
    return fileDownload(reply, web.app, file, { inline: true })
  })

  web.get<{ Querystring: { tu?: unknown; den?: unknown } }>(REUSE_PATH, async (request, reply) => {
    const today = vietnamDate(web.app.clock.now())
    const day = (given: unknown, usual: string) =>
      typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : usual
    const [from, to] = [day(request.query.tu, addDays(today, -USUAL_DAYS)), day(request.query.den, today)]
    const counted = await attempt(() => ask(request, countReuse, { from, to }))
    if (!counted.ok && counted.refusal.code !== 'documents.days-reversed') throw counted.refusal
    const body = <ReusePage from={from} to={to} counts={counted.ok ? counted.result : undefined} />
    const status = counted.ok ? 200 : 422
    return sitePage(request, reply, { site: 'workspace', title: words.reuse, body, current: REUSE_PATH, status })
  })
}

async function show(request: WebRequest, reply: WebReply, sent: AnswerSent, status = 200): Promise<WebReply> {
  const { id } = request.params as ById['Params']
  const disputed = await ask(request, getDispute, { disputeId: isId(id) ? id : '00000000-0000-0000-0000-000000000000' })
  const body = <DisputePage disputed={disputed} sent={sent} token={formToken(request, reply)} />
  return sitePage(request, reply, { site: 'workspace', title: words.disputes, body, current: DISPUTES_PATH, status })
}
