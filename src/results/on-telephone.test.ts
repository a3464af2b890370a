import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import type { Actor } from '../platform/actor.ts'
import { getDossier } from '../dossiers/index.ts'
import {
  allSigners,
  certifyPerson,
  signersPort,
  startRemoteSigning,
  type RemoteSigningServer,
} from '../signing/index.ts'
import { signingNoticeRoutes } from '../signing/api/notice-routes.ts'
import { mysignSigner } from '../signing/signers/mysign/mysign.ts'
import { remoteTransactions } from '../signing/signers/remote/store.ts'
import { smartcaSigner } from '../signing/signers/smartca/smartca.ts'
import type { NoticeDoors } from '../signing/simulators/notices.ts'
import type { PhoneService } from '../signing/simulators/phones.ts'
import { confirmationRoutes } from '../signing/workspace/confirmation.routes.tsx'
import { openResultsWorld, type ResultsWorld } from './testing.ts'
import { resultsWorkspaceRoutes } from './workspace/routes.tsx'

let world: ResultsWorld
let site: BareWeb
let phones: RemoteSigningServer
let actor: Actor
const doors: NoticeDoors = {}

beforeAll(async () => {
  world = await openResultsWorld()
  const { app, clock, pki, people } = world
  actor = people.leader
  site = await openBareWeb(
    app,
    () => actor,
    async (web) => {
      await resultsWorkspaceRoutes(web)
      await confirmationRoutes(web)
      await signingNoticeRoutes(web)
    },
  )
  await site.web.listen({ host: '127.0.0.1', port: 0 })
  const { smartca, mysign } = app.settings.remoteSigning
  if (!smartca || !mysign) throw new Error('a test has both services')
  phones = await startRemoteSigning({ keys: pki.keys, clock, smartca, mysign, doors })
  const common = { transactions: remoteTransactions(app.db), clock, timeoutMs: 2_000 }
  app.ports.set(
    signersPort,
    allSigners([
      app.ports.get(signersPort).named('embedded'),
      smartcaSigner({ ...common, account: { ...smartca, url: `${phones.url}/sca/sp769` } }),
      mysignSigner({ ...common, account: { ...mysign, url: `${phones.url}/vtss/service` }, callsBack: true }),
    ]),
  )
}, 180_000)
afterEach(() => {
  for (const name of ['smartca', 'mysign'] as const) phones.phones.set(name, 'normal')
  delete doors.smartca
  delete doors.mysign
})
afterAll(async () => {
  await phones.close()
  await site.close()
  await world.close()
})

/** The leader's key is confirmed on a telephone from now on. */
async function moveKeyTo(service: PhoneService): Promise<void> {
  const { app, pki, people } = world
  const telephone = { service, enrol: phones.phones.enrol }
  const agency = 'Ủy ban nhân dân phường Bãi Cháy'
  const accountId = people.leader.accountId
  await certifyPerson(app, pki, { accountId, agency, pin: world.pins.leader, telephone })
}

const base = () => `http://127.0.0.1:${(site.web.server.address() as AddressInfo).port}/api/v1/signing`
function listen(): void {
  const { smartca, mysign } = world.app.settings.remoteSigning
  if (!smartca?.noticeKey || !mysign?.callback) throw new Error('a test listens to both services')
  doors.smartca = { url: `${base()}/smartca/${smartca.noticeKey}` }
  doors.mysign = { tokenUrl: `${base()}/mysign/token`, resultUrl: `${base()}/mysign/result`, ...mysign.callback }
}

const open = (url: string) => site.web.inject({ url })
const press = async (code: string) => {
  const answer = await site.post(`/ky/${code}`, `/ky/${code}`, {})
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}
const asked = () => phones.phones.owners().flatMap((owner) => phones.phones.waiting(owner))
const confirm = async () => {
  const [request] = asked()
  if (!request) throw new Error('nobody is asked')
  expect(await phones.phones.confirm(request, world.pins.leader)).toBe('confirmed')
  return request
}
const handlingOf = async (dossierCode: string) =>
  (await world.read(getDossier, world.people.specialist, { dossierCode })).dossier.handling
const tell = (path: string, payload: object, headers = {}) =>
  site.web.inject({ method: 'POST', url: `/api/v1/signing${path}`, payload, headers })

describe('a leader whose key is confirmed on a telephone', () => {
  test('presses, reads what to do, compares the code, goes away, and finds the paper signed', async () => {
    await moveKeyTo('smartca')
    const code = await world.approved()
    const page = await open(`/ky/${code}`)
    expect(page.body).toContain('mở ứng dụng VNPT SmartCA trên điện thoại')
    expect(page.body).not.toContain('type="password"')
    const place = await press(code)
    const waiting = await open(place)
    const [request] = asked()
    const shown = request?.documents[0]?.code.split('-')[0]
    for (const words of ['Mở ứng dụng VNPT SmartCA trên điện thoại và xác nhận, còn', '5 phút 0 giây', shown, code])
      expect(waiting.body).toContain(words)
    expect((await open(`${place}/tinh-trang`)).json()).toEqual({ isOver: false })
    expect((await open('/ky-so/cho')).body).toContain(place)
    actor = world.people.otherLeader
    expect((await open(place)).statusCode).toBe(404)
    expect((await open('/ky-so/cho')).body).toContain('Không có văn bản nào')
    actor = world.people.leader
    await confirm()
    expect((await open(`${place}/tinh-trang`)).json()).toEqual({ isOver: true })
    expect((await open(place)).body).toContain('Đã ký xong 1 văn bản')
    expect(await handlingOf(code)).toBe('awaiting-seal')
    expect((await open('/ky-so/cho')).body).not.toContain(place)
  })

  test('who declines, or is too late, reads so and can press again', async () => {
    const code = await world.approved()
    const first = await press(code)
    const [request] = asked()
    if (request) phones.phones.decline(request)
    expect((await open(first)).body).toContain('Bạn đã từ chối ký trên điện thoại')
    phones.phones.set('smartca', 'expires')
    expect((await open(await press(code))).body).toContain('Đã quá thời gian xác nhận')
    phones.phones.set('smartca', 'normal')
    const third = await press(code)
    await confirm()
    expect((await open(third)).body).toContain('Đã ký xong')
  })

  test('who is refused before the telephone rings reads why on the same page', async () => {
    const code = await world.approved()
    phones.phones.set('smartca', 'exhausted')
    const refused = await site.post(`/ky/${code}`, `/ky/${code}`, {})
    expect(refused).toMatchObject({ statusCode: 409, body: expect.stringContaining('đã hết lượt ký') })
    expect(asked()).toEqual([])
  })
})

describe('the doors of trust services', () => {
  test('SmartCA tells, late or twice, and the paper is signed once without anybody looking', async () => {
    listen()
    phones.phones.set('smartca', 'twice')
    const code = await world.approved()
    const place = await press(code)
    const { id } = await confirm()
    await expect.poll(() => handlingOf(code), { timeout: 10_000 }).toBe('awaiting-seal')
    const key = world.app.settings.remoteSigning.smartca?.noticeKey ?? ''
    const again = await tell(`/smartca/${key}`, { sp_id: 'motcua-gia-lap', transaction_id: id, status_code: 200 })
    expect(again.statusCode).toBe(200)
    expect((await open(place)).body).toContain('Đã ký xong 1 văn bản')
  })

  test('what a notice says is not believed, only asked about', async () => {
    const code = await world.approved()
    await press(code)
    const [request] = asked()
    const key = world.app.settings.remoteSigning.smartca?.noticeKey ?? ''
    const signed_files = request?.documents.map(({ code: doc_id }) => ({ doc_id, signature_value: 'AAAA' }))
    const forged = {
      sp_id: 'motcua-gia-lap',
      transaction_id: request?.id,
      status_code: 200,
      message: 'SUCCESS',
      signed_files,
    }
    expect((await tell(`/smartca/${key}`, forged)).statusCode).toBe(200)
    expect(await handlingOf(code)).toBe('awaiting-signature')
    expect((await tell(`/smartca/${key}x`, forged)).statusCode).toBe(401)
    expect((await tell(`/smartca/${key}`, { ...forged, sp_id: 'another' })).statusCode).toBe(401)
    expect((await tell(`/smartca/${key}`, { ...forged, transaction_id: 'nobody-s' })).statusCode).toBe(200)
    if (request) phones.phones.decline(request)
  })

  test('MySign signs in first, and its ticket ends', async () => {
    await moveKeyTo('mysign')
    listen()
    const code = await world.approved()
    await press(code)
    const { id } = await confirm()
    await expect.poll(() => handlingOf(code), { timeout: 10_000 }).toBe('awaiting-seal')
    const { clientId: client_id, clientSecret: client_secret } = world.app.settings.remoteSigning.mysign?.callback ?? {}
    expect((await tell('/mysign/token', { client_id, client_secret: 'guess' })).statusCode).toBe(401)
    const { data } = (await tell('/mysign/token', { client_id, client_secret })).json()
    const notice = { meta_data: { transaction_id: id, status: '1' } }
    const told = (ticket: string) => tell('/mysign/result', notice, { authorization: `Bearer ${ticket}` })
    expect((await told(data.access_token)).json()).toMatchObject({ status_code: '00' })
    expect((await told(`${data.access_token}x`)).statusCode).toBe(401)
    world.clock.advance(61)
    expect((await told(data.access_token)).statusCode).toBe(401)
  })
})
