import { inTurn } from '../verification/verify-aside.ts'
import { changedPages } from '../verification/report.ts'
import type { VerificationReport } from '../verification/report.ts'
import type { DrawWork, DrawnPage } from './draw-worker.ts'
import { onThread } from './on-thread.ts'

const MOST_PAGES = 3

/**
 * The first changed pages as they were signed and as they are now, drawn on a thread with limits. Nothing when nothing was
 * changed, or when the file cannot be drawn within them: the list of pages says what is needed then.
 */
export async function drawChangedPages(bytes: Uint8Array, report: VerificationReport): Promise<DrawnPage[]> {
  const pages = changedPages(report)
    .slice(0, MOST_PAGES)
    .map((page) => ({ page, signedBytes: lastSignedState(report, page) }))
  const work: DrawWork = { bytes, pages }
  return pages.length === 0 ? [] : inTurn(() => onThread<DrawWork, DrawnPage[]>('draw-worker.ts', work, []))
}

/** What the last signer before the change had before them. */
function lastSignedState({ signatures }: VerificationReport, page: number): number {
  const before = signatures.filter(({ changesAfter }) =>
    changesAfter.some((change) => change.kind === 'forbidden' && change.pages.includes(page)),
  )
  return Math.max(...before.map(({ coveredBytes }) => coveredBytes))
}
