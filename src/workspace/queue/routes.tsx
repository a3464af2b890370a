import { render } from 'preact-render-to-string'
import { holds, type Role } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ask, attempt, formToken, sitePage, type Web, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { listQueue, searchDossiers } from '../../dossiers/index.ts'
import type { BulkTask } from '../../dossiers/workspace/bulk-task.ts'
import { openWork } from '../../dossiers/workspace/open-work.ts'
import { EmptyState } from '../../ui/index.ts'
import { tasksFor } from '../bulk/bulk-bar.tsx'
import { HANDLING_ROLES } from '../nav.ts'
import { rememberCounts } from '../queue-counts.ts'
import { LISTS, QueuePage, address, type ListName } from './page.tsx'
import { Preview } from './preview.tsx'
import { MIN_LETTERS, SearchPage } from './search-page.tsx'
import { queueTexts as texts } from './texts.ts'
import { machineReasons, withStanding } from './with-standing.ts'

type Asked = { loc?: string; vai?: string; sau?: string; q?: string }

const TITLES: Partial<Record<ListName, string>> = {
  'qua-han': texts.overdueTitle,
  'cho-bo-sung': texts.waitingTitle,
  'ca-phong': texts.unitTitle,
  'chua-ai-nhan': texts.poolTitle,
}

/** The officer's work list, the pane beside it, and the search among dossiers within reach. */
export async function queueRoutes(web: Web, tasks: readonly BulkTask[]): Promise<void> {
  web.get<{ Querystring: Asked }>('/viec', async (request, reply) => {
    const { q } = request.query
    if (!HANDLING_ROLES.some((role) => holds(request.actor, role))) return showTools(request, reply)
    return q === undefined ? showQueue(request, reply, request.query, tasks) : showSearch(request, reply, q.trim())
  })

  web.get<{ Params: { code: string } }>('/viec/xem/:code', async (request, reply) => {
    const work = await openWork(request, request.params.code)
    const { dossier } = work.view
    const machineReason = (await machineReasons(web.app.db, [dossier])).get(dossier.id)
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(render(<Preview work={work} machineReason={machineReason} />))
  })
}

async function showQueue(
  request: WebRequest,
  reply: WebReply,
  { loc, vai, sau }: Asked,
  tasks: readonly BulkTask[],
): Promise<WebReply> {
  const { app } = request.server
  const list: ListName = loc !== undefined && loc in LISTS ? (loc as ListName) : 'tat-ca'
  const roles = HANDLING_ROLES.filter((role) => holds(request.actor, role))
  const role = roles.find((one) => one === vai)
  const queue = await ask(request, listQueue, {
    tab: LISTS[list],
    ...(role ? { role } : {}),
    ...(sau ? { after: sau } : {}),
  })
  if (!role) rememberCounts(request, queue.counts)
  // The list runs by urgency, so what is overdue is its beginning; where that ends on a page, nothing more follows.
  const items = list === 'qua-han' ? queue.items.filter(({ urgency }) => urgency === 'overdue') : queue.items
  const next = items.length === queue.items.length ? queue.next : null
  const rows = await withStanding(app, items)
  const first = rows[0]
  const opened = first ? await attempt(() => openWork(request, first.code)) : undefined
  return sitePage(request, reply, {
    site: 'workspace',
    title: TITLES[list] ?? texts.title,
    current: currentOf(list),
    body: (
      <QueuePage
        list={list}
        role={role}
        roles={roles as Role[]}
        counts={queue.counts}
        rows={rows}
        next={next}
        now={app.clock.now()}
        preview={opened?.ok ? <Preview work={opened.result} machineReason={first?.machineReason} /> : null}
        tasks={tasksFor(tasks, request.actor, rows)}
        token={formToken(request, reply)}
      />
    ),
  })
}

function currentOf(list: ListName): string {
  return list in TITLES ? address(list, undefined) : '/viec'
}

async function showSearch(request: WebRequest, reply: WebReply, q: string): Promise<WebReply> {
  const { app } = request.server
  const found = q.length < MIN_LETTERS ? [] : await ask(request, searchDossiers, { q: q.slice(0, 120) })
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.searchTitle,
    current: '/viec?q=',
    searchValue: q,
    body: <SearchPage q={q} rows={await withStanding(app, found)} now={app.clock.now()} />,
  })
}

/** Administrators and supervisors have no queue: they start from their tools. */
async function showTools(request: WebRequest, reply: WebReply): Promise<WebReply> {
  if (request.actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  if (request.actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.title,
    current: '/viec',
    body: (
      <div class="cuon-trang">
        <EmptyState icon="inbox" title={texts.noQueue}>
          {texts.noQueueHint}
        </EmptyState>
      </div>
    ),
  })
}
