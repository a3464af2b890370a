import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TypstPaper } from '../../platform/pdf.ts'
import { PROJECT_ROOT } from '../../platform/root.ts'

let waiting: Promise<unknown> = Promise.resolve()

/** Renders a long paper on a thread of its own, one after another, so that nobody else waits for it. */
export function renderAside(paper: TypstPaper): Promise<Buffer> {
  const mine = waiting.then(() => inWorker(paper))
  waiting = mine.catch(() => undefined)
  return mine
}

function inWorker(paper: TypstPaper): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(PROJECT_ROOT, 'src/dossiers/register/print-worker.ts'), { workerData: paper })
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the printer stopped without a paper')))
  })
}
