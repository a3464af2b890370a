import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Ticks of /proc/<pid>/stat in a second: Linux shows 100 on every machine we run on (`getconf CLK_TCK`). */
const TICKS = 100
/** A process that waits for ever uses no processor: it may take so many times as long by the clock. */
const BY_THE_CLOCK = 5

/**
 * Ends a process that works longer than `most` milliseconds. Its own work counts, not what a busy machine lets it wait: a page nobody is to
 * blame for must not fail because others are read beside it. Gives what lets it go again.
 */
export function holdToTime(child: Pick<ChildProcess, 'pid' | 'kill'>, most: number, onEnd: () => void = () => {}) {
  const [begun, worked] = [performance.now(), processorTime(child.pid)]
  let timer = setTimeout(look, most)
  function look(): void {
    const used = processorTime(child.pid)
    const left = used === undefined || worked === undefined ? 0 : most - (used - worked)
    const untilEnd = begun + most * BY_THE_CLOCK - performance.now()
    if (left > 0 && untilEnd > 0) timer = setTimeout(look, Math.max(1, Math.min(left, untilEnd)))
    else {
      onEnd()
      child.kill('SIGKILL')
    }
  }
  return () => clearTimeout(timer)
}

/** Milliseconds of processors a process has used (proc(5), stat, fields 14 and 15); undefined where nothing tells. */
function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS
  } catch {
    return undefined
  }
}
