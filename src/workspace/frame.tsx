import { formatDate, vietnamDate, vietnamTime, weekdayName } from '../platform/dates.ts'
import { choicesOf } from '../platform/web/choices.ts'
import type { ShellContext } from '../platform/web/web.ts'
import { countPapersToCheck } from '../digitisation/index.ts'
import { countHandOvers, countLinkedParts, countOpinionsAsked } from '../dossiers/index.ts'
import { unreadOfficerNotices } from '../notifications/index.ts'
import { countVaultWork } from '../documents/index.ts'
import { countConfirmations } from '../signing/index.ts'
import type { AssetManifest } from '../ui/index.ts'
import { workNav } from './nav.ts'
import { nameOfficer } from './officer-name.ts'
import { countsFor } from './queue-counts.ts'
import { WorkspaceShell } from './shell.tsx'

/** Minutes without a request after which an officer is signed out. */
const IDLE_MINUTES = 15

/** The officers' site around a page, for the person who asks. */
export function workspaceFrame(assets: AssetManifest) {
  return async ({ request, token, page }: ShellContext) => {
    const { actor, server } = request
    const now = server.app.clock.now()
    const { db } = server.app
    const [officer, counts, opinions, linkedParts, notices, handOvers, confirmations, vaultWork, papers] =
      await Promise.all([
        nameOfficer(db, actor, now),
        countsFor(request),
        countOpinionsAsked(db, actor),
        countLinkedParts(db, actor),
        unreadOfficerNotices(db, actor),
        countHandOvers(db, actor, now),
        countConfirmations(db, actor),
        countVaultWork(db, actor),
        countPapersToCheck(db, actor),
      ])
    const { nav, tools } = workNav(actor, counts, {
      opinions,
      linkedParts,
      notices,
      handOvers,
      confirmations,
      ...vaultWork,
      papers,
    })
    return (
      <WorkspaceShell
        title={page.title}
        body={page.body}
        assets={assets}
        officer={officer}
        nav={nav}
        tools={tools}
        current={page.current}
        narrow={page.narrow}
        bar={page.bar}
        searchHref={counts ? '/viec' : undefined}
        searchValue={page.searchValue}
        clock={clockWords(now)}
        look={choicesOf(request)}
        token={token}
        refreshSeconds={page.refreshSeconds}
        idleMinutes={actor.kind === 'officer' ? IDLE_MINUTES : undefined}
      />
    )
  }
}

/** `Thứ Sáu 20/11, 09:42` */
function clockWords(now: Date): string {
  const today = vietnamDate(now)
  return `${weekdayName(today)} ${formatDate(today).slice(0, 5)}, ${vietnamTime(now)}`
}
