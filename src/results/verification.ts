import type {
  DrawnPage,
  Indication,
  SignatureReport,
  ValidationReport,
  Verdict,
  VerificationReport,
} from '../signing/index.ts'
import type { KnownCopy } from './certified-copies.ts'
import type { IssuedDocument } from './issued.ts'
import type { Stage } from './result.ts'

/** What the register tells anybody: the office's data, none of the person's. */
export type PublicDocument = Omit<IssuedDocument, 'unitId' | 'year' | 'no' | 'fileId'> & {
  /** The document that stands in its place now. */
  replacedBy: Pick<IssuedDocument, 'numberText' | 'issuedOn' | 'verificationCode'> | null
}

/** Who signed, without the identity number certificates carry. */
export type PublicSignature = Pick<
  SignatureReport,
  | 'kind'
  | 'integrity'
  | 'trusted'
  | 'signedAt'
  | 'claimedAt'
  | 'timestampAuthority'
  | 'reasons'
  | 'level'
  | 'chain'
  | 'isDemo'
  | 'revocation'
  | 'provableUntil'
  | 'place'
  | 'coveredBytes'
  | 'changesAfter'
> & {
  signer: string
  organisation: string
  issuer: string
  isOurs: boolean
  indication: Indication
}

/**
 * issued: byte for byte what was issued · certified-copy: the same of a copy in a register of copies · other-version: an earlier version, or cut · altered: changed after signing ·
 * valid-elsewhere: signed and whole, not issued here · untrusted, unsigned, broken: see the signatures · by-code: looked up
 * only, no file was compared · unknown-code
 */
export type Judgement =
  | 'by-code'
  | 'unknown-code'
  | 'issued'
  | 'certified-copy'
  | 'other-version'
  | 'altered'
  | 'valid-elsewhere'
  | 'untrusted'
  | 'unsigned'
  | 'broken'

/**
 * How the file stands to what was issued. cut: it is an earlier version byte for byte, so signatures at its end are missing ·
 * extended: all that was issued, and more behind it · different: only its beginning is ours
 */
export type Comparison = {
  relation: 'cut' | 'extended' | 'different'
  signatures: number
  issuedSignatures: number
  /** Whose signatures are not in the file, or were put behind the issued version. */
  signers: string[]
}

export type Verification = {
  judgement: Judgement
  /** The document of the register it is, or comes from. */
  document: PublicDocument | null
  /** The copy it is, or comes from, where a register of certified copies has it. */
  copy: Pick<KnownCopy, 'number' | 'certifiedOn' | 'agency'> | null
  comparison: Comparison | null
  file: {
    sha256: string
    size: number
    verdict: Verdict
    reasons: VerificationReport['reasons']
    signatures: PublicSignature[]
    /** Pages that show something else than what was signed, counted from 1. */
    changedPages: number[]
    /** The first of them as they were and as they are, when pictures were asked for. */
    pictures: DrawnPage[]
    validationReport: ValidationReport
  } | null
}

export function judge(verdict: Verdict, isIssued: boolean, comesFromUs: boolean): Judgement {
  if (isIssued) return 'issued'
  if (verdict === 'altered' || verdict === 'broken' || verdict === 'unsigned')
    return comesFromUs && verdict === 'unsigned' ? 'other-version' : verdict
  if (comesFromUs) return 'other-version'
  return verdict === 'valid' ? 'valid-elsewhere' : 'untrusted'
}

/** A version of an issued document that the file is or begins with. */
export type KnownVersion = {
  sha256: string
  stage: Stage
  issuedSignatures: number
  signatory: string
  agency: string
}

export function compare(
  { sha256, signatures }: Pick<VerificationReport, 'sha256' | 'signatures'>,
  known: KnownVersion,
): Comparison {
  const counts = { signatures: signatures.length, issuedSignatures: known.issuedSignatures }
  if (known.stage === 'sealed') {
    const added = signatures.slice(known.issuedSignatures).map(({ signer }) => signer.commonName)
    return { relation: 'extended', ...counts, signers: added }
  }
  const isWhole = known.sha256 === sha256
  return { relation: isWhole ? 'cut' : 'different', ...counts, signers: isWhole ? missingFrom(known) : [] }
}

/** The agency signs last; what the system issues under a recorded authority is signed by the agency alone. */
function missingFrom({ stage, issuedSignatures, signatory, agency }: KnownVersion): string[] {
  const isBeforePerson = stage === 'unsigned' || stage === 'initialled'
  return isBeforePerson && issuedSignatures > 1 ? [signatory, agency] : [agency]
}
