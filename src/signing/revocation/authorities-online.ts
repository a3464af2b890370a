import type { Clock } from '../../platform/clock.ts'
import { answersInMemory } from './answer-cache.ts'
import type { RevocationSource } from './certificate-status.ts'
import { onlineRevocation } from './online-revocation.ts'

/** For a command that has no database: answers are kept while it runs. */
export const authoritiesOnline = (asked: { clock: Clock; allowPrivate: boolean }): RevocationSource =>
  onlineRevocation({ ...asked, cache: answersInMemory() })
