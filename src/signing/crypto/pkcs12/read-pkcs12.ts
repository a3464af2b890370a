import { createHmac, createPrivateKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { readCertificate, type Certificate } from '../certificate.ts'
import { chainOf } from '../chain.ts'
import { TAG, children, decode, expectTag, oidText, type Der } from '../der.ts'
import { hashName, OID } from '../oid.ts'
import { decryptWithPassword } from './decrypt.ts'
import { definite } from './definite.ts'
import { HMAC_HASHES, keyByPbkdf2, keyByPkcs12, roundsOf } from './password-key.ts'
import { Pkcs12Error } from './problem.ts'

const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const PBMAC1 = '1.2.840.113549.1.5.14'
const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  nested: '1.2.840.113549.1.12.10.1.6',
} as const
const X509 = '1.2.840.113549.1.9.22.1'
const DEEPEST = 4

/** A key with its certificate and what is above it in the file. */
export type Pkcs12Content = { privateKey: KeyObject; chain: Certificate[] }

/**
 * Reads a PFX or PKCS#12 file (RFC 7292) of one key, opened by its password. `others` may complete the chain.
 * @throws Pkcs12Error why it cannot be used
 */
export async function readPkcs12(
  bytes: Uint8Array,
  password: string,
  others: readonly Certificate[] = [],
): Promise<Pkcs12Content> {
  const { keys, certificates } = await orUnreadable(() => contentsOf(bytes, password))
  if (keys.length === 0) throw new Pkcs12Error('no-key')
  if (keys.length > 1) throw new Pkcs12Error('several-keys')
  const [privateKey] = keys
  const own = privateKey && certificates.find(({ x509 }) => x509.checkPrivateKey(privateKey))
  if (!own) throw new Pkcs12Error('no-certificate')
  return { privateKey, chain: chainOf(own, [...certificates, ...others]) }
}

async function orUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Pkcs12Error ? error : new Pkcs12Error('unreadable')
  }
}

type Contents = { keys: KeyObject[]; certificates: Certificate[] }

async function contentsOf(bytes: Uint8Array, password: string): Promise<Contents> {
  const [, safe, mac] = children(expectTag(decode(definite(bytes)), TAG.sequence))
  const authenticated = dataOf(safe)
  if (mac && !(await isMacRight(mac, authenticated, password))) throw new Pkcs12Error('wrong-password')
  const found: Contents = { keys: [], certificates: [] }
  for (const part of children(expectTag(decode(definite(authenticated)), TAG.sequence))) {
    await addBags(await safeContents(part, password), password, found)
  }
  return found
}

/** The bytes inside a ContentInfo of plain data. */
function dataOf(contentInfo: Der | undefined): Buffer {
  const [type, wrapped] = children(expectTag(contentInfo, TAG.sequence))
  if (oidText(type) !== OID.data) throw new Pkcs12Error('unreadable')
  return expectTag(children(expectTag(wrapped, 0xa0))[0], TAG.octetString).content
}

async function safeContents(part: Der, password: string): Promise<Buffer> {
  const [type, wrapped] = children(part)
  if (oidText(type) !== ENCRYPTED_DATA) return dataOf(part)
  const [, info] = children(expectTag(children(expectTag(wrapped, 0xa0))[0], TAG.sequence))
  const [, algorithm, locked] = children(expectTag(info, TAG.sequence))
  // [0] IMPLICIT OCTET STRING, in one piece or in several.
  const isInPieces = locked?.tag === 0xa0
  const content = isInPieces ? Buffer.concat(children(locked).map((one) => one.content)) : locked?.content
  return decryptWithPassword(algorithm, content ?? Buffer.alloc(0), password)
}

async function addBags(safe: Buffer, password: string, found: Contents, depth = 0): Promise<void> {
  for (const bag of children(expectTag(decode(definite(safe)), TAG.sequence))) {
    const [type, wrapped] = children(bag)
    const value = children(expectTag(wrapped, 0xa0))[0]
    if (!value) throw new Pkcs12Error('unreadable')
    const kind = oidText(type)
    if (kind === BAG.key) found.keys.push(keyOf(value.raw))
    else if (kind === BAG.shroudedKey) {
      const [algorithm, locked] = children(value)
      const plain = await decryptWithPassword(algorithm, expectTag(locked, TAG.octetString).content, password)
      found.keys.push(keyOf(plain))
      plain.fill(0)
    } else if (kind === BAG.certificate) {
      const [form, holder] = children(value)
      if (oidText(form) !== X509) continue
      found.certificates.push(readCertificate(expectTag(children(expectTag(holder, 0xa0))[0], TAG.octetString).content))
    } else if (kind === BAG.nested && depth < DEEPEST) await addBags(value.raw, password, found, depth + 1)
  }
}

const keyOf = (pkcs8: Buffer): KeyObject => createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })

/** HMAC over the whole content: by the derivation of PKCS#12 or, in newer files, by PBMAC1 (RFC 9579). */
async function isMacRight(mac: Der, content: Buffer, password: string): Promise<boolean> {
  const [info, salt, rounds] = children(expectTag(mac, TAG.sequence))
  const [algorithm, digest] = children(expectTag(info, TAG.sequence))
  const wanted = expectTag(digest, TAG.octetString).content
  const [type, parameters] = children(expectTag(algorithm, TAG.sequence))
  const made =
    oidText(type) === PBMAC1
      ? await byPbmac1(parameters, content, password)
      : byPkcs12(type, { salt: expectTag(salt, TAG.octetString).content, rounds }, content, password)
  return made.length === wanted.length && timingSafeEqual(made, wanted)
}

async function byPbmac1(parameters: Der | undefined, content: Buffer, password: string): Promise<Buffer> {
  const [derivation, scheme] = children(expectTag(parameters, TAG.sequence))
  const hash = HMAC_HASHES[oidText(children(expectTag(scheme, TAG.sequence))[0])]
  if (!hash) throw new Pkcs12Error('legacy-cipher')
  return createHmac(hash, await keyByPbkdf2(derivation, password))
    .update(content)
    .digest()
}

const DIGEST_BYTES: Record<string, number> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 }

function byPkcs12(
  type: Der | undefined,
  { salt, rounds }: { salt: Buffer; rounds: Der | undefined },
  content: Buffer,
  password: string,
): Buffer {
  const named = oidText(type)
  const hash = named === OID.sha1 ? 'sha1' : hashName(named)
  if (!hash) throw new Pkcs12Error('legacy-cipher')
  const key = keyByPkcs12(password, {
    purpose: 'mac',
    salt,
    rounds: rounds ? roundsOf(rounds) : 1,
    length: DIGEST_BYTES[hash] ?? 20,
    hash,
  })
  return createHmac(hash, key).update(content).digest()
}
