import { Refusal } from '../../platform/refusal.ts'
import { readCertificate, type Certificate } from '../crypto/certificate.ts'
import { chainOf } from '../crypto/chain.ts'
import { digestInfo, digestOf, ecdsaSignature } from '../crypto/raw-signature.ts'
import type { KeyRef, Signer, ToSign } from '../signer.ts'
import { guardPins, type TriesStore } from './pin-tries.ts'
import { pkcs11Thread } from './pkcs11-thread.ts'
import type { TokenAnswer, TokenCertificate, TokenTask } from './pkcs11-token.ts'

export type Pkcs11Options = {
  /** Path of the library of the token's or HSM's maker. */
  module: string
  tries: TriesStore
  /** Authorities that may complete a chain of which the token has the first certificate alone. */
  authorities(): readonly Certificate[]
  answerWithinMs?: number
}

/** `<name of the token>/<CKA_ID of the key, in hex>` */
export const pkcs11KeyRef = ({ token, id }: Pick<TokenCertificate, 'token' | 'id'>): KeyRef => `${token}/${id}`

const ANSWER_WITHIN_MS = 10_000
/** A smart card takes about a second for one RSA signature. */
const FOR_EACH_MS = 2_000

/** Keys in an HSM or token behind PKCS#11. One login for each authorisation, ended with it. */
export function pkcs11Signer({ module, tries, authorities, answerWithinMs = ANSWER_WITHIN_MS }: Pkcs11Options) {
  const thread = pkcs11Thread(module)
  const pins = guardPins(tries)
  const ask = async (task: TokenTask, limitMs = answerWithinMs): Promise<TokenAnswer> => thread.ask(task, limitMs)

  const certificatesOf = async (task: TokenTask, keyRef: KeyRef): Promise<TokenCertificate[]> => {
    const answer = await ask(task)
    if (answer.kind === 'certificates') return answer.certificates
    throw refusalOf(answer, keyRef)
  }

  const chainFor = async (keyRef: KeyRef): Promise<Certificate[]> => {
    const { token, id } = placeOf(keyRef)
    const found = await certificatesOf({ kind: 'certificates', token }, keyRef)
    const own = found.find((one) => one.id === id)
    if (!own) throw new Refusal('signing.key-unknown', { keyRef })
    const beside = found.filter((one) => one !== own).map(({ certificate }) => readCertificate(certificate))
    return chainOf(readCertificate(own.certificate), [...beside, ...authorities()])
  }

  const signAll = async (keyRef: KeyRef, documents: readonly ToSign[], pin: string) => {
    const { token, id } = placeOf(keyRef)
    const [own] = await chainFor(keyRef)
    const inputs = documents.map(({ signedAttributesDer, hash }) => {
      const digest = digestOf(signedAttributesDer, hash)
      return own?.keyType === 'ec' ? digest : digestInfo(digest, hash)
    })
    return pins.attempt(token, async () => {
      if (pin === '') return undefined
      const answer = await ask(
        { kind: 'sign', token, id, pin, inputs },
        answerWithinMs + documents.length * FOR_EACH_MS,
      )
      if (answer.kind === 'signatures') return answer
      if (answer.kind === 'refused' && answer.why === 'wrong-pin') return undefined
      throw refusalOf(answer, keyRef)
    })
  }

  const signer: Signer & { listKeys(): Promise<KeyRef[]>; close(): Promise<void> } = {
    name: 'pkcs11',
    authorisedBy: 'pin',
    certificateChain: async (keyRef) => (await chainFor(keyRef)).map(({ der }) => der),
    async start(keyRef, documents, { pin = '' }) {
      const { keyType, signatures } = await signAll(keyRef, documents, pin)
      const answers = documents.map(({ id }, index) => {
        const signature = signatures[index]
        if (!signature) return { id, refusal: new Refusal('signing.signer-unavailable', { name: 'pkcs11' }) }
        return { id, signature: keyType === 'ec' ? ecdsaSignature(signature) : signature }
      })
      return { state: 'answered', answers }
    },
    follow: () => Promise.reject(new Refusal('signing.expired')),
    unlock: (keyRef) => pins.unlock(placeOf(keyRef).token),
    async listKeys() {
      const found = (await certificatesOf({ kind: 'list' }, '')).filter(
        ({ certificate, id }) => id !== '' && !readCertificate(certificate).isAuthority,
      )
      return found.map(pkcs11KeyRef)
    },
    close: () => thread.close(),
  }
  return signer
}

function placeOf(keyRef: KeyRef): { token: string; id: string } {
  const at = keyRef.lastIndexOf('/')
  if (at < 1 || !/^([0-9a-f]{2})+$/.test(keyRef.slice(at + 1))) throw new Refusal('signing.key-unknown', { keyRef })
  return { token: keyRef.slice(0, at), id: keyRef.slice(at + 1) }
}

function refusalOf(answer: TokenAnswer, keyRef: KeyRef): Refusal {
  if (answer.kind !== 'refused') return new Refusal('signing.signer-unavailable', { name: 'pkcs11' })
  if (answer.why === 'no-key') return new Refusal('signing.key-unknown', { keyRef })
  if (answer.why === 'locked') return new Refusal('signing.key-locked', { keyRef })
  return new Refusal('signing.signer-unavailable', { name: 'pkcs11', cause: answer.detail })
}
