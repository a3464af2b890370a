import type { Citizen } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'

/** Who is signed in as a citizen; everybody else is sent to sign in and comes back. */
export function citizenOf({ actor }: WebRequest): Citizen {
  if (actor.kind !== 'citizen') throw new Refusal('platform.not-signed-in')
  return actor
}

export function signInAddress(comeBackTo: string): string {
  return `/dang-nhap?ve=${encodeURIComponent(comeBackTo)}`
}
