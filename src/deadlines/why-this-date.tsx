import { addDays, weekdayOf, type LegalDate } from '../platform/dates.ts'
import { DayStrip, Notice, type DayTone, type StripDay, type StripWeek } from '../ui/index.ts'
import type { DayReason } from './day-reason.ts'
import { DueMoves, type DueHistory } from './due-history.tsx'
import { explainClock, kindOf, type ExplainKind } from './explain-clock.ts'
import { whyTexts as texts } from './explain.texts.ts'

// Longer strips are no picture any more; the lines say it all.
const MOST_WEEKS = 14

const TONES = {
  received: 'begin',
  late: 'plain',
  counted: 'counted',
  'made-up': 'counted',
  'day-off': 'off',
  holiday: 'feast',
  closed: 'closed',
  stopped: 'held',
  'end-moved': 'off',
  extended: 'added',
  due: 'end',
} satisfies Record<ExplainKind, DayTone>

type Props = {
  /** As a clock gives it, or as it is kept with the dossier. */
  explanation: readonly DayReason[]
  /** What became of the date since it was first promised. */
  history?: DueHistory | null
  today?: LegalDate
  /** One under the other, for narrow columns. */
  stacked?: boolean
}

/**
 * Why this date: a strip of calendar and, beside it, the same in words; below, what moved it. While no date is promised only
 * the moves are told.
 */
export function WhyThisDate({ explanation, history = null, today, stacked }: Props) {
  const lines = history?.current === null ? [] : explainClock({ explanation: [...explanation] })
  if (lines.length === 0) return history && <DueMoves {...history} />
  const weeks = weeksOf(explanation, today)
  return (
    <>
      <div class={stacked ? 'vi-sao ngang' : 'vi-sao'}>
        {weeks.length <= MOST_WEEKS && <DayStrip weekdays={texts.weekdays} weeks={weeks} />}
        <div>
          <ol class="vi-sao-dong nho">
            {lines.map(({ from, kind, text }) => (
              <li key={from}>
                <i class={TONES[kind]} />
                <span>{text}</span>
              </li>
            ))}
          </ol>
          {lines.some(({ isExpected }) => isExpected) && <Notice tone="soon">{texts.provisional}</Notice>}
        </div>
      </div>
      {history && <DueMoves {...history} />}
    </>
  )
}

/** The weeks the days lie in, Monday first, empty where there is no day. */
function weeksOf(explanation: readonly DayReason[], today: LegalDate | undefined): StripWeek[] {
  const cells = explanation.map((reason, index): [LegalDate, StripDay] => {
    const kind = kindOf(reason, index === explanation.length - 1)
    const note = reason.nth === undefined || kind === 'due' ? texts.cells[kind] : String(reason.nth).replace('.', ',')
    const isToday = reason.on === today
    const isExpected = reason.status === 'predicted'
    return [reason.on, { day: dayOf(reason.on), tone: TONES[kind], note, expected: isExpected, today: isToday }]
  })
  const byDay = new Map(cells)
  const first = explanation[0]?.on ?? ''
  const last = explanation.at(-1)?.on ?? ''
  const weeks: StripWeek[] = []
  for (let monday = addDays(first, -((weekdayOf(first) + 6) % 7)); monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, place) => addDays(monday, place))
    const turn = days.find((on) => dayOf(on) === 1 && on > first && on <= last)
    const month = weeks.length === 0 ? texts.monthsOf(first, turn ?? first) : turn && texts.monthsOf(turn, turn)
    weeks.push({ ...(month && { month }), days: days.map((on) => byDay.get(on) ?? null) })
  }
  return weeks
}

const dayOf = (on: LegalDate): number => Number(on.slice(8))
