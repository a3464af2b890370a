import { definePort } from '../platform/ports.ts'

/** Names a key and its certificate inside one signer: a file, a slot of a token, a credential of a remote service. */
export type KeyRef = string

/** Chữ ký số: holds private keys and signs with them; the key never leaves it. */
export type Signer = {
  name: string
  /** DER, the signer's own certificate first, then its authorities; the root may be left out. */
  certificateChain(keyRef: KeyRef): Promise<Uint8Array[]>
  /**
   * The signature over SHA-256 of the DER given: PKCS#1 v1.5 for RSA, ASN.1 for elliptic curves.
   * @throws Refusal `signing.wrong-pin`, `signing.key-locked`, `signing.key-unknown`
   */
  sign(keyRef: KeyRef, what: { signedAttributesDer: Uint8Array }, authorisation: { pin: string }): Promise<Uint8Array>
}

export const signerPort = definePort<Signer>('signer')
