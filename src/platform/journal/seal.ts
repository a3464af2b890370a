import type { App } from '../app.ts'
import { vietnamTime } from '../dates.ts'
import { defineJob } from '../jobs.ts'
import { definePort } from '../ports.ts'
import {
  countUnsealed,
  countUnstamped,
  lastSeal,
  saveSeal,
  saveStamp,
  tryBecomeSealer,
  unsealedLines,
  unstampedSeals,
} from './seal-store.ts'
import { makeSeal } from './seal-lines.ts'

/** Gives an RFC 3161 token over a SHA-256 digest; throws when the authority has no usable answer. */
export type JournalTimestamp = { stamp(digest: Uint8Array): Promise<Uint8Array> }
export const journalTimestampPort = definePort<JournalTimestamp>('journal-timestamp')

/** A line bears the time its transaction began: this far behind the last seal one may still be committed. */
const LOOK_BACK_MS = 3_600_000
/** Once a night, in the five minutes from then, all lines are looked at, however old. */
const CATCH_UP_AT = '03:00'
const CATCH_UP_UNTIL = '03:05'
const LINES_PER_SEAL = 20_000
const STAMPS_PER_RUN = 200

export type SealReport = {
  seals: number
  lines: number
  stamped: number
  /** Why stamping stopped early. */
  stampFailure?: string
}

/** Seals every line not yet under a seal, then has the seals time-stamped, outside any transaction. */
export async function sealJournal(app: App, options: { full?: boolean } = {}): Promise<SealReport> {
  const sealed = { seals: 0, lines: 0 }
  for (let more = true; more;) {
    const { lines, isFull } = await sealOnce(app, options.full ?? false)
    if (lines > 0) sealed.seals += 1
    sealed.lines += lines
    more = isFull
  }
  return { ...sealed, ...(await stampSeals(app)) }
}

async function sealOnce(app: App, full: boolean): Promise<{ lines: number; isFull: boolean }> {
  return app.db.transaction().execute(async (db) => {
    if (!(await tryBecomeSealer(db))) return { lines: 0, isFull: false }
    const now = app.clock.now()
    const previous = await lastSeal(db)
    const lines = await unsealedLines(db, full ? null : lookBackFrom(previous, now), LINES_PER_SEAL)
    if (lines.length > 0) await saveSeal(db, makeSeal(previous, lines, now), lines)
    return { lines: lines.length, isFull: lines.length >= LINES_PER_SEAL }
  })
}

function lookBackFrom(previous: { sealedAt: Date } | undefined, now: Date): Date | null {
  const time = vietnamTime(now)
  if (!previous || (time >= CATCH_UP_AT && time < CATCH_UP_UNTIL)) return null
  return new Date(previous.sealedAt.getTime() - LOOK_BACK_MS)
}

/** A seal whose stamp cannot be had now keeps its place and is stamped by a later run. */
async function stampSeals(app: App): Promise<{ stamped: number; stampFailure?: string }> {
  let stamped = 0
  for (const seal of await unstampedSeals(app.db, STAMPS_PER_RUN)) {
    try {
      const token = await app.ports.get(journalTimestampPort).stamp(Buffer.from(seal.hash, 'hex'))
      await saveStamp(app.db, seal.sealNo, token, app.clock.now())
      stamped += 1
    } catch (error) {
      const stampFailure = error instanceof Error ? error.message : String(error)
      app.log.warn({ seal: seal.sealNo, reason: stampFailure }, 'journal seal not time-stamped yet')
      return { stamped, stampFailure }
    }
  }
  return { stamped }
}

export type JournalBacklog = { unsealedLines: number; unstampedSeals: number }

/** What waits for the next run; older lines than the look-back are counted by verification alone. */
export async function journalBacklog(app: App): Promise<JournalBacklog> {
  const previous = await lastSeal(app.db)
  const since = previous ? new Date(previous.sealedAt.getTime() - LOOK_BACK_MS) : null
  return { unsealedLines: await countUnsealed(app.db, since), unstampedSeals: await countUnstamped(app.db) }
}

export const sealJournalJob = defineJob<object>(
  'platform.seal-journal',
  { retryLimit: 2, schedule: '*/5 * * * *' },
  async (app) => {
    await sealJournal(app)
  },
)
