import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { IDLE_TIME, MOST_HEAP_MB, MOST_PROCESSES, MOST_TIME } from './limits.ts'
import type { Verdict } from './verdict.ts'

type Report = { ready?: true; verdict?: Verdict; failure?: string }
type Inspection = { path: string; settle: (verdict: Verdict) => void; fail: (error: Error) => void }
type Inspector = {
  child: ChildProcess
  isReady: boolean
  work: Inspection | undefined
  timer: NodeJS.Timeout | undefined
}

const ENTRY = join(PROJECT_ROOT, 'src/documents/inspection/inspector-process.ts')
// It may read; it may not write, start programs, or see the environment with its secrets.
const BOUNDS = [
  `--max-old-space-size=${MOST_HEAP_MB}`,
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  '--allow-addons',
]

const waiting: Inspection[] = []
const inspectors = new Set<Inspector>()

/** Inspects a file in a process of its own, with limits on time and memory. A file that breaks them is refused. */
export function inspect(path: string): Promise<Verdict> {
  return new Promise((settle, fail) => {
    waiting.push({ path, settle, fail })
    giveWork()
  })
}

function giveWork(): void {
  for (const inspector of inspectors) if (!inspector.work) next(inspector)
  if (waiting.length > 0 && inspectors.size < MOST_PROCESSES) next(startInspector())
}

function next(inspector: Inspector): void {
  clearTimeout(inspector.timer)
  inspector.work = waiting.shift()
  if (inspector.work) begin(inspector)
  else rest(inspector)
}

/** Time counts from when the process can work: starting one takes longer on a busy machine. */
function begin(inspector: Inspector): void {
  const { child, work, isReady } = inspector
  if (!work || !isReady) return
  child.ref()
  child.channel?.ref()
  inspector.timer = setTimeout(() => child.kill('SIGKILL'), MOST_TIME)
  child.send(work.path)
}

/** A process with nothing to do must not keep the program from ending. */
function rest(inspector: Inspector): void {
  const { child } = inspector
  child.unref()
  child.channel?.unref()
  inspector.timer = setTimeout(() => child.kill(), IDLE_TIME).unref()
}

function startInspector(): Inspector {
  const child = fork(ENTRY, { execArgv: BOUNDS, env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const inspector: Inspector = { child, isReady: false, work: undefined, timer: undefined }
  inspectors.add(inspector)
  child.on('message', (report: Report) => {
    if (report.ready) {
      inspector.isReady = true
      begin(inspector)
    } else finish(inspector, report)
  })
  child.once('error', () => leave(inspector))
  child.once('exit', () => leave(inspector))
  return inspector
}

function finish(inspector: Inspector, { verdict, failure }: Report): void {
  const { work } = inspector
  if (verdict) work?.settle(verdict)
  else work?.fail(new Error(`inspection failed: ${failure ?? 'no report'}`))
  next(inspector)
}

/** A process that ends over a file was ended by its limits; one that never began is our own fault, not the file's. */
function leave(inspector: Inspector): void {
  if (!inspectors.delete(inspector)) return
  clearTimeout(inspector.timer)
  if (inspector.isReady) inspector.work?.settle({ ok: false, code: 'documents.too-complex' })
  else inspector.work?.fail(new Error('the inspector process did not start'))
  giveWork()
}
