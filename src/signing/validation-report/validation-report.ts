import { Type, type Static, type TSchema } from 'typebox'
import type { LaterChange, Revocation, SignatureReport, VerificationReport } from '../verification/report.ts'
import { indicationOf } from './indication.ts'
import type { Indication } from './indication.ts'

const Status = Type.Object({
  mainIndication: Type.String({
    description: 'urn:etsi:019102:mainindication:total-passed, indeterminate or total-failed',
  }),
  subIndications: Type.Array(Type.String({ description: 'urn:etsi:019102:subindication:HASH_FAILURE and others' })),
  reasons: Type.Array(Type.String({ description: 'what was found, in the codes of this system' })),
})

const Instant = Type.String({ format: 'date-time' })
const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

const SignatureValidation = Type.Object({
  signatureIdentifier: Type.Object({
    fieldName: Type.String(),
    coveredBytes: Type.Integer(),
    coversWholeDocument: Type.Boolean(),
  }),
  type: Type.Union([Type.Literal('signature'), Type.Literal('document-timestamp')]),
  signatureValidationStatus: Status,
  signerInformation: Type.Object({
    signer: Type.String(),
    organisation: Type.String(),
    issuer: Type.String(),
    certificateSha256: Type.String(),
    isDemonstration: Type.Boolean({ description: 'made for demonstrations, without value in law' }),
  }),
  bestSignatureTime: Type.Object({
    poeTime: Nullable(Instant),
    typeOfProof: Type.Union([Type.Literal('time-stamp'), Type.Literal('none')]),
    provider: Nullable(Type.String()),
  }),
  claimedSigningTime: Nullable(Instant),
  reason: Nullable(Type.String()),
  location: Nullable(Type.String()),
  level: Type.String({ description: 'PAdES-B-B, PAdES-B-T, PAdES-B-LT, PAdES-B-LTA' }),
  revocation: Type.Object({
    state: Type.String({ description: 'good, not-known, revoked, or revoked-later: after the time that is proven' }),
    at: Nullable(Instant),
    reason: Nullable(Type.String({ description: 'RFC 5280, 5.3.1' })),
  }),
  provableUntil: Nullable(Instant),
  certificateChain: Type.Array(
    Type.Object({
      subject: Type.String(),
      organisation: Type.String(),
      notBefore: Instant,
      notAfter: Instant,
      sha256: Type.String(),
    }),
  ),
  laterRevisions: Type.Array(
    Type.Object({
      kind: Type.String(),
      permitted: Type.Boolean(),
      pages: Type.Array(Type.Integer()),
      detail: Type.String(),
    }),
  ),
})

/**
 * A report as machines exchange it, in the structure of ETSI TS 119 102-2 (SignatureValidationReport, clause 4.3) written as
 * JSON. What the standard has no place for (changes of the PDF after signing) stands under `laterRevisions`. Identity numbers
 * of certificates are left out.
 */
export const ValidationReport = Type.Object(
  {
    standard: Type.Literal('ETSI TS 119 102-2 (JSON)'),
    validationTime: Instant,
    signersDocument: Type.Object({
      digestAlgorithm: Type.Literal('SHA-256'),
      digestValue: Type.String(),
      size: Type.Integer(),
    }),
    overall: Status,
    signatureValidationReports: Type.Array(SignatureValidation),
  },
  { title: 'ValidationReport' },
)
export type ValidationReport = Static<typeof ValidationReport>
type StatusIndication = Static<typeof Status>
type SignatureValidationReport = Static<typeof SignatureValidation>

export function validationReport(report: VerificationReport, now: Date): ValidationReport {
  const { sha256, size, signatures } = report
  return {
    standard: 'ETSI TS 119 102-2 (JSON)',
    validationTime: now.toISOString(),
    signersDocument: { digestAlgorithm: 'SHA-256', digestValue: sha256, size },
    overall: status(overallIndication(report), report.reasons),
    signatureValidationReports: signatures.map(signatureReport),
  }
}

/** Without any signature there is nothing that could pass. */
function overallIndication({ signatures, reasons, verdict }: VerificationReport): Indication {
  if (verdict === 'unsigned') return { main: 'INDETERMINATE', sub: ['SIGNED_DATA_NOT_FOUND'] }
  const each = signatures.map((one) => indicationOf(one.reasons))
  const worst = each.find(({ main }) => main === 'TOTAL-FAILED') ?? each.find(({ main }) => main === 'INDETERMINATE')
  return worst ?? indicationOf(reasons)
}

function signatureReport(one: SignatureReport): SignatureValidationReport {
  const { signer, signedAt } = one
  return {
    signatureIdentifier: {
      fieldName: one.fieldName,
      coveredBytes: one.coveredBytes,
      coversWholeDocument: one.coversWholeDocument,
    },
    type: one.kind,
    signatureValidationStatus: status(indicationOf(one.reasons), one.reasons),
    signerInformation: {
      signer: signer.commonName,
      organisation: signer.organisation,
      issuer: signer.issuer,
      certificateSha256: signer.fingerprint,
      isDemonstration: one.isDemo,
    },
    bestSignatureTime: {
      poeTime: signedAt?.toISOString() ?? null,
      typeOfProof: signedAt ? 'time-stamp' : 'none',
      provider: one.timestampAuthority ?? null,
    },
    claimedSigningTime: one.claimedAt?.toISOString() ?? null,
    reason: one.reason ?? null,
    location: one.location ?? null,
    level: `PAdES-${one.level}`,
    revocation: revocationOf(one.revocation),
    provableUntil: one.provableUntil?.toISOString() ?? null,
    certificateChain: one.chain.map(({ commonName, organisation, notBefore, notAfter, fingerprint }) => ({
      subject: commonName,
      organisation,
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
      sha256: fingerprint,
    })),
    laterRevisions: one.changesAfter.map((change) => ({
      kind: change.kind,
      permitted: change.kind !== 'forbidden',
      pages: change.pages,
      detail: detailOf(change),
    })),
  }
}

const status = ({ main, sub }: Indication, reasons: readonly string[]): StatusIndication => ({
  mainIndication: `urn:etsi:019102:mainindication:${main.toLowerCase()}`,
  subIndications: sub.map((one) => `urn:etsi:019102:subindication:${one}`),
  reasons: [...reasons],
})

function revocationOf(found: Revocation): SignatureValidationReport['revocation'] {
  if (!('at' in found)) return { state: found.state, at: null, reason: null }
  return { state: found.state, at: found.at.toISOString(), reason: found.reason }
}

function detailOf(change: LaterChange): string {
  if (change.kind === 'forbidden') return change.problem
  if (change.kind === 'filled') return `${change.fieldName}: ${change.text}`
  return change.kind === 'validation-data' ? 'DSS' : `${change.fieldName}: ${change.signer}`
}
