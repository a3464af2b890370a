import { Worker } from 'node:worker_threads'
import { inspectFile } from './inspect-file.ts'
import { MOST_MEMORY } from './limits.ts'
import type { Verdict } from './verdict.ts'

// Packed data unpacks outside the JavaScript heap, which no heap limit sees: a second thread watches the whole process.
// It also ends a process that is stuck in a file when the one that asked is gone.
const watch = `
  const parent = process.ppid
  setInterval(() => {
    if (process.memoryUsage.rss() > ${MOST_MEMORY} || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, 20)`
new Worker(watch, { eval: true }).unref()

process.on('message', (path: string) => {
  inspectFile(path).then(
    (verdict: Verdict) => process.send?.({ verdict }),
    (error: Error) => process.send?.({ failure: error.stack ?? error.message }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
