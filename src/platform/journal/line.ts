import { createHash } from 'node:crypto'
import type { Facts } from '../refusal.ts'

/** What an action writes about itself: the record it concerns, what happened, and the facts needed to prove it. */
export type JournalLine = {
  /** `dossier:<id>`, `account:<id>` …: lines with one subject form one chain. */
  subject: string
  what: string
  facts?: Facts
  /** Set when the subject was made by this very action: its chain begins here, and nobody else can be writing to it. */
  begins?: true
}

export type StoredLine = {
  subject: string
  seq: number
  at: Date
  actor: string
  what: string
  facts: Facts
  previousHash: string
  hash: string
}

/** JSON with keys in order, so that one content has one text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** Facts as the database will give them back. */
export function storableFacts(facts: Facts): Facts {
  const text = JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  return JSON.parse(text) as Facts
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Hash of a line over its content and the hash of the line before it. */
export function lineHash(line: Omit<StoredLine, 'hash'>): string {
  const { subject, seq, at, actor, what, facts, previousHash } = line
  return sha256Hex(canonicalJson([subject, seq, at.toISOString(), actor, what, facts, previousHash]))
}
