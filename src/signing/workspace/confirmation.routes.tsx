import { settleSigning } from '../ceremony/settle-signing.ts'
import { getConfirmation, type ConfirmationView } from '../ceremony/get-confirmation.ts'
import { signingPurposesPort } from '../ceremony/purpose.ts'
import { listConfirmations } from '../ceremony/list-confirmations.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  ask,
  attempt,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { telephoneOf } from '../simulators/telephone-of.ts'
import { CONFIRMATIONS } from '../ceremony/confirmation-path.ts'
import { tokenRequestPath } from '../token/addresses.ts'
import { getTokenRequest } from '../token/token-request.ts'
import { ConfirmationPage, ConfirmationsPage } from './confirmation.page.tsx'
import { confirmationTexts as t } from './confirmation.texts.ts'

type ById = { Params: { id: string } }

const REFRESH_SECONDS = 5

/** Where officers wait for what they confirm on their telephone; going away loses nothing. */
export async function confirmationRoutes(web: Web): Promise<void> {
  web.get(CONFIRMATIONS, async (request, reply) => {
    const waiting = await ask(request, listConfirmations, {})
    const now = web.app.clock.now()
    const body = <ConfirmationsPage waiting={waiting} now={now} />
    return sitePage(request, reply, { site: 'workspace', title: t.listTitle, current: CONFIRMATIONS, body })
  })
  await oneConfirmation(web, 'workspace', CONFIRMATIONS)
}

/** One of them, on either site. */
export async function oneConfirmation(web: Web, site: 'portal' | 'workspace', base: string): Promise<void> {
  web.get<ById>(`${base}/:id`, async (request, reply) => {
    const found = await attempt(() => lookAgain(request, request.params.id))
    if (!found.ok) return notConfirmed(request, reply, found.refusal)
    const { result: view } = found
    const { confirmation } = view
    const isOver = confirmation.endedAt !== null
    return sitePage(request, reply, {
      site,
      title: t.title,
      current: site === 'workspace' ? base : '/ho-so',
      ...(isOver ? {} : { refreshSeconds: REFRESH_SECONDS }),
      body: (
        <ConfirmationPage
          view={view}
          here={`${base}/${confirmation.id}`}
          site={site}
          now={web.app.clock.now()}
          say={(code) => reasonOf(request, code)}
          backHref={listOf(request, view)}
          simulatorHref={telephoneOf(web.app.settings, confirmation)}
        />
      ),
    })
  })

  web.get<ById>(`${base}/:id/tinh-trang`, async (request, reply) => {
    const { confirmation } = await lookAgain(request, request.params.id)
    return reply.header('cache-control', 'no-store').send({ isOver: confirmation.endedAt !== null })
  })
}

/** What is to be signed with a USB token is signed on a page of its own. */
async function notConfirmed(request: WebRequest, reply: WebReply, refusal: Refusal): Promise<WebReply> {
  const { id } = request.params as { id: string }
  if (refusal.code !== 'platform.not-found' || request.actor.kind !== 'officer') throw refusal
  await ask(request, getTokenRequest, { id })
  return redirect(reply, tokenRequestPath(id))
}

/** Why one was not signed. Only the code is kept of it: what the sentence would say of this one case is left open. */
function reasonOf(request: WebRequest, code: string): string {
  const isKnown = code in request.server.app.refusals
  return isKnown ? refusalText(request, new Refusal(code)).replace(/\{\w+\}/g, '…') : t.fault
}

/** Where the rest of its papers wait. */
function listOf({ server: { app } }: WebRequest, { files: [first] }: ConfirmationView): string {
  const purpose = app.ports.get(signingPurposesPort).find(({ name }) => name === first?.purpose)
  if (!purpose || !first) return CONFIRMATIONS
  const { listPath } = purpose
  return typeof listPath === 'string' ? listPath : listPath(first.context as never)
}

/** Asks the service before it answers, so that who looks sees how it stands now. */
async function lookAgain(request: WebRequest, id: string) {
  const view = await ask(request, getConfirmation, { id })
  if (view.confirmation.endedAt !== null) return view
  await settleSigning(request.server.app, view.confirmation)
  return ask(request, getConfirmation, { id })
}
