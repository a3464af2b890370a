import { acceptPage } from '../../src/digitisation/intake/mend-page.ts'
import { handOn } from '../../src/digitisation/intake/hand-on.ts'
import { runAction } from '../../src/platform/action.ts'
import type { Officer } from '../../src/platform/actor.ts'
import type { OpenApp } from '../../src/context.ts'
import { rows, sql, type Db } from '../../src/platform/db.ts'

/** How far a run has come, in pages; `reasons` says why pages failed. */
export type Standing = { read: number; failed: number; lookedAt: number; reasons: string }

/** A page is done when its paper has values, or nothing more will be tried. */
export async function standingOf(db: Db): Promise<Standing> {
  const [standing] = await rows(
    db,
    sql<Standing>`
      select count(*) filter (where r.state = 'read' and a.state = 'to-check')::int as read,
        count(*) filter (where p.state = 'failed' or (r.state = 'failed' and r.tries >= 2))::int as failed,
        count(*) filter (where p.accepted_by is not null)::int as looked_at,
        coalesce(string_agg(distinct coalesce(p.failure ->> 'code', r.failure), '; '), '') as reasons
      from digitisation.page p left join digitisation.paper a on a.id = p.paper_id
        left join digitisation.reading r on r.page_id = p.id and r.picture_sha256 = p.picture_sha256`,
  )
  return standing ?? { read: 0, failed: 0, lookedAt: 0, reasons: '' }
}

/** What an operator does with pages that must be looked at first: sees that they can be read, and hands the paper on. */
export async function handOnWaiting(app: OpenApp, desk: Officer): Promise<void> {
  const waiting = await rows(
    app.db,
    sql<{ scanId: string; pageId: string }>`
      select s.id as scan_id, p.id as page_id
      from digitisation.scan s join digitisation.page p on p.scan_id = s.id join digitisation.paper a on a.id = p.paper_id
      where s.state = 'ready' and a.state = 'assembling' and p.state = 'prepared'`,
  )
  for (const { scanId, pageId } of waiting) {
    await runAction(app, acceptPage, desk, { pageId })
    await runAction(app, handOn, desk, { scanId })
  }
}
