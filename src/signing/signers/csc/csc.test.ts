import { createHash, verify, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FakeClock } from '../../../../test/support/fake-clock.ts'
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts'
import { digestOf } from '../../crypto/raw-signature.ts'
import { openDemoPki, type DemoPki } from '../../demo-pki.ts'
import { signerContract, type SignerUnderTest } from '../../signer.contract.ts'
import type { ToSign } from '../../signer.ts'
import { CSC_BASE } from '../../simulators/csc.ts'
import { startRemoteSigning, type RemoteSigningServer } from '../../simulators/server.ts'
import { AGENCY, LEADER } from '../../testing.ts'
import { MAX_PIN_TRIES } from '../pin-tries.ts'
import { triesInFile } from '../tries-file.ts'
import { cscSigner } from './csc.ts'

const PIN = '246810'
const ACCOUNT = { clientId: 'motcua', clientSecret: 'csc-secret' }
let pki: DemoPki
const clock = new FakeClock()
const running: RemoteSigningServer[] = []

beforeAll(async () => {
  pki = await openDemoPki(await temporaryFolder('motcua-csc-'), clock.now())
  await pki.person({ ...LEADER, pin: PIN }, clock.now())
  await pki.agency({ ...AGENCY, pin: PIN }, clock.now(), 'p-384')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

type Changes = {
  version?: 1 | 2
  secret?: string
  multisign?: number
  otp?: string
  mode?: string
  isLoose?: boolean
  timeoutMs?: number
  patienceMs?: number
}

async function open({
  version = 2,
  secret = ACCOUNT.clientSecret,
  multisign = 2,
  timeoutMs = 5_000,
  patienceMs = 0,
  ...more
}: Changes = {}) {
  const server = await startRemoteSigning({
    keys: pki.keys,
    clock,
    smartca: { spId: '', spPassword: '' },
    mysign: { clientId: '', clientSecret: '', profileId: '' },
    csc: ACCOUNT,
    slowMs: 1_000,
  })
  running.push(server)
  server.csc.enrol({ credentialID: 'leader-1', keyRef: LEADER.keyRef, multisign, ...more })
  server.csc.enrol({ credentialID: 'seal-1', keyRef: AGENCY.keyRef, multisign })
  const tries = triesInFile(join(await temporaryFolder('motcua-tries-'), 'csc.tries.json'))
  const url = `${server.url}${CSC_BASE}/v${version}`
  const signer = cscSigner({ account: { ...ACCOUNT, clientSecret: secret, url }, tries, clock, timeoutMs, patienceMs })
  return { server, signer }
}

const underTest = (version: 1 | 2) => async (): Promise<SignerUnderTest> => {
  const { server, signer } = await open({ version })
  return {
    signer,
    keys: [
      { keyRef: 'leader-1', hash: 'sha256' },
      { keyRef: 'seal-1', hash: 'sha384' },
    ],
    holder: { authorises: 'pin', pin: PIN, maxTries: MAX_PIN_TRIES },
    refuseOne: (title) => server.csc.dislike(digestOf(attributesOf(title), 'sha256').toString('base64')),
    async outage() {
      server.csc.set('down')
      return async () => server.csc.set('normal')
    },
  }
}

signerContract('csc v2', 'pin', underTest(2))
signerContract('csc v1', 'pin', underTest(1))

const attributesOf = (title: string) => createHash('sha512').update(title).digest()
const papers = (...titles: string[]): ToSign[] =>
  titles.map((title) => ({ id: title, title, signedAttributesDer: attributesOf(title), hash: 'sha256' }))

describe('csc', () => {
  it('opens the key once for as many documents as it allows, and again for the rest', async () => {
    const { server, signer } = await open({ multisign: 2 })
    const progress = await signer.start('leader-1', papers('Một', 'Hai', 'Ba', 'Bốn', 'Năm'), { pin: PIN })
    expect(progress).toMatchObject({ state: 'answered', answers: Array.from({ length: 5 }, () => ({ id: /.+/ })) })
    expect(server.csc.calls().filter((call) => call === 'credentials/authorize')).toHaveLength(3)
  })

  it('keeps what was signed when the service goes down in the middle', async () => {
    const { server, signer } = await open({ multisign: 1 })
    await signer.certificateChain('leader-1')
    const signing = signer.start('leader-1', papers('Một', 'Hai', 'Ba'), { pin: PIN })
    while (!server.csc.calls().includes('signatures/signHash')) await new Promise((resolve) => setTimeout(resolve, 5))
    server.csc.set('down')
    const progress = await signing
    if (progress.state !== 'answered') throw new Error('still waiting')
    const codes = progress.answers.map((one) => ('refusal' in one ? one.refusal.code : 'signed'))
    expect(codes.filter((code) => code !== 'signed').every((code) => code === 'signing.signer-unavailable')).toBe(true)
    expect(codes.at(-1)).toBe('signing.signer-unavailable')
    expect(codes).toHaveLength(3)
  })

  it('waits for a service that answers later, and gets the same answer however often it asks', async () => {
    const { server, signer } = await open({ multisign: 2 })
    server.csc.set('late')
    const begun = await signer.start('leader-1', papers('Một', 'Hai', 'Ba'), { pin: PIN })
    if (begun.state !== 'waiting') throw new Error('answered at once')
    expect(await signer.follow('leader-1', begun.transaction)).toMatchObject({ state: 'waiting' })
    clock.advance(0.5)
    server.csc.set('down')
    await expect(signer.follow('leader-1', begun.transaction)).rejects.toMatchObject({
      code: 'signing.signer-unavailable',
    })
    server.csc.set('normal')
    const answer = await signer.follow('leader-1', begun.transaction)
    expect(await signer.follow('leader-1', begun.transaction)).toEqual(answer)
    const [own] = (await signer.certificateChain('leader-1')).map((der) => new X509Certificate(der))
    if (answer.state !== 'answered' || !own) throw new Error('no answer')
    expect(answer.answers.map(({ id }) => id)).toEqual(['Một', 'Hai', 'Ba'])
    for (const one of answer.answers) {
      expect('signature' in one && verify('sha256', attributesOf(one.id), own.publicKey, one.signature)).toBe(true)
    }
  })

  it('waits a while itself, so that who signs need not come back', async () => {
    const { server, signer } = await open({ patienceMs: 10_000 })
    server.csc.set('late')
    const beat = setInterval(() => clock.advance(0.2), 300)
    expect(await signer.start('leader-1', papers('Một', 'Hai'), { pin: PIN })).toMatchObject({
      state: 'answered',
      answers: [{ id: 'Một' }, { id: 'Hai' }],
    })
    clearInterval(beat)
  })

  it('says that the time ran out when a later answer was kept no longer, or never was asked for', async () => {
    const { server, signer } = await open()
    server.csc.set('late')
    const begun = await signer.start('leader-1', papers('Một'), { pin: PIN })
    if (begun.state !== 'waiting') throw new Error('answered at once')
    clock.advance(15)
    await expect(signer.follow('leader-1', begun.transaction)).rejects.toMatchObject({ code: 'signing.expired' })
    await expect(signer.follow('leader-1', 'unheard-of')).rejects.toMatchObject({ code: 'signing.expired' })
  })

  it.each([
    ['declines', 'signing.declined'],
    ['expires', 'signing.expired'],
  ] as const)('says so when the service %s', async (state, code) => {
    const { server, signer } = await open()
    await signer.certificateChain('leader-1')
    server.csc.set(state)
    await expect(signer.start('leader-1', papers('Một'), { pin: PIN })).rejects.toMatchObject({ code })
  })

  it('does not wait for ever', async () => {
    const { server, signer } = await open({ timeoutMs: 300 })
    server.csc.set('slow')
    await expect(signer.certificateChain('leader-1')).rejects.toMatchObject({ code: 'signing.signer-unavailable' })
  })

  it('counts no try of the PIN while the service does not answer', async () => {
    const { server, signer } = await open()
    await signer.certificateChain('leader-1')
    server.csc.set('down')
    for (let time = 0; time <= MAX_PIN_TRIES; time++) {
      await expect(signer.start('leader-1', papers('Một'), { pin: 'wrong' })).rejects.toMatchObject({
        code: 'signing.signer-unavailable',
      })
    }
    server.csc.set('normal')
    expect(await signer.start('leader-1', papers('Một'), { pin: PIN })).toMatchObject({ state: 'answered' })
  })

  it('hands on a signature of a strange key for what it is: not fitting', async () => {
    const { server, signer } = await open()
    server.csc.set('wrong')
    const progress = await signer.start('leader-1', papers('Một'), { pin: PIN })
    const [own] = (await signer.certificateChain('leader-1')).map((der) => new X509Certificate(der))
    if (progress.state !== 'answered' || !own) throw new Error('no answer')
    const [answer] = progress.answers
    expect(
      answer && 'signature' in answer && verify('sha256', attributesOf('Một'), own.publicKey, answer.signature),
    ).toBe(false)
  })

  it('asks for a one-time password where the key needs one, and signs no more with it than it opens', async () => {
    const { signer } = await open({ otp: '778899', multisign: 2 })
    const start = (otp?: string) =>
      signer.start('leader-1', papers('Một', 'Hai', 'Ba'), { pin: PIN, ...(otp ? { otp } : {}) })
    await expect(start()).rejects.toMatchObject({ code: 'signing.otp-needed' })
    await expect(start('000000')).rejects.toMatchObject({ code: 'signing.wrong-otp' })
    expect(await signer.start('leader-1', papers('Một'), { pin: `${PIN} 778899` })).toMatchObject({ state: 'answered' })
    const progress = await start('778899')
    if (progress.state !== 'answered') throw new Error('still waiting')
    expect(progress.answers.map((one) => ('refusal' in one ? one.refusal.code : 'signed'))).toEqual([
      'signed',
      'signed',
      'signing.sign-rest-again',
    ])
  })

  it.each([
    [1, ['credentials/sendOTP']],
    [2, []],
  ] as const)(
    'version %i: knows PIN and one-time password in the words of others, and has it sent',
    async (version, sent) => {
      const { server, signer } = await open({ version, otp: '778899', isLoose: true })
      await expect(signer.start('leader-1', papers('Một'), { pin: PIN })).rejects.toMatchObject({
        code: 'signing.otp-needed',
      })
      expect(server.csc.calls().filter((call) => call === 'credentials/sendOTP')).toEqual(sent)
      expect(await signer.start('leader-1', papers('Một'), { pin: `${PIN} 778899` })).toMatchObject({
        state: 'answered',
      })
    },
  )

  it('refuses a key that opens on a page of the service alone', async () => {
    const { signer } = await open({ mode: 'oauth2code' })
    await expect(signer.certificateChain('leader-1')).rejects.toMatchObject({ code: 'signing.key-needs-their-page' })
  })

  it('signs in anew when its token ended, and names the keys it may use', async () => {
    const { server, signer } = await open()
    expect(await signer.listKeys()).toEqual(['leader-1', 'seal-1'])
    clock.advance(120)
    expect(await signer.listKeys()).toEqual(['leader-1', 'seal-1'])
    expect(server.csc.calls().filter((call) => call === 'oauth2/token')).toHaveLength(2)
  })

  it('says when the service does not take the account of this system', async () => {
    const { signer } = await open({ secret: 'old' })
    await expect(signer.certificateChain('leader-1')).rejects.toMatchObject({ code: 'signing.remote-account-refused' })
  })
})
