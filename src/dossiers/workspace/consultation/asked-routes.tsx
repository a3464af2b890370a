import type { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formToken,
  redirect,
  refusalText,
  sitePage,
  undertake,
} from '../../../platform/web/web.ts'
import type { Outcome, Web, WebReply, WebRequest } from '../../../platform/web/web.ts'
import { fileDownload, receiveForm } from '../../../documents/index.ts'
import { confirmationPath, isWaiting, ownKeyOf } from '../../../signing/index.ts'
import { OPINION_ANSWERS } from '../../consultation/consultation.ts'
import { getAskedFile, getOpinionAsked } from '../../consultation/get-opinion-asked.ts'
import { giveOpinion } from '../../consultation/give-opinion.ts'
import { signOpinion } from '../../consultation/sign-opinion.ts'
import { listOpinionsAsked } from '../../consultation/list-opinions-asked.ts'
import { formTop, sentStatus } from '../form-top.tsx'
import type { Errors } from '../work-form.tsx'
import { AskedListPage } from './asked-list.page.tsx'
import { AskedPage, type AnswerValues } from './asked.page.tsx'
import { answerTexts, askedTexts } from './texts.ts'

const PATH = '/y-kien'
const BLANK: AnswerValues = { answer: undefined, text: '' }

type ById = { Params: { id: string }; Querystring: { xong?: string } }
type Shown = { values?: AnswerValues; errors?: Errors; refusal?: Refusal; said?: string; status?: number }

/** The consulted body's side: its questions, and one of them with the answer. */
export async function askedRoutes(web: Web): Promise<void> {
  web.get(PATH, async (request, reply) => {
    const { open, settled } = await ask(request, listOpinionsAsked, {})
    const body = <AskedListPage open={open} settled={settled} now={web.app.clock.now()} />
    return sitePage(request, reply, { site: 'workspace', title: askedTexts.title, current: PATH, body })
  })

  web.get<ById>(`${PATH}/:id`, async (request, reply) =>
    show(request, reply, request.params.id, request.query.xong === '1' ? { said: answerTexts.sent } : {}),
  )

  web.post<ById>(`${PATH}/:id`, { config: { multipart: true } }, async (request, reply) => {
    const { id } = request.params
    const { form, files, refusals } = await receiveForm(request, reply)
    const values: AnswerValues = {
      answer: OPINION_ANSWERS.find((answer) => answer === field(form, 'y-kien')),
      text: field(form, 'loi-dap'),
    }
    const { answer, text } = values
    const errors: Errors = [
      ...(answer === undefined ? [{ field: 'y-kien', message: answerTexts.choose }] : []),
      ...(text === '' && (answer === 'disagree' || answer === 'agree-with-conditions')
        ? [{ field: 'loi-dap', message: answerTexts.needsText }]
        : []),
      ...refusals.map(({ refusal }) => ({ field: 'van-ban', message: refusalText(request, refusal) })),
    ]
    if (answer === undefined || errors.length > 0) return show(request, reply, id, { values, errors, status: 422 })
    const [file] = files
    const given = {
      opinionId: id,
      answer,
      seen: Number(field(form, 'da-thay')) || 0,
      ...(text === '' ? {} : { text }),
      ...(file ? { fileId: file.file.id } : {}),
    }
    const { isToSign } = await ask(request, getOpinionAsked, { opinionId: id })
    const pin = field(form, 'pin')
    const outcome: Outcome<unknown> = await attempt<unknown>(() =>
      isToSign
        ? undertake(request, signOpinion, { ...given, ...(pin === '' ? {} : { pin }) })
        : act(request, giveOpinion, given),
    )
    if (outcome.ok && isWaiting(outcome.result)) return redirect(reply, confirmationPath(outcome.result.confirmationId))
    if (outcome.ok) return redirect(reply, `${PATH}/${id}?xong=1`)
    if (outcome.refusal.code === 'platform.not-found') throw outcome.refusal
    return show(request, reply, id, { values, refusal: outcome.refusal })
  })

  web.get<{ Params: { id: string; fileId: string } }>(`${PATH}/:id/tep/:fileId`, async (request, reply) => {
    const { id, fileId } = request.params
    const file = await ask(request, getAskedFile, { opinionId: id, fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  opinionId: string,
  { values = BLANK, errors = [], refusal, said, status = 200 }: Shown,
): Promise<WebReply> {
  const { app } = request.server
  const asked = await ask(request, getOpinionAsked, { opinionId })
  const body = (
    <AskedPage
      asked={asked}
      values={values}
      errors={errors}
      top={formTop(request, { errors, refusal, said })}
      token={formToken(request, reply)}
      fileBytes={app.settings.uploadLimits.fileBytes}
      now={app.clock.now()}
      ownKey={asked.isToSign ? await ownKeyOf(app, request.actor) : null}
    />
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: askedTexts.title,
    current: PATH,
    body,
    status: sentStatus(request, refusal, status),
  })
}
