import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
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
  type FormBody,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { isProcedureCode } from '../procedure.ts'
import { procedureInForce } from '../store.ts'
import { discardProcessDraft, draftProcess } from '../processes/draft-process.ts'
import { getProcess } from '../processes/get-process.ts'
import { FIVE_STEPS } from '../processes/process.ts'
import { DraftPage } from './draft.page.tsx'
import { editFromForm } from './edit-input.ts'
import { PROCESSES_PATH } from './process-list.page.tsx'
import { draftTexts } from './texts.ts'

type ByCode = { Params: { code: string }; Querystring: { buoc?: string } }

const LONGEST_NAME = 200

/** Doors to drafts: begin, edit, throw away. */
export async function draftRoutes(web: Web): Promise<void> {
  web.post(`${PROCESSES_PATH}/rieng`, async (request, reply) => {
    const procedureCode = field(formBody(request), 'ma')
    const on = vietnamDate(web.app.clock.now())
    const procedure = await procedureInForce(web.app.db, procedureCode, on)
    if (!procedure || !isProcedureCode(procedureCode)) {
      throw new Refusal('catalogue.unknown-procedure', { code: procedureCode })
    }
    const model = await modelOf(request)
    const code = `tt-${procedureCode.replace('.', '-')}`
    const name = procedure.name.slice(0, LONGEST_NAME).trim()
    await act(request, draftProcess, { definition: { ...model, code, name, procedureCode, version: 1 }, over: 0 })
    return redirect(reply, `${PROCESSES_PATH}/${code}/nhap`)
  })

  web.get<ByCode>(`${PROCESSES_PATH}/:code/nhap`, async (request, reply) =>
    showDraft(request, reply, request.params.code, request.query.buoc ? { openStep: request.query.buoc } : {}),
  )

  web.post<ByCode>(`${PROCESSES_PATH}/:code/nhap`, async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const kind = field(form, 'viec')
    if (kind === 'bat-dau') {
      await begin(request, code, Number(field(form, 'ban')))
      return redirect(reply, `${PROCESSES_PATH}/${code}/nhap`)
    }
    const revision = Number(field(form, 'lan'))
    if (kind === 'bo-nhap') {
      await act(request, discardProcessDraft, { code, revision })
      return redirect(reply, PROCESSES_PATH)
    }
    const outcome = await attempt(() => edit(request, code, revision, form))
    const openStep = kind === 'them' || kind === 'bo' ? '' : field(form, 'buoc')
    if (!outcome.ok) return showDraft(request, reply, code, { refusal: outcome.refusal, openStep })
    return redirect(reply, `${PROCESSES_PATH}/${code}/nhap${openStep === '' ? '' : `?buoc=${openStep}`}`)
  })
}

async function begin(request: WebRequest, code: string, version: number): Promise<void> {
  const { versions } = await ask(request, getProcess, { code })
  const from = versions.find(({ definition }) => definition.version === version) ?? versions[0]
  if (!from) throw new Refusal('catalogue.unknown-process', { code })
  await act(request, draftProcess, { definition: from.definition, over: 0 })
}

async function edit(request: WebRequest, code: string, revision: number, form: FormBody): Promise<void> {
  const { draft } = await ask(request, getProcess, { code })
  if (!draft) throw new Refusal('catalogue.no-process-draft', { code })
  const definition = editFromForm(draft.definition, form, await modelOf(request))
  await act(request, draftProcess, { definition, over: revision })
}

/** The province's own process in force: what a new one begins from, and where added steps come from. */
async function modelOf(request: WebRequest) {
  const { versions, inForceId } = await ask(request, getProcess, { code: FIVE_STEPS })
  const model = versions.find(({ id }) => id === inForceId) ?? versions[0]
  if (!model) throw new Refusal('catalogue.unknown-process', { code: FIVE_STEPS })
  return model.definition
}

/** The draft, beside what was refused if something was. */
export async function showDraft(
  request: WebRequest,
  reply: WebReply,
  code: string,
  { refusal, openStep }: { refusal?: Refusal; openStep?: string },
): Promise<WebReply> {
  const view = await ask(request, getProcess, { code })
  const { draft } = view
  if (!draft) throw new Refusal('catalogue.no-process-draft', { code })
  return sitePage(request, reply, {
    site: 'workspace',
    title: draftTexts.title(draft.definition.name),
    current: PROCESSES_PATH,
    status: refusal ? 422 : 200,
    body: (
      <DraftPage
        view={view}
        draft={draft}
        token={formToken(request, reply)}
        today={vietnamDate(request.server.app.clock.now())}
        {...(openStep ? { openStep } : {})}
        {...(refusal ? { problem: refusalText(request, refusal) } : {})}
      />
    ),
  })
}
