import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueCertificate, newKeyPair } from '../../crypto/issue-certificate.ts'

const DAY = 86_400_000

/** Self-made, as the real program makes one for itself when it is installed: the browser has to be told to believe it, once. */
export async function localCertificate(folder: string, now: Date): Promise<{ key: string; cert: string }> {
  const path = join(folder, 'local-signer.pem')
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (kept !== undefined) return { key: kept, cert: kept }
  const { privateKey, publicKey } = await newKeyPair('p-256')
  const certificate = issueCertificate({
    subject: [['commonName', '127.0.0.1']],
    publicKey,
    notBefore: new Date(now.getTime() - DAY),
    notAfter: new Date(now.getTime() + 365 * DAY),
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: '1.3.6.1.5.5.7.3.1',
    isLoopback: true,
    issuerKey: privateKey,
  })
  const made = `${privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}${certificate.x509.toString()}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(path, made, { mode: 0o600 })
  return { key: made, cert: made }
}
