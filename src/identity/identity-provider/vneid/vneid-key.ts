import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

/** Our key towards VNeID, PEM in PKCS#1 or PKCS#8. Throws when the file is not there or holds no RSA key. */
export async function readVneidKey(path: string): Promise<KeyObject> {
  const key = createPrivateKey(await readFile(path, 'utf8'))
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`${path} holds no RSA key`)
  return key
}

/** The same for a demo, made on this machine when it is not there yet. */
export async function demoVneidKey(path: string): Promise<KeyObject> {
  return readVneidKey(path).catch(async () => {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    return privateKey
  })
}
