import { formatDate, vietnamDate, vietnamTime, type LegalDate } from '../../platform/dates.ts'
import type { Remaining } from '../../deadlines/index.ts'
import { Tag } from '../../ui/index.ts'
import { hasEnded, type Dossier } from '../dossier.ts'
import { deadlineTexts as texts, fill } from './texts.ts'

type Dated = Pick<Dossier, 'handling' | 'dueAt'>

/** Where a dossier stands against its term; null while no term runs. */
export type Standing = Remaining | null

/** Icon and words for the deadline; `whole` adds the calendar day, for headers. */
export function DeadlineTag({ dossier, standing, whole }: { dossier: Dated; standing: Standing; whole?: boolean }) {
  const { handling, dueAt } = dossier
  if (handling === 'awaiting-supplement') return <Tag tone="hold">{texts.waiting}</Tag>
  if (handling === 'suspended') return <Tag tone="hold">{texts.suspended}</Tag>
  if (handling === 'delivered') return <Tag tone="ok">{texts.delivered}</Tag>
  if (handling === 'finished') return <Tag tone="ok">{texts.toDeliver}</Tag>
  if (hasEnded(handling)) return <Tag>{texts.ended}</Tag>
  if (!dueAt || !standing) return <Tag tone="outline">{texts.toReceive}</Tag>
  const { state, overdueDays, workingDaysLeft } = standing
  const day = shortDay(vietnamDate(dueAt))
  if (state === 'overdue') {
    const words = overdueDays === 0 ? texts.overdueToday : fill(texts.overdue, { days: overdueDays })
    return <Tag tone="late">{whole ? words + fill(texts.since, { day }) : words}</Tag>
  }
  if (state === 'today') return <Tag tone="today">{fill(texts.today, { time: vietnamTime(dueAt) })}</Tag>
  const words = fill(texts.left, { days: workingDaysLeft })
  return <Tag tone={state === 'soon' ? 'soon' : 'outline'}>{whole ? words + fill(texts.until, { day }) : words}</Tag>
}

/** `24/11` */
export function shortDay(day: LegalDate): string {
  return formatDate(day).slice(0, 5)
}
