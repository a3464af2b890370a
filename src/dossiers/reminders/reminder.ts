import {
  afterOfficeHours,
  beforeOfficeHours,
  openingAfter,
  openingBefore,
  type WorkingCalendar,
} from '../../deadlines/index.ts'
import type { About, Audience, Ladder, Rung } from './ladder.ts'

/** mốc thời hạn being watched, and since when it stands as it is. */
export type Mark = { about: About; at: Date; since: Date }

/** nhắc việc: one rung of the ladder for one mark. */
export type Reminder = { rung: Rung; mark: Mark; fallsAt: Date }

/** One rung of one mark is one thing, however often it is met; a mark that moves is another. */
export type ReminderKey = { about: About; rung: string; markAt: Date }

/** Somebody told, and as whom. */
export type Told = { accountId: string; fullName: string; as: Audience }

/** Who stands where around a dossier. */
export type People = Readonly<Record<Audience, readonly Omit<Told, 'as'>[]>>

/**
 * Every reminder a dossier is going to have, in order, if nothing changes. What would have come before its mark stood is
 * left out: a term too short for a rung never had it.
 */
export function remindersFor(marks: readonly Mark[], { rungs }: Ladder, calendar: WorkingCalendar): Reminder[] {
  return marks
    .flatMap((mark) =>
      rungs
        .filter(({ about }) => about === mark.about)
        .map((rung) => ({ rung, mark, fallsAt: fallsAt(rung, mark.at, calendar) }))
        .filter((reminder) => reminder.fallsAt > mark.since),
    )
    .toSorted((a, b) => a.fallsAt.getTime() - b.fallsAt.getTime())
}

function fallsAt(rung: Rung, mark: Date, calendar: WorkingCalendar): Date {
  if (rung.side === 'before') {
    return 'hours' in rung
      ? beforeOfficeHours(calendar, mark, rung.hours)
      : openingBefore(calendar, mark, rung.workingDays)
  }
  return 'hours' in rung ? afterOfficeHours(calendar, mark, rung.hours) : openingAfter(calendar, mark, rung.workingDays)
}

export function keyOf({ rung, mark }: Reminder): ReminderKey {
  return { about: mark.about, rung: rung.code, markAt: mark.at }
}

/** What is due now and was not handled before, in order; and when something falls due next. */
export function dueOf(
  plan: readonly Reminder[],
  handled: readonly ReminderKey[],
  now: Date,
): { due: Reminder[]; nextAt: Date | null } {
  const before = new Set(handled.map(text))
  const open = plan.filter((reminder) => !before.has(text(keyOf(reminder))))
  return {
    due: open.filter((reminder) => reminder.fallsAt <= now),
    nextAt: open.find((reminder) => reminder.fallsAt > now)?.fallsAt ?? null,
  }
}

function text({ about, rung, markAt }: ReminderKey): string {
  return `${about} ${rung} ${markAt.getTime()}`
}

/**
 * Who is told of what, each person of the last word on a mark alone. After a standstill several rungs are due at once: what
 * was to come before a mark that has passed does not matter any more, nor a step's time once the dossier itself is overdue.
 * A reminder without anybody is overtaken: it is noted and not sent.
 */
export function mergeDue(
  due: readonly Reminder[],
  people: People,
  { now, dueAt }: { now: Date; dueAt: Date | null },
): { reminder: Reminder; told: Told[] }[] {
  const isOverdue = dueAt !== null && dueAt <= now
  const settled = due.map(({ rung, mark }) => {
    const isOver = (rung.side === 'before' && mark.at <= now) || (mark.about === 'step' && isOverdue)
    return isOver ? [] : peopleOf(rung, people)
  })
  return due.map((reminder, index) => {
    const later = due.flatMap((other, place) =>
      place > index && other.mark.about === reminder.mark.about ? (settled[place] ?? []) : [],
    )
    const toldLater = new Set(later.map(({ accountId }) => accountId))
    return { reminder, told: (settled[index] ?? []).filter(({ accountId }) => !toldLater.has(accountId)) }
  })
}

/** Each person once, in their nearest capacity. */
function peopleOf({ to }: Rung, people: People): Told[] {
  const all = to.flatMap((as) => people[as].map(({ accountId, fullName }) => ({ accountId, fullName, as })))
  return [...new Map(all.toReversed().map((one) => [one.accountId, one])).values()].toReversed()
}
