import { TAG, children, decode, expectTag, oidText } from '../../crypto/der.ts'
import { OID } from '../../crypto/oid.ts'

/**
 * The bare signature out of what a service sent, base64: some products give it as it is, others inside a PKCS#7 envelope.
 * Undefined for what is neither; whether it fits the document is for the one who has the certificate to say.
 */
export function signatureValue(base64: string): Uint8Array | undefined {
  const text = base64.replace(/\s/g, '')
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  return fromEnvelope(bytes) ?? bytes
}

/** RFC 5652, 5.3: the one OCTET STRING of a SignerInfo after its algorithms. */
function fromEnvelope(bytes: Buffer): Uint8Array | undefined {
  try {
    const [type, wrapped] = children(expectTag(decode(bytes), TAG.sequence))
    if (oidText(type) !== OID.signedData) return undefined
    const signedData = children(expectTag(children(expectTag(wrapped, 0xa0))[0], TAG.sequence))
    const [signer, second] = children(expectTag(signedData.at(-1), TAG.set))
    return signer && !second ? children(signer).find(({ tag }) => tag === TAG.octetString)?.content : undefined
  } catch {
    // An RSA signature is random bytes: not reading as DER is what it normally does.
    return undefined
  }
}
