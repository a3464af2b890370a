import { constants, createECDH, privateEncrypt, randomBytes, type KeyObject } from 'node:crypto'
import { digestInfo } from '../crypto/raw-signature.ts'
import type { SignatureHash } from '../signer.ts'

/** Signs what was hashed elsewhere, which Node.js does not offer for curves: RFC 8017, 9.2 and FIPS 186-5, 6.4. */
export function signDigest(key: KeyObject, digest: Buffer, hash: SignatureHash): Buffer {
  return key.asymmetricKeyType === 'ec'
    ? ecdsa(key, digest)
    : privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(digest, hash))
}

const CURVES: Record<string, { name: string; bytes: number; order: bigint }> = {
  'P-256': {
    name: 'prime256v1',
    bytes: 32,
    order: BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'),
  },
  'P-384': {
    name: 'secp384r1',
    bytes: 48,
    order: BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973'),
  },
}

/** r and s side by side, as such services give them. */
function ecdsa(key: KeyObject, digest: Buffer): Buffer {
  const { crv = '', d = '' } = key.export({ format: 'jwk' })
  const curve = CURVES[crv]
  if (!curve) throw new Error(`no curve ${crv} here`)
  const { name, bytes, order } = curve
  const secret = numberOf(Buffer.from(d, 'base64url'))
  // A hash longer than the curve loses its last bits.
  const message = numberOf(digest.subarray(0, bytes))
  for (;;) {
    const once = (numberOf(randomBytes(bytes + 8)) % (order - 1n)) + 1n
    const point = createECDH(name)
    point.setPrivateKey(bytesOf(once, bytes))
    const r = numberOf(point.getPublicKey().subarray(1, 1 + bytes)) % order
    const s = (power(once, order - 2n, order) * (message + r * secret)) % order
    if (r !== 0n && s !== 0n) return Buffer.concat([bytesOf(r, bytes), bytesOf(s, bytes)])
  }
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
const bytesOf = (value: bigint, length: number): Buffer =>
  Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex')

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let square = base % modulus, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
