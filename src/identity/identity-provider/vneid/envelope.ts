import { constants, createDecipheriv, privateDecrypt, type KeyObject } from 'node:crypto'

/** An answer of VNeID: `data` under AES-ECB, its key under our RSA key with PKCS#1 v1.5 padding; both Base64. */
export type Envelope = { data: string; key: string }

const KEY_BYTES = new Set([16, 24, 32])

/** What is in an envelope addressed to us. Throws for one that is not, or was changed beyond its padding. */
export function openEnvelope(ours: KeyObject, { data, key }: Envelope): Buffer {
  const secret = privateDecrypt({ key: ours, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(key, 'base64'))
  if (!KEY_BYTES.has(secret.length)) throw new Error('the key in the envelope is no AES key')
  // ECB, without an initial vector and without a proof of origin, is VNeID's choice; TLS is what protects the way.
  const decipher = createDecipheriv(`aes-${secret.length * 8}-ecb`, secret, null)
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()])
}

export function isEnvelope(answer: unknown): answer is Envelope {
  const { data, key } = (answer ?? {}) as Record<string, unknown>
  return typeof data === 'string' && typeof key === 'string'
}
