import { formatDate, weekdayName, type LegalDate } from '../../../platform/dates.ts'
import type { Remaining } from '../../../deadlines/index.ts'
import { BlockCalendar } from '../../../ui/index.ts'
import { trackingTexts as words } from '../texts.ts'

/** The promised date as a leaf of a calendar. `standing`: how much is left while the dossier is on its way. */
export function DueCalendar({ dueOn, standing }: { dueOn: LegalDate; standing: Remaining | undefined }) {
  const [year, month, day] = dueOn.split('-')
  const weekday = weekdayName(dueOn)
  const left = standing === undefined ? '' : leftWords(standing)
  return (
    <BlockCalendar
      heading={words.due(`${month}/${year}`)}
      day={String(Number(day))}
      weekday={weekday}
      label={words.dueSentence(weekday, formatDate(dueOn), left)}
      {...(left === '' ? {} : { note: left })}
      flat
    />
  )
}

export function leftWords({ state, workingDaysLeft, overdueDays }: Remaining): string {
  return state === 'overdue' ? words.overdue(overdueDays) : words.daysLeft(workingDaysLeft)
}
