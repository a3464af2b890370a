import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '../../platform/actor.ts'
import { checksPort, createChecks } from '../../platform/operations/checks.ts'
import { runQuery } from '../../platform/query.ts'
import { rows, sql } from '../../platform/db.ts'
import {
  allSigners,
  openDemoPki,
  rfc3161,
  seatRevocation,
  signersPort,
  signingPurposesPort,
  signingRefusals,
  startRemoteSigning,
  startTimestampServer,
  timestampAuthorityPort,
  trustPort,
  verifyPdf,
  type EmbeddedTimestampServer,
  type RemoteSigningServer,
} from '../../signing/index.ts'
import { citizenConfirmationRoutes } from '../../signing/portal/confirmation.routes.ts'
import { remoteTransactions } from '../../signing/signers/remote/store.ts'
import { smartcaSigner } from '../../signing/signers/smartca/smartca.ts'
import { textOf } from '../papers/testing.ts'
import { getDossier, getDossierFile } from '../index.ts'
import { applicationSignature } from '../application/sign-application.ts'
import { browse, filledIn, openPortalWorld, type PortalWorld, type Visitor } from './testing.ts'

const COPY = '2.000815'
const PIN = '246810'

let portal: PortalWorld
let phones: RemoteSigningServer
let stamps: EmbeddedTimestampServer
let hanh: Citizen
let dong: Citizen

beforeAll(async () => {
  portal = await openPortalWorld((web) => citizenConfirmationRoutes(web))
  const { app, clock, folder } = portal.world
  Object.assign(app.refusals, signingRefusals)
  hanh = await aCitizen('022188000512', 'Nguyễn Thu Hạnh')
  dong = await aCitizen('022085000274', 'Lê Văn Đông')
  const pki = await openDemoPki(`${folder}/keys`, clock.now())
  const { smartca, mysign } = app.settings.remoteSigning
  if (!smartca || !mysign) throw new Error('a test has both services')
  phones = await startRemoteSigning({ keys: pki.keys, clock, smartca, mysign })
  for (const { personalId, fullName } of [hanh, { personalId: dong.personalId, fullName: 'Người khác' }]) {
    const keyRef = `smartca-${personalId}`
    // At this service another's certificate stands under Đông's number.
    const inside = fullName === 'Người khác' ? '000000000001' : personalId
    await pki.person({ keyRef, fullName, agency: '', personalId: inside, pin: PIN }, clock.now())
    phones.phones.enrol({ service: 'smartca', personalId, fullName, keyRef })
  }
  const account = { ...smartca, url: `${phones.url}/sca/sp769` }
  app.ports.set(
    signersPort,
    allSigners([smartcaSigner({ account, transactions: remoteTransactions(app.db), clock, timeoutMs: 2_000 })]),
  )
  app.ports.set(checksPort, createChecks(clock))
  seatRevocation(app, pki)
  app.ports.set(signingPurposesPort, [applicationSignature])
  app.ports.set(trustPort, pki.trust)
  stamps = await startTimestampServer({ ...pki.timestampAuthority, clock })
  app.ports.set(timestampAuthorityPort, rfc3161({ url: stamps.url, timeoutMs: 2_000 }))
}, 180_000)
afterAll(async () => {
  await phones.close()
  await stamps.close()
  await portal.close()
})

const aCitizen = (personalId: string, fullName: string) =>
  portal.accountHolder({ personalId, fullName, phone: '0912000512' })

const draftIdOn = (page: string) => /name="bai" value="([^"]+)"/.exec(page)?.[1] ?? ''

async function press(visitor: Visitor, draft: string, ky: string) {
  const { body } = await visitor.get(`${draft}/kiem-tra`)
  return visitor.post(`${draft}/nop`, { bai: draftIdOn(body), ky })
}
const codeIn = (to: string | undefined) => /\/ho-so\/([^/]+)\/da-nop/.exec(to ?? '')?.[1] ?? ''

async function confirmOnTelephone(): Promise<void> {
  const [request] = phones.phones.owners().flatMap((owner) => phones.phones.waiting(owner))
  if (!request) throw new Error('nobody is asked')
  expect(await phones.phones.confirm(request, PIN)).toBe('confirmed')
}
const applicationOf = async (dossierCode: string) => {
  const desk = await portal.officer('anh.vn')
  return (await runQuery(portal.world.app, getDossier, desk, { dossierCode })).application
}
const provesIdentity = (citizen: Citizen) => {
  const { app, clock } = portal.world
  return rows(app.db, sql`update identity.account set last_sign_in_at = ${clock.now()} where id = ${citizen.accountId}`)
}

describe('an application', () => {
  test('is shown as a paper, signed on the telephone, filed, and found signed by the desk', async () => {
    const { app, clock } = portal.world
    const visitor = browse(portal, hanh)
    const draft = await filledIn(visitor, COPY)
    const check = await visitor.get(`${draft}/kiem-tra`)
    for (const words of ['Ký số bằng VNPT SmartCA', 'Đây không phải là chữ ký số', 'Tôi chưa có chữ ký số'])
      expect(check.body).toContain(words)
    expect((await visitor.get(`${draft}/don.pdf`)).headers['content-type']).toContain('application/pdf')

    const waiting = await press(visitor, draft, 'smartca')
    expect(waiting.to).toMatch(/^\/xac-nhan-ky\//)
    expect((await visitor.get(waiting.to ?? '')).body).toContain('Mở ứng dụng VNPT SmartCA trên điện thoại')
    visitor.becomes(dong)
    expect((await visitor.get(waiting.to ?? '')).status).toBe(404)
    visitor.becomes(hanh)
    await confirmOnTelephone()
    expect((await visitor.get(waiting.to ?? '')).body).toContain(`href="${draft}/kiem-tra"`)
    expect((await visitor.get(`${draft}/kiem-tra`)).body).toContain('Bạn đã ký số đơn này lúc')

    const code = codeIn((await press(visitor, draft, '')).to)
    const application = await applicationOf(code)
    expect(application).toMatchObject({ how: 'digital-signature', signerName: 'Nguyễn Thu Hạnh' })
    const desk = await portal.officer('anh.vn')
    const file = await runQuery(app, getDossierFile, desk, { dossierCode: code, fileId: application?.fileId ?? '' })
    const pdf = await app.files.bytes(file.sha256)
    expect(verifyPdf(pdf, app.ports.get(trustPort), clock.now())).toMatchObject({ verdict: 'valid' })
    for (const words of [
      'ĐƠN ĐỀ NGHỊ',
      'Nguyễn Thu Hạnh',
      'Ủy ban nhân dân phường Bãi Cháy',
      'Phường Bãi Cháy',
      'SHA-256',
    ])
      expect(textOf(pdf)).toContain(words)
  })

  test('that was changed after signing must be signed again', async () => {
    const visitor = browse(portal, hanh)
    const draft = await filledIn(visitor, COPY)
    const waiting = await press(visitor, draft, 'smartca')
    await confirmOnTelephone()
    await visitor.get(waiting.to ?? '')
    await visitor.get(`${draft}/noi-dung`)
    await visitor.post(`${draft}/noi-dung`, {
      request: 'Hai bản sao thay vì một',
      resultDelivery: 'electronic',
      declaredTrue: 'yes',
    })
    expect((await visitor.get(`${draft}/kiem-tra`)).body).toContain('Bạn đã sửa bài khai sau khi ký')
    const code = codeIn((await press(visitor, draft, 'giay')).to)
    expect(await applicationOf(code)).toMatchObject({ how: 'on-paper', signedAt: null })
  })

  test('is confirmed only after proving once more who one is, and that is not called a signature', async () => {
    const visitor = browse(portal, dong)
    const draft = await filledIn(visitor, COPY)
    portal.world.clock.advance(5)
    const { to } = await press(visitor, draft, 'dinh-danh')
    expect(to).toBe(`${draft}/xac-nhan`)
    const before = await visitor.get(to ?? '')
    expect(before.body).toContain(`/dang-nhap/chuyen?ve=${encodeURIComponent(`${draft}/xac-nhan`)}`)
    expect((await visitor.post(`${draft}/xac-nhan`)).status).toBe(409)
    portal.world.clock.advance(1)
    await provesIdentity(dong)
    expect((await visitor.get(to ?? '')).body).toContain('Xác nhận đơn này là của tôi')
    expect((await visitor.post(`${draft}/xac-nhan`)).to).toBe(`${draft}/kiem-tra`)
    const code = codeIn((await press(visitor, draft, '')).to)
    const application = await applicationOf(code)
    expect(application).toMatchObject({ how: 'confirmed-identity', signerName: 'Lê Văn Đông', fingerprint: null })
  })

  test('is signed another way by who has no certificate at the service', async () => {
    const visitor = browse(portal, await aCitizen('022079000815', 'Vũ Mạnh Hùng'))
    const refused = await press(visitor, await filledIn(visitor, COPY), 'smartca')
    expect(refused).toMatchObject({ status: 409, body: expect.stringContaining('Chọn cách ký khác') })
    expect(refused.body).not.toContain('quản trị')
  })

  test("is not signed with another's certificate, nor by anybody but its filer", async () => {
    const visitor = browse(portal, dong)
    const draft = await filledIn(visitor, COPY)
    const refused = await press(visitor, draft, 'smartca')
    expect(refused).toMatchObject({ status: 409, body: expect.stringContaining('không mang số định danh của bạn') })
    visitor.becomes(hanh)
    expect((await visitor.get(`${draft}/don.pdf`)).status).toBe(404)
    expect((await visitor.post(`${draft}/xac-nhan`)).status).toBe(404)
  })
})
