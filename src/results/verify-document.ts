import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import type { App } from '../platform/app.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { formatSize } from '../documents/index.ts'
import {
  changedPages,
  drawChangedPages,
  keyByFingerprint,
  indicationOf,
  revocationPort,
  trustPort,
  validationReport,
  verifyAside,
  type SignatureReport,
  type VerificationReport,
} from '../signing/index.ts'
import { certifiedCopiesPort, judgeCopy, type KnownCopy } from './certified-copies.ts'
import { replacementOf } from './correction/store.ts'
import { issuedByCode, issuedBySha256, issuedFromVersion } from './issued-store.ts'
import type { IssuedDocument } from './issued.ts'
import {
  compare,
  judge,
  type KnownVersion,
  type PublicDocument,
  type PublicSignature,
  type Verification,
} from './verification.ts'
import { readVerificationCode } from './verification-code.ts'

/** Bytes. */
export const LARGEST_VERIFIED = 20 * 1024 * 1024

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
    pictures: Type.Optional(Type.Boolean({ description: 'with pictures of pages that were changed' })),
  }),
  async run(app, _, { code, bytes, pictures = false }): Promise<Verification> {
    if (bytes !== undefined && bytes.length > 0) return byFile(app, bytes, pictures)
    if (code !== undefined) return byCode(app, code)
    throw new Refusal('results.nothing-to-verify')
  },
})

async function byCode({ db }: App, typed: string): Promise<Verification> {
  const code = readVerificationCode(typed)
  const document = code === undefined ? undefined : await issuedByCode(db, code)
  return document
    ? { judgement: 'by-code', document: await toPublic(db, document), copy: null, comparison: null, file: null }
    : { judgement: 'unknown-code', document: null, copy: null, comparison: null, file: null }
}

async function byFile(app: App, bytes: Uint8Array, withPictures: boolean): Promise<Verification> {
  if (bytes.length > LARGEST_VERIFIED) {
    throw new Refusal('results.too-large-to-verify', { limit: formatSize(LARGEST_VERIFIED) })
  }
  const now = app.clock.now()
  const report = await verifyAside(bytes, app.ports.get(trustPort), now, app.ports.get(revocationPort))
  const issued = await issuedBySha256(app.db, report.sha256)
  const versions = issued ? [] : versionsWithin(bytes, report)
  const origin = issued ? undefined : await issuedFromVersion(app.db, versions)
  const document = issued ?? origin?.document
  const copy = document ? undefined : await app.ports.get(certifiedCopiesPort)(versions)
  const { sha256, size, verdict, reasons } = report
  const signatures = await Promise.all(report.signatures.map((signature) => publicSignature(app, signature)))
  return {
    judgement: copy ? judgeCopy(verdict, copy, sha256) : judge(verdict, issued !== undefined, origin !== undefined),
    document: document ? await toPublic(app.db, document) : null,
    copy: copy ? { number: copy.number, certifiedOn: copy.certifiedOn, agency: copy.agency } : null,
    comparison: comparisonOf(report, origin?.version, copy),
    file: {
      sha256,
      size,
      verdict,
      reasons,
      signatures,
      changedPages: changedPages(report),
      pictures: withPictures ? await drawChangedPages(bytes, report) : [],
      validationReport: validationReport(report, now),
    },
  }
}

/** A copy that is what it should be, or that nobody sealed, is compared with nothing. */
function comparisonOf(report: VerificationReport, version: KnownVersion | undefined, copy: KnownCopy | undefined) {
  if (version) return compare(report, version)
  if (!copy || copy.number === null || (copy.stage === 'sealed' && copy.sha256 === report.sha256)) return null
  return compare(report, { ...copy, signatory: '' })
}

/** Hashes of the file and of every earlier state in it: one of them may be a version we know. */
function versionsWithin(bytes: Uint8Array, { sha256, signatures }: VerificationReport): string[] {
  const covered = signatures.map(({ coveredBytes }) => coveredBytes)
  // What proves a signature later stands after it, in a revision that no signature covers.
  const ends = [...new Set([...covered, ...revisionEnds(bytes)])].filter((end) => end > 0 && end < bytes.length)
  const hash = createHash('sha256')
  let from = 0
  const earlier = ends
    .toSorted((a, b) => a - b)
    .map((end) => {
      hash.update(bytes.subarray(from, end))
      from = end
      return hash.copy().digest('hex')
    })
  return [sha256, ...earlier]
}

const EOF = Buffer.from('%%EOF')
/** More revisions than any honest file has. */
const MOST_REVISIONS = 200

/** Where each revision may end: after its last line, with the end of that line or without. */
function revisionEnds(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const ends: number[] = []
  for (let at = file.indexOf(EOF); at >= 0 && ends.length < MOST_REVISIONS * 2; at = file.indexOf(EOF, at + 1)) {
    const end = at + EOF.length
    const lineEnd = file[end] === 0x0d && file[end + 1] === 0x0a ? 2 : file[end] === 0x0a || file[end] === 0x0d ? 1 : 0
    ends.push(end, end + lineEnd)
  }
  return ends
}

async function publicSignature({ db }: App, report: SignatureReport): Promise<PublicSignature> {
  const { signer, fieldName: _, coversWholeDocument: __, reason: ___, location: ____, ...shown } = report
  const { commonName, organisation, issuer, fingerprint } = signer
  const holder = fingerprint === '' ? undefined : await keyByFingerprint(db, fingerprint)
  return {
    ...shown,
    signer: commonName,
    organisation,
    issuer,
    isOurs: holder !== undefined,
    indication: indicationOf(report.reasons),
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
