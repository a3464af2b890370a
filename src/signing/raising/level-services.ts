import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SignedFile } from '../ceremony/purpose.ts'
import type { LevelServices } from '../long-term/extend-signatures.ts'
import { revocationPort } from '../revocation/certificate-status.ts'
import { timestampAuthorityPort } from '../timestamp-authority.ts'
import { trustPort } from '../trust.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'

/** The services of this installation that raise the level of a signature. */
export function levelServices({ ports }: Pick<App, 'ports'>): LevelServices {
  return {
    timestampAuthority: ports.get(timestampAuthorityPort),
    revocation: ports.get(revocationPort),
    trust: ports.get(trustPort),
  }
}

/** Reads a signed file as strangers would. @throws Refusal `signing.not-believed` when it does not verify */
export function readAsStrangers({ ports, clock }: Pick<App, 'ports' | 'clock'>, pdf: Buffer): SignedFile {
  const report = verifyPdf(pdf, ports.get(trustPort), clock.now())
  if (report.verdict !== 'valid') throw new Refusal('signing.not-believed', { reasons: report.reasons })
  return { pdf, report }
}
