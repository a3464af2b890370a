import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Certificate } from '../crypto/certificate.ts'
import { pemOf } from '../testing-peers.ts'

const run = promisify(execFile)
const HERE = import.meta.dirname
const JARS = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map(
  (jar) => `/usr/share/java/${jar}.jar`,
)

/**
 * valid: every signature is called valid, the program is fooled where the file is not honest · finds: some signature is
 * called wrong or not trusted · none: sees no signature, or cannot read the file
 */
export type PeerAnswer = 'valid' | 'finds' | 'none'
export const PEERS = ['pdfsig', 'openssl', 'qpdf', 'mutool', 'pdfbox'] as const
export type Peer = (typeof PEERS)[number]

const hasProgram = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const isThere: Record<Peer, () => boolean> = {
  pdfsig: () => hasProgram('pdfsig') && hasProgram('certutil'),
  openssl: () => hasProgram('openssl'),
  qpdf: () => hasProgram('qpdf'),
  mutool: () => hasProgram('mutool'),
  pdfbox: () => hasProgram('javac') && spawnSync('ls', JARS).status === 0,
}
export const peersHere = (): Peer[] => PEERS.filter((peer) => isThere[peer]())

/** What each program here says of each file; only these roots are trusted. */
export async function askPeers(
  roots: Certificate[],
  files: Map<string, Buffer>,
): Promise<Map<string, Partial<Record<Peer, PeerAnswer>>>> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-peers-'))
  const database = `sql:${folder}`
  const answers = new Map<string, Partial<Record<Peer, PeerAnswer>>>()
  try {
    await writeFile(join(folder, 'roots.pem'), roots.map(pemOf).join(''))
    const here = peersHere()
    if (here.includes('pdfsig')) {
      await run('certutil', ['-N', '-d', database, '--empty-password'])
      for (const [index, root] of roots.entries()) {
        await writeFile(join(folder, `root${index}.pem`), pemOf(root))
        const names = ['-n', `root${index}`, '-t', 'C,C,C', '-i', join(folder, `root${index}.pem`)]
        await run('certutil', ['-A', '-d', database, ...names])
      }
    }
    for (const [name, bytes] of files) await writeFile(join(folder, `${name}.pdf`), bytes)
    const byPdfbox = here.includes('pdfbox') ? await pdfbox(folder, [...files.keys()]) : new Map<string, PeerAnswer>()
    for (const [name, bytes] of files) {
      const path = join(folder, `${name}.pdf`)
      const asked: Record<Exclude<Peer, 'pdfbox'>, () => Promise<PeerAnswer>> = {
        pdfsig: () => pdfsig(database, path),
        openssl: () => openssl(folder, bytes),
        qpdf: () => qpdf(path),
        mutool: () => mutool(path),
      }
      const found: Partial<Record<Peer, PeerAnswer>> = {}
      await Promise.all(
        (Object.keys(asked) as Exclude<Peer, 'pdfbox'>[])
          .filter((peer) => here.includes(peer))
          .map(async (peer) => {
            found[peer] = await asked[peer]()
          }),
      )
      const own = byPdfbox.get(name)
      if (own) found.pdfbox = own
      answers.set(name, found)
    }
    return answers
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const outputOf = (program: string, options: string[]): Promise<string> =>
  run(program, options, { timeout: 20_000, env: { ...process.env, LANG: 'C' } }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout?: string; stderr?: string }) => `${error.stdout ?? ''}${error.stderr ?? ''}`,
  )

async function pdfsig(database: string, path: string): Promise<PeerAnswer> {
  const parts = (await outputOf('pdfsig', ['-nssdir', database, path])).split(/^Signature #\d+:$/m).slice(1)
  if (parts.length === 0) return 'none'
  const isFine = (part: string) => part.includes('Signature is Valid.') && part.includes('Certificate is Trusted.')
  return parts.every(isFine) ? 'valid' : 'finds'
}

/** As scripts do that cut a signature out by its byte range. */
async function openssl(folder: string, bytes: Buffer): Promise<PeerAnswer> {
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
  const answers: boolean[] = []
  for (const range of ranges) {
    const [start = 0, length = 0, second = 0, rest = 0] = range.slice(1).map(Number)
    if (second <= start + length || second > bytes.length) continue
    const gap = bytes.toString('latin1', start + length, second).replace(/[^0-9A-Fa-f]/g, '')
    await writeFile(join(folder, 'signature.der'), Buffer.from(gap, 'hex'))
    const covered = [bytes.subarray(start, start + length), bytes.subarray(second, second + rest)]
    await writeFile(join(folder, 'covered.bin'), Buffer.concat(covered))
    const given = ['-inform', 'DER', '-in', join(folder, 'signature.der'), '-content', join(folder, 'covered.bin')]
    const judged = ['-purpose', 'any', '-no_check_time', '-CAfile', join(folder, 'roots.pem'), '-out', '/dev/null']
    const said = await outputOf('openssl', ['cms', '-verify', '-cades', '-binary', ...given, ...judged])
    answers.push(said.includes('erification successful'))
  }
  if (answers.length === 0) return 'none'
  return answers.every(Boolean) ? 'valid' : 'finds'
}

/** Knows the structure of a file and nothing of signatures. */
async function qpdf(path: string): Promise<PeerAnswer> {
  const said = await outputOf('qpdf', ['--check', path])
  if (said.includes('No syntax or stream encoding errors')) return 'valid'
  return said.includes('WARNING') ? 'finds' : 'none'
}

/** MuPDF; has no roots of ours, so that "self signed" and "unknown issuer" do not count as found. */
async function mutool(path: string): Promise<PeerAnswer> {
  const said = await outputOf('mutool', ['sign', '-v', path])
  const verdicts = [...said.matchAll(/Document [^.\n]*|signature (?:is|was|has)[^.\n]*|digest[^.\n]*/gi)].map(
    ([text]) => text,
  )
  if (verdicts.length === 0) return 'none'
  return /invalid|mismatch|failed|cannot|tampered/i.test(said.replace(/Certificate[^\n]*/gi, '')) ? 'finds' : 'valid'
}

/** PDFBox reads the file, BouncyCastle checks digest and signature. */
async function pdfbox(folder: string, names: string[]): Promise<Map<string, PeerAnswer>> {
  const paths = names.map((name) => join(folder, `${name}.pdf`))
  const said = await outputOf('java', ['-cp', JARS.join(':'), join(HERE, 'VerifyWithPdfBox.java'), ...paths])
  const lines = said.split('\n').map((line) => line.split('\t'))
  const answers = new Map(lines.map(([path = '', answer = '']) => [path, answer] as const))
  return new Map(names.map((name, index) => [name, (answers.get(paths[index] ?? '') ?? 'none') as PeerAnswer]))
}
