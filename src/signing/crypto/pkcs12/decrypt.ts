import { createDecipheriv } from 'node:crypto'
import { TAG, children, expectTag, oidText, type Der } from '../der.ts'
import { keyByPbkdf2, keyByPkcs12, roundsOf } from './password-key.ts'
import { Pkcs12Error } from './problem.ts'

const PBES2 = '1.2.840.113549.1.5.13'
/** pbeWithSHAAnd3-KeyTripleDES-CBC: what Windows wrote for twenty years; weak, but read once and never written. */
const SHA1_3DES = '1.2.840.113549.1.12.1.3'

const CIPHERS: Record<string, { name: string; keyLength: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
}

/** Opens what a password locks, by the algorithm the file names. @throws Pkcs12Error */
export async function decryptWithPassword(
  algorithm: Der | undefined,
  locked: Buffer,
  password: string,
): Promise<Buffer> {
  const [type, parameters] = children(expectTag(algorithm, TAG.sequence))
  const scheme = oidText(type)
  if (scheme === PBES2) {
    const [derivation, encryption] = children(expectTag(parameters, TAG.sequence))
    const [cipherType, iv] = children(expectTag(encryption, TAG.sequence))
    const cipher = CIPHERS[oidText(cipherType)]
    if (!cipher) throw new Pkcs12Error('legacy-cipher')
    const key = await keyByPbkdf2(derivation, password, cipher.keyLength)
    return opened(cipher.name, key, expectTag(iv, TAG.octetString).content, locked)
  }
  if (scheme !== SHA1_3DES) throw new Pkcs12Error('legacy-cipher')
  const [salt, rounds] = children(expectTag(parameters, TAG.sequence))
  const common = { salt: expectTag(salt, TAG.octetString).content, rounds: roundsOf(rounds), hash: 'sha1' }
  const key = keyByPkcs12(password, { ...common, purpose: 'key', length: 24 })
  const iv = keyByPkcs12(password, { ...common, purpose: 'iv', length: 8 })
  return opened('des-ede3-cbc', key, iv, locked)
}

function opened(cipher: string, key: Buffer, iv: Buffer, locked: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(cipher, key, iv)
    return Buffer.concat([decipher.update(locked), decipher.final()])
  } catch {
    throw new Pkcs12Error('wrong-password')
  }
}
