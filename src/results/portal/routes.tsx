import { Refusal } from '../../platform/refusal.ts'
import {
  ask,
  attempt,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { fileDownload } from '../../documents/index.ts'
import type { ErrorItem } from '../../ui/index.ts'
import { fileToVerify } from '../file-to-verify.ts'
import { downloadResult } from '../get-result.ts'
import type { Verification } from '../verification.ts'
import { LARGEST_VERIFIED, verifyDocument } from '../verify-document.ts'
import { judgementWords } from '../verify.texts.ts'
import { texts } from './texts.ts'
import { VerifiedPage, VerifyPage } from './verify.page.tsx'

export { resultTrackingSection } from './tracking-section.tsx'

const PATH = '/kiem-tra'
type ByCode = { Params: { code: string } }

/** The citizen's own result, and the public check of any document. */
export async function resultsPortalRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/ket-qua', async (request, reply) => sendOwn(request, reply, false))
  web.get<ByCode>('/ho-so/:code/ket-qua/xem', async (request, reply) => sendOwn(request, reply, true))

  web.get<{ Querystring: { ma?: unknown } }>(PATH, async (request, reply) => {
    const { ma } = request.query
    if (typeof ma !== 'string') return askPage(request, reply)
    const typed = ma.trim().slice(0, 60)
    if (typed === '') return askPage(request, reply, [{ field: 'ma', message: texts.codeMissing }])
    return redirect(reply, `${PATH}/${encodeURIComponent(typed)}`)
  })
  web.get<ByCode>(`${PATH}/:code`, async (request, reply) => {
    const code = request.params.code.slice(0, 60)
    return judged(request, reply, await ask(request, verifyDocument, { code }))
  })
  web.post(PATH, { config: { multipart: true }, bodyLimit: LARGEST_VERIFIED + 1024 * 1024 }, async (request, reply) => {
    const outcome = await attempt(async () =>
      ask(request, verifyDocument, { ...(await fileToVerify(request, reply)), pictures: true }),
    )
    if (outcome.ok) return judged(request, reply, outcome.result)
    const { refusal } = outcome
    const message = refusal.code === 'results.nothing-to-verify' ? texts.fileMissing : refusalText(request, refusal)
    return askPage(request, reply, [{ field: 'tep', message }], web.app.refusals[refusal.code]?.status ?? 422)
  })
}

async function sendOwn(request: WebRequest, reply: WebReply, inline: boolean): Promise<WebReply> {
  if (request.actor.kind !== 'citizen') throw new Refusal('platform.not-signed-in')
  const { code: dossierCode } = request.params as { code: string }
  const { file } = await ask(request, downloadResult, { dossierCode })
  return fileDownload(reply, request.server.app, file, { inline })
}

function askPage(
  request: WebRequest,
  reply: WebReply,
  errors: readonly ErrorItem[] = [],
  status = errors.length > 0 ? 422 : 200,
): Promise<WebReply> {
  const body = <VerifyPage token={formToken(request, reply)} errors={errors} />
  return sitePage(request, reply, { site: 'portal', title: texts.title, body, current: PATH, status })
}

function judged(request: WebRequest, reply: WebReply, verification: Verification): Promise<WebReply> {
  const title = `${judgementWords[verification.judgement].title}: ${texts.title.toLocaleLowerCase('vi')}`
  const status = verification.judgement === 'unknown-code' ? 404 : 200
  return sitePage(request, reply, {
    site: 'portal',
    title,
    body: <VerifiedPage verification={verification} />,
    current: PATH,
    status,
  })
}
