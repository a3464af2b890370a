import { Refusal } from '../../../platform/refusal.ts'
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
import { formatDateTime } from '../../../platform/dates.ts'
import { receiveForm } from '../../../documents/index.ts'
import { markOf } from '../../drafts/draft.ts'
import { getDossier, type DossierView } from '../../reading/get-dossier.ts'
import { getHalfAnswer, keepHalfAnswer } from '../../supplement/half-answer.ts'
import type { SupplementRequest } from '../../supplement/supplement.ts'
import { supplyDossier } from '../../supplement/supply-dossier.ts'
import { offersForDossier } from '../../vault/draft-vault.ts'
import { citizenOf } from '../citizen.ts'
import { isByItself, MARK } from '../filing/part-mark.tsx'
import { CURRENT } from '../filing/with-filing.tsx'
import { supplementTexts as words } from '../texts.ts'
import {
  componentsOf,
  givenAnswers,
  keptAnswers,
  noteOf,
  withFilesOf,
  wordsIn,
  type Given,
} from './supplement-answers.ts'
import { SupplementPage } from './supplement.page.tsx'

type ByCode = { Params: { code: string } }

const LONGEST_NOTE = 2_000

/** One page for everything that was asked, one answer. */
export async function supplementRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/bo-sung', async (request, reply) => {
    citizenOf(request)
    const dossierCode = request.params.code
    const view = await ask(request, getDossier, { dossierCode })
    const open = openRequest(view)
    if (!open) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return show(request, reply, view, open, await keptAnswers(request, open, dossierCode))
  })

  web.post<ByCode>('/ho-so/:code/bo-sung', { config: { multipart: true } }, async (request, reply) => {
    citizenOf(request)
    const dossierCode = request.params.code
    const view = await ask(request, getDossier, { dossierCode })
    const open = openRequest(view)
    if (isByItself(request)) return keepByItself(request, reply, open && dossierCode)
    // Pressed twice, or come back to: it has been sent.
    if (!open) return redirect(reply, `/ho-so/${view.dossier.code}`)
    const received = await receiveForm(request, reply)
    const given = await givenAnswers(request, open, received)
    const kept = await ask(request, getHalfAnswer, { dossierCode })
    const basedOn = field(received.form, MARK)
    if (basedOn !== '' && basedOn !== markOf(kept)) {
      const both = withFilesOf(given, await keptAnswers(request, open, dossierCode))
      return show(request, reply, view, open, both, words.elsewhere(wordsIn(kept)), 409)
    }
    if ([...given.values()].some(({ error }) => error !== undefined))
      return show(request, reply, view, open, given, undefined, 422)
    const note = noteOf(open, given)
    if (note.length > LONGEST_NOTE)
      return show(request, reply, view, open, given, words.tooLong(LONGEST_NOTE - 200), 422)
    const input = {
      dossierCode,
      components: await componentsOf(request, view, open, given),
      ...(note === '' ? {} : { note }),
    }
    const outcome = await attempt(() => act(request, supplyDossier, input))
    if (outcome.ok) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return refused(request, reply, dossierCode, given, outcome.refusal)
  })
}

function openRequest({ dossier, supplements }: DossierView): SupplementRequest | undefined {
  const last = supplements.at(-1)
  return dossier.handling === 'awaiting-supplement' && last?.answeredAt === null ? last : undefined
}

/** Without an open request there is nothing to answer any more. */
async function keepByItself(request: WebRequest, reply: WebReply, dossierCode: string | undefined): Promise<WebReply> {
  if (dossierCode === undefined) throw new Refusal('dossiers.draft-not-found')
  const form = formBody(request)
  const basedOn = field(form, MARK)
  const answers = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (name === MARK ? [] : [[name, [value].flat()]])),
  )
  const saving = { dossierCode, answers, ...(basedOn === '' ? {} : { basedOn }) }
  const { savedAt, mark } = await act(request, keepHalfAnswer, saving)
  return reply.send({ mark, savedAt: formatDateTime(savedAt) })
}

/** Somebody else, or the other window, was faster: then there is nothing to send any more. */
async function refused(
  request: WebRequest,
  reply: WebReply,
  dossierCode: string,
  given: Given,
  refusal: Refusal,
): Promise<WebReply> {
  const view = await ask(request, getDossier, { dossierCode })
  const open = openRequest(view)
  if (!open) return redirect(reply, `/ho-so/${view.dossier.code}`)
  return show(request, reply, view, open, given, refusalText(request, refusal), 422)
}

async function show(
  request: WebRequest,
  reply: WebReply,
  view: DossierView,
  open: SupplementRequest,
  given: Given,
  problem?: string,
  status = 200,
): Promise<WebReply> {
  const { fileBytes } = request.server.app.settings.uploadLimits
  const body = (
    <SupplementPage
      view={view}
      request={open}
      given={given}
      offers={await ask(request, offersForDossier, { dossierCode: view.dossier.code })}
      problem={problem}
      fileBytes={fileBytes}
      token={formToken(request, reply)}
      mark={markOf(await ask(request, getHalfAnswer, { dossierCode: view.dossier.code }))}
    />
  )
  return sitePage(request, reply, {
    site: 'portal',
    title: words.title(open.items.length),
    body,
    current: CURRENT,
    status,
  })
}
