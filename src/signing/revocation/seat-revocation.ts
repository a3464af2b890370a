import type { App } from '../../platform/app.ts'
import { checksPort, definePortCheck } from '../../platform/operations/checks.ts'
import type { DemoPki } from '../demo-pki.ts'
import { answersInMemory } from './answer-cache.ts'
import { revocationPort } from './certificate-status.ts'
import { knownResponders } from './embedded-responder.ts'
import { onlineRevocation } from './online-revocation.ts'
import { answersInDatabase } from './store.ts'

/** Authorities are asked at the addresses in their certificates; those of the demonstration where their responder listens now. */
export function seatRevocation(app: App, pki: DemoPki): void {
  const { clock, settings } = app
  const { embeddedUrl, allowPrivate } = settings.revocation
  const isDemo = settings.embedded.revocation
  const source = onlineRevocation({
    cache: answersInMemory(answersInDatabase(app.db)),
    clock,
    allowPrivate,
    ...(isDemo ? { known: knownResponders(pki.revocation, embeddedUrl) } : {}),
  })
  app.ports.set(revocationPort, source)
  if (!isDemo) return
  // Asked anew about the certificate of the time-stamp authority, which every signature needs.
  const ask = async () => {
    const [certificate] = pki.timestampAuthority.chain
    if (certificate) await source.statusOf(certificate, pki.issuing, { since: clock.now() })
  }
  app.ports
    .get(checksPort)
    .add(definePortCheck('revocation', 'embedded', ask, { servedBy: embeddedUrl, freshSeconds: 60 }))
}
