import { Refusal } from '../../platform/refusal.ts'
import type { Signer, Signers } from '../signer.ts'

export function allSigners(signers: readonly Signer[]): Signers {
  const byName = new Map(signers.map((signer) => [signer.name, signer]))
  return {
    named(name) {
      const found = byName.get(name)
      if (!found) throw new Refusal('signing.signer-unknown', { name })
      return found
    },
    all: () => [...byName.values()],
  }
}
