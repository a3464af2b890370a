import { isDeepStrictEqual } from 'node:util'
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
import { paperTypeNames } from '../../documents/index.ts'
import { discardFormDraft, draftForm, getForm, stepFormDraft, type FormView } from '../../forms/index.ts'
import { DraftPage } from './draft.page.tsx'
import { editFromForm } from './edit-input.ts'
import { nameOfForm, questionsOnce } from './form-of-procedure.ts'
import { FORMS_PATH } from './list.page.tsx'
import { isOpenIn, openOf, openText, typedInto, type Open } from './open-item.ts'
import { draftTexts, paperFactName, prefillFacts } from './texts.ts'

type ByCode = { Params: { code: string }; Querystring: { o?: string; xong?: string } }

/** Doors to drafts: begin, edit, undo, throw away. */
export async function draftRoutes(web: Web): Promise<void> {
  web.get<ByCode>(`${FORMS_PATH}/:code/nhap`, async (request, reply) =>
    showDraft(request, reply, request.params.code, {
      open: openOf(request.query.o ?? ''),
      done: DONE[request.query.xong as keyof typeof DONE],
    }),
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
    if (!outcome.ok) return showDraft(request, reply, code, { refusal: outcome.refusal, typed: form })
    const query = new URLSearchParams({
      ...(outcome.result && { o: openText(outcome.result) }),
      ...(work in DONE && { xong: work }),
    })
    return redirect(reply, `${address}${query.size > 0 ? `?${query}` : ''}${outcome.result ? '#sua' : ''}`)
  })
}

const DONE = draftTexts.done

const PAPER_PARTS = ['number', 'issuer', 'issuedOn', 'inWords'] as const

/** What a paper in the person's vault may say. */
function paperFacts(): { value: string; label: string }[] {
  return paperTypeNames().flatMap(({ code, name }) =>
    PAPER_PARTS.map((part) => ({ value: `${code}.${part}`, label: paperFactName[part](name) })),
  )
}

async function begin(request: WebRequest, code: string, version: number): Promise<void> {
  const { versions } = await ask(request, getForm, { code })
  const from = versions.find(({ definition }) => definition.version === version) ?? versions[0]
  if (!from) throw new Refusal('forms.not-found', { code })
  await act(request, draftForm, { code, layout: from.definition.layout, over: 0 })
}

const WAYS: Record<string, 'back' | 'ahead'> = { 'hoan-tac': 'back', 'lam-lai': 'ahead' }

/** Saves what the press makes of the draft, if anything is different; gives what is open then. */
async function edit(request: WebRequest, code: string, form: FormBody): Promise<Open | undefined> {
  const { draft } = await draftOf(request, code)
  const seen = Number(field(form, 'lan'))
  const way = WAYS[field(form, 'viec')]
  const once = await questionsOnce(request, code, draft.layout)
  const { layout, open } = editFromForm(draft.layout, way ? { ...form, viec: '' } : form, once)
  const isChanged = seen !== draft.revision || !isDeepStrictEqual(layout, draft.layout)
  const { revision } = isChanged ? await act(request, draftForm, { code, layout, over: seen }) : draft
  if (way) await act(request, stepFormDraft, { code, revision, way })
  return open
}

export async function draftOf(
  request: WebRequest,
  code: string,
): Promise<{ view: FormView; draft: NonNullable<FormView['draft']> }> {
  const view = await ask(request, getForm, { code })
  if (!view.draft) throw new Refusal('forms.no-draft', { code })
  return { view, draft: view.draft }
}

type Shown = {
  open?: Open | undefined
  done?: string | undefined
  refusal?: Refusal
  /** What was typed when it was refused: it stands in the boxes again. */
  typed?: FormBody
  notes?: readonly string[]
}

/** The draft, beside what was refused if something was. */
export async function showDraft(
  request: WebRequest,
  reply: WebReply,
  code: string,
  { refusal, open, done, typed, notes = [] }: Shown,
): Promise<WebReply> {
  const { view, draft } = await draftOf(request, code)
  const name = await nameOfForm(request, code, draft.layout)
  const once = await questionsOnce(request, code, draft.layout)
  const { layout, wrong } = typed ? typedInto(draft.layout, typed, once) : { layout: draft.layout, wrong: new Map() }
  const wanted = typed ? openOf(field(typed, 'o')) : open
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
        open={isOpenIn(layout, wanted) ? wanted : undefined}
        layout={layout}
        wrong={wrong}
        once={once}
        facts={[...prefillFacts, ...paperFacts()]}
        done={done}
        notes={notes}
        {...(refusal ? { problem: refusalText(request, refusal) } : {})}
      />
    ),
  })
}
