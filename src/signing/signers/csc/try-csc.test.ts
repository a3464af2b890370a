import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import { openDemoPki, type DemoPki } from '../../demo-pki.ts'
import { CSC_BASE } from '../../simulators/csc.ts'
import { startRemoteSigning, type RemoteSigningServer } from '../../simulators/server.ts'
import { LEADER, pdfLibDocument } from '../../testing.ts'
import { askPoppler, hasPeers } from '../../testing-peers.ts'
import { signingRefusals } from '../../texts.ts'
import { trustPort } from '../../trust.ts'
import { cscRefusals } from './texts.ts'
import { tryCscCommand } from './try-csc.command.ts'

const PIN = '246810'
let world: TestApp
let pki: DemoPki
let service: RemoteSigningServer
beforeAll(async () => {
  world = await openTestApp({ refusals: { ...signingRefusals, ...cscRefusals } })
  pki = await openDemoPki(join(world.folder, 'keys'), world.clock.now())
  await pki.person({ ...LEADER, pin: PIN }, world.clock.now())
  world.app.ports.set(trustPort, pki.trust)
  service = await startRemoteSigning({
    keys: pki.keys,
    clock: world.clock,
    smartca: { spId: '', spPassword: '' },
    mysign: { clientId: '', clientSecret: '', profileId: '' },
    csc: { clientId: 'motcua', clientSecret: 'csc-secret' },
  })
  service.csc.enrol({ credentialID: 'leader-1', keyRef: LEADER.keyRef, multisign: 2 })
  service.csc.enrol({ credentialID: 'leader-2', keyRef: LEADER.keyRef, multisign: 2, otp: '778899' })
  await writeFile(file('secret'), 'csc-secret\n')
  await writeFile(file('pin'), `${PIN}\n`)
  await writeFile(file('pin-otp'), `${PIN} 778899\n`)
  await writeFile(file('wrong'), '000000\n')
  await writeFile(file('in.pdf'), await pdfLibDocument())
})
afterAll(async () => {
  await service?.close()
  await world?.close()
})

const file = (name: string) => join(world.folder, name)
const account = (version: 1 | 2 = 2) =>
  ['--url', `${service.url}${CSC_BASE}/v${version}/`, '--client', 'motcua', '--secret-file', file('secret')] as const

async function command(...argv: string[]) {
  const lines: string[] = []
  const say = (text: string) => void lines.push(text)
  const code = await tryCscCommand.run(argv, { out: say, err: say }, world.app)
  return { code, text: lines.join('\n') }
}

describe('trying a service before its keys are linked', () => {
  it('tells what it is and how its keys open, and signs nothing without a PIN', async () => {
    const { code, text } = await command(...account())
    expect(code).toBe(0)
    for (const words of ['CSC giả lập, bản 2.0.0.0', '2 khoá: leader-1, leader-2', LEADER.fullName, 'mã PIN, mỗi lần'])
      expect(text).toContain(words)
    expect(service.csc.calls()).not.toContain('credentials/authorize')
  })

  it.each([1, 2] as const)('version %i: signs samples and a file, which others find valid', async (version) => {
    const out = file(`out-${version}.pdf`)
    const asked = [...account(version), '--pin-file', file('pin'), '--pdf', file('in.pdf'), '--out', out]
    const { code, text } = await command(...asked)
    expect([code, text]).toEqual([0, expect.stringMatching(/Đã ký 3 văn bản thử.*Dịch vụ này dùng được/s)])
    const judged = hasPeers ? await askPoppler(pki.root, await readFile(out)) : []
    for (const { signer, valid } of judged) expect([signer, valid]).toEqual([LEADER.fullName, true])
    expect(judged).toHaveLength(hasPeers ? 1 : 0)
  })

  it('spends a one-time password on the file alone', async () => {
    const asked = [...account(), '--key', 'leader-2', '--pin-file', file('pin-otp'), '--pdf', file('in.pdf')]
    const { code, text } = await command(...asked)
    expect([code, text]).toEqual([0, expect.stringContaining('mã PIN và mã dùng một lần')])
    expect(text).not.toContain('văn bản thử')
  })

  it('says which step failed, and why', async () => {
    expect(await command(...account(), '--key', 'nobody')).toMatchObject({ code: 1 })
    const wrong = await command(...account(), '--pin-file', file('wrong'))
    expect([wrong.code, wrong.text]).toEqual([1, expect.stringMatching(/✓ Mở khoá.*✗ .*PIN.*4/s)])
    service.csc.set('wrong')
    const strange = await command(...account(), '--pin-file', file('pin'))
    service.csc.set('down')
    const silent = await command(...account())
    service.csc.set('normal')
    expect([strange.code, strange.text]).toEqual([1, expect.stringContaining('không khớp với chứng thư số')])
    expect([silent.code, silent.text]).toEqual([1, expect.stringMatching(/^✗ /)])
  })

  it('asks for what is missing', async () => {
    expect(await command('--url', service.url)).toMatchObject({ code: 2, text: expect.stringContaining('CSC_URL') })
    expect(await command('--what')).toMatchObject({ code: 2 })
    expect(await command(...account(), '--pin-file', file('none'))).toMatchObject({
      code: 2,
      text: expect.stringContaining('Không đọc được'),
    })
  })
})
