import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  ask,
  field,
  formBody,
  formToken,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import {
  changedEntries,
  getForm,
  readAnswers,
  schemaOf,
  soundPartOf,
  standingAlone,
  withCommunes,
  type FormDefinition,
  type FormLayout,
} from '../../forms/index.ts'
import { communes, placesOn } from '../../organisation/index.ts'
import { draftOf } from './draft-routes.tsx'
import { asFilledIn, questionsOnce } from './form-of-procedure.ts'
import { FORMS_PATH } from './list.page.tsx'
import { openOf, typedInto } from './open-item.ts'
import { Notice } from '../../ui/index.ts'
import { TrialPage, type Tried } from './trial.page.tsx'
import { trialTexts } from './texts.ts'

/** The version that is still being written. */
const DRAFT = 'nhap'

type ByPage = { Params: { code: string; page: string }; Querystring: { ban?: string } }
type TrialRequest = WebRequest & { params: ByPage['Params']; query: ByPage['Querystring'] }
type ByCode = { Params: { code: string } }

/** Doors to a page of a form as people see it: filled in and checked, nothing kept. */
export async function trialRoutes(web: Web): Promise<void> {
  web.get<ByPage>(`${FORMS_PATH}/:code/thu/:page`, async (request, reply) => {
    const form = await formTried(request, request.params.page)
    return show(request, reply, form, shownPage(request))
  })

  web.post<ByPage>(`${FORMS_PATH}/:code/thu/:page`, async (request, reply) => {
    const { page } = request.params
    const form = await formTried(request, page)
    const today = vietnamDate(web.app.clock.now())
    const body = formBody(request)
    const tried = readAnswers(form, body, { today, page, places: await placesOn(today) })
    // A button of a group adds an entry or takes one away; nothing is checked then.
    const changed = changedEntries(form, body, tried.values)
    return show(request, reply, form, shownPage(request), changed ? { values: changed.values, errors: [] } : tried)
  })

  // What the form beside it would make of the draft, while it is being typed; nothing is saved.
  web.post<ByCode>(`${FORMS_PATH}/:code/nhap/xem-truoc`, async (request, reply) => {
    const { code } = request.params
    const body = formBody(request)
    const { draft } = await draftOf(request, code)
    const once = await questionsOnce(request, code, draft.layout)
    const { layout } = typedInto(draft.layout, body, once)
    const open = openOf(field(body, 'o'))
    const page = layout.pages[open === undefined || open === 'form' ? 0 : open.page]?.id ?? ''
    return show(request, reply, await asShown(request, code, layout, page), { page, version: DRAFT })
  })
}

function shownPage({ params: { page }, query: { ban = DRAFT } }: TrialRequest) {
  return { page, version: ban }
}

/** A published version by its number, or the draft. */
async function formTried(request: TrialRequest, page: string): Promise<FormDefinition> {
  const { code } = request.params
  const { ban = DRAFT } = request.query
  const view = await ask(request, getForm, { code })
  const layout =
    ban === DRAFT
      ? view.draft?.layout
      : view.versions.find(({ definition }) => String(definition.version) === ban)?.definition.layout
  if (!layout) throw new Refusal('forms.not-found', { code })
  return asShown(request, code, layout, page)
}

async function asShown(request: WebRequest, code: string, layout: FormLayout, page: string): Promise<FormDefinition> {
  const sound = soundPartOf(layout)
  const { app } = request.server
  const places = await communes(app.db, vietnamDate(app.clock.now()))
  const form = await asFilledIn(request, { id: code, version: 1, schema: schemaOf(sound), layout: sound })
  return withCommunes(
    { ...form, layout: standingAlone(form.layout, page) },
    places.map(({ communeCode, name }) => ({ value: communeCode ?? '', label: name })),
  )
}

async function show(
  request: WebRequest,
  reply: WebReply,
  form: FormDefinition,
  { page: pageId, version }: { page: string; version: string },
  tried?: Tried,
): Promise<WebReply> {
  const no = form.layout.pages.findIndex(({ id }) => id === pageId)
  const page = form.layout.pages[no]
  if (!page) {
    if (version !== DRAFT) throw new Refusal('platform.not-found')
    const body = <Notice tone="info">{trialTexts.nothingYet}</Notice>
    return sitePage(request, reply, { site: 'portal', title: trialTexts.title(''), body })
  }
  const today = vietnamDate(request.server.app.clock.now())
  const places = await placesOn(today)
  return sitePage(request, reply, {
    site: 'portal',
    title: trialTexts.title(page.title),
    status: tried && tried.errors.length > 0 ? 422 : 200,
    body: (
      <TrialPage
        form={form}
        page={page}
        no={no}
        tried={tried}
        token={formToken(request, reply)}
        version={version}
        places={places}
        today={today}
      />
    ),
  })
}
