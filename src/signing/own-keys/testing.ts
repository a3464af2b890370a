import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '../../../test/support/temporary-folder.ts'
import type { DemoPki } from '../demo-pki.ts'
import { unsealKey } from '../key-folder.ts'

const run = promisify(execFile)

export type PfxFile = { keyRef: string; pin: string; password: string; words?: readonly string[] }

/** The file an authority would hand to the holder of a key of the demonstration, written by OpenSSL. */
export async function pfxOf(pki: DemoPki, { keyRef, pin, password, words = [] }: PfxFile): Promise<Buffer> {
  const record = await pki.keys.read(keyRef)
  const key = record && (await unsealKey(record.sealedKey, pin))
  if (!record || !key) throw new Error(`no key ${keyRef}`)
  const folder = await temporaryFolder('motcua-pfx-')
  const [pem, certificates, out] = ['key.pem', 'chain.pem', 'out.pfx'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(pem, key.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  await writeFile(certificates, record.chain.map(({ x509 }) => x509.toString()).join('\n'))
  const given = ['-inkey', pem, '-in', certificates, '-passout', `pass:${password}`, '-out', out, ...words]
  await run('openssl', ['pkcs12', '-export', ...given])
  const bytes = await readFile(out)
  await rm(folder, { recursive: true })
  return bytes
}
