import type { Facts } from '../refusal.ts'
import type { JournalLine } from './line.ts'

/** What an action did to stored records: for each kind of record its new or changed fields, with what tells it from others. */
export type Changes = Record<string, Facts[]>

export type LinesOfAction = {
  journal(line: JournalLine): void
  changed(subject: string, changes: Changes): void
  /** All lines in their order. A change that no line tells of is a bug. */
  finished(): JournalLine[]
}

/**
 * Gathers the lines of one action. What it changed travels with the next line about the same subject, or with the last when
 * none follows: no line is written for a change alone, and no change goes without a line.
 */
export function linesOfAction(): LinesOfAction {
  const lines: JournalLine[] = []
  const untold = new Map<string, Changes>()
  const tell = (line: JournalLine): JournalLine => {
    const changes = untold.get(line.subject)
    if (!changes) return line
    untold.delete(line.subject)
    const told = (line.facts?.changes ?? {}) as Changes
    return { ...line, facts: { ...line.facts, changes: both(told, changes) } }
  }
  return {
    journal: (line) => void lines.push(tell(line)),
    changed: (subject, changes) => void untold.set(subject, both(untold.get(subject) ?? {}, changes)),
    finished() {
      for (const subject of untold.keys()) {
        const index = lines.findLastIndex((line) => line.subject === subject)
        const last = lines[index]
        if (!last) throw new Error(`${subject} was changed and no journal line tells of it`)
        lines[index] = tell(last)
      }
      return lines
    },
  }
}

function both(first: Changes, then: Changes): Changes {
  const kinds = new Set([...Object.keys(first), ...Object.keys(then)])
  return Object.fromEntries([...kinds].map((kind) => [kind, [...(first[kind] ?? []), ...(then[kind] ?? [])]]))
}
