import type { Db } from '../db.ts'
import { lineHash } from './line.ts'
import type { LineProblem, Report } from './verify-finding.ts'
import { headsWithoutLines, leavesWithoutLines, linesAfter, type CheckedLine } from './verify-store.ts'

const PAGE = 4_000
/** How far a line that does not fit its number is looked for elsewhere in its chain. */
const SEARCH = 5_000
const MOST_MISSING = 1_000

type Chain = {
  subject: string
  seq: number
  hash: string
  headSeq: number | null
  headHash: string | null
  unsealed: number[]
  holds: boolean
}

export type LineCounts = { subjects: number; lines: number; unsealed: number }

/** Walks every line of every subject once, in order, a page at a time. */
export async function verifyLines(db: Db, report: Report): Promise<LineCounts> {
  const counts: LineCounts = { subjects: 0, lines: 0, unsealed: 0 }
  let chain: Chain | undefined
  let place = { subject: '', seq: 0 }
  for (;;) {
    const page = await linesAfter(db, place, PAGE)
    for (const line of page) {
      if (chain?.subject !== line.subject) {
        if (chain) closeChain(chain, report)
        chain = {
          subject: line.subject,
          seq: 0,
          hash: '',
          headSeq: line.headSeq,
          headHash: line.headHash,
          unsealed: [],
          holds: true,
        }
        counts.subjects += 1
      }
      checkLine(chain, line, report)
      counts.lines += 1
      if (line.sealedHash === null) counts.unsealed += 1
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    place = { subject: last.subject, seq: last.seq }
  }
  if (chain) closeChain(chain, report)
  await findVanished(db, report)
  return counts
}

function checkLine(chain: Chain, line: CheckedLine, report: Report): void {
  const { subject, seq } = line
  for (const missing of between(chain.seq, seq - 1)) report({ kind: 'line-missing', subject, seq: missing })
  const problem = problemOf(chain, line)
  if (problem) report({ subject, seq, ...problem })
  chain.holds = !problem
  if (line.sealedHash === null) chain.unsealed.push(seq)
  else for (const added of chain.unsealed.splice(0)) report({ kind: 'line-added', subject, seq: added })
  chain.seq = seq
  chain.hash = line.hash
}

function problemOf(
  chain: Chain,
  line: CheckedLine,
): { kind: LineProblem; facts?: Record<string, unknown> } | undefined {
  if (lineHash(line) !== line.hash) {
    const was = placeOf(line)
    return was === undefined ? { kind: 'line-changed' } : { kind: 'line-moved', facts: { was } }
  }
  if (line.sealedHash !== null && line.sealedHash !== line.hash) return { kind: 'line-rewritten' }
  // After a missing or wrong line the next cannot follow; the one place is told once.
  const isNext = chain.holds && chain.seq === line.seq - 1
  return isNext && line.previousHash !== chain.hash ? { kind: 'chain-broken' } : undefined
}

/** The number under which the content gives the hash, if the line stood elsewhere in its chain. */
function placeOf(line: CheckedLine): number | undefined {
  const most = Math.min(SEARCH, (line.headSeq ?? line.seq) + 1)
  for (let seq = 1; seq <= most; seq += 1) {
    if (seq !== line.seq && lineHash({ ...line, seq }) === line.hash) return seq
  }
  return undefined
}

function closeChain({ subject, seq, hash, headSeq, headHash }: Chain, report: Report): void {
  if (headSeq === null) return report({ kind: 'head-changed', subject, seq })
  for (const missing of between(seq, headSeq)) report({ kind: 'line-missing', subject, seq: missing })
  for (const added of between(headSeq, seq)) report({ kind: 'line-added', subject, seq: added })
  if (headSeq === seq && headHash !== hash) report({ kind: 'head-changed', subject, seq })
}

/** The numbers after `low` up to `high`; a forged number may be huge, so not more than a thousand. */
function between(low: number, high: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(high - low, MOST_MISSING)) }, (_, index) => low + 1 + index)
}

/** Lines that only a head or a seal still remembers. */
async function findVanished(db: Db, report: Report): Promise<void> {
  for (const { subject, seq } of await headsWithoutLines(db, MOST_MISSING)) {
    report({ kind: 'line-missing', subject, seq, facts: { allOfSubject: true } })
  }
  for (const { subject, seq, sealNo } of await leavesWithoutLines(db, MOST_MISSING)) {
    report({ kind: 'line-missing', subject, seq, facts: { sealNo } })
  }
}
