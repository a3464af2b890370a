import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import type { App } from '../platform/app.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { formatSize } from '../documents/index.ts'
import {
  keyByFingerprint,
  trustPort,
  verifyAside,
  type SignatureReport,
  type Verdict,
  type VerificationReport,
} from '../signing/index.ts'
import { replacementOf } from './correction/store.ts'
import { issuedByCode, issuedBySha256, issuedFromVersion } from './issued-store.ts'
import type { IssuedDocument } from './issued.ts'
import { readVerificationCode } from './verification-code.ts'

/** Bytes. */
export const LARGEST_VERIFIED = 20 * 1024 * 1024

/** What the register tells anybody: the office's data, none of the person's. */
export type PublicDocument = Omit<IssuedDocument, 'unitId' | 'year' | 'no' | 'fileId'> & {
  /** The document that stands in its place now. */
  replacedBy: Pick<IssuedDocument, 'numberText' | 'issuedOn' | 'verificationCode'> | null
}

/** Who signed, without the identity number certificates carry. */
export type PublicSignature = Pick<SignatureReport, 'integrity' | 'trusted' | 'signedAt' | 'reasons' | 'level'> & {
  signer: string
  organisation: string
  issuer: string
  isOurs: boolean
}

/**
 * issued: byte for byte what was issued · other-version: an earlier version, or cut · altered: changed after signing ·
 * valid-elsewhere: signed and whole, not issued here · untrusted, unsigned, broken: see the signatures · by-code: looked up
 * only, no file was compared · unknown-code
 */
export type Judgement =
  | 'by-code'
  | 'unknown-code'
  | 'issued'
  | 'other-version'
  | 'altered'
  | 'valid-elsewhere'
  | 'untrusted'
  | 'unsigned'
  | 'broken'

export type Verification = {
  judgement: Judgement
  /** The document of the register it is, or comes from. */
  document: PublicDocument | null
  file: {
    sha256: string
    size: number
    verdict: Verdict
    reasons: VerificationReport['reasons']
    signatures: PublicSignature[]
  } | null
}

/**
 * Anybody checks a result, by the code printed on it or by the file itself, without signing in. Căn cứ: Luật Giao dịch điện
 * tử 2023, Điều 13, 17 (toàn vẹn, nguồn gốc); dữ liệu cá nhân không được cho biết.
 */
export const verifyDocument = query({
  name: 'results.verify',
  roles: ['anyone'],
  input: Type.Object({
    code: Type.Optional(
      Type.String({ minLength: 1, maxLength: 60, description: 'verification code printed on the document' }),
    ),
    bytes: Type.Optional(Type.Unsafe<Uint8Array>({})),
  }),
  async run(app, _, { code, bytes }): Promise<Verification> {
    if (bytes !== undefined && bytes.length > 0) return byFile(app, bytes)
    if (code !== undefined) return byCode(app, code)
    throw new Refusal('results.nothing-to-verify')
  },
})

async function byCode({ db }: App, typed: string): Promise<Verification> {
  const code = readVerificationCode(typed)
  const document = code === undefined ? undefined : await issuedByCode(db, code)
  return document
    ? { judgement: 'by-code', document: await toPublic(db, document), file: null }
    : { judgement: 'unknown-code', document: null, file: null }
}

async function byFile(app: App, bytes: Uint8Array): Promise<Verification> {
  if (bytes.length > LARGEST_VERIFIED) {
    throw new Refusal('results.too-large-to-verify', { limit: formatSize(LARGEST_VERIFIED) })
  }
  const report = await verifyAside(bytes, app.ports.get(trustPort), app.clock.now())
  const issued = await issuedBySha256(app.db, report.sha256)
  const origin = issued ?? (await issuedFromVersion(app.db, versionsWithin(bytes, report)))
  const { sha256, size, verdict, reasons } = report
  const signatures = await Promise.all(report.signatures.map((signature) => publicSignature(app, signature)))
  return {
    judgement: judge(report, issued !== undefined, origin !== undefined),
    document: origin ? await toPublic(app.db, origin) : null,
    file: { sha256, size, verdict, reasons, signatures },
  }
}

/** Hashes of the file and of every earlier state its signatures cover: one of them may be a version we know. */
function versionsWithin(bytes: Uint8Array, { sha256, signatures }: VerificationReport): string[] {
  const covered = [...new Set(signatures.map(({ coveredBytes }) => coveredBytes))].filter(
    (end) => end > 0 && end < bytes.length,
  )
  return [sha256, ...covered.map((end) => createHash('sha256').update(bytes.subarray(0, end)).digest('hex'))]
}

function judge({ verdict }: VerificationReport, isIssued: boolean, comesFromUs: boolean): Judgement {
  if (isIssued) return 'issued'
  if (verdict === 'altered' || verdict === 'broken' || verdict === 'unsigned')
    return comesFromUs && verdict === 'unsigned' ? 'other-version' : verdict
  if (comesFromUs) return 'other-version'
  return verdict === 'valid' ? 'valid-elsewhere' : 'untrusted'
}

async function publicSignature(
  { db }: App,
  { signer, integrity, trusted, signedAt, reasons, level }: SignatureReport,
): Promise<PublicSignature> {
  const { commonName, organisation, issuer, fingerprint } = signer
  const holder = fingerprint === '' ? undefined : await keyByFingerprint(db, fingerprint)
  return {
    signer: commonName,
    organisation,
    issuer,
    isOurs: holder !== undefined,
    integrity,
    trusted,
    signedAt,
    reasons,
    level,
  }
}

async function toPublic(db: Db, document: IssuedDocument): Promise<PublicDocument> {
  const {
    sha256,
    verificationCode,
    numberText,
    issuedOn,
    title,
    agency,
    signatory,
    signatoryPosition,
    signedAt,
    sealedAt,
    size,
    pages,
    state,
  } = document
  return {
    sha256,
    verificationCode,
    numberText,
    issuedOn,
    title,
    agency,
    signatory,
    signatoryPosition,
    signedAt,
    sealedAt,
    size,
    pages,
    state,
    replacedBy: state === 'replaced' ? ((await replacementOf(db, sha256)) ?? null) : null,
  }
}
