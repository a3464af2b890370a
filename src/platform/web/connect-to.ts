import type { WebReply } from './web.ts'

/** Lets the script of this one page speak with a program outside the house; every other page may not. */
export function mayConnectTo(reply: WebReply, origin: string): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  reply.header('content-security-policy', `${policy};connect-src 'self' ${origin}`)
}
