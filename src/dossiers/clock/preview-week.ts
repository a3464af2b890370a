import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { refuse } from '../../platform/refusal.ts'
import {
  calendarFor,
  calendarOf,
  calendarWithinReach,
  isAtWork,
  rulesFor,
  clockOf,
  UnitWeekInput,
  whyNotSetWeek,
} from '../../deadlines/index.ts'
import { eventsOf } from './clock-entry.ts'
import { clockEntriesOf, datedDossiers } from './store.ts'
import { dossierById } from '../store.ts'

const MOST = 1_000

export type WeekPreview = {
  /** Open dossiers of the unit promised for that day or later. */
  open: number
  /** True when there are more than were reckoned. */
  isMore: boolean
  /** How many would be due on a later or an earlier day, were they received under the new week. Their dates stay. */
  later: number
  earlier: number
  /** Promised for a moment at which the office will be closed: to be handled before. */
  closedThen: number
}

/** What a new working week of a unit would mean for the dates it has promised; changes nothing. */
export const previewUnitWeek = query({
  name: 'dossiers.preview-unit-week',
  roles: ['administrator', 'supervisor'],
  input: Type.Object(UnitWeekInput),
  async run({ db, clock }, actor, { unitId, validFrom, validTo = null, sessions }): Promise<WeekPreview> {
    await calendarWithinReach(db, actor, unitId)
    const now = clock.now()
    refuse(whyNotSetWeek({ validFrom, validTo, sessions }, vietnamDate(now)))
    const ids = await datedDossiers(db, unitId, validFrom, null, MOST + 1)
    const preview: WeekPreview = { open: 0, isMore: ids.length > MOST, later: 0, earlier: 0, closedThen: 0 }
    for (const id of ids.slice(0, MOST)) {
      const dossier = await dossierById(db, id)
      if (!dossier?.dueAt || !dossier.dueOn) continue
      const entries = await clockEntriesOf(db, id)
      const began = vietnamDate(entries[0]?.at ?? now)
      const today = await calendarFor(db, unitId, began)
      const week = { validFrom, validTo, sessions, ofUnit: true }
      const others = today.weeks.filter((one) => !one.ofUnit || one.validFrom !== validFrom)
      const planned = calendarOf([...others, week], [...today.days.values()], [...today.closed.values()].flat())
      const rules = await rulesFor(db, dossier.rulesOn ?? began)
      const { current } = clockOf({ term: dossier.term, events: eventsOf(entries), calendar: planned, rules })
      preview.open++
      if (current && current.dueOn > dossier.dueOn) preview.later++
      if (current && current.dueOn < dossier.dueOn) preview.earlier++
      if (!isAtWork(planned, dossier.dueAt)) preview.closedThen++
    }
    return preview
  },
})
