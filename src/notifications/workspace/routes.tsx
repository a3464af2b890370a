import { checkRole } from '../../platform/action.ts'
import { Refusal } from '../../platform/refusal.ts'
import { act, ask, attempt, formToken, redirect, refusalText, sitePage } from '../../platform/web/web.ts'
import type { Web, WebReply, WebRequest } from '../../platform/web/web.ts'
import { listTroubledLetters } from '../inbox.ts'
import { mailCatcherPort, type MailCatcher } from '../mail/catcher.ts'
import { resendLetter } from '../send-mail.ts'
import { caughtTexts, troubleTexts } from '../workspace.texts.ts'
import { CaughtMailPage, OneMailPage } from './caught-mail.page.tsx'
import { TroubledLettersPage } from './letters.page.tsx'
import { officerNoticesRoutes } from './notices-routes.tsx'

const LETTERS = '/quan-tri/thong-bao'
const CAUGHT = '/quan-tri/thu'

/** Notices of officers; for administrators letters that did not go, and what the embedded catcher holds. */
export async function notificationsWorkspaceRoutes(web: Web): Promise<void> {
  await officerNoticesRoutes(web)
  web.get(LETTERS, async (request, reply) => showLetters(request, reply))

  web.post<{ Params: { id: string } }>(`${LETTERS}/:id/gui-lai`, async (request, reply) => {
    const outcome = await attempt(() => act(request, resendLetter, { deliveryId: request.params.id }))
    return outcome.ok ? redirect(reply, LETTERS) : showLetters(request, reply, refusalText(request, outcome.refusal))
  })

  web.get(CAUGHT, async (request, reply) => {
    const body = <CaughtMailPage mails={catcherFor(request).caught()} />
    return sitePage(request, reply, { site: 'workspace', title: caughtTexts.title, current: CAUGHT, body })
  })

  web.get<{ Params: { id: string } }>(`${CAUGHT}/:id`, async (request, reply) => {
    const mail = catcherFor(request)
      .caught()
      .find(({ id }) => id === request.params.id)
    if (!mail) throw new Refusal('platform.not-found')
    return sitePage(request, reply, {
      site: 'workspace',
      title: mail.subject,
      current: CAUGHT,
      body: <OneMailPage mail={mail} />,
    })
  })
}

async function showLetters(request: WebRequest, reply: WebReply, problem?: string): Promise<WebReply> {
  const letters = await ask(request, listTroubledLetters, {})
  const body = <TroubledLettersPage letters={letters} token={formToken(request, reply)} problem={problem} />
  return sitePage(request, reply, {
    site: 'workspace',
    title: troubleTexts.title,
    current: LETTERS,
    status: problem ? 409 : 200,
    body,
  })
}

/** Letters of real people are nobody's reading: outside the demo the page is not there. */
function catcherFor(request: WebRequest): MailCatcher {
  checkRole(['administrator'], request.actor)
  const { ports, settings } = request.server.app
  if (settings.mode === 'production' || !ports.names().includes(mailCatcherPort.name))
    throw new Refusal('platform.not-found')
  return ports.get(mailCatcherPort)
}
