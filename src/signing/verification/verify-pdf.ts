import { createHash } from 'node:crypto'
import { fingerprint } from '../crypto/certificate.ts'
import { readSignedData } from '../crypto/cms.ts'
import type { SignedData } from '../crypto/cms.ts'
import { openTimestamp } from '../crypto/timestamp.ts'
import type { Token } from '../crypto/timestamp.ts'
import { readSecurityStore } from '../long-term/security-store.ts'
import type { ValidationData } from '../long-term/security-store.ts'
import { PdfError, newBudget } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { believe, believeDocumentTimestamp } from './believe.ts'
import type { VerifyTrust } from './believe.ts'
import { gatherEvidence } from './evidence.ts'
import { findSignatures } from './find-signatures.ts'
import type { ByteRange, FoundSignature } from './find-signatures.ts'
import type { ReportReason, SignatureReport, VerificationReport, Verdict } from './report.ts'
import { hasActiveContent } from './active-content.ts'
import { checkRevisions } from './check-revisions.ts'

const MAX_SIGNATURES = 32
const DAMAGED: ReportReason[] = ['timestamp-invalid', 'timestamp-not-for-this']

/**
 * Reads any bytes, changes nothing, asks nobody: who signed when, whether anything changed, whether it can be believed. `asked`:
 * what authorities answered just now, see `verifyAside`.
 */
export function verifyPdf(
  bytes: Uint8Array,
  trust: VerifyTrust,
  now: Date,
  asked?: ValidationData,
): VerificationReport {
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
    const subjects = found.map((signature) => checkSignature(file, signature))
    const evidence = gatherEvidence(readSecurityStore(file, budget), asked, now)
    // From the newest on: each document time stamp proves that those before it existed while they could still be believed.
    for (const subject of subjects.toReversed()) {
      if (subject.token && subject.range) {
        const { token, range } = subject
        Object.assign(subject.report, believeDocumentTimestamp(token, range, trust, now, evidence))
      }
    }
    for (const { report, signed, range } of subjects) {
      if (!signed || !range) continue
      Object.assign(report, believe(signed, trust, now, evidence, range.end))
      // A time stamp that does not belong here was put in or damaged afterwards.
      if (report.reasons.some((one) => DAMAGED.includes(one))) report.integrity = 'broken'
    }
    const reports = subjects.map(({ report }) => report)
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

export function verdictOf(reports: SignatureReport[]): Verdict {
  if (reports.some((report) => report.integrity === 'altered')) return 'altered'
  if (reports.some((report) => report.integrity === 'broken')) return 'broken'
  return reports.every((report) => report.trusted) ? 'valid' : 'valid-untrusted'
}

function doubt(report: SignatureReport, reason: ReportReason): void {
  report.trusted = false
  report.reasons.push(reason)
}

/** `signed` and `token` of what nobody changed; whom to believe is judged over all of them. */
type Subject = { report: SignatureReport; range?: ByteRange; signed?: SignedData; token?: Token }

function checkSignature(file: PdfFile, found: FoundSignature): Subject {
  const report: SignatureReport = {
    fieldName: found.fieldName,
    kind: found.subFilter === 'ETSI.RFC3161' ? 'document-timestamp' : 'signature',
    signer: { commonName: '', organisation: '', userId: '', issuer: '', fingerprint: '' },
    chain: [],
    isDemo: false,
    revocation: { state: 'not-known' },
    provableUntil: undefined,
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
  const { range } = found
  if (!range) return { report }
  if (report.kind === 'document-timestamp') return checkDocumentTimestamp(report, file, found, range)
  if (!['ETSI.CAdES.detached', 'adbe.pkcs7.detached'].includes(found.subFilter)) {
    return { report: { ...report, reasons: ['signature-format-unknown'] } }
  }
  let signed: SignedData
  try {
    signed = readSignedData(found.contents, true)
  } catch {
    return { report: { ...report, reasons: ['signature-unreadable'] } }
  }
  const { subject, issuer } = signed.signer
  const signer = {
    commonName: subject.commonName,
    organisation: subject.organisation,
    userId: subject.userId,
    issuer: issuer.commonName,
    fingerprint: fingerprint(signed.signer),
  }
  const integrity = integrityProblem(file, found, range, signed)
  if (integrity) {
    // Too weak to tell is not the same as changed.
    const verdict = integrity === 'weak-algorithm' ? 'broken' : 'altered'
    return { report: { ...report, signer, integrity: verdict, reasons: [integrity] } }
  }
  return { report: { ...report, signer, integrity: 'intact' }, range, signed }
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
): Subject {
  const covered = [file.bytes.subarray(0, range.gapStart), file.bytes.subarray(range.gapEnd, range.end)]
  const opened = openTimestamp(found.contents, covered, true)
  if (!opened.ok) return { report: { ...report, integrity: 'altered', reasons: [opened.problem] } }
  const { token } = opened
  const signer = { ...report.signer, commonName: token.signer.subject.commonName }
  return { report: { ...report, signer, integrity: 'intact' }, range, token }
}
