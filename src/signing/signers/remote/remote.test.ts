import { createHash, verify, X509Certificate } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import { openDemoPki, type DemoPki } from '../../demo-pki.ts'
import { signerContract, type SignerUnderTest } from '../../signer.contract.ts'
import type { Signer, SigningProgress, ToSign } from '../../signer.ts'
import type { PhoneRequest, PhoneService } from '../../simulators/phones.ts'
import { MYSIGN_BASE, SMARTCA_BASE, startRemoteSigning, type RemoteSigningServer } from '../../simulators/server.ts'
import { mysignSigner } from '../mysign/mysign.ts'
import { smartcaSigner } from '../smartca/smartca.ts'
import { forgetRemoteTransactions } from './forget-transactions.ts'
import { matchingCode } from './matching-code.ts'
import { remoteTransactions } from './store.ts'

const PIN = '246810'
const OWNER = { personalId: '000088000512', fullName: 'Chìu Văn Quý' }
const SMARTCA = { spId: 'motcua', spPassword: 'smartca-secret' }
const MYSIGN = { clientId: 'motcua', clientSecret: 'mysign-secret', profileId: 'adss:ras:profile:001' }
const SERVICES: readonly PhoneService[] = ['smartca', 'mysign']

let test: TestApp
let pki: DemoPki
const running: RemoteSigningServer[] = []

beforeAll(async () => {
  test = await openTestApp()
  pki = await openDemoPki(`${test.folder}/keys`, test.clock.now())
  for (const service of SERVICES) {
    const person = { ...OWNER, keyRef: `${service}-quy`, agency: 'Ủy ban nhân dân xã Hoành Mô', pin: PIN }
    await pki.person(person, test.clock.now())
  }
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})
afterAll(() => test.close())

type Opened = {
  server: RemoteSigningServer
  signer: Signer
  keyRef: string
  waiting(): PhoneRequest[]
  confirm(): Promise<void>
}

type Changes = { account?: object; maxDocuments?: number; callsBack?: boolean; port?: number }

async function open(service: PhoneService, changes: Changes = {}): Promise<Opened> {
  const { clock } = test
  const server = await startRemoteSigning({ keys: pki.keys, clock, smartca: SMARTCA, mysign: MYSIGN, slowMs: 600 })
  running.push(server)
  const owner = { ...OWNER, service, keyRef: `${service}-quy` }
  server.phones.enrol(owner)
  const common = {
    transactions: remoteTransactions(test.app.db),
    clock,
    timeoutMs: 400,
    ...(changes.maxDocuments === undefined ? {} : { maxDocuments: changes.maxDocuments }),
  }
  const { account, callsBack = false } = changes
  const signer =
    service === 'smartca'
      ? smartcaSigner({ ...common, account: { ...SMARTCA, url: `${server.url}${SMARTCA_BASE}`, ...account } })
      : mysignSigner({ ...common, callsBack, account: { ...MYSIGN, url: `${server.url}${MYSIGN_BASE}`, ...account } })
  const waiting = () => server.phones.waiting(owner)
  return {
    server,
    signer,
    keyRef: `${service}:${OWNER.personalId}`,
    waiting,
    async confirm() {
      for (const request of waiting()) expect(await server.phones.confirm(request, PIN)).toBe('confirmed')
    },
  }
}

async function underTest(service: PhoneService): Promise<SignerUnderTest> {
  const { server, signer, keyRef, waiting, confirm } = await open(service)
  return {
    signer,
    keys: [{ keyRef, hash: 'sha256' }],
    holder: {
      authorises: 'confirmation',
      confirm,
      decline: async () => waiting().forEach((request) => server.phones.decline(request)),
      expire: async () => waiting().forEach((request) => server.phones.expire(request)),
      waiting: async () => waiting().length,
    },
    refuseOne: (title) => server.phones.withhold(matchingCode(attributesOf(title))),
    async outage() {
      server.phones.set(service, 'down')
      return async () => server.phones.set(service, 'normal')
    },
  }
}

const attributesOf = (title: string) => createHash('sha512').update(title).digest()
const paper = (title: string): ToSign => ({
  id: title,
  title,
  signedAttributesDer: attributesOf(title),
  hash: 'sha256',
})
const papers = (...titles: string[]) => titles.map(paper)

async function begun({ signer, keyRef }: Opened, ...titles: string[]) {
  const progress = await signer.start(keyRef, papers(...titles), {})
  if (progress.state !== 'waiting') throw new Error('answered before the holder was asked')
  return { ...progress, follow: () => signer.follow(keyRef, progress.transaction) }
}

/** Every answer by its document: `signed` when it verifies with the certificate, else why not. */
async function outcomes({ signer, keyRef }: Opened, progress: SigningProgress): Promise<Record<string, string>> {
  if (progress.state !== 'answered') return { state: progress.state }
  const [own] = (await signer.certificateChain(keyRef)).map((der) => new X509Certificate(der))
  return Object.fromEntries(
    progress.answers.map((answer) => {
      if ('refusal' in answer) return [answer.id, answer.refusal.code]
      const fits = own && verify('sha256', attributesOf(answer.id), own.publicKey, answer.signature)
      return [answer.id, fits ? 'signed' : 'foreign']
    }),
  )
}

for (const service of SERVICES) {
  signerContract(service, 'confirmation', () => underTest(service))

  describe(`${service}, on bad days`, () => {
    it('asks once for a batch, in parts where the service takes no more at once', async () => {
      const opened = await open(service, { maxDocuments: 2 })
      const { follow } = await begun(opened, 'Một', 'Hai', 'Ba')
      expect(opened.waiting().map(({ documents }) => documents.length)).toEqual([2, 1])
      await opened.server.phones.confirm(opened.waiting()[0]!, PIN)
      expect(await follow()).toMatchObject({ state: 'waiting' })
      opened.server.phones.decline(opened.waiting()[0]!)
      expect(await outcomes(opened, await follow())).toEqual({ Một: 'signed', Hai: 'signed', Ba: 'signing.declined' })
    })

    it.each([
      ['exhausted', 'signing.remote-quota'],
      ['revoked', 'signing.remote-certificate-invalid'],
      ['down', 'signing.signer-unavailable'],
    ] as const)('asks nothing when the service is %s', async (state, code) => {
      const opened = await open(service)
      opened.server.phones.set(service, state)
      await expect(begun(opened, 'Quyết định')).rejects.toMatchObject({ code })
      expect(opened.waiting()).toEqual([])
    })

    it.each([
      ['declines', 'signing.declined'],
      ['expires', 'signing.expired'],
    ] as const)('says so when the holder %s', async (state, code) => {
      const opened = await open(service)
      opened.server.phones.set(service, state)
      const { follow } = await begun(opened, 'Quyết định', 'Giấy phép')
      await expect(follow()).rejects.toMatchObject({ code })
    })

    it('gives a late answer as long as it counts', async () => {
      const opened = await open(service)
      opened.server.phones.set(service, 'late')
      const { follow } = await begun(opened, 'Quyết định')
      await opened.confirm()
      expect(await follow()).toMatchObject({ state: 'waiting' })
      test.clock.advance(0.5)
      expect(await outcomes(opened, await follow())).toEqual({ 'Quyết định': 'signed' })
    })

    it('gives up by itself when a service never says that the time ran out', async () => {
      const opened = await open(service)
      const { follow, expiresAt } = await begun(opened, 'Quyết định')
      const [request] = opened.waiting()
      if (request) request.expiresAt = new Date(expiresAt.getTime() + 3_600_000)
      test.clock.advance(6.1)
      await expect(follow()).rejects.toMatchObject({ code: 'signing.expired' })
      await opened.confirm()
      await expect(follow()).rejects.toMatchObject({ code: 'signing.expired' })
    })

    it('hands on a signature of a strange key for what it is: not fitting', async () => {
      const opened = await open(service)
      opened.server.phones.set(service, 'wrong')
      const { follow } = await begun(opened, 'Quyết định')
      await opened.confirm()
      expect(await outcomes(opened, await follow())).toEqual({ 'Quyết định': 'foreign' })
    })

    it('says when the service does not take the account of this system', async () => {
      const wrong = service === 'smartca' ? { spPassword: 'old' } : { clientSecret: 'old' }
      const opened = await open(service, { account: wrong })
      const { signer, keyRef } = opened
      await expect(signer.certificateChain(keyRef)).rejects.toMatchObject({ code: 'signing.remote-account-refused' })
    })

    it('goes on after a restart, knowing no more than the database', async () => {
      const opened = await open(service)
      const { transaction } = await begun(opened, 'Quyết định')
      await opened.confirm()
      const again = await open(service, {
        account: { url: `${opened.server.url}${service === 'smartca' ? SMARTCA_BASE : MYSIGN_BASE}` },
      })
      expect(await outcomes(opened, await again.signer.follow(opened.keyRef, transaction))).toEqual({
        'Quyết định': 'signed',
      })
      await expect(again.signer.follow(`${service}:000000000000`, transaction)).rejects.toMatchObject({
        code: 'signing.expired',
      })
    })
  })
}

it('mysign: takes signatures out of PKCS#7 envelopes', async () => {
  const opened = await open('mysign', { callsBack: true })
  opened.server.useEnvelopes(true)
  const { follow } = await begun(opened, 'Quyết định', 'Giấy phép')
  await opened.confirm()
  expect(await outcomes(opened, await follow())).toEqual({ 'Quyết định': 'signed', 'Giấy phép': 'signed' })
})

it('mysign: signs in anew when its token ended', async () => {
  const opened = await open('mysign')
  const { follow } = await begun(opened, 'Quyết định')
  await opened.confirm()
  test.clock.advance(120)
  expect(await outcomes(opened, await follow())).toEqual({ 'Quyết định': 'signed' })
})

it('smartca: asks once although the answer to the first try was lost', async () => {
  const opened = await open('smartca')
  await opened.signer.certificateChain(opened.keyRef)
  opened.server.phones.set('smartca', 'slow')
  setTimeout(() => opened.server.phones.set('smartca', 'normal'), 200)
  const { follow } = await begun(opened, 'Quyết định')
  expect(opened.waiting()).toHaveLength(1)
  await opened.confirm()
  expect(await outcomes(opened, await follow())).toEqual({ 'Quyết định': 'signed' })
})

it('mysign: never asks again, because that would be a second question on the telephone', async () => {
  const opened = await open('mysign')
  await opened.signer.certificateChain(opened.keyRef)
  opened.server.phones.set('mysign', 'slow')
  await expect(begun(opened, 'Quyết định')).rejects.toMatchObject({ code: 'signing.signer-unavailable' })
  opened.server.phones.set('mysign', 'normal')
  expect(opened.waiting()).toHaveLength(1)
})

it('forgets what services were asked a month after its end, and nothing that still waits', async () => {
  const opened = await open('smartca')
  const { transaction } = await begun(opened, 'Quyết định')
  const kept = () => remoteTransactions(test.app.db).find('smartca', transaction)
  test.clock.advance(29 * 1440)
  await forgetRemoteTransactions.run(test.app, {})
  expect(await kept()).toBeDefined()
  test.clock.advance(2 * 1440)
  await forgetRemoteTransactions.run(test.app, {})
  expect(await kept()).toBeUndefined()
})
