import {
  act,
  ask,
  field,
  formBody,
  formToken,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { fileDownload } from '../../file-download.ts'
import { lookAtShare, openShare } from '../../vault/share/open-share.ts'
import { SharedPage } from './shared.page.tsx'
import { vaultTexts as words } from './texts.ts'

type ByToken = { Params: { token: string } }

/** What somebody without an account gets by a shared link. A look opens nothing, so that mail programs may follow it. */
export async function sharedRoutes(web: Web): Promise<void> {
  web.get<ByToken>('/chia-se/:token', async (request, reply) => show(request, reply))

  web.post<ByToken>('/chia-se/:token', async (request, reply) => {
    const form = formBody(request)
    const no = Number(field(form, 'tep') || '1')
    const password = field(form, 'mat-khau')
    const { token } = request.params
    const answer = await act(request, openShare, { token, no, ...(password === '' ? {} : { password }) })
    if (answer.opened) return fileDownload(reply, web.app, answer.file, { inline: true })
    return show(request, reply, words.wrongPassword(answer.triesLeft))
  })
}

async function show(request: WebRequest, reply: WebReply, error?: string): Promise<WebReply> {
  const { token } = request.params as ByToken['Params']
  const paper = await ask(request, lookAtShare, { token })
  // The address is the key: it goes to no other site and into no search engine.
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex')
  const body = <SharedPage paper={paper} token={formToken(request, reply)} error={error} />
  return sitePage(request, reply, {
    site: 'portal',
    title: words.sharedTitle,
    body,
    status: error === undefined ? 200 : 422,
  })
}
