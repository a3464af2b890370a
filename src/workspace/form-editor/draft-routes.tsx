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
import {
  discardFormDraft,
  draftForm,
  getForm,
  isThere,
  spotOf,
  spotText,
  type FormView,
  type Spot,
} from '../../forms/index.ts'
import { DraftPage } from './draft.page.tsx'
import { editFromForm } from './edit-input.ts'
import { nameOfForm, questionsOnce } from './form-of-procedure.ts'
import { FORMS_PATH } from './list.page.tsx'
import { prefillFacts } from './texts.ts'

type ByCode = { Params: { code: string }; Querystring: { o?: string } }

/** Doors to drafts: begin, edit, throw away. */
export async function draftRoutes(web: Web): Promise<void> {
  web.get<ByCode>(`${FORMS_PATH}/:code/nhap`, async (request, reply) =>
    showDraft(request, reply, request.params.code, { at: spotOf(request.query.o ?? '') }),
  )

  web.post<ByCode>(`${FORMS_PATH}/:code/nhap`, async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const address = `${FORMS_PATH}/${code}/nhap`
    const work = field(form, 'viec')
    if (work === 'bat-dau') {
      await begin(request, code, Number(field(form, 'ban')))
      return redirect(reply, address)
    }
    if (work === 'bo-nhap') {
      await act(request, discardFormDraft, { code, revision: Number(field(form, 'lan')) })
      return redirect(reply, FORMS_PATH)
    }
    const outcome = await attempt(() => edit(request, code, form))
    if (!outcome.ok) return showDraft(request, reply, code, { refusal: outcome.refusal, at: spotOf(field(form, 'o')) })
    const spot = outcome.result
    return redirect(reply, spot ? `${address}?o=${spotText(spot)}#sua` : address)
  })
}

async function begin(request: WebRequest, code: string, version: number): Promise<void> {
  const { versions } = await ask(request, getForm, { code })
  const from = versions.find(({ definition }) => definition.version === version) ?? versions[0]
  if (!from) throw new Refusal('forms.not-found', { code })
  await act(request, draftForm, { code, layout: from.definition.layout, over: 0 })
}

async function edit(request: WebRequest, code: string, form: FormBody): Promise<Spot | undefined> {
  const { layout, spot } = editFromForm((await draftOf(request, code)).draft.layout, form)
  await act(request, draftForm, { code, layout, over: Number(field(form, 'lan')) })
  return spot
}

export async function draftOf(
  request: WebRequest,
  code: string,
): Promise<{ view: FormView; draft: NonNullable<FormView['draft']> }> {
  const view = await ask(request, getForm, { code })
  if (!view.draft) throw new Refusal('forms.no-draft', { code })
  return { view, draft: view.draft }
}

/** The draft, beside what was refused if something was. */
export async function showDraft(
  request: WebRequest,
  reply: WebReply,
  code: string,
  { refusal, at, notes = [] }: { refusal?: Refusal; at?: Spot | undefined; notes?: readonly string[] },
): Promise<WebReply> {
  const { view, draft } = await draftOf(request, code)
  const name = await nameOfForm(request, code, draft.layout)
  const { app } = request.server
  return sitePage(request, reply, {
    site: 'workspace',
    title: name,
    current: FORMS_PATH,
    status: refusal ? 422 : 200,
    body: (
      <DraftPage
        view={view}
        draft={draft}
        name={name}
        token={formToken(request, reply)}
        today={vietnamDate(app.clock.now())}
        at={at && isThere(draft.layout, at) ? at : undefined}
        once={await questionsOnce(request, code, draft.layout)}
        facts={prefillFacts}
        notes={notes}
        {...(refusal ? { problem: refusalText(request, refusal) } : {})}
      />
    ),
  })
}
