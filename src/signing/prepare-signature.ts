import { isoVietnam } from '../platform/dates.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import type { Reason } from '../platform/refusal.ts'
import type { AppearanceSpec } from './appearance/compose.ts'
import { prepareFieldText } from './appearance/field-text.ts'
import { readCertificate } from './crypto/certificate.ts'
import type { Certificate } from './crypto/certificate.ts'
import { hashFor, signedAttributes } from './crypto/cms.ts'
import { digestInTurns } from './crypto/digest.ts'
import { changesAllowed } from './pdf/certification.ts'
import { BYTE_RANGE_TO_COME, contentsToCome, coverAllButContents } from './pdf/byte-range.ts'
import { dict, name, textOf, textString, withEntries } from './pdf/objects.ts'
import type { PdfDict, PdfRef, PdfValue } from './pdf/objects.ts'
import { readPdf } from './pdf/file.ts'
import type { PdfFile } from './pdf/file.ts'
import { formFields, isEmptyValue, rectOf } from './pdf/form.ts'
import type { Rect } from './pdf/form.ts'
import { startIncrement } from './pdf/increment.ts'
import type { Increment } from './pdf/increment.ts'
import { placeWidget } from './place-widget.ts'
import type { PlaceWish } from './placement/wish.ts'
import type { SignatureHash } from './signer.ts'
import { DEFAULT_TEXT_SIZE } from './prepare-fields.ts'
import { fieldUnavailable, refusingUnreadable } from './unreadable.ts'

export type SignatureRequest = {
  pdf: Uint8Array
  /** A prepared empty signature field by its name, or a new one: at a rectangle (`page` counts from 1), or where there is room. */
  field: { name: string; page?: number; rect?: Rect; place?: PlaceWish }
  appearance?: Omit<AppearanceSpec, 'width' | 'height'>
  reason?: string
  location?: string
  /** The document may afterwards only be filled in and signed (DocMDP, P = 2); only the first signature of a file can say so. */
  certify?: boolean
  /** Texts for prepared empty text fields, covered by this signature. */
  fill?: Record<string, string>
  /** DER, the signer's first. */
  certificateChain: Uint8Array[]
  now: Date
}

/**
 * A file that waits for its signature. Can be kept: a remote signer answers minutes later. Until then nobody else may
 * append to the same file.
 */
export type PreparedSignature = {
  pdf: Buffer
  /** Place of the hexadecimal string with its brackets. */
  contents: { start: number; end: number }
  signedAttributesDer: Buffer
  /** With which the document was hashed and the attributes are to be signed. */
  hash: SignatureHash
  certificateChain: Uint8Array[]
}

/** Bytes beside the certificates: attributes, signature up to RSA-4096, and a time-stamp token with its own chain. */
const ROOM = 7168

/**
 * The file before stays as it is.
 * @throws Refusal `signing.unreadable-pdf`, `signing.encrypted-pdf`, `signing.too-large-pdf`, `signing.dynamic-form`,
 * `signing.certified-final`, `signing.field-unavailable`, `signing.no-room`, `signing.phrase-not-found`, `signing.certificate-expired`
 */
export function prepareSignature(request: SignatureRequest): Promise<PreparedSignature> {
  return refusingUnreadable(async () => {
    const signer = signerOf(request)
    const file = readPdf(request.pdf)
    refuse(whyNotAdd(file, request))
    const increment = startIncrement(file)
    await fillTexts(increment, file, request.fill ?? {})
    const room = request.certificateChain.reduce((sum, der) => sum + der.length, ROOM)
    const certifies = request.certify === true && !isSigned(file)
    const signature = increment.add(signatureDict(request, signer, { room, certifies }))
    await placeWidget(increment, file, request, { signature, certifies })
    const { bytes, offsetOf } = increment.finish()
    const contents = coverAllButContents(bytes, offsetOf(signature), room)
    const hash = hashFor(signer)
    const digest = await digestInTurns(hash, [bytes.subarray(0, contents.start), bytes.subarray(contents.end)])
    return {
      pdf: bytes,
      contents,
      signedAttributesDer: signedAttributes(digest, signer, { hash }),
      hash,
      certificateChain: request.certificateChain,
    }
  })
}

function signerOf(request: SignatureRequest): Certificate {
  const der = request.certificateChain[0]
  if (!der) throw new Error('no certificate of the signer')
  const signer = readCertificate(der)
  if (request.now < signer.notBefore || request.now > signer.notAfter) {
    throw new Refusal('signing.certificate-expired', { until: signer.notAfter.toISOString() })
  }
  return signer
}

/** Earlier signers may have closed the file, or single fields of it (DocMDP, FieldMDP). */
function whyNotAdd(file: PdfFile, request: SignatureRequest): Reason | undefined {
  const allowed = changesAllowed(file)
  if (allowed.level === 1) return { code: 'signing.certified-final' }
  const locked = [request.field.name, ...Object.keys(request.fill ?? {})].find(allowed.locks)
  return locked === undefined ? undefined : { code: 'signing.field-unavailable', facts: { field: locked } }
}

const isSigned = (file: PdfFile): boolean =>
  formFields(file).some((field) => field.type === 'Sig' && !isEmptyValue(file, field.value))

export async function fillTexts(increment: Increment, file: PdfFile, texts: Record<string, string>): Promise<void> {
  const fields = formFields(file)
  const letters = Object.values(texts).join('')
  const copied = new Map<number, PdfRef>()
  for (const [fieldName, text] of Object.entries(texts)) {
    const field = fields.find((candidate) => candidate.name === fieldName && candidate.type === 'Tx')
    const rect = field && rectOf(file, field.dict)
    if (!field || !rect || !isEmptyValue(file, field.value)) throw fieldUnavailable(fieldName)
    const size = Number(/ ([\d.]+) Tf/.exec(textOf(field.dict.entries.get('DA')) ?? '')?.[1] ?? DEFAULT_TEXT_SIZE)
    const look = await prepareFieldText({
      letters,
      text,
      width: rect[2] - rect[0],
      height: rect[3] - rect[1],
      size,
      align: field.dict.entries.get('Q') === 1 ? 'centre' : 'left',
    })
    increment.set(
      field.ref,
      withEntries(field.dict, { V: textString(text), AP: dict({ N: look.place(increment, copied) }) }),
    )
  }
}

function signatureDict(
  request: SignatureRequest,
  signer: Certificate,
  { room, certifies }: { room: number; certifies: boolean },
): PdfDict {
  const mark = isoVietnam(request.now).replace(/[-T:]/g, '').slice(0, 14)
  return dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: BYTE_RANGE_TO_COME,
    Contents: contentsToCome(room),
    M: { kind: 'string', bytes: Buffer.from(`D:${mark}+07'00'`) },
    Name: textString(signer.subject.commonName),
    Reason: request.reason ? textString(request.reason) : undefined,
    Location: request.location ? textString(request.location) : undefined,
    Reference: certifies ? [docMdp()] : undefined,
  })
}

const docMdp = (): PdfValue =>
  dict({
    Type: name('SigRef'),
    TransformMethod: name('DocMDP'),
    TransformParams: dict({ Type: name('TransformParams'), P: 2, V: name('1.2') }),
  })
