import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { formatDate, type LegalDate } from '../platform/dates.ts'
import { clockOf, type Clock, type ClockEvent } from './clock.ts'
import { ruleSources, rulesInForce, type DeadlineRules } from './deadline-rules.ts'
import { readCalendarFiles } from './calendar-files.ts'
import { explainClock } from './explain-clock.ts'
import { dueMoveWords } from './explain.texts.ts'
import { whyNotExtend } from './extend-rule.ts'
import { at, provinceCalendar, term } from './testing.ts'
import { calendarOf, type ClosedDay, type WorkingCalendar } from './working-calendar.ts'

let calendar: WorkingCalendar
let rules: DeadlineRules
beforeAll(async () => {
  ;({ calendar, rules } = await provinceCalendar())
})

const received = (text: string): ClockEvent => ({ kind: 'received', at: at(text) })
const stopped = (text: string, document = '45/TB-SCT'): ClockEvent => ({
  kind: 'stopped',
  at: at(text),
  ground: 'legal-basis',
  document,
  legalBasis: 'Luật Thương mại, Điều 9',
})
const supplement = (text: string): ClockEvent => ({
  kind: 'stopped',
  at: at(text),
  ground: 'supplement',
  document: '02/BS-01',
  legalBasis: null,
})
const resumed = (text: string): ClockEvent => ({ kind: 'resumed', at: at(text) })
const extended = (text: string, until: LegalDate): ClockEvent => ({
  kind: 'extended',
  at: at(text),
  until,
  document: '12/XL-SCT',
  reason: 'chờ kết quả đo đạc',
})
const clock = (events: ClockEvent[], words = '5 working-day', known = calendar): Clock =>
  clockOf({ term: term(words), events, calendar: known, rules })
const moves = ({ movedBy }: Clock) =>
  movedBy.map(({ kind, document, before, after }) => `${kind} ${document} ${before.dueOn} ${after.dueOn}`)

describe('the clock of a dossier', () => {
  // Received Monday 16 November 2026: 17, 18, 19, 20, 23.
  test('has not begun before the receipt, runs after it, and keeps the version of its rules', () => {
    expect(clock([])).toMatchObject({ state: 'not-begun', original: null, current: null, explanation: [] })
    const running = clock([received('2026-11-16T09:00')])
    expect(running).toMatchObject({ state: 'running', rulesOn: '2026-11-21', rulesVersion: rules.version })
    expect(running.current?.dueOn).toBe('2026-11-23')
    expect(running.movedBy).toEqual([])
  })

  test('begins anew when the supplement is complete; the date first promised stands beside', () => {
    const waiting = [received('2026-11-16T09:00'), supplement('2026-11-18T10:00')]
    expect(clock(waiting)).toMatchObject({ state: 'stopped' })
    const again = clock([...waiting, received('2026-11-25T16:00')])
    expect(again.state).toBe('running')
    // Wednesday after 15:00 counts as Thursday 26: 27, 30, 1, 2, 3 December.
    expect([again.original?.dueOn, again.current?.dueOn]).toEqual(['2026-11-23', '2026-12-03'])
    expect(moves(again)).toEqual(['restarted 02/BS-01 2026-11-23 2026-12-03'])
    expect(again.explanation[0]?.on).toBe('2026-11-25')
  })

  test('stands still on a legal basis, and goes on with the day after the resumption', () => {
    const stop = [received('2026-11-16T09:00'), stopped('2026-11-18T10:00')]
    expect(clock(stop)).toMatchObject({ state: 'stopped', stops: [{ document: '45/TB-SCT', to: null }] })
    // 17, 18, then 23, 25, 26: the 19th and 20th do not count.
    const on = clock([...stop, resumed('2026-11-20T09:00')])
    expect(moves(on)).toEqual(['resumed 45/TB-SCT 2026-11-23 2026-11-26'])
    expect(
      on.explanation.filter(({ mark }) => mark === 'stopped').map(({ on: day, documents }) => [day, documents]),
    ).toEqual([
      ['2026-11-19', ['45/TB-SCT']],
      ['2026-11-20', ['45/TB-SCT']],
    ])
  })

  test('two stops one inside the other count once', () => {
    const both = clock([
      received('2026-11-16T09:00'),
      stopped('2026-11-17T10:00', 'A'),
      stopped('2026-11-18T10:00', 'B'),
      resumed('2026-11-19T09:00'),
      resumed('2026-11-20T09:00'),
    ])
    const one = clock([received('2026-11-16T09:00'), stopped('2026-11-17T10:00'), resumed('2026-11-20T09:00')])
    expect([both.state, both.current?.dueOn]).toEqual(['running', one.current?.dueOn])
  })

  test('is extended to the new date, which a later stop moves on as well', () => {
    const given = [received('2026-11-16T09:00'), extended('2026-11-20T09:00', '2026-11-30')]
    expect(moves(clock(given))).toEqual(['extended 12/XL-SCT 2026-11-23 2026-11-30'])
    // Stopped the 26th and 27th: two working days on from Monday 30.
    const later = clock([...given, stopped('2026-11-25T09:00'), resumed('2026-11-27T09:00')])
    expect([later.current?.dueOn, later.original?.dueOn]).toEqual(['2026-12-02', '2026-11-23'])
    expect(later.explanation.filter(({ mark }) => mark === 'extended').map(({ on }) => on)).toEqual([
      '2026-11-25',
      '2026-11-30',
      '2026-12-01',
    ])
    expect(later.explanation.at(-1)).toMatchObject({ mark: 'due', documents: ['12/XL-SCT'] })
  })

  test('an extension over calendar days is moved on by calendar days and does not end on a day off', () => {
    const given = [received('2026-11-02T09:00'), extended('2026-11-10T09:00', '2026-11-20')]
    const stop = [stopped('2026-11-11T09:00'), resumed('2026-11-13T09:00')]
    // 15 days would be 17 November; the 20th and two days more are Sunday 22, so Monday 23.
    expect(clock([...given, ...stop], '15 day').current?.dueOn).toBe('2026-11-23')
  })

  test('keeps the last date when it is finished, whatever comes after', () => {
    const done = clock([received('2026-11-16T09:00'), { kind: 'finished', at: at('2026-11-19T10:00') }])
    expect(done).toMatchObject({ state: 'finished', finishedAt: at('2026-11-19T10:00') })
    const storm: ClosedDay = {
      on: '2026-11-23',
      part: 'day',
      order: '118/CĐ-UBND',
      reason: 'bão số 13',
      recordedAt: at('2026-11-20T08:00'),
    }
    const stormy = calendarOf(calendar.weeks, [...calendar.days.values()], [storm])
    expect(
      clock([received('2026-11-16T09:00'), { kind: 'finished', at: at('2026-11-19T10:00') }], '5 working-day', stormy)
        .movedBy,
    ).toEqual([])
    expect(moves(clock([received('2026-11-16T09:00')], '5 working-day', stormy))).toEqual([
      'closed 118/CĐ-UBND 2026-11-23 2026-11-25',
    ])
    // Known before the receipt it is no move: the first promise knew it already.
    const early = calendarOf(
      calendar.weeks,
      [...calendar.days.values()],
      [{ ...storm, recordedAt: at('2026-11-15T08:00') }],
    )
    const known = clock([received('2026-11-16T09:00')], '5 working-day', early)
    expect([known.original?.dueOn, known.movedBy]).toEqual(['2026-11-25', []])
  })

  test('nothing else can touch it: there is no event for a silent body, a way by post, a merged unit or a new route', () => {
    expectTypeOf<ClockEvent['kind']>().toEqualTypeOf<'received' | 'stopped' | 'resumed' | 'extended' | 'finished'>()
  })

  test.each<[string, () => ClockEvent[]]>([
    ['resumed without a stop', () => [received('2026-11-16T09:00'), resumed('2026-11-17T09:00')]],
    ['stopped before the receipt', () => [stopped('2026-11-16T09:00')]],
    [
      'a supplement does not end by resuming',
      () => [received('2026-11-16T09:00'), supplement('2026-11-17T09:00'), resumed('2026-11-18T09:00')],
    ],
  ])('refuses a broken history: %s', (_name, events) => expect(() => clock(events())).toThrow('deadlines.clock-broken'))
})

describe('the re-appointment', () => {
  const events = [received('2026-11-16T09:00')]
  // Due Monday 23 November: the apology goes out on Sunday 22 at the latest.
  test.each([
    ['2026-11-20T09:00', '2026-11-30', 0, undefined],
    ['2026-11-22T23:00', '2026-11-30', 0, undefined],
    ['2026-11-23T08:00', '2026-11-30', 0, 'deadlines.extend-too-late'],
    ['2026-11-20T09:00', '2026-11-23', 0, 'deadlines.extend-not-later'],
    ['2026-11-20T09:00', '2026-11-24', 0, 'deadlines.extend-day-off'],
    ['2026-11-20T09:00', '2026-11-28', 0, 'deadlines.extend-day-off'],
    ['2026-11-20T09:00', '2026-11-30', 1, 'deadlines.extended-already'],
  ])('asked %s for %s after %d of them: %s', (now, until, extensions, code) => {
    expect(whyNotExtend(clock(events), { now: at(now), until, rules, extensions, calendar })?.code).toBe(code)
  })

  test('is not given while the clock stands still or is done', () => {
    const ask = { now: at('2026-11-18T09:00'), until: '2026-11-30', rules, extensions: 0, calendar }
    for (const more of [stopped('2026-11-17T09:00'), { kind: 'finished' as const, at: at('2026-11-17T09:00') }])
      expect(whyNotExtend(clock([...events, more]), ask)?.code).toBe('deadlines.clock-not-running')
  })
})

describe('the version of the rules', () => {
  test('is the same for the same numbers, another for another, and every number cites its article', async () => {
    const { rules: rows } = await readCalendarFiles()
    const version = (on: LegalDate, list = rows) => rulesInForce(list, on).version
    expect(version('2026-11-21')).toMatch(/^[0-9a-f]{10}$/)
    expect(version('2024-01-01')).toBe(version('2026-11-21'))
    const later = { ...rows[0]!, value: '16:00', validFrom: '2026-12-01' }
    expect(version('2026-11-30', [...rows, later])).toBe(version('2026-11-21'))
    expect(version('2026-12-01', [...rows, later])).not.toBe(version('2026-11-21'))
    for (const { article, certainty } of ruleSources(rows, '2026-11-21'))
      expect([article !== '', certainty !== undefined]).toEqual([true, true])
  })
})

describe('the words', () => {
  test('group equal days and name the papers', () => {
    const told = clock([
      received('2026-11-13T15:48'),
      stopped('2026-11-18T10:00'),
      resumed('2026-11-20T09:00'),
      extended('2026-11-23T09:00', '2026-12-04'),
    ])
    expect(explainClock(told).map(({ text }) => text)).toEqual([
      'Thứ Sáu 13/11: nhận sau giờ chốt, tính như nhận ngày làm việc kế tiếp',
      'Thứ Bảy 14/11, Chủ Nhật 15/11: nghỉ hằng tuần, không tính',
      'Thứ Hai 16/11: tính là ngày nhận hồ sơ, ngày này chưa tính',
      'Thứ Ba 17/11, Thứ Tư 18/11: tính 2 ngày (ngày thứ 1 đến ngày thứ 2)',
      'Thứ Năm 19/11, Thứ Sáu 20/11: tạm dừng theo 45/TB-SCT, không tính',
      'Thứ Bảy 21/11, Chủ Nhật 22/11: nghỉ hằng tuần, không tính',
      'Thứ Hai 23/11: tính, ngày thứ 3',
      'Thứ Ba 24/11: nghỉ lễ (Ngày Văn hóa Việt Nam), không tính',
      'Thứ Tư 25/11, Thứ Năm 26/11: tính 2 ngày (ngày thứ 4 đến ngày thứ 5)',
      'Thứ Sáu 27/11: thời gian gia hạn theo 12/XL-SCT',
      'Thứ Bảy 28/11, Chủ Nhật 29/11: nghỉ hằng tuần, không tính',
      'Thứ Hai 30/11 đến Thứ Năm 03/12: thời gian gia hạn theo 12/XL-SCT',
      'Thứ Sáu 04/12: ngày hẹn trả theo 12/XL-SCT',
    ])
    expect(told.movedBy.map(({ before, after }) => dueMoveWords({ before: before.dueAt, after: after.dueAt }))).toEqual(
      ['hẹn trả chuyển từ 23/11/2026 sang 26/11/2026', 'hẹn trả chuyển từ 26/11/2026 sang 04/12/2026'],
    )
    const late = told.current?.dueAt ?? null
    expect(dueMoveWords({ before: late, after: null })).toBe('ngày hẹn 04/12/2026 không còn áp dụng')
    const hours = [at('2026-11-23T10:00'), at('2026-11-23T15:30')] as const
    expect(dueMoveWords({ before: hours[0], after: hours[1] })).toBe(
      'hẹn trả chuyển từ 10:00 ngày 23/11/2026 sang 15:30 ngày 23/11/2026',
    )
  })

  test('a make-up Saturday is told as made up, Tết by its first and last day, predicted days as expected', () => {
    const saturday = explainClock(clock([received('2026-08-20T09:00')], '3 working-day'))
    expect(saturday.find(({ kind }) => kind === 'made-up')?.text).toBe(
      'Thứ Bảy 22/08: làm bù (Làm bù cho 31/8), vẫn tính (ngày thứ 2)',
    )
    const lines = explainClock(clock([received('2027-02-03T09:00')], '2 working-day'))
    expect(lines.filter(({ kind }) => kind === 'holiday').map(({ text }) => text)).toEqual([
      'Thứ Sáu 05/02 đến Thứ Ba 09/02: nghỉ lễ, từ 29 tháng Chạp (giao thừa) đến Mùng 4 Tết, không tính; lịch dự kiến, chờ thông báo chính thức',
      'Thứ Tư 10/02, Thứ Năm 11/02: nghỉ bù Tết, không tính; lịch dự kiến, chờ thông báo chính thức',
    ])
    expect(formatDate(lines.at(-1)?.to ?? '')).toBe('12/02/2027')
  })
})
