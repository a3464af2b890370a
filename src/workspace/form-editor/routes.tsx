import { holds } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Refusal } from '../../platform/refusal.ts'
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
} from '../../platform/web/web.ts'
import { procedureInForce, searchProcedures } from '../../catalogue/index.ts'
import { draftForm, getForm, listForms, publishFormDraft } from '../../forms/index.ts'
import { beginningOf, nameOfForm, procedureNames } from './form-of-procedure.ts'
import { draftRoutes, showDraft } from './draft-routes.tsx'
import { FormVersionPage } from './form.page.tsx'
import { FORMS_PATH, FormListPage, type Sought } from './list.page.tsx'
import { transferRoutes } from './transfer-routes.tsx'
import { trialRoutes } from './trial-routes.tsx'
import { formPageTexts } from './texts.ts'

/** Procedures offered for what was typed. */
const MOST_FOUND = 8

type ByCode = { Params: { code: string }; Querystring: { ban?: string } }

/** Pages "Biểu mẫu điện tử" of administrators: read, edit, try, publish; those who supervise may read. */
export async function formEditorRoutes(web: Web): Promise<void> {
  web.get(FORMS_PATH, async (request, reply) => showList(request, reply))

  web.post(`${FORMS_PATH}/moi`, async (request, reply) => {
    const typed = field(formBody(request), 'ma').trim()
    const { db, clock } = web.app
    const on = vietnamDate(clock.now())
    const procedure = await procedureInForce(db, typed, on)
    if (!procedure) {
      const found = typed === '' ? [] : (await searchProcedures(db, { q: typed, on, limit: MOST_FOUND })).procedures
      return showList(request, reply, { sought: { typed, found } })
    }
    const { forms } = await ask(request, listForms, {})
    if (forms.some((form) => form.code === procedure.code)) return redirect(reply, `${FORMS_PATH}/${procedure.code}`)
    await act(request, draftForm, { code: procedure.code, layout: beginningOf(procedure), over: 0 })
    return redirect(reply, `${FORMS_PATH}/${procedure.code}/nhap`)
  })

  web.get<ByCode>(`${FORMS_PATH}/:code`, async (request, reply) => {
    const view = await ask(request, getForm, { code: request.params.code })
    const { versions } = view
    const shown =
      versions.find(({ definition }) => String(definition.version) === request.query.ban) ??
      versions.find(({ definition }) => definition.version === view.inForce) ??
      versions[0]
    if (!shown) return redirect(reply, `${FORMS_PATH}/${view.code}/nhap`)
    const name = await nameOfForm(request, view.code, shown.definition.layout)
    const token = formToken(request, reply)
    return sitePage(request, reply, {
      site: 'workspace',
      title: formPageTexts.title,
      current: FORMS_PATH,
      body: <FormVersionPage view={view} shown={shown} name={name} token={token} mayEdit={mayEdit(request)} />,
    })
  })

  web.post<ByCode>(`${FORMS_PATH}/:code/ban-hanh`, async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const input = { code, revision: Number(field(form, 'lan')), validFrom: field(form, 'tu-ngay') }
    const outcome = await attempt(() => act(request, publishFormDraft, input))
    if (outcome.ok) return redirect(reply, `${FORMS_PATH}/${code}?ban=${outcome.result.version}`)
    return showDraft(request, reply, code, { refusal: outcome.refusal })
  })

  await draftRoutes(web)
  await trialRoutes(web)
  await transferRoutes(web, showList)
}

/** What of the list page was not taken, or is not sure yet. */
export type Refused = { refusal?: Refusal; sought?: Sought }

function mayEdit({ actor }: WebRequest): boolean {
  return holds(actor, 'administrator')
}

async function showList(request: WebRequest, reply: WebReply, { refusal, sought }: Refused = {}): Promise<WebReply> {
  const { forms } = await ask(request, listForms, {})
  const names = await procedureNames(
    request,
    forms.map(({ code }) => code),
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: formPageTexts.title,
    current: FORMS_PATH,
    status: refusal || sought?.found.length === 0 ? 422 : 200,
    body: (
      <FormListPage
        forms={forms.map((form) => ({ ...form, procedure: names.get(form.code) }))}
        token={formToken(request, reply)}
        mayEdit={mayEdit(request)}
        sought={sought}
        problems={refusal ? [refusalText(request, refusal)] : []}
      />
    ),
  })
}
