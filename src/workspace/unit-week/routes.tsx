import { holds } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refusalSentence as fill } from '../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { calendarFor, formatSessions, parseSessions, setUnitWeek } from '../../deadlines/index.ts'
import { previewUnitWeek, type WeekPreview } from '../../dossiers/index.ts'
import { unitBySlug, type Unit } from '../../organisation/index.ts'
import { UNIT_WEEK, UnitWeekPage, type TypedWeek } from './page.tsx'
import { unitWeekTexts as texts } from './texts.ts'

type Asked = { Querystring: { 'co-quan'?: string; xong?: string } }

/** Page "Tuần làm việc riêng": administrators and supervisors set a unit's own hours by an order. */
export async function unitWeekRoutes(web: Web): Promise<void> {
  web.get<Asked>(UNIT_WEEK, async (request, reply) => {
    const unit = await unitOf(request, request.query['co-quan'])
    const typed = { from: '', to: '', hours: await hoursNow(request, unit.id), order: '', reason: '' }
    return show(request, reply, unit, typed, { done: request.query.xong !== undefined })
  })

  web.post<Asked>(UNIT_WEEK, async (request, reply) => {
    const unit = await unitOf(request, request.query['co-quan'])
    const form = formBody(request)
    const typed: TypedWeek = {
      from: field(form, 'from'),
      to: field(form, 'to'),
      hours: texts.days.map((_, weekday) => field(form, `hours-${weekday}`)),
      order: field(form, 'order'),
      reason: field(form, 'reason'),
    }
    const sessions = typed.hours.map(parseSessions)
    const wrong = sessions.indexOf(undefined)
    if (wrong !== -1) {
      return show(request, reply, unit, typed, { problem: fill(texts.hoursWrong, { day: texts.days[wrong] }) })
    }
    const week = {
      unitId: unit.id,
      validFrom: typed.from,
      ...(typed.to === '' ? {} : { validTo: typed.to }),
      sessions: sessions.map((day) => day ?? []),
    }
    if (field(form, 'viec') === 'ghi') {
      const { order, reason } = typed
      const outcome = await attempt(() => act(request, setUnitWeek, { ...week, order, reason }))
      if (outcome.ok) return redirect(reply, `${UNIT_WEEK}?co-quan=${unit.slug}&xong=1`)
      return show(request, reply, unit, typed, { problem: refusalText(request, outcome.refusal) })
    }
    const preview = await attempt(() => ask(request, previewUnitWeek, week))
    const extra = preview.ok ? { preview: preview.result } : { problem: refusalText(request, preview.refusal) }
    return show(request, reply, unit, typed, extra)
  })
}

async function unitOf({ actor, server }: WebRequest, slug: string | undefined): Promise<Unit> {
  if (actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  if (!holds(actor, 'administrator') && !holds(actor, 'supervisor')) throw new Refusal('platform.forbidden')
  const unit = slug && (await unitBySlug(server.app.db, slug, vietnamDate(server.app.clock.now())))
  if (!unit) throw new Refusal('platform.not-found')
  return unit
}

/** The hours of the unit's present week, to be changed where they differ. */
async function hoursNow({ server }: WebRequest, unitId: string): Promise<string[]> {
  const { db, clock } = server.app
  const { weeks } = await calendarFor(db, unitId, vietnamDate(clock.now()))
  return (weeks.at(-1)?.sessions ?? []).map(formatSessions)
}

type Extra = { done?: boolean; problem?: string; preview?: WeekPreview }

async function show(
  request: WebRequest,
  reply: WebReply,
  unit: Unit,
  typed: TypedWeek,
  { done = false, ...extra }: Extra,
): Promise<WebReply> {
  const body = <UnitWeekPage unit={unit} typed={typed} token={formToken(request, reply)} done={done} {...extra} />
  const status = extra.problem === undefined ? 200 : 422
  return sitePage(request, reply, { site: 'workspace', title: texts.title, current: '/lich-lam-viec', status, body })
}
