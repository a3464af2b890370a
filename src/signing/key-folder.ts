import { createCipheriv, createDecipheriv, createPrivateKey, randomBytes, scrypt } from 'node:crypto'
import type { KeyObject, ScryptOptions } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCertificate } from './crypto/certificate.ts'
import type { Certificate } from './crypto/certificate.ts'
import { writeDurably } from './durable-file.ts'
import type { KeyRef } from './signer.ts'

/** One key at rest: certificates in the open, the PKCS#8 key sealed with AES-256-GCM under scrypt of the PIN. */
export type KeyRecord = {
  keyRef: KeyRef
  chain: Certificate[]
  sealedKey: SealedKey
  failedTries: number
  /** Unlocked by an administrator: its holder sets a new PIN before it signs again. */
  mustChangePin?: boolean
}

type SealedKey = { cost: number; parallel?: number; salt: string; nonce: string; tag: string; ciphertext: string }
type KeyFile = Omit<KeyRecord, 'chain'> & { version: 1; chain: string[] }

/** scrypt N and p: 16 MB and about 60 ms for each guess of a PIN; one pass over 32 MB, as older files have it, is worth no more. */
const SCRYPT = { cost: 2 ** 14, parallel: 2 }

/** A folder with one file per key, readable by the service account alone. */
export type KeyFolder = {
  read(keyRef: KeyRef): Promise<KeyRecord | undefined>
  write(record: KeyRecord): Promise<void>
}

export function openKeyFolder(folder: string): KeyFolder {
  const fileOf = (keyRef: KeyRef) => {
    if (!/^[a-z0-9][a-z0-9.-]{0,120}$/.test(keyRef)) throw new Error(`not a name of a key: ${keyRef}`)
    return join(folder, `${keyRef}.key.json`)
  }
  return {
    async read(keyRef) {
      const text = await readFile(fileOf(keyRef), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (text === undefined) return undefined
      const file = JSON.parse(text) as KeyFile
      const chain = file.chain.map((der) => readCertificate(Buffer.from(der, 'base64')))
      const { keyRef: name, sealedKey, failedTries, mustChangePin = false } = file
      return { keyRef: name, chain, sealedKey, failedTries, mustChangePin }
    },
    async write(record) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const chain = record.chain.map((certificate) => certificate.der.toString('base64'))
      const file: KeyFile = { version: 1, ...record, chain }
      await writeDurably(fileOf(record.keyRef), JSON.stringify(file, null, 1))
    },
  }
}

export async function sealKey(privateKey: KeyObject, pin: string): Promise<SealedKey> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await pinKey(pin, salt, SCRYPT), nonce)
  const ciphertext = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()])
  const text = (bytes: Buffer) => bytes.toString('base64')
  return {
    ...SCRYPT,
    salt: text(salt),
    nonce: text(nonce),
    tag: text(cipher.getAuthTag()),
    ciphertext: text(ciphertext),
  }
}

/** The key, or undefined when the PIN is not the right one. */
export async function unsealKey(sealed: SealedKey, pin: string): Promise<KeyObject | undefined> {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  const key = await pinKey(pin, bytes(sealed.salt), sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.nonce), { authTagLength: 16 })
  decipher.setAuthTag(bytes(sealed.tag))
  const plain = decipher.update(bytes(sealed.ciphertext))
  try {
    decipher.final()
  } catch {
    return undefined
  }
  const privateKey = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
  plain.fill(0)
  return privateKey
}

function pinKey(
  pin: string,
  salt: Buffer,
  { cost, parallel = 1 }: Pick<SealedKey, 'cost' | 'parallel'>,
): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: 8, p: parallel, maxmem: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
