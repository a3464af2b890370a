import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { closeDay, reopenDay } from '../close-day.ts'
import { setUnitWeek } from '../set-unit-week.ts'
import { listCalendar } from '../list-calendar.ts'

export async function deadlinesApiRoutes(web: Web): Promise<void> {
  const tags = ['deadlines']
  apiQuery(web, listCalendar, {
    operationId: 'listCalendar',
    method: 'GET',
    path: '/calendar',
    summary: 'Working calendar of a body and a year, day by day, with the orders that close it',
    tags,
  })
  apiAction(web, closeDay, {
    operationId: 'closeDay',
    method: 'POST',
    path: '/calendar/closures',
    summary: 'Enter an order that closes a body or the whole province',
    tags,
  })
  apiAction(web, reopenDay, {
    operationId: 'reopenDay',
    method: 'POST',
    path: '/calendar/closures/:closureId/withdraw',
    summary: 'Withdraw such an order',
    tags,
  })
  apiAction(web, setUnitWeek, {
    operationId: 'setUnitWeek',
    method: 'POST',
    path: '/calendar/weeks',
    summary: 'Set a body’s own working week from a day on, by an order',
    tags,
  })
}
