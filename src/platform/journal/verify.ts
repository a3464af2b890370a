import type { Db } from '../db.ts'
import type { JournalFinding } from './verify-finding.ts'
import { verifyLines, type LineCounts } from './verify-lines.ts'
import { verifySeals, type CheckToken, type SealCounts } from './verify-seals.ts'

export type { JournalFinding } from './verify-finding.ts'
export { journalTokenCheckPort, type CheckToken, type TokenCheck } from './verify-seals.ts'

export type JournalVerification = LineCounts &
  SealCounts & {
    isIntact: boolean
    findings: JournalFinding[]
    /** Findings beyond the first thousand. */ more: number
  }

const MOST_FINDINGS = 1_000

/**
 * Checks the whole journal against itself, its seals and their time-stamps, as it stood at one instant: people go on
 * filing meanwhile. What was sealed last can be cut off without a trace here; compare `lastSealHash` with one noted
 * elsewhere (in a backup's manifest, at the time-stamp authority) to see that too.
 */
export async function verifyJournal(db: Db, { checkToken }: { checkToken: CheckToken }): Promise<JournalVerification> {
  const findings: JournalFinding[] = []
  const seen = new Set<string>()
  let more = 0
  const report = (finding: JournalFinding) => {
    const place = 'sealNo' in finding ? `seal ${finding.sealNo}` : `${finding.subject} ${finding.seq}`
    const key = `${finding.kind} ${place}`
    if (seen.has(key)) return
    if (findings.length < MOST_FINDINGS) {
      seen.add(key)
      findings.push(finding)
    } else more += 1
  }
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const lines = await verifyLines(snapshot, report)
      const seals = await verifySeals(snapshot, checkToken, report)
      return { ...lines, ...seals, isIntact: findings.length === 0, findings, more }
    })
}
