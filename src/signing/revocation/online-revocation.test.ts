import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp } from '../../../test/support/test-app.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { openDemoPki } from '../demo-pki.ts'
import { AGENCY, SIGNED_AT, openAuthorities, type Authorities } from '../testing.ts'
import { askOpensslList, askOpensslOcsp, hasPeers } from '../testing-peers.ts'
import { answersInMemory } from './answer-cache.ts'
import { answersInDatabase } from './store.ts'
import { knownResponders } from './embedded-responder.ts'
import { isPrivate } from './fetch-answer.ts'
import { onlineRevocation } from './online-revocation.ts'

const HOUR = 3_600_000
let now = SIGNED_AT
const clock = { now: () => now }
let world: Authorities
let seal: Certificate

beforeAll(async () => {
  world = await openAuthorities(clock, { isNamed: true })
  seal = await world.pki.agency(AGENCY, now)
})
beforeEach(() => {
  now = SIGNED_AT
  world.responder.behave({ mode: 'normal' })
})
afterAll(() => Promise.all([world.server.close(), world.responder.close()]))

const asks = (source = world.revocation()) => source.statusOf(seal, world.pki.issuing)
const unavailable = { code: 'signing.revocation-unavailable' }

describe('asking an authority about a certificate', () => {
  it('is told good by OCSP, signed by the certificate the authority gave for that', async () => {
    const answer = await asks()
    expect(answer).toMatchObject({ kind: 'ocsp', status: { state: 'good' }, thisUpdate: SIGNED_AT })
    expect(answer.responder.isNotChecked).toBe(true)
    const root = await world.revocation().statusOf(world.pki.issuing, world.pki.root)
    expect(root).toMatchObject({ kind: 'ocsp', status: { state: 'good' }, responder: { isAuthority: true } })
  })

  it('asks once while the answer is young, anew when it is older, and takes it while nobody answers', async () => {
    const source = world.revocation()
    const before = world.responder.answered().ocsp
    await Promise.all([asks(source), asks(source)])
    await asks(source)
    expect(world.responder.answered().ocsp).toBe(before + 1)
    now = new Date(SIGNED_AT.getTime() + 2 * HOUR)
    expect((await asks(source)).thisUpdate).toEqual(now)
    expect(world.responder.answered().ocsp).toBe(before + 2)
    now = new Date(SIGNED_AT.getTime() + 4 * HOUR)
    world.responder.behave({ mode: 'down' })
    expect((await asks(source)).thisUpdate).toEqual(new Date(SIGNED_AT.getTime() + 2 * HOUR))
    await expect(source.statusOf(seal, world.pki.issuing, { since: now })).rejects.toMatchObject(unavailable)
    now = new Date(SIGNED_AT.getTime() + 8 * HOUR)
    await expect(asks(source)).rejects.toMatchObject(unavailable)
  })

  it('takes the list when OCSP is down, and asks for it again only when a newer one is due', async () => {
    world.responder.behave({ mode: 'down' }, 'ocsp')
    const source = world.revocation()
    const before = world.responder.answered().crl
    expect(await asks(source)).toMatchObject({ kind: 'crl', status: { state: 'good' } })
    now = new Date(SIGNED_AT.getTime() + 20 * HOUR)
    await asks(source)
    expect(world.responder.answered().crl).toBe(before + 1)
    now = new Date(SIGNED_AT.getTime() + 25 * HOUR)
    await asks(source)
    expect(world.responder.answered().crl).toBe(before + 2)
  })

  it.each([
    ['is down', { mode: 'down' }],
    ['answers by one who may not', { mode: 'wrong', how: 'other-signer' }],
    ['answers with what is long past', { mode: 'wrong', how: 'stale' }],
    ['answers with something else', { mode: 'wrong', how: 'garbage' }],
    ['asks to come again', { mode: 'wrong', how: 'try-later' }],
    ['takes too long', { mode: 'slow', delayMs: 3_000 }],
  ] as const)('refuses when everything %s', async (_, behaviour) => {
    world.responder.behave(behaviour)
    await expect(asks()).rejects.toMatchObject(unavailable)
  })

  it('leaves an address alone for a while that did not answer', async () => {
    world.responder.behave({ mode: 'down' })
    const source = world.revocation()
    await expect(asks(source)).rejects.toMatchObject(unavailable)
    world.responder.behave({ mode: 'normal' })
    await expect(asks(source)).rejects.toMatchObject({
      facts: { causes: [expect.stringContaining('a moment ago'), expect.anything()] },
    })
    now = new Date(SIGNED_AT.getTime() + 60_000)
    expect(await asks(source)).toMatchObject({ status: { state: 'good' } })
  })

  it('asks by GET where POST is not served', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.method ?? '')
      if (request.method !== 'GET') return void response.writeHead(405).end()
      const words = Buffer.from(decodeURIComponent((request.url ?? '').split('/').at(-1) ?? ''), 'base64')
      void world.pki.revocation.answer(words, now).then((bytes) => response.end(bytes))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const known = () => ({ ocsp: `http://127.0.0.1:${port}/ocsp` })
    const source = onlineRevocation({ cache: answersInMemory(), clock, known })
    expect(await asks(source)).toMatchObject({ kind: 'ocsp', status: { state: 'good' } })
    expect(asked).toEqual(['POST', 'GET'])
    server.close()
  })

  it('goes to no private address that a certificate names', async () => {
    const source = onlineRevocation({ cache: answersInMemory(), clock })
    await expect(asks(source)).rejects.toMatchObject({
      facts: { causes: [expect.stringContaining('a private address'), expect.anything()] },
    })
    const addresses = ['127.0.0.1', '10.1.2.3', '192.168.1.1', '169.254.169.254', '::1', 'fe80::1', '::ffff:10.0.0.1']
    expect(addresses.filter((address) => !isPrivate(address))).toEqual([])
    expect(['203.162.4.190', '2001:ee0::1'].filter(isPrivate)).toEqual([])
  })

  it('keeps signed answers in the database for other processes, and for no longer than they count', async () => {
    const { app, close } = await openTestApp()
    const source = () => world.revocation(answersInMemory(answersInDatabase(app.db)))
    const { der } = await asks(source())
    world.responder.behave({ mode: 'down' })
    expect((await asks(source())).der.equals(der)).toBe(true)
    now = new Date(SIGNED_AT.getTime() + 5 * HOUR)
    await expect(asks(source())).rejects.toMatchObject(unavailable)
    await close()
  })
})

describe('a revoked certificate', () => {
  const at = new Date('2026-11-20T01:00:00Z')
  beforeAll(() => world.pki.revocation.revoke(seal, { at, reason: 'keyCompromise' }))

  it('is told revoked, when and why, by OCSP and by the list', async () => {
    const status = { state: 'revoked', at, reason: 'keyCompromise' }
    expect(await asks()).toMatchObject({ kind: 'ocsp', status })
    world.responder.behave({ mode: 'down' }, 'ocsp')
    expect(await asks()).toMatchObject({ kind: 'crl', status })
  })

  it('is asked about anew once kept answers are forgotten', async () => {
    const other = await world.pki.agency({ ...AGENCY, keyRef: 'other' }, now)
    const source = world.revocation()
    const ask = () => source.statusOf(other, world.pki.issuing)
    expect(await ask()).toMatchObject({ status: { state: 'good' } })
    await world.pki.revocation.revoke(other, { at: now, reason: 'superseded' })
    await source.forget(other, world.pki.issuing)
    expect(await ask()).toMatchObject({ status: { state: 'revoked', reason: 'superseded' } })
  })

  it('stays revoked when the authorities are opened again', async () => {
    const again = await openDemoPki(world.folder, now)
    await again.revocation.revoke(seal, { at: now, reason: 'unspecified' })
    expect(await asks()).toMatchObject({ status: { at, reason: 'keyCompromise' } })
  })
})

describe('authorities made before their certificates named a responder', () => {
  it('go on as they were, and are asked where it listens now', async () => {
    const old = await openAuthorities(clock)
    const before = await old.pki.agency(AGENCY, now)
    const pki = await openDemoPki(old.folder, now, { revocationUrl: old.responder.url })
    expect((await pki.agency(AGENCY, now)).der.equals(before.der)).toBe(true)
    expect(pki.issuing.der.equals(old.pki.issuing.der)).toBe(true)
    expect(before.ocspUrls).toEqual([])
    const known = knownResponders(pki.revocation, old.responder.url)
    const source = onlineRevocation({ cache: answersInMemory(), clock, known })
    expect(await source.statusOf(before, pki.issuing)).toMatchObject({ kind: 'ocsp', status: { state: 'good' } })
    const newer = await pki.agency({ ...AGENCY, keyRef: 'newer' }, now)
    expect(newer.ocspUrls).toEqual([`${old.responder.url}/ocsp`])
    await Promise.all([old.server.close(), old.responder.close()])
  })
})

describe.skipIf(!hasPeers)('answers for programs that are not ours', () => {
  it('are good and revoked for `openssl ocsp`, and the lists are signed for `openssl crl`', async () => {
    const live = await openAuthorities({ now: () => new Date() }, { isNamed: true })
    const { pki, responder } = live
    const certificate = await pki.agency(AGENCY, new Date())
    const ask = () => askOpensslOcsp({ root: pki.root, issuer: pki.issuing, certificate, url: `${responder.url}/ocsp` })
    expect(await ask()).toMatch(/Response verify OK[^]*: good/)
    await pki.revocation.revoke(certificate, { at: new Date(), reason: 'keyCompromise' })
    expect(await ask()).toMatch(/Response verify OK[^]*: revoked[^]*Reason: keyCompromise/)
    const list = await pki.revocation.list('demo-issuing', new Date())
    expect(await askOpensslList(pki.issuing, list ?? Buffer.alloc(0))).toMatch(/verify OK[^]*Key Compromise/)
    await Promise.all([live.server.close(), responder.close()])
  })
})
