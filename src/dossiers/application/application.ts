import demands from '../../../data/signing/application-signatures.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import { canonicalJson, sha256Hex } from '../../platform/journal/line.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { FilingInput } from '../filing/filing-input.ts'

/** Whether the filer signs the application: not asked, may, must. */
export type SignatureDemand = 'none' | 'offered' | 'required'

/**
 * cách ký đơn. Căn cứ: Luật Giao dịch điện tử 2023, Điều 22: a confirmed identity (`confirmed-identity`) is no electronic signature,
 * and is never called one; `on-paper`: signed by hand when the result is received.
 */
export type HowSigned = 'digital-signature' | 'confirmed-identity' | 'on-paper'

/** The application of a draft, laid out and perhaps signed. */
export type DraftApplication = {
  draftId: string
  /** Of everything declared and attached when it was laid out. */
  inputSha256: string
  fileId: string
  sha256: string
  preparedAt: Date
  how: Exclude<HowSigned, 'on-paper'> | null
  signedFileId: string | null
  signedSha256: string | null
  signerName: string | null
  fingerprint: string | null
  signedAt: Date | null
}

/** đơn của hồ sơ: what was filed, as signed. */
export type Application = {
  fileId: string
  sha256: string
  how: HowSigned
  signerName: string | null
  fingerprint: string | null
  signedAt: Date | null
}

export function demandOf(procedureCode: string, on: LegalDate): SignatureDemand {
  const inForce = demands
    .filter((one) => one.validFrom <= on && (one.procedureCode === null || one.procedureCode === procedureCode))
    .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))
  const found = inForce.find((one) => one.procedureCode !== null) ?? inForce[0]
  return (found?.demand ?? 'none') as SignatureDemand
}

/** What a signature stands for: every answer, paper and reason. Another word, another hash. */
export function inputSha256(input: FilingInput): string {
  return sha256Hex(canonicalJson({ ...input, draftCode: undefined }))
}

/** Whether this draft's application is signed, and still says what is filed. */
export function isSignedFor(application: DraftApplication | undefined, input: FilingInput): boolean {
  return application !== undefined && application.how !== null && application.inputSha256 === inputSha256(input)
}

export function whyNotFileUnsigned(
  application: DraftApplication | undefined,
  input: FilingInput,
  demand: SignatureDemand,
): Reason | undefined {
  if (isSignedFor(application, input)) return undefined
  if (application?.how) return { code: 'dossiers.application-changed' }
  return demand === 'required' ? { code: 'dossiers.application-unsigned' } : undefined
}

/** A confirmation is worth what the last proof of identity is worth: given after the application was laid out, minutes ago. */
export function whyNotConfirm(
  application: DraftApplication | undefined,
  provedAt: Date | null,
  now: Date,
): Reason | undefined {
  if (!application) return { code: 'dossiers.application-changed' }
  const isFresh =
    provedAt !== null && provedAt >= application.preparedAt && now.getTime() - provedAt.getTime() <= PROOF_HOLDS_MS
  return isFresh ? undefined : { code: 'dossiers.identity-not-proved' }
}

const PROOF_HOLDS_MS = 10 * 60_000
