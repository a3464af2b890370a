import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfficersSite, type OfficersSite } from '../workspace/testing.ts'
import { runAction } from '../platform/action.ts'
import { execute, rows, sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { unitBySlug } from '../organisation/index.ts'
import { calendarFor, rulesFor } from './calendar-for.ts'
import { clockOf } from './clock.ts'
import { closeDay, reopenDay } from './close-day.ts'
import { computeDue } from './due-date.ts'
import { deadlinesWorkspaceRoutes } from './workspace/routes.tsx'
import { isWorkingDay } from './working-calendar.ts'

const SUPERVISOR = 'binh.nth'
const SPECIALIST = 'thao.ltp'
const TODAY = '2026-11-21'
const at = (text: string): Date => new Date(`${text}+07:00`)

let site: OfficersSite
let unitId: string
let otherId: string
beforeAll(async () => {
  site = await openOfficersSite(deadlinesWorkspaceRoutes)
  site.world.clock.set('2026-11-21T08:00:00+07:00')
  const { db } = site.world.app
  unitId = (await unitBySlug(db, 'so-cong-thuong', TODAY))?.id ?? ''
  otherId = (await unitBySlug(db, 'so-tu-phap', TODAY))?.id ?? ''
})
afterAll(() => site.close())

const storm = { from: '2026-11-25', to: '2026-11-26', part: 'day', order: '118/CĐ-UBND', reason: 'Bão số 13' } as const
const close = async (who: string, more: Partial<Parameters<typeof closeDay.run>[2]> = {}) =>
  runAction(site.world.app, closeDay, await site.officer(who), { ...storm, ...more })

describe('a day closed by order', () => {
  test('takes the days from the calendar of that body alone, moves a promised date, and gives it back when withdrawn', async () => {
    const { db } = site.world.app
    const { id } = await close(SUPERVISOR, { unitId })
    const calendar = await calendarFor(db, unitId, TODAY)
    expect([isWorkingDay(calendar, '2026-11-25'), isWorkingDay(calendar, '2026-11-27')]).toEqual([false, true])
    expect(isWorkingDay(await calendarFor(db, otherId, TODAY), '2026-11-25')).toBe(true)

    const rules = await rulesFor(db, TODAY)
    const clock = clockOf({
      term: { quantity: 3, unit: 'working-day' },
      // 23, 25 and 26 November; the order of the 21st takes the last two away.
      events: [{ kind: 'received', at: at('2026-11-20T09:00') }],
      calendar,
      rules,
    })
    expect([clock.original?.dueOn, clock.current?.dueOn]).toEqual(['2026-11-26', '2026-11-30'])
    expect(clock.movedBy).toMatchObject([{ kind: 'closed', document: '118/CĐ-UBND', reason: 'Bão số 13' }])
    expect(
      clock.explanation.filter(({ mark }) => mark === 'closed').map(({ on, documents }) => [on, documents]),
    ).toEqual([
      ['2026-11-25', ['118/CĐ-UBND']],
      ['2026-11-26', ['118/CĐ-UBND']],
    ])

    const withdraw = { closureId: id, reason: 'Bão đổi hướng' }
    await runAction(site.world.app, reopenDay, await site.officer(SUPERVISOR), withdraw)
    expect(isWorkingDay(await calendarFor(db, unitId, TODAY), '2026-11-25')).toBe(true)
    await expect(runAction(site.world.app, reopenDay, await site.officer(SUPERVISOR), withdraw)).rejects.toThrow(
      'deadlines.reopened-already',
    )
    const [line] = await rows(
      db,
      sql<{
        what: string
      }>`select what from platform.journal_line where subject = ${`calendar:${unitId}`} order by seq desc limit 1`,
    )
    expect(line?.what).toBe('deadlines.day-reopened')
  })

  test('half a day: its other half runs for hours, the day does not count, and nothing is due on it', async () => {
    const { db } = site.world.app
    const { id } = await close(SUPERVISOR, { unitId, from: '2026-11-25', to: '2026-11-25', part: 'afternoon' })
    const calendar = await calendarFor(db, unitId, TODAY)
    const rules = await rulesFor(db, TODAY)
    const due = (received: string, quantity: number, unit: 'hour' | 'day' | 'working-day') =>
      computeDue({ receivedAt: at(received), term: { quantity, unit }, calendar, rules }).dueAt.toISOString()
    expect(due('2026-11-23T09:00', 1, 'working-day')).toBe(at('2026-11-26T16:30').toISOString())
    expect(due('2026-11-23T09:00', 2, 'day')).toBe(at('2026-11-26T16:30').toISOString())
    expect(due('2026-11-25T09:30', 3, 'hour')).toBe(at('2026-11-26T08:30').toISOString())
    // The office is open in the morning: who comes then is received that day, who comes later the day after.
    expect(due('2026-11-25T09:30', 1, 'working-day')).toBe(at('2026-11-26T16:30').toISOString())
    expect(due('2026-11-25T13:00', 1, 'working-day')).toBe(at('2026-11-27T16:30').toISOString())
    await runAction(site.world.app, reopenDay, await site.officer(SUPERVISOR), { closureId: id, reason: 'thử' })
  })

  test.each([
    ['turned about', { from: '2026-11-26', to: '2026-11-25' }, 'deadlines.close-dates'],
    ['endless', { from: '2026-11-26', to: '2027-11-25' }, 'deadlines.close-too-long'],
    ['long after', { from: '2026-11-13', to: '2026-11-26' }, 'deadlines.close-too-old'],
    ['on a weekend', { from: '2026-11-28', to: '2026-11-29' }, 'deadlines.close-nothing'],
    ['without an order', { order: ' ' }, 'platform.invalid-input'],
  ])('is refused when %s', async (_name, more, code) => {
    await expect(close(SUPERVISOR, { unitId, ...more })).rejects.toThrow(code)
  })

  test('is not for specialists, nor for a supervisor of one body outside it', async () => {
    await expect(close(SPECIALIST, { unitId })).rejects.toThrow('platform.forbidden')
    const here = { kind: 'officer', accountId: newId(), fullName: 'Lê Thị Thu', grants: [] } as const
    const grants = [{ role: 'supervisor' as const, unitId, unitCode: '', reach: 'unit' as const }]
    const supervisor = { ...here, grants }
    const ask = (more: object) => runAction(site.world.app, closeDay, supervisor, { ...storm, ...more })
    await expect(ask({ unitId: otherId })).rejects.toThrow('platform.not-found')
    await expect(ask({})).rejects.toThrow('deadlines.close-province')
    await expect(ask({ unitId })).resolves.toBeDefined()
  })
})

describe('the page of the calendar', () => {
  test('shows hours, predicted days and orders; the form closes the province and tells it', async () => {
    const page = await site.get('/lich-lam-viec?nam=2027', SUPERVISOR)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Thứ Hai – Thứ Sáu')
    expect(page.body).toContain('Dự kiến')
    const form = { ...storm, from: '2026-12-07', to: '2026-12-07', order: '120/CĐ-UBND' }
    const sent = await site.send('/lich-lam-viec', SUPERVISOR, form)
    expect(sent.statusCode).toBe(303)
    const after = await site.get(String(sent.headers.location), SUPERVISOR)
    expect(after.body).toContain('Đã ghi lệnh đóng cửa')
    expect(after.body).toContain('120/CĐ-UBND')
    expect(isWorkingDay(await calendarFor(site.world.app.db, otherId, TODAY), '2026-12-07')).toBe(false)
  })

  test('keeps what was typed beside the refusal, and gives a specialist no form', async () => {
    const sent = await site.send('/lich-lam-viec', SUPERVISOR, { ...storm, from: '2026-11-28', to: '2026-11-29' })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('Từ 28/11/2026 đến 29/11/2026 không có ngày làm việc nào, nên không có gì để đóng cửa.')
    expect(sent.body).toContain('value="118/CĐ-UBND"')
    const page = await site.get('/lich-lam-viec?co-quan=so-cong-thuong', SPECIALIST)
    expect(page.body).toContain('Sở Công Thương')
    expect(page.body).not.toContain('Ghi lệnh đóng cửa')
  })

  test('a body with hours of its own: summer and winter, Saturday mornings', async () => {
    const { db } = site.world.app
    const whole = [
      { from: '07:00', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ]
    const week = (validFrom: string, validTo: string | null, saturday: object[]) =>
      execute(
        db,
        sql`insert into deadlines.working_calendar (id, unit_id, valid_from, valid_to, sessions, source)
            values (${newId()}, ${otherId}, ${validFrom}, ${validTo},
              ${JSON.stringify([[], whole, whole, whole, whole, whole, saturday])}::jsonb, 'test')`,
      )
    await week('2026-04-16', '2026-10-15', [])
    await week('2026-10-16', '2027-04-15', [{ from: '07:00', to: '11:30' }])
    const page = await site.get('/lich-lam-viec?co-quan=so-tu-phap&nam=2026', SUPERVISOR)
    expect(page.body).toContain('giờ riêng của cơ quan')
    const calendar = await calendarFor(db, otherId, TODAY)
    const rules = await rulesFor(db, TODAY)
    const due = (received: string) =>
      computeDue({ receivedAt: at(received), term: { quantity: 1, unit: 'working-day' }, calendar, rules }).dueAt
    expect(due('2026-11-20T09:00')).toEqual(at('2026-11-21T11:30'))
    // Before 16 October Saturday was off, and 07:00–17:00 held.
    const october = await calendarFor(db, otherId, '2026-10-01')
    const friday = { receivedAt: at('2026-10-02T09:00'), calendar: october, rules }
    expect(computeDue({ ...friday, term: { quantity: 1, unit: 'working-day' } }).dueAt).toEqual(at('2026-10-05T17:00'))
    // After the office has closed on a Saturday noon it is late, although 15:00 has not come.
    expect(due('2026-11-28T12:00')).toEqual(at('2026-12-01T17:00'))
  })
})
