import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Certificate } from './crypto/certificate.ts'

const run = promisify(execFile)

export const isInstalled = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Programs that are not ours and judge our files; tests that need them say so when they are missing. */
export const hasPeers = ['pdfsig', 'certutil', 'openssl', 'qpdf'].every(isInstalled)

export const pemOf = (certificate: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${certificate.der.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`

export type PopplerSignature = { signer: string; valid: boolean; trusted: boolean; total: boolean; revoked?: true }

/**
 * Poppler's judgement with a database in which only this root is trusted. It asks the responder that certificates name, whose
 * answers must be of the machine's own time.
 */
export async function askPoppler(root: Certificate, pdf: Uint8Array): Promise<PopplerSignature[]> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-poppler-'))
  const database = `sql:${folder}`
  await writeFile(join(folder, 'root.pem'), pemOf(root))
  await writeFile(join(folder, 'file.pdf'), pdf)
  await run('certutil', ['-N', '-d', database, '--empty-password'])
  await run('certutil', ['-A', '-d', database, '-n', 'root', '-t', 'C,C,C', '-i', join(folder, 'root.pem')])
  const { stdout } = await run('pdfsig', ['-nssdir', database, join(folder, 'file.pdf')]).catch(
    (error: { stdout: string }) => error,
  )
  return stdout
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .map((text) => ({
      signer: /Common Name: (.*)/.exec(text)?.[1] ?? '',
      valid: text.includes('Signature is Valid.'),
      trusted: text.includes('Certificate is Trusted.'),
      total: text.includes('Total document signed'),
      ...(text.includes('Certificate has been Revoked') ? { revoked: true as const } : {}),
    }))
}

/** OpenSSL's judgement of one signature: the CMS over the covered bytes, and the time-stamp token over its value. */
export async function askOpenssl(
  root: Certificate,
  parts: { cms: Uint8Array; covered: Uint8Array; at: Date },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-openssl-'))
  const file = (name: string) => join(folder, name)
  await writeFile(file('root.pem'), pemOf(root))
  await writeFile(file('signature.der'), parts.cms)
  await writeFile(file('covered.bin'), parts.covered)
  const time = String(Math.floor(parts.at.getTime() / 1000))
  const cms = [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    '-in',
    file('signature.der'),
    '-content',
    file('covered.bin'),
  ]
  await run('openssl', [...cms, '-CAfile', file('root.pem'), '-purpose', 'any', '-attime', time, '-out', '/dev/null'])
}

export async function askOpensslTime(
  root: Certificate,
  parts: { token: Uint8Array; stamped: Uint8Array; untrusted: Certificate[]; at: Date },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-openssl-'))
  const file = (name: string) => join(folder, name)
  await writeFile(file('root.pem'), pemOf(root))
  await writeFile(file('others.pem'), parts.untrusted.map(pemOf).join(''))
  await writeFile(file('token.der'), parts.token)
  await writeFile(file('stamped.bin'), parts.stamped)
  const time = String(Math.floor(parts.at.getTime() / 1000))
  const files = ['-in', file('token.der'), '-token_in', '-data', file('stamped.bin'), '-CAfile', file('root.pem')]
  const { stdout, stderr } = await run('openssl', [
    'ts',
    '-verify',
    ...files,
    '-untrusted',
    file('others.pem'),
    '-attime',
    time,
  ])
  return stdout + stderr
}

export async function askQpdf(pdf: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'motcua-qpdf-')), 'file.pdf')
  await writeFile(path, pdf)
  return (await run('qpdf', ['--check', path])).stdout
}

/** OpenSSL asks a responder about a certificate and checks the answer. */
export async function askOpensslOcsp(asked: {
  root: Certificate
  issuer: Certificate
  certificate: Certificate
  url: string
}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-openssl-'))
  const file = (name: string) => join(folder, name)
  await writeFile(file('root.pem'), pemOf(asked.root))
  await writeFile(file('issuer.pem'), pemOf(asked.issuer))
  await writeFile(file('certificate.pem'), pemOf(asked.certificate))
  const whom = ['-issuer', file('issuer.pem'), '-cert', file('certificate.pem'), '-url', asked.url]
  const { stdout, stderr } = await run('openssl', ['ocsp', ...whom, '-CAfile', file('root.pem')])
  return stderr + stdout
}

/** OpenSSL checks who signed a list of revoked certificates, and prints it. */
export async function askOpensslList(issuer: Certificate, list: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-openssl-'))
  const file = (name: string) => join(folder, name)
  await writeFile(file('issuer.pem'), pemOf(issuer))
  await writeFile(file('list.crl'), list)
  const check = ['-inform', 'DER', '-in', file('list.crl'), '-CAfile', file('issuer.pem'), '-noout', '-text']
  const { stdout, stderr } = await run('openssl', ['crl', ...check])
  return stderr + stdout
}
