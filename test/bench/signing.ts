import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { issuedDocument, openSigningWorld, typstDocument, type SigningWorld } from '../../src/signing/testing.ts'
import type { Part } from './part.ts'
import { perSecond } from './timing.ts'

const run = promisify(execFile)

/**
 * Results signed by a leader (RSA-2048) and sealed by an agency (P-256) in a second, each signature with a time-stamp asked
 * over HTTP, keys opened with their PIN each time. The floor is OpenSSL signing as often with keys of the same kinds.
 */
export const signing: Part = async ({ quick }) => {
  const world = await openSigningWorld({ now: () => new Date() })
  try {
    const source = typstDocument()
    await issuedDocument(world, source)
    const count = quick ? 8 : 60
    const one = await perSecond(count, 1, () => issuedDocument(world, source))
    const four = await perSecond(count, 4, () => issuedDocument(world, source))
    const speed = await opensslSpeed(quick ? 1 : 3)
    const bare = 1 / (1 / speed.rsa + 3 / speed.p256)
    const commands = await opensslCommands(quick ? 5 : 40, source)
    return [
      {
        what: 'Sign and seal a result, each with a time-stamp, one after the other',
        measured: `${one.toFixed(1)}/s`,
        floor: `${commands.toFixed(0)}/s, \`openssl dgst -sign\` of the file four times (1 RSA-2048, 3 P-256)`,
        ratio: commands / one,
      },
      {
        what: 'The same, four at once',
        measured: `${four.toFixed(1)}/s`,
        floor: `${bare.toFixed(0)}/s, the four signatures alone (\`openssl speed\`)`,
        ratio: bare / four,
      },
    ]
  } finally {
    await closeWorld(world)
  }
}

async function closeWorld({ server, folder }: SigningWorld): Promise<void> {
  await server.close()
  await rm(folder, { recursive: true, force: true })
}

async function opensslSpeed(seconds: number): Promise<{ rsa: number; p256: number }> {
  const { stdout } = await run('openssl', ['speed', '-seconds', String(seconds), 'rsa2048', 'ecdsap256'])
  const signs = (line: RegExp) => Number(line.exec(stdout)?.[1] ?? 0)
  return {
    rsa: signs(/^rsa 2048 bits\s+\S+s\s+\S+s\s+([\d.]+)/m),
    p256: signs(/^\s*256 bits ecdsa \(nistp256\)\s+\S+s\s+\S+s\s+([\d.]+)/m),
  }
}

async function opensslCommands(count: number, content: Buffer): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-openssl-'))
  try {
    const [file, rsa, p256] = ['content', 'rsa.pem', 'p256.pem'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await writeFile(file, content)
    await run('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', rsa])
    await run('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', p256])
    return await perSecond(count, 1, async () => {
      for (const key of [rsa, p256, p256, p256]) {
        await run('openssl', ['dgst', '-sha256', '-sign', key, '-out', join(folder, 'signature'), file])
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
