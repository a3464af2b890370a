import { Refusal } from '../platform/refusal.ts'
import type { Authorisation, KeyRef, Signer, ToSign } from './signer.ts'

/** One signature by a signer that answers at once. @throws Refusal what the signer refuses with */
export async function signAtOnce(
  signer: Signer,
  keyRef: KeyRef,
  document: Omit<ToSign, 'id'>,
  authorisation: Authorisation,
): Promise<Uint8Array> {
  const progress = await signer.start(keyRef, [{ ...document, id: 'only' }], authorisation)
  if (progress.state === 'waiting') throw new Refusal('signing.must-be-confirmed')
  const [answer] = progress.answers
  if (!answer) throw new Refusal('signing.signer-unavailable', { name: signer.name })
  if ('refusal' in answer) throw answer.refusal
  return answer.signature
}
