import type { Db } from '../db.ts'
import { definePort } from '../ports.ts'
import { sha256Hex } from './line.ts'
import { rootOf, sealText } from './seal-lines.ts'
import type { Report } from './verify-finding.ts'
import { leavesOf, sealsAfter, sealsMissing, type StampedSeal } from './verify-store.ts'

export type TokenCheck = { ok: true; at: Date } | { ok: false; problem: string }

/** Whether an RFC 3161 token was made over the SHA-256 of `stamped` by an authority that is trusted to tell the time. */
export type CheckToken = (token: Uint8Array, stamped: Uint8Array) => TokenCheck | Promise<TokenCheck>
export const journalTokenCheckPort = definePort<CheckToken>('journal-token-check')

const PAGE = 500
/** Clocks of two machines differ; a token from longer before its seal cannot be of this seal. */
const CLOCK_DIFFERENCE_MS = 10 * 60_000

export type SealCounts = { seals: number; unstamped: number; lastSealHash: string | null }

/** Walks every seal once: its hash, its place in the chain, the lines under it, its time-stamp. */
export async function verifySeals(db: Db, checkToken: CheckToken, report: Report): Promise<SealCounts> {
  const counts: SealCounts = { seals: 0, unstamped: 0, lastSealHash: null }
  let previous = { sealNo: 0, hash: '' }
  for (;;) {
    const page = await sealsAfter(db, previous.sealNo, PAGE)
    for (const seal of page) {
      for (let missing = previous.sealNo + 1; missing < seal.sealNo; missing += 1)
        report({ kind: 'seal-missing', sealNo: missing })
      await checkSeal(db, seal, previous, checkToken, report)
      counts.seals += 1
      if (seal.token === null) counts.unstamped += 1
      counts.lastSealHash = seal.hash
      previous = seal
    }
    if (page.length < PAGE) break
  }
  for (const sealNo of await sealsMissing(db)) {
    // A gap in the numbers was reported above.
    if (sealNo > previous.sealNo) report({ kind: 'seal-missing', sealNo })
  }
  return counts
}

async function checkSeal(
  db: Db,
  seal: StampedSeal,
  previous: { sealNo: number; hash: string },
  checkToken: CheckToken,
  report: Report,
): Promise<void> {
  const { sealNo } = seal
  if (sha256Hex(sealText(seal)) !== seal.hash) report({ kind: 'seal-changed', sealNo })
  if (seal.previousHash !== previous.hash) report({ kind: 'seal-chain-broken', sealNo })
  const leaves = await leavesOf(db, sealNo)
  const isWhole = leaves.length === seal.lineCount && leaves.every((leaf, index) => leaf.leafNo === index)
  if (!isWhole || rootOf(leaves) !== seal.root) {
    report({ kind: 'seal-broken', sealNo, facts: { lines: leaves.length, sealedLines: seal.lineCount } })
  }
  if (seal.token) await checkStamp(seal, seal.token, checkToken, report)
}

async function checkStamp(seal: StampedSeal, token: Uint8Array, checkToken: CheckToken, report: Report): Promise<void> {
  const check = await checkToken(token, Buffer.from(sealText(seal)))
  const { sealNo } = seal
  if (!check.ok) return report({ kind: 'token-bad', sealNo, facts: { problem: check.problem } })
  if (check.at.getTime() < seal.sealedAt.getTime() - CLOCK_DIFFERENCE_MS) {
    report({ kind: 'token-bad', sealNo, facts: { problem: 'older-than-seal', at: check.at.toISOString() } })
  }
}
