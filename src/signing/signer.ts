import { definePort } from '../platform/ports.ts'
import type { Refusal } from '../platform/refusal.ts'

/** Names a key and its certificate inside one signer: a file, a slot of a token, a credential of a remote service. */
export type KeyRef = string

export type SignatureHash = 'sha256' | 'sha384' | 'sha512'

/** One document of a signing: what is signed is the hash of `signedAttributesDer` (RFC 5652, 5.4). */
export type ToSign = {
  /** Told apart by this within the signing; comes back with the answer. */
  id: string
  /** What its holder reads on their telephone or token before they agree. */
  title: string
  signedAttributesDer: Uint8Array
  hash: SignatureHash
}

/** PIN or password typed here; nothing where the holder confirms elsewhere. Passed on, never kept. */
export type Authorisation = { pin?: string; /** Mã dùng một lần, where a service asks for one. */ otp?: string }

/** Each document by itself: PKCS#1 v1.5 for RSA, ASN.1 for elliptic curves, or why it was not signed. */
export type SignerAnswer = { id: string; signature: Uint8Array } | { id: string; refusal: Refusal }

/** `waiting`: the holder has been asked on their own device; ask again with `follow`, or be told by the service. */
export type SigningProgress =
  | { state: 'answered'; answers: SignerAnswer[] }
  | { state: 'waiting'; transaction: string; expiresAt: Date }

/** Chữ ký số: holds private keys and signs with them; the key never leaves it. */
export type Signer = {
  name: string
  /** How its holders let it use a key: a PIN given with the request, or a confirmation on a device of their own. */
  authorisedBy: 'pin' | 'confirmation'
  /** DER, the signer's own certificate first, then its authorities; the root may be left out. */
  certificateChain(keyRef: KeyRef): Promise<Uint8Array[]>
  /**
   * Asks for signatures over all of these on one authorisation; each succeeds or fails alone.
   * @throws Refusal what stops them all: `signing.wrong-pin`, `signing.key-locked`, `signing.key-unknown`, `signing.signer-unavailable`
   */
  start(keyRef: KeyRef, documents: readonly ToSign[], authorisation: Authorisation): Promise<SigningProgress>
  /**
   * How a signing that answered `waiting` stands now. Asking twice gives the same answer.
   * @throws Refusal `signing.signer-unavailable` (ask again later), `signing.declined`, `signing.expired` (also for one
   * that the service knows nothing of)
   */
  follow(keyRef: KeyRef, transaction: string): Promise<SigningProgress>
  /** Lets a key be tried again after too many wrong PINs, where they are counted here and not by the service. */
  unlock?(keyRef: KeyRef): Promise<void>
  /** Keys it can name without their holders, for whoever links them to people. */
  listKeys?(): Promise<KeyRef[]>
}

/** Every signer this installation has, by its name; the register says which of them holds a key. */
export type Signers = {
  /** @throws Refusal `signing.signer-unknown` */
  named(name: string): Signer
  all(): Signer[]
}

export const signersPort = definePort<Signers>('signers')
