import { formatDate, weekdayName, type LegalDate } from '../../platform/dates.ts'
import { Button, DayStrip, Notice, Select, SummaryList, Table, Tag } from '../../ui/index.ts'
import { whyTexts } from '../explain.texts.ts'
import type { YearCalendar, YearDay } from '../list-calendar.ts'
import { DAY_KINDS } from '../texts.ts'
import type { WorkingWeek } from '../working-calendar.ts'
import { CloseForm, ClosureTable, type Typed } from './closures.tsx'
import { calendarTexts as texts } from './texts.ts'
import { monthsOf } from './year-months.ts'

export const CALENDAR_PATH = '/lich-lam-viec'

type Props = {
  calendar: YearCalendar
  today: LegalDate
  token: string
  /** May enter and withdraw orders. */
  mayClose: boolean
  done?: 'closed' | 'reopened'
  problem?: string
  typed?: Typed
}

/** The working calendar of a body and a year: hours, months, exceptional days, orders that close it. */
export function CalendarPage({ calendar, today, token, mayClose, done, problem, typed }: Props) {
  const { days, closures, unit, year, isKnown, weeks } = calendar
  const special = days.filter(({ kind }) => kind !== 'working' && kind !== 'weekend')
  return (
    <div class="cuon-trang">
      {done !== undefined && (
        <Notice tone="ok" role="status">
          {done === 'closed' ? texts.closed : texts.reopened}
        </Notice>
      )}
      {problem !== undefined && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      <p class="nhe">{texts.lead}</p>
      <ChooseForm calendar={calendar} />
      {!isKnown && <Notice tone="soon">{texts.unknownYear}</Notice>}
      {special.some(({ status }) => status === 'predicted') && <Notice tone="soon">{texts.expected}</Notice>}
      <h2 class="dau-muc">{texts.hours}</h2>
      {weeks.length === 0 ? <p>{texts.noHours}</p> : weeks.map((week) => <Hours key={week.validFrom} week={week} />)}
      {mayClose && unit && (
        <p>
          <a href={`${CALENDAR_PATH}/gio-rieng?co-quan=${unit.slug}`}>{texts.setWeek}</a>
        </p>
      )}
      <h2 class="dau-muc">{texts.months}</h2>
      <div class="nam-lich">
        {monthsOf(days, today).map(({ month, weeks: rows }) => (
          <div key={month}>
            <h3>{texts.month(month)}</h3>
            <DayStrip weekdays={whyTexts.weekdays} weeks={rows} />
          </div>
        ))}
      </div>
      <h2 class="dau-muc">{texts.special}</h2>
      <SpecialDays days={special} />
      <h2 class="dau-muc">{texts.closures}</h2>
      <ClosureTable closures={closures} address={addressOf(unit?.slug, year)} token={token} mayClose={mayClose} />
      {mayClose && (
        <CloseForm
          address={addressOf(unit?.slug, year)}
          scope={unit?.name ?? texts.wholeProvince}
          token={token}
          typed={typed ?? {}}
        />
      )}
    </div>
  )
}

export function addressOf(unit: string | undefined, year: number): string {
  return `${CALENDAR_PATH}?${new URLSearchParams({ ...(unit ? { 'co-quan': unit } : {}), nam: String(year) })}`
}

function ChooseForm({ calendar: { unit, units, year } }: { calendar: YearCalendar }) {
  const years = Array.from({ length: 5 }, (_, index) => String(year - 2 + index))
  return (
    <form class="loc-hang" action={CALENDAR_PATH} aria-label={texts.choose}>
      <Select
        name="co-quan"
        label={texts.unit}
        emptyLabel={texts.wholeProvince}
        {...(unit ? { value: unit.slug } : {})}
        options={units.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Select
        name="nam"
        label={texts.year}
        value={String(year)}
        options={years.map((value) => ({ value, label: value }))}
      />
      <Button kind="secondary" icon="calendar-days">
        {texts.show}
      </Button>
    </form>
  )
}

function Hours({ week: { validFrom, validTo, sessions, ofUnit, order } }: { week: WorkingWeek }) {
  const words = sessions.map((day) =>
    day.length === 0 ? texts.dayOff : day.map(({ from, to }) => `${from}–${to}`).join(', '),
  )
  // Monday first; days with the same hours in a row stand together.
  const runs: { first: number; last: number; hours: string }[] = []
  for (const weekday of [1, 2, 3, 4, 5, 6, 0]) {
    const run = runs.at(-1)
    const hours = words[weekday] ?? texts.dayOff
    if (run && run.hours === hours) run.last = weekday
    else runs.push({ first: weekday, last: weekday, hours })
  }
  const nameOf = (weekday: number) => weekdayName(`2024-09-0${weekday + 1}`)
  return (
    <>
      <p>
        <b>{texts.hoursFrom(formatDate(validFrom), validTo && formatDate(validTo))}</b>
        {ofUnit && `, ${texts.ownHours}`}
        {order && `, ${texts.byOrder(order)}`}
      </p>
      <SummaryList
        rows={runs.map(({ first, last, hours }) => ({
          label: first === last ? nameOf(first) : `${nameOf(first)} – ${nameOf(last)}`,
          value: hours,
          figures: true,
        }))}
      />
    </>
  )
}

function SpecialDays({ days }: { days: readonly YearDay[] }) {
  return (
    <Table
      caption={texts.special}
      captionHidden
      dense
      rows={days}
      rowKey={({ on }) => on}
      empty={<p>{texts.noSpecial}</p>}
      columns={[
        {
          title: texts.date,
          rowHeader: true,
          cell: ({ on }) => (
            <span class="so">
              {weekdayName(on)} {formatDate(on)}
            </span>
          ),
        },
        {
          title: texts.kind,
          cell: ({ kind, hours }) => (kind === 'closed' && hours.length > 0 ? texts.halfClosed : DAY_KINDS[kind]),
        },
        { title: texts.name, cell: ({ name }) => name },
        {
          title: texts.certainty,
          cell: ({ status, documents }) =>
            documents.length > 0 ? (
              texts.byOrder(documents.join('; '))
            ) : status === 'predicted' ? (
              <Tag tone="soon">{texts.statuses.predicted}</Tag>
            ) : (
              status && texts.statuses[status]
            ),
        },
      ]}
    />
  )
}
