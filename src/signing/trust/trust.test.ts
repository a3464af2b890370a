import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { fingerprint } from '../crypto/certificate.ts'
import { openDemoPki, type DemoPki } from '../demo-pki.ts'
import { issueCertificate, newKeyPair } from '../crypto/issue-certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { signingRefusals } from '../texts.ts'
import { seatTrust, trustPort } from '../trust.ts'
import { ANCHOR_ROWS, anchorViews } from './anchor.ts'
import { trustCommand } from './trust.command.ts'

let world: TestApp
let pki: DemoPki
let root: Certificate

beforeAll(async () => {
  world = await openTestApp({ refusals: signingRefusals })
  pki = await openDemoPki(join(world.folder, 'keys'), world.clock.now())
  await seatTrust(world.app)
  const { publicKey, privateKey } = await newKeyPair('p-256')
  root = issueCertificate({
    subject: [
      ['country', 'VN'],
      ['commonName', 'Gốc thử ngoài danh mục'],
    ],
    publicKey,
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2036-01-01'),
    keyUsage: ['keyCertSign', 'crlSign'],
    authority: { pathLength: 1 },
    issuerKey: privateKey,
  })
})
afterAll(() => world?.close())

async function motcuaTrust(argv: string[], app = world.app): Promise<{ code: number; said: string }> {
  let said = ''
  const tell = (text: string) => void (said += `${text}\n`)
  return { code: await trustCommand.run(argv, { out: tell, err: tell }, app), said }
}

async function fileOf(certificate: Certificate): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'motcua-trust-')), 'root.pem')
  await writeFile(path, certificate.x509.toString())
  return path
}

describe('roots that are known', () => {
  it('each tell their source; none is believed for being known', () => {
    expect(ANCHOR_ROWS.every(({ source, legalBasis }) => source !== '' && legalBasis !== '')).toBe(true)
    expect(new Set(ANCHOR_ROWS.map(({ code }) => code)).size).toBe(ANCHOR_ROWS.length)
    const states = anchorViews([], 'production', world.clock.now()).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['not-installed']))
  })

  it('those of a demonstration are marked, and refused in production', async () => {
    const demo = [{ certificate: pki.root, from: 'demo', note: null } as const]
    const find = (mode: 'demo' | 'production') =>
      anchorViews(demo, mode, world.clock.now()).find(({ isDemo }) => isDemo)
    expect(find('demo')).toMatchObject({ state: 'trusted', isDemo: true })
    expect(find('production')?.state).toBe('refused-as-demo')
    const copied = [{ certificate: pki.root, from: 'folder', note: null } as const]
    expect(anchorViews(copied, 'production', world.clock.now()).at(-1)).toMatchObject({
      state: 'refused-as-demo',
      isDemo: true,
    })
  })
})

describe('motcua trust', () => {
  it('believes a certificate only with the fingerprint its owner tells', async () => {
    const path = await fileOf(root)
    const source = ['--source', 'Trang của nơi cấp, đối chiếu qua điện thoại']
    const wrong = await motcuaTrust(['add', path, '--fingerprint', 'ab'.repeat(32), ...source])
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining(fingerprint(root)) as string })
    expect(world.app.ports.get(trustPort).anchors).toHaveLength(1)
    expect((await motcuaTrust(['add', path, ...source])).code).toBe(2)
    const colons = fingerprint(root)
      .toUpperCase()
      .replace(/(..)(?=.)/g, '$1:')
    expect((await motcuaTrust(['add', path, '--fingerprint', colons, ...source])).code).toBe(0)
    expect(world.app.ports.get(trustPort).anchors.map(fingerprint)).toContain(fingerprint(root))
    const { said } = await motcuaTrust(['list'])
    expect(said).toContain('Gốc thử ngoài danh mục')
    expect(said).toContain('TRÌNH DIỄN')
  })

  it('refuses a wrong code, what is no authority, and anything of a demonstration in production', async () => {
    const path = await fileOf(root)
    const mark = ['--fingerprint', fingerprint(root), '--source', 'nơi cấp']
    expect((await motcuaTrust(['add', path, ...mark, '--as', 'demo'])).said).toContain('mã "demo"')
    const person = await pki.person(
      { keyRef: 'a', fullName: 'Bùi Đức Thịnh', agency: 'UBND', personalId: '000000000001', pin: '123456' },
      world.clock.now(),
    )
    const own = ['--fingerprint', fingerprint(person), '--source', 'nơi cấp']
    expect((await motcuaTrust(['add', await fileOf(person), ...own])).said).toContain('không phải của tổ chức cấp')
    const production = { ...world.app, settings: { ...world.app.settings, mode: 'production' as const } }
    const demo = ['--fingerprint', fingerprint(pki.root), '--source', 'máy trình diễn']
    expect((await motcuaTrust(['add', await fileOf(pki.root), ...demo], production)).said).toContain('trình diễn')
    expect((await motcuaTrust(['add', join(path, 'nothing'), ...mark])).code).toBe(2)
  })
})
