import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

type Props = {
  /** Red band: 'Hẹn trả, tháng 11/2026'. */
  heading: string
  /** Day of the month: '24'. */
  day: string
  weekday: string
  /** Under the dashed line: 'Còn <b>2 ngày làm việc</b>'. */
  note?: ComponentChildren
  /** The whole, as one sentence, for those who do not see it. */
  label: string
  /** Lies down on phones. */
  flat?: boolean
}

/** The one date a person must keep, as a leaf of a block calendar. */
export function BlockCalendar({ heading, day, weekday, note, label, flat }: Props) {
  return (
    <div class={classNames('lich', flat && 'nam')} role="img" aria-label={label}>
      <div class="thang">{heading}</div>
      <div class="ngay so">{day}</div>
      <div class="thu">{weekday}</div>
      {note !== undefined && <div class="con">{note}</div>}
    </div>
  )
}
