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
import { receiveFilePart } from '../../../documents/index.ts'
import {
  decideOnCalibration,
  listCalibrations,
  proposeFromVerdicts,
  takeBackCalibration,
} from '../../calibration/propose-calibration.ts'
import { getLearnedKinds } from '../../kinds/decide-kinds.ts'
import { draftTemplate, dropTemplateDraft, nameTemplate, publishTemplate } from '../../templates/edit-template.ts'
import { getFieldLooks } from '../../templates/field-figures.ts'
import { getSamplePicture, getTemplate, listTemplates } from '../../templates/get-templates.ts'
import { addTemplateSample, removeTemplateSample } from '../../templates/samples.ts'
import { linesIn } from './field-form.ts'
import { fieldRoutes } from './field-routes.tsx'
import { kindsRoutes } from './kinds-routes.tsx'
import { TemplatesPage } from './list.page.tsx'
import { templatePath, TEMPLATES_PATH } from './paths.ts'
import { spanIn } from './span.ts'
import { TemplatePage } from './template.page.tsx'
import { templatePageTexts as words } from './texts.ts'

type ByType = { Params: { type: string } }
type BySample = { Params: { id: string } }

/** Pages "Mẫu bóc tách": administrators change templates on samples, supervisors look at them. */
export async function templateRoutes(web: Web): Promise<void> {
  web.get(TEMPLATES_PATH, (request, reply) => showList(request, reply))

  web.post(TEMPLATES_PATH, async (request, reply) => {
    const form = formBody(request)
    const typed = { code: field(form, 'ma').trim(), name: field(form, 'ten').trim() }
    const done = await attempt(() => act(request, draftTemplate, { typeCode: typed.code, name: typed.name }))
    return done.ok ? redirect(reply, templatePath(typed.code)) : showList(request, reply, typed, done.refusal)
  })

  web.post(`${TEMPLATES_PATH}/do-tin-cay`, async (request, reply) => {
    const form = formBody(request)
    const accept = field(form, 'viec') === 'ap-dung'
    const done = await attempt(() => act(request, decideOnCalibration, { id: field(form, 'ban'), accept }))
    return done.ok ? redirect(reply, TEMPLATES_PATH) : showList(request, reply, undefined, done.refusal)
  })

  web.post(`${TEMPLATES_PATH}/do-tin-cay/hoc`, async (request, reply) => {
    const done = await attempt(() => act(request, proposeFromVerdicts, {}))
    return done.ok ? redirect(reply, TEMPLATES_PATH) : showList(request, reply, undefined, done.refusal)
  })

  web.post(`${TEMPLATES_PATH}/do-tin-cay/tro-lai`, async (request, reply) => {
    const done = await attempt(() => act(request, takeBackCalibration, { id: field(formBody(request), 'ban') }))
    return done.ok ? redirect(reply, TEMPLATES_PATH) : showList(request, reply, undefined, done.refusal)
  })

  web.get<BySample>(`${TEMPLATES_PATH}/mau-thu/:id/anh.jpg`, async (request, reply) =>
    reply.type('image/jpeg').send(Buffer.from(await ask(request, getSamplePicture, { sampleId: request.params.id }))),
  )

  web.post<BySample>(`${TEMPLATES_PATH}/mau-thu/:id/bo`, async (request, reply) => {
    await act(request, removeTemplateSample, { sampleId: request.params.id })
    return redirect(reply, TEMPLATES_PATH)
  })

  web.get<ByType & { Querystring: { thang?: string } }>(`${TEMPLATES_PATH}/:type`, (request, reply) =>
    showTemplate(request, reply, request.params.type, undefined, spanIn(request.query.thang)),
  )

  web.post<ByType>(`${TEMPLATES_PATH}/:type/viec`, async (request, reply) => {
    const [form, typeCode] = [formBody(request), request.params.type]
    const [task, version] = [field(form, 'viec'), Number(field(form, 'ban'))]
    const done = await attempt(async () => {
      if (task === 'nhap') await act(request, draftTemplate, { typeCode })
      else await act(request, task === 'cong-bo' ? publishTemplate : dropTemplateDraft, { typeCode, version })
    })
    if (!done.ok) return showTemplate(request, reply, typeCode, done.refusal)
    return redirect(reply, task === 'bo' ? TEMPLATES_PATH : templatePath(typeCode))
  })

  web.post<ByType>(`${TEMPLATES_PATH}/:type/ten`, async (request, reply) => {
    const [form, typeCode] = [formBody(request), request.params.type]
    const input = {
      version: Number(field(form, 'ban')),
      name: field(form, 'ten'),
      title: linesIn(field(form, 'tieu-de')),
    }
    const done = await attempt(() => act(request, nameTemplate, { typeCode, ...input }))
    return done.ok ? redirect(reply, templatePath(typeCode)) : showTemplate(request, reply, typeCode, done.refusal)
  })

  web.post<ByType>(`${TEMPLATES_PATH}/:type/mau-thu`, { config: { multipart: true } }, async (request, reply) => {
    const typeCode = request.params.type
    const done = await attempt(async () => {
      const { id: fileId } = await receiveFilePart(request, reply, { origin: 'scan' })
      await act(request, addTemplateSample, { typeCode, fileId })
    })
    return done.ok ? redirect(reply, templatePath(typeCode)) : showTemplate(request, reply, typeCode, done.refusal)
  })

  await fieldRoutes(web)
  await kindsRoutes(web)
}

async function showList(
  request: WebRequest,
  reply: WebReply,
  typed = { code: '', name: '' },
  refusal?: Refusal,
): Promise<WebReply> {
  const templates = await ask(request, listTemplates, {})
  const calibrations = await ask(request, listCalibrations, {})
  const learned = (await ask(request, getLearnedKinds, {})).proposal !== undefined
  const errors = refusal ? [{ message: refusalText(request, refusal) }] : []
  const token = holds(request.actor, 'administrator') ? formToken(request, reply) : undefined
  const body = <TemplatesPage {...{ templates, calibrations, learned, token, typed, errors }} />
  const status = refusal ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: TEMPLATES_PATH, status })
}

async function showTemplate(
  request: WebRequest,
  reply: WebReply,
  typeCode: string,
  refusal?: Refusal,
  months = spanIn(undefined),
): Promise<WebReply> {
  const view = await ask(request, getTemplate, { typeCode })
  const looks = await ask(request, getFieldLooks, { typeCode, months })
  const errors = refusal ? [{ message: refusalText(request, refusal) }] : []
  const token = holds(request.actor, 'administrator') ? formToken(request, reply) : undefined
  const body = <TemplatePage {...{ typeCode, view, looks, months, token, errors }} />
  const status = refusal ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: TEMPLATES_PATH, status })
}
