import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** An opaque secret for a cookie or a program: 256 bits, only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function boxKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'motcua identity second factor', 32))
}

/** Encrypts a small secret for the database (AES-256-GCM), bound to the account it belongs to. */
export function sealSecret(secret: string, accountId: string, plain: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', boxKey(secret), iv).setAAD(Buffer.from(accountId))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws when the box was made with another key or for another account. */
export function openSecret(secret: string, accountId: string, box: string): string {
  const bytes = Buffer.from(box, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', boxKey(secret), bytes.subarray(0, 12)).setAAD(Buffer.from(accountId))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
