import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../platform/clock.ts'
import { simulatorPolicy } from '../../platform/operations/simulator-page.tsx'
import { nfc } from '../../platform/text.ts'
import { providerTexts } from '../texts.ts'

const WRONG_TRIES = 5
const PAUSE_MS = 15 * 60_000

/** Gives the words for a wrong try, undefined for a right one; a person tried too often pauses for all who try. */
export function passwordChecker({
  people,
  clock,
}: {
  people: readonly { personalId: string; password: string }[]
  clock: Clock
}): (personalId: string, password: string) => string | undefined {
  const digest = (text: string) => createHash('sha256').update(nfc(text)).digest()
  const tries = new Map<string, { wrong: number; since: number }>()
  return (personalId, password) => {
    const now = clock.now().getTime()
    const before = tries.get(personalId)
    const wrong = before && now - before.since < PAUSE_MS ? before.wrong : 0
    if (wrong >= WRONG_TRIES) return providerTexts.paused
    const person = people.find((candidate) => candidate.personalId === personalId)
    const isRight = timingSafeEqual(digest(person?.password ?? ''), digest(password))
    if (person && isRight) {
      tries.delete(personalId)
      return undefined
    }
    if (tries.size > 10_000) tries.clear()
    tries.set(personalId, { wrong: wrong + 1, since: now })
    return providerTexts.wrong
  }
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 10_000) throw new Error('form too large')
  }
  return new URLSearchParams(text)
}

/** `publicAddress`: of the system whose people sign in here; their form may lead back to it. */
export function sendPage(response: ServerResponse, status: number, html: string, publicAddress: string): void {
  if (response.headersSent) return void response.end()
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': simulatorPolicy(new URL(publicAddress).origin),
  })
  response.end(html)
}
