import { holds } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
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
import { closeDay, reopenDay } from '../close-day.ts'
import { listCalendar } from '../list-calendar.ts'
import type { DayPart } from '../working-calendar.ts'
import { addressOf, CALENDAR_PATH, CalendarPage } from './calendar.page.tsx'
import type { Typed } from './closures.tsx'
import { calendarTexts as texts } from './texts.ts'

type Asked = { 'co-quan'?: string; nam?: string; xong?: string }
type Failed = { problem: string; typed?: Typed }

/** Page "Lịch làm việc" of all officers; administrators and supervisors enter orders that close an office. */
export async function deadlinesWorkspaceRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Asked }>(CALENDAR_PATH, async (request, reply) => show(request, reply, request.query))

  web.post<{ Querystring: Asked }>(CALENDAR_PATH, async (request, reply) => {
    const form = formBody(request)
    const typed: Required<Typed> = {
      from: field(form, 'from'),
      to: field(form, 'to'),
      part: field(form, 'part'),
      order: field(form, 'order'),
      reason: field(form, 'reason'),
    }
    const { unit } = await ask(request, listCalendar, chosen(request.query))
    const outcome = await attempt(() =>
      act(request, closeDay, { ...typed, part: typed.part as DayPart, ...(unit ? { unitId: unit.id } : {}) }),
    )
    if (!outcome.ok)
      return show(request, reply, request.query, { problem: refusalText(request, outcome.refusal), typed })
    return redirect(reply, `${addressOf(unit?.slug, Number(typed.from.slice(0, 4)))}&xong=dong`)
  })

  web.post<{ Querystring: Asked; Params: { id: string } }>(`${CALENDAR_PATH}/:id/bo`, async (request, reply) => {
    const reason = field(formBody(request), 'ly-do')
    const outcome = await attempt(() => act(request, reopenDay, { closureId: request.params.id, reason }))
    if (!outcome.ok) return show(request, reply, request.query, { problem: refusalText(request, outcome.refusal) })
    const { unit, year } = await ask(request, listCalendar, chosen(request.query))
    return redirect(reply, `${addressOf(unit?.slug, year)}&xong=bo`)
  })
}

function chosen({ 'co-quan': unit, nam }: Asked): { unit?: string; year?: number } {
  return { ...(unit ? { unit } : {}), ...(nam && /^\d{4}$/.test(nam) ? { year: Number(nam) } : {}) }
}

async function show(request: WebRequest, reply: WebReply, asked: Asked, failed?: Failed): Promise<WebReply> {
  const calendar = await ask(request, listCalendar, chosen(asked))
  const { actor, server } = request
  const done = asked.xong === 'dong' ? 'closed' : asked.xong === 'bo' ? 'reopened' : undefined
  const body = (
    <CalendarPage
      calendar={calendar}
      today={vietnamDate(server.app.clock.now())}
      token={formToken(request, reply)}
      mayClose={holds(actor, 'administrator') || holds(actor, 'supervisor')}
      {...(done && !failed ? { done } : {})}
      {...failed}
    />
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.title,
    current: CALENDAR_PATH,
    status: failed ? 422 : 200,
    body,
  })
}
