import type { Refusal } from '../../../platform/refusal.ts'
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
import { fileDownload } from '../../../documents/index.ts'
import { citizenConfirmationPath, isWaiting } from '../../../signing/index.ts'
import { citizenSigners } from '../../application/application-signature.ts'
import { BackLink, Button, ButtonLink, ErrorSummary, HiddenToken, PageTitle } from '../../../ui/index.ts'
import { answerInvitation, openInvitation } from '../../co-applicants/answer-invitation.ts'
import { getInvitation, getInvitationFile, getInvitationPaper } from '../../co-applicants/get-invitation.ts'
import { requestPath } from '../../co-applicants/link.ts'
import { signTogether } from '../../co-applicants/sign-together.ts'
import { togetherTexts as words } from '../../co-applicants/texts.ts'
import { citizenOf, signInAddress } from '../citizen.ts'
import { BY_IDENTITY } from '../filing/sign-section.tsx'
import { CURRENT } from '../filing/with-filing.tsx'
import { InvitationPage } from './invitation.page.tsx'

type ByLink = { Params: { id: string; token: string } }
type ById = { Params: { id: string } }

/** What somebody asked to apply together sees: the link that opens once, what will be filed, the answer. */
export async function invitationRoutes(web: Web): Promise<void> {
  // Looking counts as nothing: mail programs follow links.
  web.get<ByLink>('/cung-dung-ten/loi-moi/:id/:token', async (request, reply) => showLink(request, reply))

  web.post<ByLink>('/cung-dung-ten/loi-moi/:id/:token', async (request, reply) => {
    if (request.actor.kind !== 'citizen') return redirect(reply, signInAddress(request.url))
    const { id, token } = request.params
    const outcome = await attempt(() => act(request, openInvitation, { id, token }))
    return outcome.ok ? redirect(reply, requestPath({ id })) : showLink(request, reply, outcome.refusal)
  })

  // Back from proving who one is, with the way one chose.
  web.get<ById & { Querystring: { cach?: string } }>('/cung-dung-ten/:id', async (request, reply) =>
    show(request, reply, request.params.id, { chosen: request.query.cach === BY_IDENTITY ? BY_IDENTITY : '' }),
  )

  web.post<ById>('/cung-dung-ten/:id/dong-y', async (request, reply) => {
    const { id } = request.params
    const chosen = field(formBody(request), 'ky')
    const outcome = await attempt(() => agree(request, id, chosen))
    return outcome.ok ? redirect(reply, outcome.result) : show(request, reply, id, { refusal: outcome.refusal, chosen })
  })

  web.post<ById>('/cung-dung-ten/:id/tu-choi', async (request, reply) => {
    const { id } = request.params
    const reason = field(formBody(request), 'ly-do')
    if (reason === '') return show(request, reply, id, { missing: words.declineMissing })
    const outcome = await attempt(() => act(request, answerInvitation, { id, answer: { agreed: false, reason } }))
    return outcome.ok
      ? redirect(reply, requestPath({ id }))
      : show(request, reply, id, { refusal: outcome.refusal, reason })
  })

  web.get<ById>('/cung-dung-ten/:id/don.pdf', async (request, reply) => {
    citizenOf(request)
    const { file } = await ask(request, getInvitationPaper, { id: request.params.id })
    return fileDownload(reply, web.app, file)
  })

  web.get<{ Params: { id: string; fileId: string } }>('/cung-dung-ten/:id/tep/:fileId', async (request, reply) => {
    citizenOf(request)
    const { id, fileId } = request.params
    const { file } = await ask(request, getInvitationFile, { id, fileId })
    return fileDownload(reply, web.app, file)
  })
}

/** Agrees in the way chosen; gives where it goes on: a signature is confirmed on the telephone first. */
async function agree(request: WebRequest, id: string, chosen: string): Promise<string> {
  const shownSha256 = field(formBody(request), 'ma-bam')
  const signer = citizenSigners(request.server.app).find((name) => name === chosen)
  if (signer) {
    const waits = await undertake(request, signTogether, { id, shownSha256, signer })
    return isWaiting(waits) ? citizenConfirmationPath(waits.confirmationId) : requestPath({ id })
  }
  const how = chosen === BY_IDENTITY ? 'confirmed-identity' : 'recorded-consent'
  await act(request, answerInvitation, { id, answer: { agreed: true, shownSha256, how } })
  return requestPath({ id })
}

function showLink(request: WebRequest, reply: WebReply, refusal?: Refusal): Promise<WebReply> {
  const body = (
    <div class="mot">
      <ErrorSummary title={words.problem} errors={refusal ? [{ message: refusalText(request, refusal) }] : []} />
      <PageTitle>{words.inviteTitle}</PageTitle>
      <p>{words.inviteLead}</p>
      {request.actor.kind === 'citizen' ? (
        <form method="post">
          <HiddenToken token={formToken(request, reply)} />
          <Button large wide>
            {words.inviteOpen}
          </Button>
        </form>
      ) : (
        <ButtonLink large wide href={signInAddress(request.url)}>
          {words.inviteSignIn}
        </ButtonLink>
      )}
      {refusal && <BackLink href="/ho-so">{words.backMine}</BackLink>}
    </div>
  )
  const status = refusal ? (request.server.app.refusals[refusal.code]?.status ?? 422) : 200
  return sitePage(request, reply, { site: 'portal', title: words.inviteTitle, body, current: CURRENT, status })
}

type Asked = { refusal?: Refusal; missing?: string; reason?: string; chosen?: string }

async function show(request: WebRequest, reply: WebReply, id: string, asked: Asked = {}): Promise<WebReply> {
  citizenOf(request)
  const view = await ask(request, getInvitation, { id })
  const { refusal, missing, reason = '', chosen = '' } = asked
  const body = (
    <InvitationPage
      view={view}
      signers={citizenSigners(request.server.app)}
      chosen={chosen}
      problem={refusal && refusalText(request, refusal)}
      missing={missing}
      reason={reason}
      token={formToken(request, reply)}
    />
  )
  const isWrong = refusal !== undefined || missing !== undefined
  return sitePage(request, reply, {
    site: 'portal',
    title: words.requestTitle,
    body,
    current: CURRENT,
    status: isWrong ? 422 : 200,
  })
}
