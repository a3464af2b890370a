import { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  type FormBody,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import {
  changedEntries,
  namesOf,
  readAnswers,
  rootOf,
  SHOW_COMMUNES,
  type Answers,
  type FieldError,
  type FormPage,
} from '../../../forms/index.ts'
import { formatDateTime } from '../../../platform/dates.ts'
import { saveDraftPage } from '../../drafts/save-draft-page.ts'
import { fieldId } from '../../../ui/index.ts'
import { FormPartPage } from './form-part.page.tsx'
import { openFiling, pagesOf, type Filing } from './open-filing.ts'
import { draftAddress, nextAddress, PLACE_PART } from './parts.ts'
import { tellingChange, type PartsChange } from './parts-changed.tsx'
import { isByItself, MARK } from './part-mark.tsx'
import { savePlace, showPlace } from './place-part.tsx'
import { CURRENT, withFiling } from './with-filing.tsx'

type ByPart = { Params: { resume: string; part: string }; Querystring: PartsChange }

/** The pages of the form and the choice of place. */
export async function formPartRoutes(web: Web): Promise<void> {
  web.get<ByPart>('/bai-khai/:resume/:part', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      if (request.params.part === PLACE_PART) return showPlace(request, reply, filing)
      const page = pageOf(filing, request.params.part)
      if (!pagesOf(filing).includes(page)) return redirect(reply, tellingChange(draftAddress(filing), [page], []))
      // A page saves itself while it is filled in: what is not answered yet is no mistake, what is answered wrongly is.
      const stored = filing.draft.pages[page.id] ?? {}
      const errors = filing.answers.errors.filter(({ field }) => [field, `${field}.noi`].some((box) => stored[box]))
      return show(request, reply, filing, { page, values: filing.values, errors, change: request.query })
    }),
  )

  web.post<ByPart>('/bai-khai/:resume/:part', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const form = formBody(request)
      if (request.params.part === PLACE_PART) return savePlace(request, reply, filing, form)
      const page = pageOf(filing, request.params.part)
      const { values, errors } = readPage(filing, page, form)
      const changed = changedEntries(filing.form, form, values)
      const own = namesOf(filing.form, page.id)
      const answers = Object.fromEntries(
        Object.entries(changed?.values ?? values).filter(
          ([name]) => own.has(rootOf(name)) && !(name in filing.held.locked),
        ),
      )
      const basedOn = field(form, MARK)
      const saving = {
        resumeCode: filing.draft.resumeCode,
        page: page.id,
        answers,
        ...(basedOn === '' ? {} : { basedOn }),
      }
      if (isByItself(request)) {
        const { savedAt, mark } = await act(request, saveDraftPage, saving)
        return reply.send({ mark, savedAt: formatDateTime(savedAt) })
      }
      const outcome = await attempt(() => act(request, saveDraftPage, saving))
      if (!outcome.ok) {
        if (outcome.refusal.code !== 'dossiers.draft-changed-elsewhere') throw outcome.refusal
        const theirs = await openFiling(request, filing.draft.resumeCode)
        return show(request, reply, theirs, { page, values, errors: [], isElsewhere: true })
      }
      const saved = await openFiling(request, filing.draft.resumeCode)
      const telling = (address: string) => tellingChange(address, pagesOf(filing), pagesOf(saved))
      if (field(form, 'luu') !== '') return redirect(reply, telling(draftAddress(filing)))
      const at = changed?.at ?? field(form, SHOW_COMMUNES)
      if (at !== '') return redirect(reply, `${draftAddress(filing)}/${page.id}#${fieldId(at)}`)
      if (errors.length > 0) return show(request, reply, saved, { page, values, errors })
      return redirect(reply, telling(nextAddress(saved, page.id)))
    }),
  )
}

function pageOf({ form }: Filing, id: string): FormPage {
  const page = form.layout.pages.find((one) => one.id === id)
  if (!page) throw new Refusal('platform.not-found')
  return page
}

/** What was sent for this page over what the other pages hold; a box not ticked any more is gone. */
function readPage({ form, values, held, today, places }: Filing, page: FormPage, sent: FormBody): Answers {
  const own = namesOf(form, page.id)
  const others = Object.entries(values).filter(([name]) => !own.has(rootOf(name)))
  return readAnswers(form, { ...Object.fromEntries(others), ...sent, ...held.locked }, { today, places, page: page.id })
}

type Shown = {
  page: FormPage
  values: Record<string, string>
  errors: readonly FieldError[]
  /** Saved from elsewhere meanwhile: both are shown. */
  isElsewhere?: boolean
  change?: PartsChange
}

function show(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  { page, values, errors, isElsewhere = false, change = {} }: Shown,
): Promise<WebReply> {
  const body = (
    <FormPartPage
      filing={filing}
      page={page}
      values={values}
      errors={errors}
      isElsewhere={isElsewhere}
      change={change}
      token={formToken(request, reply)}
    />
  )
  const status = isElsewhere ? 409 : request.method === 'POST' ? 422 : 200
  return sitePage(request, reply, {
    site: 'portal',
    title: `${page.title}: ${filing.procedure.name}`,
    body,
    current: CURRENT,
    status,
  })
}
