import { createHash, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { TAG, children, expectTag, oidText, type Der } from '../der.ts'
import { Pkcs12Error } from './problem.ts'

const derive = promisify(pbkdf2)

/** A file that asks for more rounds is meant to keep this machine busy. */
const MOST_ROUNDS = 1_000_000
/** These run in the way of everybody else. */
const MOST_ROUNDS_HERE = 100_000

const PRF: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
export const HMAC_HASHES: Readonly<Record<string, string>> = PRF
const PBKDF2 = '1.2.840.113549.1.5.12'

export function roundsOf(der: Der | undefined, most = MOST_ROUNDS): number {
  const hex = expectTag(der, TAG.integer).content.toString('hex')
  const rounds = hex.length > 12 ? Infinity : Number.parseInt(hex, 16)
  if (!(rounds >= 1 && rounds <= most)) throw new Pkcs12Error('unreadable')
  return rounds
}

/** PBKDF2 (RFC 8018) with its parameters as a file has them; `length` where they do not say. */
export function keyByPbkdf2(algorithm: Der | undefined, password: string, length?: number): Promise<Buffer> {
  const [type, parameters] = children(expectTag(algorithm, TAG.sequence))
  if (oidText(type) !== PBKDF2) throw new Pkcs12Error('legacy-cipher')
  const [salt, rounds, ...rest] = children(expectTag(parameters, TAG.sequence))
  const own = rest.find(({ tag }) => tag === TAG.integer)
  const prf = rest.find(({ tag }) => tag === TAG.sequence)
  const hash = prf ? PRF[oidText(children(prf)[0])] : 'sha1'
  const wanted = length ?? (own ? Number.parseInt(own.content.toString('hex'), 16) : 0)
  if (!hash || wanted < 1 || wanted > 64) throw new Pkcs12Error('legacy-cipher')
  return derive(password, expectTag(salt, TAG.octetString).content, roundsOf(rounds), wanted, hash)
}

export type Purpose = 'key' | 'iv' | 'mac'
const PURPOSE_BYTE: Record<Purpose, number> = { key: 1, iv: 2, mac: 3 }
const BLOCK: Record<string, number> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 }

/** The key derivation of PKCS#12 itself (RFC 7292, B.2). */
export function keyByPkcs12(
  password: string,
  {
    purpose,
    salt,
    rounds,
    length,
    hash,
  }: { purpose: Purpose; salt: Buffer; rounds: number; length: number; hash: string },
): Buffer {
  const block = BLOCK[hash]
  if (!block || rounds > MOST_ROUNDS_HERE) throw new Pkcs12Error('unreadable')
  const repeated = (bytes: Buffer) =>
    bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
  const diversifier = Buffer.alloc(block, PURPOSE_BYTE[purpose])
  let input: Buffer = Buffer.concat([repeated(salt), repeated(bmpString(password))])
  const result: Buffer[] = []
  for (let made = 0; made < length;) {
    let digest = createHash(hash).update(diversifier).update(input).digest()
    for (let round = 1; round < rounds; round++) digest = createHash(hash).update(digest).digest()
    result.push(digest)
    made += digest.length
    input = added(input, repeated(digest).subarray(0, block), block)
  }
  return Buffer.concat(result).subarray(0, length)
}

/** Each block of the input plus the digest plus one, as big numbers that overflow. */
function added(input: Buffer, digest: Buffer, block: number): Buffer {
  const sum = Buffer.alloc(input.length)
  for (let start = 0; start < input.length; start += block) {
    let carry = 1
    for (let index = block - 1; index >= 0; index--) {
      const value = (input[start + index] ?? 0) + (digest[index] ?? 0) + carry
      sum[start + index] = value & 0xff
      carry = value >> 8
    }
  }
  return sum
}

/** Two bytes a letter, the higher first, with two zero bytes at the end. */
const bmpString = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le').swap16()
