import type { Reason } from '../../platform/refusal.ts'
import { readPdf } from '../pdf/file.ts'
import { PdfError } from '../pdf/objects.ts'
import { findSignatures } from '../verification/find-signatures.ts'
import type { ReportReason, VerificationReport } from '../verification/report.ts'
import { diffRevisions } from '../verification/revision-diff.ts'

/** What was handed out, and whose signature is to come back on it. */
export type Expected = {
  handed: Uint8Array
  /** Of the certificate registered for this person or agency. */
  fingerprint: string
}

/** Codes that say nothing about who signed or what was changed. */
const NOT_A_FAULT: readonly ReportReason[] = ['no-timestamp']

/**
 * Why a file that came back from the local program is not taken: it must be the file handed out, byte for byte, and behind it
 * one signature by the registered certificate and nothing else. `report`: our verifier's reading of the whole file.
 */
export function whyNotAccept(
  uploaded: Uint8Array,
  { handed, fingerprint }: Expected,
  report: VerificationReport,
): Reason | undefined {
  const isSameStart = Buffer.compare(uploaded.subarray(0, handed.length), handed) === 0
  if (!isSameStart) {
    return { code: 'signing.token-other-file' }
  }
  if (uploaded.length === handed.length) return { code: 'signing.token-not-signed' }
  const change = changeBeside(handed, uploaded)
  if (change) return change
  const last = report.signatures.at(-1)
  if (!last?.coversWholeDocument) return { code: 'signing.token-changed-document' }
  if (last.kind !== 'signature') return { code: 'signing.token-not-signed' }
  if (last.signer.fingerprint === '') return { code: 'signing.signature-invalid' }
  if (last.signer.fingerprint !== fingerprint) {
    return { code: 'signing.token-wrong-certificate', facts: { signer: last.signer.commonName } }
  }
  if (last.integrity !== 'intact') return { code: 'signing.signature-invalid' }
  const doubts = report.signatures.flatMap(({ reasons }) => reasons).filter((one) => !NOT_A_FAULT.includes(one))
  if (doubts.length > 0 || report.signatures.some(({ integrity }) => integrity !== 'intact')) {
    return { code: 'signing.token-not-believed', facts: { reasons: [...new Set(doubts)] } }
  }
  return undefined
}

/** The one revision may hold one signature; everything else in it is a change nobody asked for. */
function changeBeside(handed: Uint8Array, uploaded: Uint8Array): Reason | undefined {
  try {
    const [before, after] = [readPdf(handed), readPdf(uploaded)]
    const [earlier, now] = [findSignatures(before), findSignatures(after)]
    if (now.length <= earlier.length) return { code: 'signing.token-not-signed' }
    if (now.length > earlier.length + 1) return { code: 'signing.token-changed-document' }
    const permission = { signature: now.at(-1)?.objectNumber, mayFill: () => false, maySign: () => true }
    const reasons = diffRevisions(before, after, permission).flatMap((one) =>
      one.kind === 'forbidden' ? one.problem : [],
    )
    return reasons.length > 0 ? { code: 'signing.token-changed-document', facts: { reasons } } : undefined
  } catch (error) {
    if (error instanceof PdfError) return { code: 'signing.token-unreadable' }
    throw error
  }
}
