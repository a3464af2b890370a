import type { ShellContext } from '../platform/web/web.ts'
import { textSizeOf, type AssetManifest } from '../ui/index.ts'
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
        textSize={textSizeOf(request.cookies.chu)}
        here={request.url}
        token={token}
        refreshSeconds={page.refreshSeconds}
        idleMinutes={IDLE_MINUTES}
      />
    )
  }
}

/** One card and nothing around it: signing in, a broken page. */
export function officialFrame(assets: AssetManifest) {
  return async ({ request, page }: ShellContext) => (
    <OfficialShell
      title={page.title}
      body={page.body}
      assets={assets}
      textSize={textSizeOf(request.cookies.chu)}
      wide={page.wide}
    />
  )
}
