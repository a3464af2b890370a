import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds; a service signs in anew for each answer it tells. */
export const TICKET_SECONDS = 3600

/** What MySign shows when it tells an answer: until when it counts, sealed with a secret of this installation. */
export function issueTicket(secret: string, now: Date): string {
  const until = String(Math.floor(now.getTime() / 1000) + TICKET_SECONDS)
  return `${until}.${seal(secret, until)}`
}

export function isTicket(secret: string, ticket: string, now: Date): boolean {
  const [until = '', given = ''] = ticket.split('.')
  return isSame(given, seal(secret, until)) && Number(until) * 1000 > now.getTime()
}

/** Without telling by its time how much of it was right. */
export function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const seal = (secret: string, until: string): string =>
  createHmac('sha256', secret).update(`mysign-notice ${until}`).digest('base64url')
