import { createHash } from 'node:crypto'
import type { SignatureHash } from '../signer.ts'

/** Bytes hashed at once: about 10 ms, then whoever else waits has a turn. */
const STRETCH = 4 * 1024 * 1024

/** The hash of these bytes one after the other; of a large file without holding everybody else up. */
export async function digestInTurns(hash: SignatureHash, parts: readonly Uint8Array[]): Promise<Buffer> {
  const digest = createHash(hash)
  for (const part of parts) {
    for (let at = 0; at < part.length; at += STRETCH) {
      if (at > 0) await new Promise<void>((resolve) => setImmediate(resolve))
      digest.update(part.subarray(at, at + STRETCH))
    }
  }
  return digest.digest()
}
