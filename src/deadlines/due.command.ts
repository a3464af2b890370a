import type { Command, CommandIo } from '../platform/command.ts'
import { isoVietnam, vietnamDate, type LegalDate } from '../platform/dates.ts'
import { Refusal, refusalSentence } from '../platform/refusal.ts'
import type { Term } from '../platform/term.ts'
import { calendarFromFiles } from './calendar-files.ts'
import { rulesInForce, type DeadlineRules } from './deadline-rules.ts'
import { readArguments, type Asked } from './due-arguments.ts'
import { computeDue, type DueDate } from './due-date.ts'
import { dayReasonText, deadlinesRefusals, dueText } from './texts.ts'
import type { WorkingCalendar } from './working-calendar.ts'

const HELP = `motcua due --received <ISO> --term "<n> <unit>" [--procedure <code>] [--unit <code>] [--stop <from>/<to>]… [--json]

When the result of a dossier is due, day by day. Reads data/calendar; the database is asked only for --unit, and for
--procedure where no --term is given.

  --received   moment of receipt, ISO 8601; without an offset it is Vietnamese time, e.g. 2026-11-20T09:48
  --term       "20 working-day", "3.5 working-day", "15 day", "8 hour", "1 month", "1 year", "within-day",
               or in Vietnamese: "20 ngày làm việc", "8 giờ", "trong ngày"
  --procedure  code of a procedure, e.g. 1.001193: its term is taken when --term is absent
  --unit       code or readable name of a body: its own hours and the days it is closed by order
  --stop       the clock stands still: whole days 2026-11-18/2026-11-20 (both included) or from one moment to another
  --json       prints {"due", "explanation": [{"on", "mark", "kind", "text", …}], …}
`

/** What the command asks of the installation; opened only when an argument needs it. */
export type DueSources = {
  /** The term in force that day; a refusal when there is none, or more than one. */
  termOf(procedureCode: string, on: LegalDate): Promise<Term>
  calendarOf(unitCode: string, on: LegalDate): Promise<{ calendar: WorkingCalendar; rules: DeadlineRules }>
}

export const dueCommand = {
  name: 'due',
  summary: 'Tell when the result of a dossier is due, and why',
  help: HELP,
  /** 0 answered, 1 calendar or catalogue refuse to answer, 2 wrong arguments. */
  async run(argv: string[], { out, err }: CommandIo, sources: DueSources): Promise<number> {
    const asked = readArguments(argv)
    if (asked === 'help') {
      out(HELP)
      return 0
    }
    if ('wrong' in asked) {
      err(`${asked.wrong}\n\n${HELP}`)
      return 2
    }
    try {
      const { due, term } = await answer(asked, sources)
      out(asked.json ? `${JSON.stringify(asJson(due))}\n` : dueText(term, due))
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const texts: Record<string, { title: string }> = deadlinesRefusals
      err(`${refusalSentence(texts[error.code]?.title ?? error.code, error.facts)}\n`)
      return 1
    }
  },
} satisfies Command<DueSources>

async function answer(
  { receivedAt, term: stated, procedureCode = '', unitCode, stops }: Asked,
  sources: DueSources,
): Promise<{ due: DueDate; term: Term }> {
  const on = vietnamDate(receivedAt)
  const term = stated ?? (await sources.termOf(procedureCode, on))
  const { calendar, rules } = unitCode === undefined ? await fromFiles(on) : await sources.calendarOf(unitCode, on)
  return { due: computeDue({ receivedAt, term, calendar, rules, stops }), term }
}

async function fromFiles(on: LegalDate): Promise<{ calendar: WorkingCalendar; rules: DeadlineRules }> {
  const { calendar, rules } = await calendarFromFiles()
  return { calendar, rules: rulesInForce(rules, on) }
}

function asJson({ dueAt, dueOn, receivedOn, countsFrom, provisional, explanation }: DueDate): unknown {
  const days = explanation.map((reason) => ({ ...reason, text: dayReasonText(reason) }))
  return { due: isoVietnam(dueAt), dueOn, receivedOn, countsFrom, provisional, explanation: days }
}
