import { Refusal } from '../../platform/refusal.ts'
import type { Signer } from '../signer.ts'

/** The key lies on its holder's desk: nothing can be asked of it from here, only through their browser. */
export const tokenSigner: Signer = {
  name: 'token',
  authorisedBy: 'confirmation',
  certificateChain: () => Promise.reject(new Refusal('signing.token-in-browser')),
  start: () => Promise.reject(new Refusal('signing.token-in-browser')),
  follow: () => Promise.reject(new Refusal('signing.token-in-browser')),
}
