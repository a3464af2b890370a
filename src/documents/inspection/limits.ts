/** Bytes the inspector's process may hold; a 20 MB file of honest content needs about a third. */
export const MOST_MEMORY = 700 * 1024 * 1024
/** MB of JavaScript heap in it. */
export const MOST_HEAP_MB = 384
/** Milliseconds one file may take. */
export const MOST_TIME = 10_000
/** Milliseconds without work after which a process is let go. */
export const IDLE_TIME = 60_000
export const MOST_PROCESSES = 2
