import type { Actor } from '../platform/actor.ts'
import { sha256Hex } from '../platform/journal/line.ts'
import { choicesOf } from '../platform/web/choices.ts'
import { isWorkspace } from '../platform/web/errors.ts'
import type { ShellContext, WebRequest } from '../platform/web/web.ts'
import type { AssetManifest } from '../ui/index.ts'
import type { ChoiceLinksProps } from './choice-links.tsx'
import { OfficialShell } from './official-shell.tsx'
import { PortalShell } from './shell.tsx'

/** Minutes without a request after which a citizen is signed out. */
const IDLE_MINUTES = 30

/** The citizen site around a page, for the person who asks. */
export function portalFrame(assets: AssetManifest) {
  return async ({ request, token, page }: ShellContext) => {
    const { actor } = request
    return (
      <PortalShell
        title={page.title}
        body={page.body}
        assets={assets}
        wide={page.wide}
        current={page.current}
        person={actor.kind === 'citizen' || actor.kind === 'officer' ? { name: actor.fullName } : undefined}
        choices={choiceLinks(request)}
        token={token}
        refreshSeconds={page.refreshSeconds}
        idleMinutes={IDLE_MINUTES}
        owner={ownerMark(actor)}
      />
    )
  }
}

/** Tells accounts apart on one machine without naming anybody. */
function ownerMark(actor: Actor): string {
  return 'accountId' in actor ? sha256Hex(actor.accountId).slice(0, 12) : ''
}

/** One card and nothing around it: signing in, a broken page. */
export function officialFrame(assets: AssetManifest) {
  return async ({ request, page }: ShellContext) => (
    <OfficialShell
      title={page.title}
      body={page.body}
      assets={assets}
      choices={choiceLinks(request)}
      forOfficers={isWorkspace(request.url)}
      wide={page.wide}
    />
  )
}

/** The answer to a form has no address of its own to come back to: its page has. */
function choiceLinks(request: WebRequest): ChoiceLinksProps {
  const from = URL.parse(request.headers.referer ?? '')
  const isAnswer = request.method !== 'GET' && from?.host === request.host
  return { choices: choicesOf(request), here: isAnswer ? `${from.pathname}${from.search}` : request.url }
}
