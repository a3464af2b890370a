import { randomBytes } from 'node:crypto'
import { systemClock } from './clock.ts'

let lastMillisecond = 0
let counter = 0

/** A new UUID version 7 (RFC 9562): sorts by time of creation, also within one millisecond of this process. */
export function newId(): string {
  let millisecond = systemClock.now().getTime()
  if (millisecond <= lastMillisecond) {
    millisecond = lastMillisecond
    counter += 1
    if (counter > 0xfff) {
      millisecond += 1
      counter = 0
    }
  } else counter = randomBytes(1)[0] ?? 0
  lastMillisecond = millisecond
  const random = randomBytes(8).toString('hex')
  const variant = ((Number.parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16)
  const time = millisecond.toString(16).padStart(12, '0')
  const sequence = counter.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
}

/** For ids that come in an address or a form. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
