import { vietnamDate } from '../../../platform/dates.ts'
import { ask, redirect, sitePage, type Web } from '../../../platform/web/web.ts'
import { findWaiting } from '../../../dossiers/index.ts'
import { desksOf } from '../../counter-place.ts'
import { soughtIn } from '../../sought.ts'
import { FindPage, takingPath } from './find.page.tsx'
import { findTexts as texts } from './texts.ts'

const LONGEST = 300

/** The way from a slip, a card, a number or a telephone to the dossier that waits. */
export function findRoutes(web: Web): void {
  web.get<{ Querystring: { q?: string } }>('/quay/bo-sung', async (request, reply) => {
    const { db, clock } = web.app
    await desksOf(db, request.actor, vietnamDate(clock.now()))
    const q = String(request.query.q ?? '')
      .trim()
      .slice(0, LONGEST)
    const sought = soughtIn(q)
    if (sought && 'code' in sought) return redirect(reply, takingPath(sought.code))
    const isUnread = q !== '' && sought === undefined
    return sitePage(request, reply, {
      site: 'workspace',
      title: texts.title,
      current: '/quay',
      status: isUnread ? 422 : 200,
      body: (
        <FindPage
          q={q}
          found={sought && (await ask(request, findWaiting, sought))}
          error={isUnread ? texts.unreadable : undefined}
        />
      ),
    })
  })
}
