import { actorLabel } from '../../../platform/actor.ts'
import { handledResult } from '../../../platform/handled-request.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import {
  act,
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
import { submitDossier } from '../../filing/submit-dossier.ts'
import { citizenOf } from '../citizen.ts'
import { filingTexts as words } from '../texts.ts'
import { CheckPage } from './check.page.tsx'
import { openFiling, type Filing } from './open-filing.ts'
import { openParts } from './parts.ts'
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
    if (before !== undefined) return redirect(reply, doneAddress(before))
    const outcome = await attempt(() => submit(request, request.params.resume))
    if (outcome.ok) return redirect(reply, doneAddress(outcome.result))
    // Two presses at once: the other one has just handed it in.
    const meanwhile = await submitted(request, draftId)
    if (meanwhile !== undefined) return redirect(reply, doneAddress(meanwhile))
    return withFiling(request, reply, request.params.resume, (filing) => show(request, reply, filing, outcome.refusal))
  })
}

async function submit(request: WebRequest, resume: string): Promise<string> {
  const filing = await openFiling(request, resume)
  const { code } = await act(request, submitDossier, submissionOf(filing), { idempotencyKey: keyOf(filing.draft.id) })
  return code
}

/** The dossier this form became when it was handed in before: Back and a second press lead there. */
async function submitted(request: WebRequest, draftId: string): Promise<string | undefined> {
  const citizen = citizenOf(request)
  const done = await handledResult<{ code: string }>(
    request.server.app.db,
    actorLabel(citizen),
    keyOf(draftId),
    submitDossier.name,
  )
  return done?.code
}

function keyOf(draftId: string): string {
  return `nop ${draftId}`
}

function doneAddress(code: string): string {
  return `/ho-so/${encodeURIComponent(code)}/da-nop`
}

function show(request: WebRequest, reply: WebReply, filing: Filing, refusal?: Refusal): Promise<WebReply> {
  // What is missing is listed with links; another reason stands alone.
  const problem = refusal && openParts(filing).length === 0 ? refusalText(request, refusal) : undefined
  const body = <CheckPage filing={filing} problem={problem} token={formToken(request, reply)} />
  const status = refusal ? (request.server.app.refusals[refusal.code]?.status ?? 422) : 200
  return sitePage(request, reply, { site: 'portal', title: words.checkTitle, body, current: CURRENT, status })
}
