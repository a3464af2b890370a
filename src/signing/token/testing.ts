import { createSign, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { fingerprint, type Certificate } from '../crypto/certificate.ts'
import { unsealKey, type KeyFolder } from '../key-folder.ts'

export type TokenKey = { chain: readonly Certificate[]; privateKey: KeyObject; fingerprint: string }

/** A key of the demonstration as if it lay on a token. */
export async function tokenKey(keys: KeyFolder, { keyRef, pin }: { keyRef: string; pin: string }): Promise<TokenKey> {
  const record = await keys.read(keyRef)
  const privateKey = record && (await unsealKey(record.sealedKey, pin))
  const own = record?.chain[0]
  if (!privateKey || !own) throw new Error(`no key ${keyRef}`)
  return { chain: record.chain, privateKey, fingerprint: fingerprint(own) }
}

/** Signs as a program that is not ours: another library reads the file, appends to it and makes the CMS, in a field of its own. */
export async function signElsewhere(
  pdf: Uint8Array,
  { chain, privateKey }: TokenKey,
  signingTime: Date,
  fieldName?: string,
): Promise<Buffer> {
  const document = await PDF.load(pdf)
  const [own, ...above] = chain
  if (!own) throw new Error('no certificate on the token')
  const isRsa = own.keyType === 'rsa'
  const { bytes } = await document.sign({
    signer: {
      certificate: own.der,
      certificateChain: above.map(({ der }) => der),
      keyType: isRsa ? 'RSA' : 'EC',
      signatureAlgorithm: isRsa ? 'RSASSA-PKCS1-v1_5' : 'ECDSA',
      sign: async (data) => createSign('sha256').update(data).sign(privateKey),
    },
    signingTime,
    fieldName: fieldName ?? `token-${randomUUID()}`,
  })
  return Buffer.from(bytes)
}
