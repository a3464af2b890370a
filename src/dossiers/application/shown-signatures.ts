import type { App } from '../../platform/app.ts'
import { fileBytes } from '../../documents/index.ts'
import { trustPort, verifyPdf, type SignatureReport, type VerificationReport } from '../../signing/index.ts'
import type { CoApplicant } from '../co-applicants/co-applicant.ts'
import type { Party } from '../dossier.ts'
import { whyNotYours, type Application } from './application.ts'

/** One signature on an application, as it checks now. */
export type ShownSignature = Pick<
  SignatureReport,
  'signer' | 'signedAt' | 'integrity' | 'trusted' | 'isDemo' | 'reasons'
> & {
  /** Whose it is, by the certificate on record and the personal number in it; null: of nobody who stands for the dossier. */
  fullName: string | null
}

export type ApplicationCheck = {
  verdict: VerificationReport['verdict']
  signatures: ShownSignature[]
  /** Who is on record as having signed and has no signature in the file. */
  missing: string[]
}

type Signed = { application: Application; submitter: Party; coApplicants: readonly CoApplicant[] }

/** Every digital signature on an application, read anew from the file; nothing where nobody signed digitally. */
export async function checkApplicationFile(
  app: Pick<App, 'db' | 'files' | 'ports' | 'clock'>,
  { application, submitter, coApplicants }: Signed,
): Promise<ApplicationCheck | null> {
  const { how: filerHow, fingerprint } = application
  const signers = [{ ...submitter, how: filerHow, fingerprint }, ...coApplicants].filter(
    ({ how }) => how === 'digital-signature',
  )
  if (signers.length === 0) return null
  const report = verifyPdf(await fileBytes(app, application.fileId), app.ports.get(trustPort), app.clock.now())
  const signatures = report.signatures
    .filter(({ kind }) => kind === 'signature')
    .map(({ signer, signedAt, integrity, trusted, isDemo, reasons }) => ({
      fullName: signers.find((person) => isOf(signer, person))?.fullName ?? null,
      signer,
      signedAt,
      integrity,
      trusted,
      isDemo,
      reasons,
    }))
  const missing = signers.filter((person) => !signatures.some(({ signer }) => isOf(signer, person)))
  return { verdict: report.verdict, signatures, missing: missing.map(({ fullName }) => fullName) }
}

type Person = { personalId: string | null; fingerprint: string | null }

function isOf({ fingerprint, userId }: SignatureReport['signer'], person: Person): boolean {
  const isTheirNumber = person.personalId === null || whyNotYours(userId, person.personalId) === undefined
  return person.fingerprint === fingerprint && isTheirNumber
}
