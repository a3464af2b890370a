import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PROJECT_ROOT } from '../../platform/root.ts'

const TIME_LIMIT_MS = 12_000
const HEAP_MB = 128

/** Work of a thread with limits of time and memory; `otherwise` when it cannot be done within them, which is no fault of the program. */
export function onThread<Work, Answer>(file: `${string}-worker.ts`, work: Work, otherwise: Answer): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(join(PROJECT_ROOT, 'src/signing/drawing', file), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
    })
    const limit = setTimeout(() => void worker.terminate(), TIME_LIMIT_MS)
    worker.once('message', (answer: Answer) => resolve(answer))
    worker.once('error', () => resolve(otherwise))
    worker.once('exit', () => {
      clearTimeout(limit)
      resolve(otherwise)
    })
  })
}
