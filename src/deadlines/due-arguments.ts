import { parseArgs } from 'node:util'
import { addDays, instantOf, isLegalDate } from '../platform/dates.ts'
import { parseTerm, type Term } from '../platform/term.ts'
import type { Stop } from './stops.ts'

export type Asked = {
  receivedAt: Date
  /** Undefined: that of the procedure. */
  term: Term | undefined
  procedureCode: string | undefined
  unitCode: string | undefined
  stops: Stop[]
  json: boolean
}

/** Reads the arguments of `motcua due`; a text says what is wrong with them. */
export function readArguments(argv: string[]): Asked | 'help' | { wrong: string } {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const stop = { type: 'string', multiple: true, default: [] as string[] } as const
  const options = { received: text, term: text, procedure: text, unit: text, stop, json: flag, help: flag }
  let values
  try {
    values = parseArgs({ args: argv, options }).values
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
  if (values.help) return 'help'
  const receivedAt = readInstant(values.received ?? '')
  if (!receivedAt) return { wrong: `--received is not a moment: "${values.received ?? ''}"` }
  const term = parseTerm(values.term ?? '')
  if (!term && (values.term !== undefined || values.procedure === undefined))
    return { wrong: `--term is not a term: "${values.term ?? ''}"` }
  const stops: Stop[] = []
  for (const words of values.stop) {
    const read = readStop(words)
    if (!read) return { wrong: `--stop is not <from>/<to>: "${words}"` }
    stops.push(read)
  }
  return { receivedAt, term, procedureCode: values.procedure, unitCode: values.unit, stops, json: values.json }
}

/** `2026-11-18/2026-11-20` stops whole days, both included; moments stop from the first up to the second. */
function readStop(words: string): Stop | undefined {
  const [first = '', last = '', ...more] = words.split('/')
  const [from, until] = [readInstant(first), readInstant(last)]
  if (!from || !until || more.length > 0) return undefined
  const to = isLegalDate(last) ? instantOf(addDays(last, 1)) : until
  return from < to ? { from, to, document: words } : undefined
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
