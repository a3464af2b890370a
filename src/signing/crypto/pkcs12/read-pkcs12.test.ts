import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sign, verify } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts'
import { openDemoPki } from '../../demo-pki.ts'
import { unsealKey } from '../../key-folder.ts'
import { AGENCY, LEADER, SIGNED_AT } from '../../testing.ts'
import { TAG, children, decode, explicit, integer, octetString, oid, sequence } from '../der.ts'
import { OID } from '../oid.ts'
import { readPkcs12 } from './read-pkcs12.ts'

const run = promisify(execFile)
const PASSWORD = 'Mật khẩu của tôi 1'
let folder: string

/** What OpenSSL writes, with the leader's key and certificates, or the agency's. */
async function pfx(words: string[], { who = 'leader', withKey = true } = {}): Promise<Buffer> {
  const out = join(folder, 'out.pfx')
  const key = withKey ? ['-inkey', join(folder, `${who}.key`)] : ['-nokeys']
  const given = ['-in', join(folder, `${who}.crt`), '-certfile', join(folder, `${who}.above.crt`)]
  await run('openssl', ['pkcs12', '-export', ...key, ...given, '-passout', `pass:${PASSWORD}`, '-out', out, ...words])
  return readFile(out)
}
const problem = (bytes: Buffer, password = PASSWORD) =>
  readPkcs12(bytes, password).then(
    () => 'read',
    (error: { problem?: string }) => error.problem,
  )

beforeAll(async () => {
  folder = await temporaryFolder('motcua-pfx-')
  const pki = await openDemoPki(folder, SIGNED_AT)
  await pki.person(LEADER, SIGNED_AT)
  await pki.agency(AGENCY, SIGNED_AT, 'p-384')
  for (const [name, { keyRef, pin }] of Object.entries({ leader: LEADER, seal: AGENCY })) {
    const record = await pki.keys.read(keyRef)
    const key = record && (await unsealKey(record.sealedKey, pin))
    if (!record || !key) throw new Error(`no key ${keyRef}`)
    const [own, ...above] = record.chain.map(({ x509 }) => x509.toString())
    await writeFile(join(folder, `${name}.key`), key.export({ format: 'pem', type: 'pkcs8' }))
    await writeFile(join(folder, `${name}.crt`), own ?? '')
    await writeFile(join(folder, `${name}.above.crt`), above.join('\n'))
  }
})

const WINDOWS = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']

describe('PKCS#12', () => {
  it.each([
    ['as OpenSSL writes it today', [], 'leader'],
    ['of an elliptic curve, with SHA-512', ['-macalg', 'sha512'], 'seal'],
    ['with AES-128', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC'], 'leader'],
    ['as Windows wrote it for years: triple DES and SHA-1', WINDOWS, 'leader'],
    ['with nothing locked and nothing summed', ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac'], 'leader'],
  ])('reads a file %s, under a Vietnamese password', async (_, words, who) => {
    const { privateKey, chain } = await readPkcs12(await pfx(words, { who }), PASSWORD)
    expect(chain).toHaveLength(2)
    expect(chain[0]?.subject.commonName).toBe(who === 'leader' ? LEADER.fullName : AGENCY.agencyName)
    const signature = sign('sha256', Buffer.from('x'), privateKey)
    expect(chain[0] && verify('sha256', Buffer.from('x'), chain[0].x509.publicKey, signature)).toBe(true)
  })

  it('knows a wrong password, with a sum and without one', async () => {
    expect(await problem(await pfx([]), 'another')).toBe('wrong-password')
    expect(await problem(await pfx(WINDOWS), '')).toBe('wrong-password')
    expect(await problem(await pfx(['-nomac']), 'another')).toBe('wrong-password')
  })

  it('says that a file is locked in a way nobody should use any more', async () => {
    expect(await problem(await pfx(['-legacy']))).toBe('legacy-cipher')
    expect(await problem(await pfx(['-legacy', '-certpbe', 'PBE-SHA1-RC2-128']))).toBe('legacy-cipher')
  })

  it('says that there is no key, or no certificate of the key', async () => {
    expect(await problem(await pfx([], { withKey: false }))).toBe('no-key')
    const out = join(folder, 'out.pfx')
    const words = ['-inkey', join(folder, 'leader.key'), '-nocerts', '-passout', `pass:${PASSWORD}`, '-out', out]
    await run('openssl', ['pkcs12', '-export', ...words])
    expect(await problem(await readFile(out))).toBe('no-certificate')
  })

  it('says that there are several keys', async () => {
    const open = ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac']
    const parts = [await pfx(open), await pfx(open, { who: 'seal' })].flatMap(safesOf)
    const both = sequence(...parts)
    expect(await problem(sequence(integer(3), sequence(oid(OID.data), explicit(0, octetString(both)))))).toBe(
      'several-keys',
    )
  })

  it('reads lengths that are not told beforehand and strings in pieces, as other programs write them', async () => {
    const [version, safe, mac] = children(decode(await pfx([])))
    const content = children(children(safe!)[1]!)[0]!.content
    const half = Math.floor(content.length / 2)
    const endless = (tag: number, ...parts: Uint8Array[]) =>
      Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.from([0, 0])])
    const string = endless(0x24, octetString(content.subarray(0, half)), octetString(content.subarray(half)))
    const info = endless(TAG.sequence, oid(OID.data), endless(0xa0, string))
    const file = endless(TAG.sequence, version!.raw, info, mac!.raw)
    expect((await readPkcs12(file, PASSWORD)).chain).toHaveLength(2)
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['something else', Buffer.from('%PDF-1.7 not a key at all')],
    ['a certificate alone', sequence(integer(1))],
    ['lengths without end', Buffer.alloc(4096, Buffer.from([0x30, 0x80]))],
  ])('says that %s is unreadable', async (_, bytes) => {
    expect(await problem(bytes)).toBe('unreadable')
  })

  it('says that a damaged file is unreadable or does not open', async () => {
    const whole = await pfx([])
    expect(await problem(whole.subarray(0, whole.length / 2))).toBe('unreadable')
    const changed = Buffer.from(whole)
    changed[whole.length - 8] = (changed[whole.length - 8] ?? 0) ^ 1
    expect(['unreadable', 'wrong-password']).toContain(await problem(changed))
  })
})

/** The parts of an open file, as they stand. */
const safesOf = (bytes: Buffer): Buffer[] => {
  const safe = children(decode(bytes))[1]!
  const content = children(children(safe)[1]!)[0]!.content
  return children(decode(content)).map(({ raw }) => raw)
}
