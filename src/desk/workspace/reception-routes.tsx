import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { fileDownload, receiveForm, type ReceivedForm } from '../../documents/index.ts'
import {
  getOfferedFile,
  offersForDraft,
  ownPages,
  removeDraftFile,
  startDraft,
  vaultFactsForDraft,
  type Draft,
} from '../../dossiers/index.ts'
import { EmptyState, ButtonLink, Notice } from '../../ui/index.ts'
import { deskElsewhere } from '../counter-place.ts'
import { getGuidanceFile } from '../get-guidance-file.ts'
import { giveGuidance } from '../give-guidance.ts'
import { shownAtDesk } from '../held-at-desk.ts'
import { blankReception, openReception, type Reception } from '../reception.ts'
import { askByNumber, readCard, type Hearing } from './hear-person.ts'
import { keepReception } from './keep-reception.ts'
import { hearingErrors, NO_ERRORS, uploadErrors, type PageErrors } from './page-errors.ts'
import { pagesPath } from './photo-routes.tsx'
import { takeFromVault } from './take-from-vault.ts'
import { isOver, receiveAtDesk, receivedBefore } from './receive-at-desk.ts'
import { ReceptionPage } from './reception.page.tsx'
import { receptionTexts as texts } from './texts.ts'

type ByProcedure = { Params: { procedureCode: string } }
type ByResume = { Params: { resume: string }; Querystring: { da?: string } }
type Shown = { errors?: PageErrors; status?: number; guided?: boolean }

const CURRENT = '/quay'

/** Receiving one person, from a blank sheet or a kept one. Every press keeps everything first. */
export async function receptionRoutes(web: Web): Promise<void> {
  web.get<ByProcedure>('/quay/moi/:procedureCode', async (request, reply) =>
    show(request, reply, await blankReception(scope(request), request.actor, request.params.procedureCode)),
  )
  web.post<ByProcedure>('/quay/moi/:procedureCode', { config: { multipart: true } }, async (request, reply) => {
    const reception = await blankReception(scope(request), request.actor, request.params.procedureCode)
    const received = await receiveForm(request, reply, { origin: 'scan' })
    if (reception.agencies.length === 0) return show(request, reply, reception)
    return unlessOver(request, reply, field(received.form, 'lan'), async () => {
      const draft = await begin(request, reception, field(received.form, 'lan'))
      return press(request, reply, { ...reception, draft }, draft, received)
    })
  })

  web.get<ByResume>('/quay/tiep/:resume', async (request, reply) => {
    const opened = await attempt(() => openReception(scope(request), request.actor, request.params.resume))
    if (opened.ok) return show(request, reply, opened.result, { guided: request.query.da === 'huong-dan' })
    if (opened.refusal.code !== 'dossiers.draft-not-found') throw opened.refusal
    return showGone(request, reply, request.params.resume)
  })
  web.post<ByResume>('/quay/tiep/:resume', { config: { multipart: true } }, async (request, reply) => {
    const opened = await attempt(() => openReception(scope(request), request.actor, request.params.resume))
    if (!opened.ok && !isOver(opened.refusal)) throw opened.refusal
    const received = await receiveForm(request, reply, { origin: 'scan' })
    return unlessOver(request, reply, field(received.form, 'lan'), async () => {
      if (!opened.ok) throw opened.refusal
      const { draft } = opened.result
      if (!draft) throw new Refusal('dossiers.draft-not-found')
      return press(request, reply, opened.result, draft, received)
    })
  })

  web.get<{ Params: { resume: string; entry: string; no: string } }>(
    '/quay/tiep/:resume/kho/:entry/:no',
    async (request, reply) => {
      const { resume, entry, no } = request.params
      const asked = { resumeCode: resume.slice(0, 12), entryId: entry, no: Number(no) }
      return fileDownload(reply, web.app, (await ask(request, getOfferedFile, asked)).file, { inline: true })
    },
  )

  web.get<{ Params: { resume: string; no: string } }>('/quay/tiep/:resume/huong-dan/:no', async (request, reply) => {
    const { resume, no } = request.params
    const file = await ask(request, getGuidanceFile, { resumeCode: resume.slice(0, 12), no: Number(no) })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

const scope = ({ server }: WebRequest) => ({ db: server.app.db, now: server.app.clock.now() })

/** A blank sheet becomes a draft at the first press; the same press again finds the same draft. */
async function begin(request: WebRequest, { procedure }: Reception, pressId: string): Promise<Draft> {
  const meta = pressId === '' ? {} : { idempotencyKey: `quay-moi-${pressId}` }
  const { resumeCode } = await act(request, startDraft, { procedureCode: procedure.code }, meta)
  const { draft } = await openReception(scope(request), request.actor, resumeCode)
  if (!draft) throw new Refusal('dossiers.draft-not-found')
  return draft
}

/** Goes on; a draft that is over leads to the dossier that came of it. */
async function unlessOver(
  request: WebRequest,
  reply: WebReply,
  pressId: string,
  goOn: () => Promise<WebReply>,
): Promise<WebReply> {
  const outcome = await attempt(goOn)
  if (outcome.ok) return outcome.result
  if (!isOver(outcome.refusal)) throw outcome.refusal
  const code = await receivedBefore(request, pressId)
  return code === undefined ? showGone(request, reply, '') : redirect(reply, donePath(code))
}

async function press(
  request: WebRequest,
  reply: WebReply,
  reception: Reception,
  draft: Draft,
  received: ReceivedForm,
): Promise<WebReply> {
  const command = field(received.form, 'viec')
  const hearing = await hear(request, reception, received, command)
  await keepReception(request, reception, draft, received, hearing.ok ? hearing.person : null)
  const path = `/quay/tiep/${draft.resumeCode}`
  const kept = await openReception(scope(request), request.actor, draft.resumeCode)
  if (!hearing.ok) return show(request, reply, kept, { errors: hearingErrors(request, hearing), status: 422 })
  const refused = uploadErrors(request, received)
  if (refused) return show(request, reply, kept, { errors: refused.errors, status: refused.status })
  if (command === 'tiep-nhan') {
    const receiving = await receiveAtDesk(request, kept, draft)
    return receiving.ok ? redirect(reply, donePath(receiving.code)) : show(request, reply, kept, receiving)
  }
  if (command === 'chua-du') return guide(request, reply, kept, draft)
  if (command.startsWith('kho:')) {
    const refusal = await takeFromVault(request, kept, draft, command)
    if (refusal) return show(request, reply, kept, { errors: refusal, status: 409 })
  }
  if (command.startsWith('bo:')) {
    const fileId = command.slice('bo:'.length)
    // Pressed twice: it is gone already.
    if (kept.files.has(fileId)) await act(request, removeDraftFile, { resumeCode: draft.resumeCode, fileId })
  }
  if (command.startsWith('trang:')) return redirect(reply, pagesPath(draft.resumeCode, command.slice('trang:'.length)))
  return redirect(reply, command === 'sau' ? '/quay' : path)
}

async function hear(
  request: WebRequest,
  reception: Reception,
  { form }: ReceivedForm,
  command: string,
): Promise<Hearing> {
  if (command === 'tra') return askByNumber(request, reception, form)
  return readCard(request, reception, form)
}

async function guide(request: WebRequest, reply: WebReply, reception: Reception, draft: Draft): Promise<WebReply> {
  const { more, whyAgain } = reception.notes
  const said = { ...(more === undefined ? {} : { more }), ...(whyAgain === undefined ? {} : { whyAgain }) }
  const idempotencyKey = `quay-huong-dan-${draft.id}-${reception.guidance.length + 1}`
  const outcome = await attempt(() =>
    act(request, giveGuidance, { resumeCode: draft.resumeCode, ...said }, { idempotencyKey }),
  )
  if (outcome.ok) return redirect(reply, `/quay/tiep/${draft.resumeCode}?da=huong-dan`)
  const { refusal } = outcome
  if (refusal.code === 'dossiers.draft-not-found') throw refusal
  const box = refusal.code === 'desk.guided-before' ? 'vi-sao' : 'huong-dan'
  const status = request.server.app.refusals[refusal.code]?.status ?? 409
  return show(request, reply, reception, {
    errors: { ...NO_ERRORS, boxes: { [box]: refusalText(request, refusal) } },
    status,
  })
}

async function show(
  request: WebRequest,
  reply: WebReply,
  reception: Reception,
  { errors = NO_ERRORS, status = 200, guided = false }: Shown = {},
): Promise<WebReply> {
  const { procedure, draft, agencies } = reception
  const page = { site: 'workspace', title: procedure.name, current: CURRENT } as const
  if (agencies.length === 0)
    return sitePage(request, reply, { ...page, status: 409, body: await elsewhere(request, reception) })
  const token = formToken(request, reply)
  const known = draft ? (await ask(request, vaultFactsForDraft, { resumeCode: draft.resumeCode })).facts : []
  const path = draft ? `/quay/tiep/${draft.resumeCode}` : `/quay/moi/${procedure.code}`
  const body = (
    <ReceptionPage
      reception={reception}
      shown={shownAtDesk(reception, known)}
      errors={errors}
      action={`${path}?_csrf=${encodeURIComponent(token)}`}
      token={token}
      pressId={draft?.id ?? newId()}
      fileBytes={request.server.app.settings.uploadLimits.fileBytes}
      guided={guided}
      photoFiles={
        new Set((await ownPages(request, { files: [...reception.files.values()] })).map(({ fileId }) => fileId))
      }
      offers={draft ? (await ask(request, offersForDraft, { resumeCode: draft.resumeCode })).papers : []}
    />
  )
  return sitePage(request, reply, { ...page, narrow: true, status, body })
}

async function elsewhere(request: WebRequest, { procedure, today }: Reception) {
  const desk = await deskElsewhere(request.server.app.db, procedure, today)
  return (
    <div class="cuon-trang">
      <Notice tone="soon" title={texts.elsewhereTitle}>
        {desk ? texts.elsewhere(desk.name) : texts.elsewhereLocal}
      </Notice>
      <ButtonLink kind="secondary" href="/quay" icon="arrow-left">
        {texts.back}
      </ButtonLink>
    </div>
  )
}

function showGone(request: WebRequest, reply: WebReply, resumeCode: string): Promise<WebReply> {
  const body = (
    <div class="cuon-trang">
      <EmptyState
        icon="folder-search"
        title={texts.gone(resumeCode.slice(0, 12))}
        action={<ButtonLink href="/quay">{texts.back}</ButtonLink>}
      />
    </div>
  )
  return sitePage(request, reply, { site: 'workspace', title: texts.goneTitle, current: CURRENT, status: 404, body })
}

export function donePath(code: string): string {
  return `/quay/da-nhan/${encodeURIComponent(code)}`
}
