import { Type } from 'typebox'
import { unitById, unitBySlug, unitsInForce, type Unit } from '../organisation/index.ts'
import { ROLES } from '../platform/actor.ts'
import { addDays, vietnamDate, type LegalDate } from '../platform/dates.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { calendarFor } from './calendar-for.ts'
import type { Closure } from './closure.ts'
import { numberOf } from './day-number.ts'
import { officeDay } from './office-day.ts'
import * as store from './store.ts'
import type { CalendarDayStatus, DayKind, Session, WorkingWeek } from './working-calendar.ts'

/** One day of a year's calendar; `hours` are the office hours, empty on a day off. */
export type YearDay = {
  on: LegalDate
  kind: DayKind
  name: string | null
  status: CalendarDayStatus | null
  documents: string[]
  hours: Session[]
}

export type YearCalendar = {
  year: number
  /** Null: the calendar of the whole province. */
  unit: Pick<Unit, 'id' | 'slug' | 'name'> | null
  units: Pick<Unit, 'id' | 'slug' | 'name'>[]
  /** Office hours with their dates, those that go before the others last. */
  weeks: WorkingWeek[]
  /** Empty when no office hours are known for the year. */
  days: YearDay[]
  /** False when the year's holidays are not loaded at all. */
  isKnown: boolean
  closures: (Closure & { unitName: string | null })[]
}

const OFFICERS = ROLES.filter((role) => role !== 'citizen')
const BODIES: readonly Unit['kind'][] = ['department', 'peoples-committee', 'centre']

/** The working calendar of a body and a year, day by day, with the orders that close it. */
export const listCalendar = query({
  name: 'deadlines.list-calendar',
  roles: OFFICERS,
  input: Type.Object({
    unit: Type.Optional(Type.String({ maxLength: 100, description: 'Readable name of the body, e.g. so-tu-phap' })),
    year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  }),
  async run({ db, clock }, _actor, asked): Promise<YearCalendar> {
    const today = vietnamDate(clock.now())
    const year = asked.year ?? Number(today.slice(0, 4))
    const unit = asked.unit === undefined ? undefined : await unitBySlug(db, asked.unit, today)
    if (asked.unit !== undefined && !unit) throw new Refusal('platform.not-found')
    const [first, last] = [`${year}-01-01`, `${year}-12-31`]
    const calendar = await calendarFor(db, unit?.id ?? null, first)
    const days: YearDay[] = []
    for (let on = first; on <= last; on = addDays(on, 1)) {
      if (!calendar.weeks.some(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo)))
        continue
      const { kind, name = null, status = null, documents = [], hours } = officeDay(calendar, numberOf(on))
      days.push({ on, kind, name, status, documents, hours })
    }
    const closures = await store.closuresBetween(db, unit?.id ?? null, first, last)
    const units = (await unitsInForce(db, today)).filter(({ kind }) => BODIES.includes(kind))
    const named = await Promise.all(
      closures.map(async (closure) => ({
        ...closure,
        unitName: closure.unitId === null ? null : ((await unitById(db, closure.unitId))?.name ?? null),
      })),
    )
    return {
      year,
      unit: unit ? pick(unit) : null,
      units: units.map(pick),
      weeks: calendar.weeks.filter(({ validFrom }) => validFrom <= last),
      days,
      isKnown: calendar.days.has(first),
      closures: named,
    }
  },
})

const pick = ({ id, slug, name }: Unit) => ({ id, slug, name })
