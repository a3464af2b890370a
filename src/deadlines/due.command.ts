import { parseArgs } from 'node:util'
import { isoVietnam, vietnamDate } from '../platform/dates.ts'
import type { Command, CommandIo } from '../platform/command.ts'
import { Refusal, refusalSentence } from '../platform/refusal.ts'
import { parseTerm, type Term } from '../platform/term.ts'
import { calendarFromFiles } from './calendar-files.ts'
import { rulesInForce } from './deadline-rules.ts'
import { computeDue, type DueDate } from './due-date.ts'
import { dayReasonText, deadlinesRefusals, dueText } from './texts.ts'

const HELP = `motcua due --received <ISO> --term "<n> <unit>" [--json]

When the result of a dossier is due, day by day. Needs no database: reads data/calendar.

  --received  moment of receipt, ISO 8601; without an offset it is Vietnamese time, e.g. 2026-11-20T09:48
  --term      "20 working-day", "3.5 working-day", "15 day", "8 hour", "1 month", "1 year", "within-day",
              or in Vietnamese: "20 ngày làm việc", "8 giờ", "trong ngày"
  --json      prints {"due", "explanation": [{"on", "mark", "kind", "text", …}], …}
`

export const dueCommand = {
  name: 'due',
  summary: 'Tell when the result of a dossier is due, and why',
  help: HELP,
  /** 0 answered, 1 the calendar refuses to answer, 2 wrong arguments. */
  async run(argv: string[], { out, err }: CommandIo): Promise<number> {
    const asked = readArguments(argv)
    if (asked === 'help') {
      out(HELP)
      return 0
    }
    if (typeof asked === 'string') {
      err(`${asked}\n\n${HELP}`)
      return 2
    }
    try {
      const { calendar, rules } = await calendarFromFiles()
      const inForce = rulesInForce(rules, vietnamDate(asked.receivedAt))
      const due = computeDue({ receivedAt: asked.receivedAt, term: asked.term, calendar, rules: inForce })
      out(asked.json ? `${JSON.stringify(asJson(due))}\n` : dueText(asked.term, due))
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const texts: Record<string, { title: string }> = deadlinesRefusals
      err(`${refusalSentence(texts[error.code]?.title ?? error.code, error.facts)}\n`)
      return 1
    }
  },
} satisfies Command

type Asked = { receivedAt: Date; term: Term; json: boolean }

function readArguments(argv: string[]): Asked | string {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  let values
  try {
    values = parseArgs({ args: argv, options: { received: text, term: text, json: flag, help: flag } }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (values.help) return 'help'
  const receivedAt = readInstant(values.received ?? '')
  const term = parseTerm(values.term ?? '')
  if (!receivedAt) return `--received is not a moment: "${values.received ?? ''}"`
  if (!term) return `--term is not a term: "${values.term ?? ''}"`
  return { receivedAt, term, json: values.json }
}

/** ISO 8601, Vietnamese time when no offset is given; undefined for days that do not exist, such as 30 February. */
function readInstant(text: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  if (!parts) return undefined
  const [, day = '', time = '00:00', offset = '+07:00'] = parts
  const midnight = new Date(`${day}T00:00:00Z`)
  const instant = new Date(`${day}T${time}${offset}`)
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
  return exists && !Number.isNaN(instant.getTime()) ? instant : undefined
}

function asJson({ dueAt, dueOn, receivedOn, countsFrom, provisional, explanation }: DueDate): unknown {
  const days = explanation.map((reason) => ({ ...reason, text: dayReasonText(reason) }))
  return { due: isoVietnam(dueAt), dueOn, receivedOn, countsFrom, provisional, explanation: days }
}
