import type { App } from '../../platform/app.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { extendSignatures, renewArchive } from '../long-term/extend-signatures.ts'
import { levelServices, readAsStrangers } from '../raising/level-services.ts'
import { trustPort } from '../trust.ts'
import type { VerificationReport } from '../verification/report.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { proofOfFile } from './proof-of-file.ts'
import { renewBy } from './renew-by.ts'

/** `signatures`: time stamps over the document among them. */
export type RenewedFile = { pdf: Buffer; signatures: number; renewBy: LegalDate | null }

/**
 * Appends what keeps a signed file provable: the first archive time stamp, or the next one. A stamp that reaches no further than what
 * is there is not kept: the authority has to get a new certificate first.
 * @throws Refusal `signing.renewal-gains-nothing`, `signing.not-believed`, and as `extendSignatures` and `renewArchive`
 */
export async function renewSigned(app: Pick<App, 'ports' | 'clock'>, pdf: Buffer): Promise<RenewedFile> {
  const now = app.clock.now()
  const before = verifyPdf(pdf, app.ports.get(trustPort), now)
  const services = levelServices(app)
  const renewed = isArchived(before)
    ? await renewArchive(pdf, services, now)
    : (await extendSignatures(pdf, { level: 'B-LTA' }, services, now)).pdf
  const { report } = readAsStrangers(app, renewed)
  const [old, fresh] = [standingOf(pdf, before, now), standingOf(renewed, report, now)]
  const reachesFurther = fresh.provableUntil > old.provableUntil || fresh.renewBy > old.renewBy
  if (!reachesFurther) throw new Refusal('signing.renewal-gains-nothing')
  return { pdf: renewed, signatures: report.signatures.length, renewBy: fresh.renewBy || null }
}

/** By when a file that was verified needs its next archive time stamp; null when nothing of it can be proven. */
export function renewalDay(pdf: Uint8Array, report: VerificationReport, now: Date): LegalDate | null {
  return renewBy(proofOfFile(pdf, report), vietnamDate(now)) ?? null
}

const isArchived = ({ signatures }: VerificationReport) =>
  signatures.filter(({ kind }) => kind === 'signature').every(({ level }) => level === 'B-LTA')

function standingOf(pdf: Buffer, report: VerificationReport, now: Date): { provableUntil: number; renewBy: string } {
  const proof = proofOfFile(pdf, report)
  return {
    provableUntil: proof.provableUntil?.getTime() ?? 0,
    renewBy: renewBy(proof, vietnamDate(now)) ?? '',
  }
}
