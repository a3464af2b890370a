import { fork, type ChildProcess } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { holdToTime } from './hold-to-time.ts'

export type Bounds = {
  /** Path of the module that calls `serveWork`. */
  entry: string
  heapMb: number
  /** Milliseconds of work one piece may take (`holdToTime`). */
  mostTime: number
  /** Milliseconds without work after which a process is let go. */
  idleTime: number
  mostProcesses: number
}

/** The process was ended by its limits. */
export const BEYOND_LIMITS = Symbol('beyond limits')

/** `isFull`: the process keeps so much memory of what it did that it is not to do more. */
type Report<Answer> = { ready?: true; answer?: Answer; failure?: string; isFull?: boolean }
type Job<Work, Answer> = {
  work: Work
  settle: (answer: Answer | typeof BEYOND_LIMITS) => void
  fail: (error: Error) => void
}
type Bounded<Work, Answer> = {
  child: ChildProcess
  isReady: boolean
  /** Whether it has done something before, and whether its time for this was over. */
  hasWorked: boolean
  isLate: boolean
  job: Job<Work, Answer> | undefined
  timer: NodeJS.Timeout | undefined
  /** Ends the watch over its time for the piece of work under way. */
  letGo: () => void
}

/** One arena, and large pictures (a page of 300 dpi is 35 MB) go back to the machine as soon as they are let go: processes keep them else. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: String(1024 * 1024) }
/** Of the memory a process may take: whoever keeps more after its work is let go. */
const FULL = 0.5

/**
 * Work on files that may be made to harm their reader, in processes of their own: they may read; they may not write, start
 * programs, or see the environment with its secrets. Who breaks the limits ends, and the next piece gets a new process. What earlier
 * work left behind counts against nobody: a piece is beyond the limits when it ends a process that did nothing else.
 */
export function boundedProcesses<Work, Answer>({ entry, heapMb, mostTime, idleTime, mostProcesses }: Bounds) {
  const flags = [
    `--max-old-space-size=${heapMb}`,
    // As that of the server: pictures lie outside the heap, and what is young there need not be large.
    '--max-semi-space-size=4',
    '--expose-gc',
    '--permission',
    '--allow-fs-read=*',
    '--allow-worker',
    '--allow-addons',
  ]
  const waiting: Job<Work, Answer>[] = []
  const all = new Set<Bounded<Work, Answer>>()

  function giveWork(): void {
    for (const one of all) if (!one.job) next(one)
    if (waiting.length > 0 && all.size < mostProcesses) next(start())
  }

  function next(one: Bounded<Work, Answer>): void {
    quiet(one)
    one.job = waiting.shift()
    if (one.job) begin(one)
    else rest(one)
  }

  /** Time counts from when the process can work: starting one takes longer on a busy machine. */
  function begin(one: Bounded<Work, Answer>): void {
    const { child, job, isReady } = one
    if (!job || !isReady) return
    child.ref()
    child.channel?.ref()
    one.letGo = holdToTime(child, mostTime, () => void (one.isLate = true))
    child.send(job.work as string)
  }

  function quiet(one: Bounded<Work, Answer>): void {
    clearTimeout(one.timer)
    one.letGo()
  }

  /** A process with nothing to do must not keep the program from ending. */
  function rest(one: Bounded<Work, Answer>): void {
    const { child } = one
    child.unref()
    child.channel?.unref()
    one.timer = setTimeout(() => child.kill(), idleTime).unref()
  }

  function start(): Bounded<Work, Answer> {
    const stdio: ['ignore', 'ignore', 'ignore', 'ipc'] = ['ignore', 'ignore', 'ignore', 'ipc']
    const child = fork(entry, { execArgv: flags, env: ENVIRONMENT, serialization: 'advanced', stdio })
    const one: Bounded<Work, Answer> = {
      child,
      isReady: false,
      hasWorked: false,
      isLate: false,
      job: undefined,
      timer: undefined,
      letGo: () => {},
    }
    all.add(one)
    child.on('message', (report: Report<Answer>) => {
      if (report.ready) {
        one.isReady = true
        begin(one)
      } else finish(one, report)
    })
    child.once('error', () => leave(one))
    child.once('exit', () => leave(one))
    return one
  }

  function finish(one: Bounded<Work, Answer>, { answer, failure, isFull }: Report<Answer>): void {
    if (answer === undefined) one.job?.fail(new Error(`bounded work failed: ${failure ?? 'no report'}`))
    else one.job?.settle(answer)
    one.hasWorked = true
    if (isFull) letGo(one)
    else next(one)
  }

  function letGo(one: Bounded<Work, Answer>): void {
    all.delete(one)
    quiet(one)
    one.child.kill()
    giveWork()
  }

  /** A process that ends over a file was ended by its limits; one that never began is our own fault, not the file's. */
  function leave(one: Bounded<Work, Answer>): void {
    if (!all.delete(one)) return
    quiet(one)
    if (one.isReady && one.job && one.hasWorked && !one.isLate) waiting.unshift(one.job)
    else if (one.isReady) one.job?.settle(BEYOND_LIMITS)
    else one.job?.fail(new Error(`the process of ${entry} did not start`))
    giveWork()
  }

  return (work: Work): Promise<Answer | typeof BEYOND_LIMITS> =>
    new Promise((settle, fail) => {
      waiting.push({ work, settle, fail })
      giveWork()
    })
}

/** The other side, inside the process: does what it is sent and reports. */
export function serveWork<Work, Answer>(mostMemory: number, work: (work: Work) => Promise<Answer>): void {
  // Packed data unpacks outside the JavaScript heap, which no heap limit sees: a second thread watches the whole process.
  // It also ends a process that is stuck in a file when the one that asked is gone.
  const watch = `
    const parent = process.ppid
    setInterval(() => {
      if (process.memoryUsage.rss() > ${mostMemory} || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
    }, 20)`
  new Worker(watch, { eval: true }).unref()
  const takesMuch = () => process.memoryUsage.rss() > mostMemory * FULL
  const isFull = () => {
    if (takesMuch()) globalThis.gc?.()
    return takesMuch()
  }
  // Who waits for its next piece keeps no pictures meanwhile: V8 sees the small heap, not what hangs on it.
  const report = (told: object) => process.send?.({ ...told, isFull: isFull() }, () => globalThis.gc?.())
  process.on('message', (given: Work) => {
    work(given).then(
      (answer) => report({ answer }),
      (error: Error) => report({ failure: error.stack ?? error.message }),
    )
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ ready: true })
}
