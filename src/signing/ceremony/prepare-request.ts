import { createHash } from 'node:crypto'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fingerprint, readCertificate } from '../crypto/certificate.ts'
import { prepareSignature, type PreparedSignature } from '../prepare-signature.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import { refuseRevoked } from '../register/ask-revocation.ts'
import { signersPort, type Signer, type ToSign } from '../signer.ts'
import { orFailed } from './note-failed.ts'
import type { SigningPurpose } from './purpose.ts'
import type { SigningFailed, SigningItem } from './signing-outcome.ts'

export type PreparedItem<Context> = {
  id: string
  request: SigningRequest<Context>
  signer: Signer
  prepared: PreparedSignature
  /** Bytes of the file before; what comes after them is new. */
  sizeBefore: number
  document: ToSign
}

export type PreparedSlice<Context> = { ready: PreparedItem<Context>[]; failed: SigningFailed[] }

/** Files worked on at once: a batch of five hundred is never in memory whole. */
const SLICE = 8
const SLICE_BYTES = 32 * 1024 * 1024

/** Asks for each file and makes it ready for the key, a few at a time. */
export async function* preparedSlices<Context>(
  app: App,
  purpose: SigningPurpose<Context>,
  items: readonly SigningItem<Context>[],
): AsyncGenerator<PreparedSlice<Context>> {
  let slice: PreparedSlice<Context> = { ready: [], failed: [] }
  let key: string | undefined
  for (const { id, ask } of items) {
    try {
      const request = await ask()
      if (key === undefined) {
        key = keyOf(request)
        // Asked once for all of them; where nobody answers the level that is demanded decides.
        if (request.fingerprint !== null) {
          const { fingerprint } = request
          await orFailed(app, request.id, () => refuseRevoked(app, fingerprint))
        }
      }
      // One authorisation opens one key: a PIN tried on another would be a wrong one.
      const whyNot = key === keyOf(request) ? undefined : new Refusal('signing.other-key')
      slice.ready.push({ id, ...(await orFailed(app, request.id, () => prepare(app, purpose, request, whyNot))) })
    } catch (error) {
      slice.failed.push({ id, state: 'failed', error })
    }
    const bytes = slice.ready.reduce((sum, one) => sum + one.prepared.pdf.length, 0)
    if (slice.ready.length < SLICE && bytes < SLICE_BYTES) continue
    yield slice
    slice = { ready: [], failed: [] }
  }
  yield slice
}

const keyOf = ({ signer, keyRef }: SigningRequest<unknown>) => `${signer} ${keyRef}`

async function prepare<Context>(
  app: App,
  purpose: SigningPurpose<Context>,
  request: SigningRequest<Context>,
  whyNot: Refusal | undefined,
): Promise<Omit<PreparedItem<Context>, 'id'>> {
  if (whyNot) throw whyNot
  const signer = app.ports.get(signersPort).named(request.signer)
  const { title, ...look } = await purpose.look(app, request)
  const pdf = await bytesOf(app, request)
  const certificateChain = await signer.certificateChain(request.keyRef)
  refuseAnothers(request, certificateChain[0] && fingerprint(readCertificate(certificateChain[0])))
  const { fill } = request
  const prepared = await prepareSignature({ ...look, pdf, fill, certificateChain, now: app.clock.now() })
  const { signedAttributesDer, hash } = prepared
  const document = { id: request.id, title, signedAttributesDer, hash }
  return { request, signer, prepared, sizeBefore: pdf.length, document }
}

/** Only the certificate that is in the register for this person or agency: what another device holds signs for somebody else. */
export function refuseAnothers(request: Pick<SigningRequest, 'fingerprint'>, found: string | undefined): void {
  if (found !== request.fingerprint) throw new Refusal('signing.certificate-of-another')
}

/** The store names files by their content; a disk that lies must not get a signature. */
export async function bytesOf(app: App, { sha256 }: Pick<SigningRequest, 'sha256'>): Promise<Buffer> {
  const bytes = await app.files.bytes(sha256)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Refusal('signing.content-changed')
  return bytes
}
