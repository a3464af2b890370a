import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { inTurn } from '../verification/verify-aside.ts'
import { changedPages } from '../verification/report.ts'
import type { VerificationReport } from '../verification/report.ts'
import type { DrawWork, DrawnPage } from './draw-worker.ts'

const MOST_PAGES = 3
const TIME_LIMIT_MS = 12_000
const HEAP_MB = 128

/**
 * The first changed pages as they were signed and as they are now, drawn on a thread with limits. Nothing when nothing was
 * changed, or when the file cannot be drawn within them: the list of pages says what is needed then.
 */
export async function drawChangedPages(bytes: Uint8Array, report: VerificationReport): Promise<DrawnPage[]> {
  const pages = changedPages(report)
    .slice(0, MOST_PAGES)
    .map((page) => ({ page, signedBytes: lastSignedState(report, page) }))
  return pages.length === 0 ? [] : inTurn(() => draw({ bytes, pages }))
}

/** What the last signer before the change had before them. */
function lastSignedState({ signatures }: VerificationReport, page: number): number {
  const before = signatures.filter(({ changesAfter }) =>
    changesAfter.some((change) => change.kind === 'forbidden' && change.pages.includes(page)),
  )
  return Math.max(...before.map(({ coveredBytes }) => coveredBytes))
}

function draw(work: DrawWork): Promise<DrawnPage[]> {
  return new Promise((resolve) => {
    const worker = new Worker(join(PROJECT_ROOT, 'src/signing/drawing/draw-worker.ts'), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
    })
    const limit = setTimeout(() => void worker.terminate(), TIME_LIMIT_MS)
    worker.once('message', (drawn: DrawnPage[]) => resolve(drawn))
    // A page the renderer cannot draw is no fault of the program.
    worker.once('error', () => resolve([]))
    worker.once('exit', () => {
      clearTimeout(limit)
      resolve([])
    })
  })
}
