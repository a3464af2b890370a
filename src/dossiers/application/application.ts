import demands from '../../../data/signing/application-signatures.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import { canonicalJson, sha256Hex } from '../../platform/journal/line.ts'
import type { Anchor } from '../../platform/pdf.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { FilingInput } from '../filing/filing-input.ts'

/** Whether the filer signs the application: not asked, may, must. */
export type SignatureDemand = 'none' | 'offered' | 'required'

/**
 * cách ký đơn. Căn cứ: Luật Giao dịch điện tử 2023, Điều 22: a confirmed identity (`confirmed-identity`) is no electronic signature,
 * and is never called one; `on-paper`: signed by hand when the result is received.
 */
export type HowSigned = 'digital-signature' | 'confirmed-identity' | 'on-paper'

/** The application of a draft, laid out and perhaps signed. `how`, `signerName`, `fingerprint`, `signedAt` are its filer's. */
export type DraftApplication = {
  draftId: string
  /** Of everything declared and attached when it was laid out, and of who stands for it. */
  inputSha256: string
  fileId: string
  sha256: string
  preparedAt: Date
  /** Where each signs, by `signPlace`. */
  places: Record<string, Anchor>
  /** Set when the content changed: no signature on it counts any more. */
  voidedAt: Date | null
  how: Exclude<HowSigned, 'on-paper'> | null
  /** The paper with every signature there is so far, whosever. */
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

type Named = { fullName: string; personalId: string }

/** What everybody signs or agrees to: every answer, paper and reason, and who stands for it together. Another word, another hash. */
export function contentSha256(input: FilingInput, people: readonly Named[] = []): string {
  const together = people
    .map(({ fullName, personalId }) => ({ fullName, personalId }))
    .toSorted((one, other) => one.personalId.localeCompare(other.personalId))
  return sha256Hex(canonicalJson({ ...input, draftCode: undefined, ...(together.length > 0 && { together }) }))
}

/** Whether this is the paper of that very content. */
export function isLaidOutFor(application: DraftApplication | undefined, content: string): boolean {
  return application !== undefined && application.voidedAt === null && application.inputSha256 === content
}

/** Whether its filer has signed this draft's application, and it still says what is filed. */
export function isSignedFor(application: DraftApplication | undefined, content: string): boolean {
  return isLaidOutFor(application, content) && application?.how !== null
}

/** The paper as it stands: with every signature there is. The next signature goes over it. */
export function paperOf({
  fileId,
  sha256,
  signedFileId,
  signedSha256,
}: Pick<DraftApplication, 'fileId' | 'sha256' | 'signedFileId' | 'signedSha256'>): { fileId: string; sha256: string } {
  return { fileId: signedFileId ?? fileId, sha256: signedSha256 ?? sha256 }
}

/** Name of the place where somebody signs: the filer, or a person named. */
export function signPlace(personId: string | null): string {
  return personId === null ? 'sign' : `sign-${personId}`
}

export function whyNotFileUnsigned(
  application: DraftApplication | undefined,
  content: string,
  demand: SignatureDemand,
): Reason | undefined {
  if (isSignedFor(application, content)) return undefined
  if (application?.how) return { code: 'dossiers.application-changed' }
  return demand === 'required' ? { code: 'dossiers.application-unsigned' } : undefined
}

/** Vietnamese authorities write the personal number into the certificate: `CCCD:…`, `CMND:…`, or the bare number. */
export function whyNotYours(userId: string, personalId: string): Reason | undefined {
  const [, number] = /^(?:[A-Z]+:)?(\d{9,12})$/.exec(userId) ?? []
  return number === personalId ? undefined : { code: 'dossiers.not-your-certificate' }
}

/** `answer`: of a person named, who signs once and only instead of another answer. */
export function whyNotSign(
  application: DraftApplication | undefined,
  { content, answer }: { content: string; answer: 'agreed' | 'declined' | null },
): Reason | undefined {
  if (answer !== null) return { code: 'dossiers.co-answered-before' }
  return isLaidOutFor(application, content) ? undefined : { code: 'dossiers.application-changed' }
}

/** A signature holds for the paper it went over. */
export function whyNotKeep(application: DraftApplication | undefined, over: string): Reason | undefined {
  if (!application || application.voidedAt !== null) return { code: 'dossiers.application-changed' }
  if (paperOf(application).fileId === over) return undefined
  // Laid out anew, or signed by somebody else meanwhile.
  return { code: 'dossiers.application-signed-meanwhile' }
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
