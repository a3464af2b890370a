/** Sub-folders for what was taken and what was not, beside the reason. */
export const TAKEN = 'da-nhan'
export const REFUSED = 'khong-nhan'

export type Seen = { name: string; size: number; mtimeMs: number }

/** A scanner that writes pauses for less than this. */
const QUIET_MS = 10_000
/** What cannot be read may still be on its way for so long. */
const GIVE_UP_MS = 120_000
/** Names programs give to files they are still writing. */
const UNFINISHED = /^[.~]|\.(tmp|part|partial|crdownload|filepart)$/i

/** Whether a file stands still and is not called unfinished. */
export function isWritten({ name, mtimeMs }: Seen, now: Date): boolean {
  return !UNFINISHED.test(name) && now.getTime() - mtimeMs >= QUIET_MS
}

/** A file that was refused is looked at again while it is young: the scanner may have paused in the middle of it. */
export function mayStillGrow({ mtimeMs }: Seen, now: Date): boolean {
  return now.getTime() - mtimeMs < GIVE_UP_MS
}
