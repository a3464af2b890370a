import type { SignatureHash } from '../signer.ts'

/** Names of XML signatures (W3C XMLDSig 1.1, RFC 6931) and of XAdES (ETSI EN 319 132-1). */
export const DS = 'http://www.w3.org/2000/09/xmldsig#'
export const XADES = 'http://uri.etsi.org/01903/v1.3.2#'
export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties'
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
/** What XML signatures use where they name no canonical form. */
export const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const XPATH = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
/** The one expression that is understood: the message without its signatures, however many there are. */
export const WITHOUT_SIGNATURES = 'not(ancestor-or-self::ds:Signature)'
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

export const DIGESTS = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
} satisfies Record<SignatureHash, string>

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
export const SIGNATURE_METHODS = {
  rsa: { sha256: `${MORE}rsa-sha256`, sha384: `${MORE}rsa-sha384`, sha512: `${MORE}rsa-sha512` },
  ec: { sha256: `${MORE}ecdsa-sha256`, sha384: `${MORE}ecdsa-sha384`, sha512: `${MORE}ecdsa-sha512` },
} satisfies Record<'rsa' | 'ec', Record<SignatureHash, string>>

/** The hash that an identifier stands for; SHA-1 and unknown ones for none. */
export const hashNamed = (names: Record<SignatureHash, string>, identifier: string): SignatureHash | undefined =>
  (Object.keys(names) as SignatureHash[]).find((hash) => names[hash] === identifier)
