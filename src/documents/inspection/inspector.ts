import { join } from 'node:path'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { BEYOND_LIMITS, boundedProcesses } from '../../platform/bounded-process.ts'
import { MOST_PAGES } from '../file.ts'
import type { Inspection } from './inspect-file.ts'
import { IDLE_TIME, MOST_HEAP_MB, MOST_PROCESSES, MOST_TIME } from './limits.ts'
import type { Verdict } from './verdict.ts'

const ask = boundedProcesses<Inspection, Verdict>({
  entry: join(PROJECT_ROOT, 'src/documents/inspection/inspector-process.ts'),
  heapMb: MOST_HEAP_MB,
  mostTime: MOST_TIME,
  idleTime: IDLE_TIME,
  mostProcesses: MOST_PROCESSES,
})

/** Inspects a file in a process of its own, with limits on time and memory. A file that breaks them is refused. */
export async function inspect(path: string, mostPages = MOST_PAGES): Promise<Verdict> {
  const verdict = await ask({ path, mostPages })
  return verdict === BEYOND_LIMITS ? { ok: false, code: 'documents.too-complex' } : verdict
}
