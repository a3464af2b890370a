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
} from '../../../platform/web/web.ts'
import type { Web, WebReply, WebRequest } from '../../../platform/web/web.ts'
import { fileDownload, receiveForm } from '../../../documents/index.ts'
import { acceptLinkedPart } from '../../linked/accept-part.ts'
import { completeLinkedPart } from '../../linked/complete-part.ts'
import { getLinkedPart, getPartFile } from '../../linked/get-linked-part.ts'
import { PART_OUTCOMES } from '../../linked/linked-part.ts'
import { listLinkedParts } from '../../linked/list-linked-parts.ts'
import { returnLinkedPart } from '../../linked/return-part.ts'
import { formTop, sentStatus } from '../form-top.tsx'
import type { Errors } from '../work-form.tsx'
import { OwnForms, type PartValues } from './own-forms.tsx'
import { OwnListPage } from './own-list.page.tsx'
import { OwnPartPage } from './own-part.page.tsx'
import { ownPartTexts as texts, ownTexts } from './texts.ts'

const PATH = '/lien-thong'
const BLANK: PartValues = { outcome: undefined, note: '', reason: '' }

type ById = { Params: { id: string }; Querystring: { xong?: string } }
type Shown = { values?: PartValues; errors?: Errors; refusal?: Refusal; said?: string | undefined; status?: number }

/** The linked body's side: its parts, and one of them to accept, do or give back. */
export async function ownPartRoutes(web: Web): Promise<void> {
  web.get(PATH, async (request, reply) => {
    const lists = await ask(request, listLinkedParts, {})
    const body = <OwnListPage {...lists} />
    return sitePage(request, reply, { site: 'workspace', title: ownTexts.title, current: PATH, body })
  })

  web.get<ById>(`${PATH}/:id`, async (request, reply) =>
    show(request, reply, request.params.id, { said: texts.said[request.query.xong ?? ''] }),
  )

  web.post<ById>(`${PATH}/:id/nhan`, async (request, reply) => {
    const { id } = request.params
    const outcome = await attempt(() => act(request, acceptLinkedPart, { partId: id }))
    return answer(request, reply, id, outcome, 'nhan', BLANK)
  })

  web.post<ById>(`${PATH}/:id/tra`, async (request, reply) => {
    const { id } = request.params
    const values = { ...BLANK, reason: field(formBody(request), 'ly-do') }
    const errors = values.reason === '' ? [{ field: 'ly-do', message: texts.needsReason }] : []
    if (errors.length > 0) return show(request, reply, id, { values, errors, status: 422 })
    const outcome = await attempt(() => act(request, returnLinkedPart, { partId: id, reason: values.reason }))
    return answer(request, reply, id, outcome, 'tra', values)
  })

  web.post<ById>(`${PATH}/:id/xong`, { config: { multipart: true } }, async (request, reply) => {
    const { id } = request.params
    const { form, files, refusals } = await receiveForm(request, reply)
    const chosen = PART_OUTCOMES.find((one) => one === field(form, 'ket-qua'))
    const values = { ...BLANK, outcome: chosen, note: field(form, 'ghi-chu') }
    const errors: Errors = [
      ...(chosen === undefined ? [{ field: 'ket-qua', message: texts.choose }] : []),
      ...(chosen === 'not-fulfilled' && values.note === '' ? [{ field: 'ghi-chu', message: texts.needsNote }] : []),
      ...refusals.map(({ refusal }) => ({ field: 'van-ban', message: refusalText(request, refusal) })),
    ]
    if (chosen === undefined || errors.length > 0) return show(request, reply, id, { values, errors, status: 422 })
    const [file] = files
    const done = {
      ...(values.note === '' ? {} : { note: values.note }),
      ...(file ? { fileId: file.file.id } : {}),
    }
    const outcome = await attempt(() => act(request, completeLinkedPart, { partId: id, outcome: chosen, ...done }))
    return answer(request, reply, id, outcome, 'xong', values)
  })

  web.get<{ Params: { id: string; fileId: string } }>(`${PATH}/:id/tep/:fileId`, async (request, reply) => {
    const { id, fileId } = request.params
    const file = await ask(request, getPartFile, { partId: id, fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

function answer(
  request: WebRequest,
  reply: WebReply,
  id: string,
  outcome: { ok: true } | { ok: false; refusal: Refusal },
  done: string,
  values: PartValues,
): Promise<WebReply> | WebReply {
  if (outcome.ok) return redirect(reply, `${PATH}/${id}?xong=${done}`)
  if (outcome.refusal.code === 'platform.not-found') throw outcome.refusal
  return show(request, reply, id, { values, refusal: outcome.refusal })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  partId: string,
  { values = BLANK, errors = [], refusal, said, status = 200 }: Shown,
): Promise<WebReply> {
  const { app } = request.server
  const part = await ask(request, getLinkedPart, { partId })
  const forms = (
    <OwnForms
      part={part}
      values={values}
      errors={errors}
      token={formToken(request, reply)}
      fileBytes={app.settings.uploadLimits.fileBytes}
    />
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: ownTexts.title,
    current: PATH,
    body: <OwnPartPage part={part} top={formTop(request, { errors, refusal, said })} forms={forms} />,
    status: sentStatus(request, refusal, status),
  })
}
