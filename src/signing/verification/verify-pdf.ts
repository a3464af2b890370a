import { createHash } from 'node:crypto'
import { fingerprint } from '../crypto/certificate.ts'
import { readSignedData } from '../crypto/cms.ts'
import type { SignedData } from '../crypto/cms.ts'
import { checkTimestamp } from '../crypto/timestamp.ts'
import { PdfError, newBudget } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { believe } from './believe.ts'
import type { VerifyTrust } from './believe.ts'
import { findSignatures } from './find-signatures.ts'
import type { ByteRange, FoundSignature } from './find-signatures.ts'
import type { ReportReason, SignatureReport, VerificationReport, Verdict } from './report.ts'
import { hasActiveContent } from './active-content.ts'
import { checkRevisions } from './check-revisions.ts'

const MAX_SIGNATURES = 32

/** Reads any bytes, changes nothing, asks nobody: who signed when, whether anything changed, whether it can be believed. */
export function verifyPdf(bytes: Uint8Array, trust: VerifyTrust, now: Date): VerificationReport {
  const summary = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
  const nothing = { ...summary, signatures: [], filledTexts: [] }
  try {
    const budget = newBudget()
    const file = readPdf(bytes, budget)
    const found = findSignatures(file)
    if (found.length > MAX_SIGNATURES) return { ...nothing, verdict: 'broken', reasons: ['too-many-signatures'] }
    if (found.length === 0) {
      const detached = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/ByteRange')
      return detached
        ? { ...nothing, verdict: 'broken', reasons: ['signature-detached'] }
        : { ...nothing, verdict: 'unsigned', reasons: [] }
    }
    const reports = found.map((signature) => checkSignature(file, signature, trust, now))
    checkRevisions(file, found, reports, budget)
    if (hasActiveContent(file)) for (const report of reports) doubt(report, 'active-content')
    const filledTexts = (reports[0]?.changesAfter ?? []).flatMap((change) =>
      change.kind === 'filled' ? [{ fieldName: change.fieldName, text: change.text }] : [],
    )
    const reasons = [...new Set(reports.flatMap((report) => report.reasons))]
    return { ...summary, verdict: verdictOf(reports), signatures: reports, filledTexts, reasons }
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    return { ...nothing, verdict: 'broken', reasons: [unreadableReason(error)] }
  }
}

const unreadableReason = ({ code }: PdfError): ReportReason =>
  code === 'encrypted' || code === 'too-large' ? code : 'unreadable'

function verdictOf(reports: SignatureReport[]): Verdict {
  if (reports.some((report) => report.integrity === 'altered')) return 'altered'
  if (reports.some((report) => report.integrity === 'broken')) return 'broken'
  return reports.every((report) => report.trusted) ? 'valid' : 'valid-untrusted'
}

function doubt(report: SignatureReport, reason: ReportReason): void {
  report.trusted = false
  report.reasons.push(reason)
}

function checkSignature(file: PdfFile, found: FoundSignature, trust: VerifyTrust, now: Date): SignatureReport {
  const report: SignatureReport = {
    fieldName: found.fieldName,
    kind: found.subFilter === 'ETSI.RFC3161' ? 'document-timestamp' : 'signature',
    signer: { commonName: '', organisation: '', userId: '', issuer: '', fingerprint: '' },
    chain: [],
    isDemo: false,
    signedAt: undefined,
    timestampAuthority: undefined,
    claimedAt: found.claimedAt,
    reason: found.reason,
    location: found.location,
    level: 'B-B',
    integrity: 'broken',
    trusted: false,
    coversWholeDocument: found.range?.end === file.bytes.length,
    place: found.place,
    coveredBytes: found.range?.end ?? 0,
    changesAfter: [],
    reasons: found.problem ? [found.problem] : [],
  }
  if (!found.range) return report
  if (report.kind === 'document-timestamp') return checkDocumentTimestamp(report, file, found, found.range, trust)
  if (!['ETSI.CAdES.detached', 'adbe.pkcs7.detached'].includes(found.subFilter)) {
    return { ...report, reasons: ['signature-format-unknown'] }
  }
  let signed: SignedData
  try {
    signed = readSignedData(found.contents, true)
  } catch {
    return { ...report, reasons: ['signature-unreadable'] }
  }
  const { subject, issuer } = signed.signer
  const signer = {
    commonName: subject.commonName,
    organisation: subject.organisation,
    userId: subject.userId,
    issuer: issuer.commonName,
    fingerprint: fingerprint(signed.signer),
  }
  const integrity = integrityProblem(file, found, found.range, signed)
  if (integrity) {
    // Too weak to tell is not the same as changed.
    const verdict = integrity === 'weak-algorithm' ? 'broken' : 'altered'
    return { ...report, signer, integrity: verdict, reasons: [integrity] }
  }
  const belief = believe(signed, trust, now)
  // A time stamp that does not belong here was put in or damaged afterwards.
  const damaged = belief.reasons.some((one) => one === 'timestamp-invalid' || one === 'timestamp-not-for-this')
  return { ...report, signer, integrity: damaged ? 'broken' : 'intact', ...belief }
}

function integrityProblem(
  file: PdfFile,
  found: FoundSignature,
  range: ByteRange,
  signed: SignedData,
): ReportReason | undefined {
  if (signed.problem) return signed.problem
  if (signed.content) return 'signature-format-unknown'
  if (found.subFilter === 'ETSI.CAdES.detached' && !signed.hasSigningCertificate) return 'wrong-signing-certificate'
  const digest = createHash(signed.digestAlgorithm)
    .update(file.bytes.subarray(0, range.gapStart))
    .update(file.bytes.subarray(range.gapEnd, range.end))
    .digest()
  return digest.equals(signed.messageDigest) ? undefined : 'digest-mismatch'
}

function checkDocumentTimestamp(
  report: SignatureReport,
  file: PdfFile,
  found: FoundSignature,
  range: ByteRange,
  trust: VerifyTrust,
): SignatureReport {
  const covered = Buffer.concat([file.bytes.subarray(0, range.gapStart), file.bytes.subarray(range.gapEnd, range.end)])
  const stamp = checkTimestamp(found.contents, covered, trust.timestamps ?? trust, true)
  if (stamp.ok) {
    const signer = { ...report.signer, commonName: stamp.authority }
    return {
      ...report,
      signer,
      integrity: 'intact',
      trusted: true,
      signedAt: stamp.at,
      timestampAuthority: stamp.authority,
    }
  }
  const integrity = stamp.problem === 'timestamp-untrusted' ? 'intact' : 'altered'
  return { ...report, integrity, reasons: [stamp.problem] }
}
