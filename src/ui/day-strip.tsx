import { classNames } from './class-names.ts'

export type DayTone = 'off' | 'feast' | 'plain' | 'counted' | 'held' | 'closed' | 'added' | 'begin' | 'end'

export type StripDay = {
  /** Day of the month. */
  day: number
  tone: DayTone
  /** One short word or a number under it. */
  note?: string
  /** Not certain yet: dashed. */
  expected?: boolean
  today?: boolean
}

/** A week from Monday to Sunday; null where no day belongs to the strip. `month`: shown before the first week of a month. */
export type StripWeek = { month?: string; days: (StripDay | null)[] }

type Props = { weekdays: readonly string[]; weeks: readonly StripWeek[] }

/** A stretch of calendar, week under week. It repeats what the text beside it says, so screen readers pass over it. */
export function DayStrip({ weekdays, weeks }: Props) {
  return (
    <div class="tuan" aria-hidden="true">
      <div class="tuan-dau">
        {weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {weeks.map(({ month, days }, index) => (
        <div key={index}>
          {month !== undefined && <div class="tuan-thang">{month}</div>}
          <div class="tuan-hang">
            {days.map((day, place) => (
              <Cell key={place} day={day} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function Cell({ day }: { day: StripDay | null }) {
  if (day === null) return <span />
  return (
    <span class={classNames('o', day.tone, day.expected && 'du-kien', day.today && 'hom-nay')}>
      <b class="so">{day.day}</b>
      <small>{day.note}</small>
    </span>
  )
}
