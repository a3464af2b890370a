import { actorLabel } from '../../../platform/actor.ts'
import { handledResult } from '../../../platform/handled-request.ts'
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
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { citizenConfirmationPath, isWaiting } from '../../../signing/index.ts'
import { contentSha256, demandOf, isSignedFor } from '../../application/application.ts'
import { citizenSigners } from '../../application/application-signature.ts'
import { getDraftApplication } from '../../application/get-draft-application.ts'
import { prepareApplication } from '../../application/prepare-application.ts'
import { signApplication } from '../../application/sign-application.ts'
import { getTogether } from '../../co-applicants/get-invitation.ts'
import { submitDossier } from '../../filing/submit-dossier.ts'
import type { FilingInput } from '../../filing/filing-input.ts'
import type { Help } from '../../helping/help.ts'
import { HELPING, helpAddress } from '../../helping/addresses.ts'
import { filingTexts as words } from '../texts.ts'
import { CheckPage } from './check.page.tsx'
import { openFiling, type Filing } from './open-filing.ts'
import { confirmAddress } from './confirm-routes.tsx'
import { draftAddress, openParts } from './parts.ts'
import { BY_IDENTITY, type SigningChoice } from './sign-section.tsx'
import { submissionOf } from './submission.ts'
import { CURRENT, withFiling, type ByResume } from './with-filing.tsx'

/** Check, hand in once. */
export async function submitRoutes(web: Web): Promise<void> {
  web.get<ByResume>('/bai-khai/:resume/kiem-tra', async (request, reply) =>
    withFiling(request, reply, request.params.resume, (filing) => show(request, reply, filing)),
  )

  web.post<ByResume>('/bai-khai/:resume/nop', async (request, reply) => {
    const draftId = field(formBody(request), 'bai').slice(0, 60)
    const before = await submitted(request, draftId)
    if (before !== undefined) return redirect(reply, before)
    const outcome = await attempt(() => handIn(request, request.params.resume))
    if (outcome.ok) return redirect(reply, outcome.result)
    // Two presses at once: the other one has just handed it in.
    const meanwhile = await submitted(request, draftId)
    if (meanwhile !== undefined) return redirect(reply, meanwhile)
    return withFiling(request, reply, request.params.resume, (filing) => show(request, reply, filing, outcome.refusal))
  })
}

/** Hands it in, or leads to where its application is signed first. */
async function handIn(request: WebRequest, resume: string): Promise<string> {
  const filing = await openFiling(request, resume)
  const input = { ...submissionOf(filing), draftCode: filing.draft.resumeCode }
  if (filing.help) return handInForPerson(request, filing, filing.help, input)
  const { demand, view, signers, content } = await choiceOf(request, filing)
  const chosen = field(formBody(request), 'ky')
  if (demand !== 'none' && !isSignedFor(view.application, content)) {
    const signer = signers.find((name) => name === chosen)
    if (signer) {
      const waits = await undertake(request, signApplication, { filing: input, signer })
      return isWaiting(waits) ? citizenConfirmationPath(waits.confirmationId) : `${draftAddress(filing)}/kiem-tra`
    }
    await act(request, prepareApplication, { filing: input })
    if (chosen === BY_IDENTITY) return confirmAddress(filing)
  }
  const { code } = await act(request, submitDossier, input, { idempotencyKey: keyOf(filing.draft.id) })
  return doneAddress(code)
}

/** A helper hands in; the application is signed by hand later, or the person signs in and files. */
async function handInForPerson(
  request: WebRequest,
  { draft, procedure, today }: Filing,
  help: Help,
  input: FilingInput,
): Promise<string> {
  if (demandOf(procedure.code, today) === 'required') throw new Refusal('dossiers.help-cannot-sign')
  await act(request, submitDossier, input, { idempotencyKey: keyOf(draft.id) })
  return helpAddress(help.id)
}

async function choiceOf(request: WebRequest, filing: Filing): Promise<SigningChoice> {
  const view = await ask(request, getDraftApplication, { resumeCode: filing.draft.resumeCode })
  return {
    demand: demandOf(filing.procedure.code, filing.today),
    view,
    content: contentSha256(submissionOf(filing), view.people),
    signers: citizenSigners(request.server.app),
    chosen: field(formBody(request), 'ky') || undefined,
  }
}

/** Where this form led when it was handed in before: Back and a second press lead there. */
async function submitted({ actor, server: { app } }: WebRequest, draftId: string): Promise<string | undefined> {
  const done = await handledResult<{ code: string }>(app.db, actorLabel(actor), keyOf(draftId), submitDossier.name)
  if (!done) return undefined
  return actor.kind === 'officer' ? HELPING : doneAddress(done.code)
}

function keyOf(draftId: string): string {
  return `nop ${draftId}`
}

function doneAddress(code: string): string {
  return `/ho-so/${encodeURIComponent(code)}/da-nop`
}

async function show(request: WebRequest, reply: WebReply, filing: Filing, refusal?: Refusal): Promise<WebReply> {
  // What is missing is listed with links; another reason stands alone.
  const problem = refusal && openParts(filing).length === 0 ? refusalText(request, refusal) : undefined
  const isOwn = filing.help === null
  const choice = isOwn && openParts(filing).length === 0 ? await choiceOf(request, filing) : undefined
  const together = isOwn ? await ask(request, getTogether, { resumeCode: filing.draft.resumeCode }) : undefined
  const token = formToken(request, reply)
  const body = <CheckPage filing={filing} problem={problem} token={token} choice={choice} together={together} />
  const status = refusal ? (request.server.app.refusals[refusal.code]?.status ?? 422) : 200
  return sitePage(request, reply, { site: 'portal', title: words.checkTitle, body, current: CURRENT, status })
}
