import { createCipheriv, scryptSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { newKeyPair } from './crypto/issue-certificate.ts'
import { sealKey, unsealKey } from './key-folder.ts'

const PIN = '112233'

it('opens a key with its own PIN alone', async () => {
  const { privateKey } = await newKeyPair('p-256')
  const sealed = await sealKey(privateKey, PIN)
  expect((await unsealKey(sealed, PIN))?.equals(privateKey)).toBe(true)
  expect(await unsealKey(sealed, '112234')).toBeUndefined()
})

it('opens what was sealed in one pass, as older files are', async () => {
  const { privateKey } = await newKeyPair('p-256')
  const [salt, nonce] = [Buffer.alloc(16, 1), Buffer.alloc(12, 2)]
  const cost = 2 ** 15
  const key = scryptSync(PIN, salt, 32, { N: cost, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()])
  const text = (bytes: Buffer) => bytes.toString('base64')
  const older = { cost, salt: text(salt), nonce: text(nonce), tag: text(cipher.getAuthTag()), ciphertext: text(sealed) }
  expect((await unsealKey(older, PIN))?.equals(privateKey)).toBe(true)
})
