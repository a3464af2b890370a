import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openSigningBench, type SigningBench } from '../../src/signing/long-term/testing.ts'
import { verifyPdf } from '../../src/signing/index.ts'
import type { Part } from './part.ts'
import { milliseconds, type Row } from './report.ts'
import { perSecond, spreadOf } from './timing.ts'

const run = promisify(execFile)

/** Time stamps of a file at each level: over the signature, over the archive. */
const STAMPS = { 'B-T': 1, 'B-LT': 1, 'B-LTA': 2 } as const

/**
 * A one-page document signed visibly with RSA-2048, services in the same process, answers about revocations young and kept. The
 * floor is OpenSSL with keys of the same kinds on the same bytes: the CMS and each time stamp, no PDF, nothing to see.
 */
export const levels: Part = async ({ quick }) => {
  const bench = await openSigningBench()
  const openssl = await openOpenssl(bench.source)
  const count = quick ? 20 : 300
  const rows: Row[] = []
  try {
    for (const [level, stamps] of Object.entries(STAMPS) as [keyof typeof STAMPS, number][]) {
      await perSecond(quick ? 5 : 50, 1, () => bench.sign(level))
      const ours = await perSecond(count, 1, () => bench.sign(level))
      const theirs = await perSecond(quick ? 5 : 40, 1, () => openssl.sign(stamps))
      rows.push({
        what: `Sign a visible document at ${level}, one after the other`,
        measured: `${ours.toFixed(0)}/s`,
        floor: `${theirs.toFixed(0)}/s, \`openssl cms -sign\` and ${stamps} × \`openssl ts\` on the same bytes, no PDF`,
        ratio: theirs / ours,
        aim: 'within 2 ×',
        isMet: theirs / ours <= 2,
      })
    }
    rows.push(await verifying(bench, quick))
    return rows
  } finally {
    await Promise.all([bench.close(), openssl.close()])
  }
}

const SIGNATURES = 10
const VERIFY_MS = 300

/** What our verifier takes for a file that ten signed in turn, each with a time stamp. */
async function verifying(bench: SigningBench, quick: boolean): Promise<Row> {
  const pdf = await bench.inTurn(SIGNATURES)
  const times = Array.from({ length: quick ? 5 : 40 }, () => {
    const began = performance.now()
    const { verdict, signatures } = verifyPdf(pdf, bench.trust, new Date())
    if (verdict !== 'valid' || signatures.length !== SIGNATURES) throw new Error(`${verdict}: ${signatures.length}`)
    return performance.now() - began
  })
  const { p50, p95, most } = spreadOf(times)
  return {
    what: `Verify a file with ${SIGNATURES} signatures`,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, most ${milliseconds(most)}`,
    aim: `under ${VERIFY_MS} ms`,
    isMet: most < VERIFY_MS,
  }
}

const AUTHORITY = `[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1.1
digests = sha256
`

async function openOpenssl(content: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-openssl-'))
  const openssl = (...words: string[]) => run('openssl', words, { cwd: folder })
  const certify = (name: string, ...more: string[]) =>
    openssl('req', '-x509', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-days', '1', '-out', `${name}.pem`, ...more)
  await writeFile(join(folder, 'content'), content)
  await writeFile(join(folder, 'tsa.cnf'), AUTHORITY)
  await writeFile(join(folder, 'serial'), '01')
  await openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'signer.key')
  await openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'tsa.key')
  await certify('signer')
  await certify('tsa', '-addext', 'extendedKeyUsage=critical,timeStamping')
  const key = (name: string) => ['-signer', `${name}.pem`, '-inkey', `${name}.key`]
  return {
    async sign(stamps: number): Promise<void> {
      const cms = ['cms', '-sign', '-binary', '-cades', '-in', 'content', '-outform', 'DER', '-out', 'signature']
      await openssl(...cms, ...key('signer'))
      for (let stamp = 0; stamp < stamps; stamp++) {
        await openssl('ts', '-query', '-data', 'signature', '-sha256', '-cert', '-out', 'query')
        const reply = ['ts', '-reply', '-config', 'tsa.cnf', '-section', 'tsa', '-queryfile', 'query', '-out', 'reply']
        await openssl(...reply, ...key('tsa'))
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
