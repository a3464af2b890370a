import { createHash, verify } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { readCertificate, type Certificate } from '../../crypto/certificate.ts'
import { hashFor } from '../../crypto/cms.ts'
import { signPdf } from '../../sign-pdf.ts'
import type { Signer, ToSign } from '../../signer.ts'
import type { VerifyTrust } from '../../verification/believe.ts'
import { verifyPdf } from '../../verification/verify-pdf.ts'
import type { TriesStore } from '../pin-tries.ts'
import { cscClient, type CscAccount } from './client.ts'
import { cscSigner } from './csc.ts'
import { triedWords as words } from './try-csc.texts.ts'
import { readCredential } from './wire.ts'

export type CscTrial = {
  account: CscAccount
  clock: Clock
  tries: TriesStore
  trust: VerifyTrust
  /** The key to try; the first that the service names, when left out. */
  key?: string | undefined
  /** Without it nothing is signed. */
  pin?: string | undefined
  /** A file to sign. */
  pdf?: Uint8Array | undefined
}

export type Tried = { told: string; signed?: Buffer }

const TITLES = ['1', '2', '3']

/**
 * Goes with the client of every day through all that a service has to do before its keys can sign here, and tells each step that went
 * well. @throws Refusal for the first that does not
 */
export async function* tryCsc({ account, clock, tries, trust, ...given }: CscTrial): AsyncGenerator<Tried> {
  const client = cscClient({ account, clock })
  const signer = cscSigner({ account, tries, clock })
  yield { told: words.service(await client.info()) }
  const keys = await signer.listKeys()
  yield { told: words.keys(keys) }
  const keyRef = given.key ?? keys[0]
  if (keyRef === undefined) throw new Refusal('signing.key-unknown')
  const [own, ...above] = (await signer.certificateChain(keyRef)).map(readCertificate)
  if (!own) throw new Refusal('signing.key-unknown', { keyRef })
  yield { told: words.certificate(keyRef, own, above.length) }
  const { body } = await client.call('credentials/info', { credentialID: keyRef, authInfo: true })
  const credential = readCredential(client.version, body)
  yield { told: words.opens(credential) }
  const { pin, pdf } = given
  if (pin === undefined) return
  // A one-time password is good for one call: the file alone, or as many as the call takes.
  const isOnce = credential.otpId !== undefined
  const some = TITLES.slice(0, isOnce ? credential.multisign : TITLES.length)
  if (!isOnce || pdf === undefined) yield { told: words.signed(await signSome(signer, keyRef, { own, pin, some })) }
  if (pdf === undefined) return
  const field = { name: 'motcua-thu', page: 1, rect: [0, 0, 0, 0] as [number, number, number, number] }
  const wanted = { pdf, field, reason: words.reason, signer, keyRef, authorisation: { pin }, now: clock.now() }
  const signed = await signPdf({ ...wanted, timestampAuthority: null })
  const report = verifyPdf(signed, trust, clock.now())
  if (report.signatures.some(({ integrity }) => integrity !== 'intact')) throw new Refusal('signing.signature-invalid')
  yield { told: words.verdict(report), signed }
}

/** Each signature must fit the certificate: one that does not is worse than none. */
async function signSome(
  signer: Signer,
  keyRef: string,
  { own, pin, some }: { own: Certificate; pin: string; some: readonly string[] },
): Promise<number> {
  const hash = hashFor(own)
  const documents = some.map((title): ToSign => {
    const signedAttributesDer = createHash('sha512').update(`motcua ${title}`).digest()
    return { id: title, title, hash, signedAttributesDer }
  })
  const progress = await signer.start(keyRef, documents, { pin })
  if (progress.state === 'waiting') throw new Refusal('signing.must-be-confirmed')
  for (const one of progress.answers) {
    if ('refusal' in one) throw one.refusal
    const document = documents.find(({ id }) => id === one.id)
    const fits = document && verify(hash, document.signedAttributesDer, own.x509.publicKey, one.signature)
    if (!fits) throw new Refusal('signing.signature-invalid')
  }
  return progress.answers.length
}
