import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import shippedDemands from '../../../data/signing/application-signatures.json' with { type: 'json' }
import { runAction } from '../../platform/action.ts'
import { runErrand } from '../../platform/errand.ts'
import type { Citizen } from '../../platform/actor.ts'
import { checksPort, createChecks } from '../../platform/operations/checks.ts'
import { runQuery } from '../../platform/query.ts'
import { rows, sql } from '../../platform/db.ts'
import {
  allSigners,
  beginOne,
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
import { signTogether } from '../co-applicants/sign-together.ts'
import { compareDossiers } from '../rebuild/compare-dossiers.ts'
import { applicationSignature, keyOfCitizen } from '../application/application-signature.ts'
import { requestApplicationSignature } from '../application/request-signature.ts'
import { browse, filledIn, openPortalWorld, type PortalWorld, type Visitor } from './testing.ts'

const COPY = '2.000815'
const PIN = '246810'

type ShippedDemand = Omit<(typeof shippedDemands)[number], 'procedureCode'> & { procedureCode: string | null }

let portal: PortalWorld
let phones: RemoteSigningServer
let stamps: EmbeddedTimestampServer
let hanh: Citizen
let dong: Citizen
let mai: Citizen
let binh: Citizen

beforeAll(async () => {
  portal = await openPortalWorld((web) => citizenConfirmationRoutes(web))
  const { app, clock, folder } = portal.world
  Object.assign(app.refusals, signingRefusals)
  hanh = await aCitizen('022188000512', 'Nguyễn Thu Hạnh')
  dong = await aCitizen('022085000274', 'Lê Văn Đông')
  mai = await aCitizen('022190000111', 'Trần Thị Mai')
  binh = await aCitizen('022080000333', 'Phạm Văn Bình')
  const pki = await openDemoPki(`${folder}/keys`, clock.now())
  const { smartca, mysign } = app.settings.remoteSigning
  if (!smartca || !mysign) throw new Error('a test has both services')
  phones = await startRemoteSigning({ keys: pki.keys, clock, smartca, mysign })
  for (const { personalId, fullName } of [hanh, mai, binh, { personalId: dong.personalId, fullName: 'Người khác' }]) {
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

describe('an application of several people', () => {
  const words = (body: string) =>
    body
      .slice(body.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')

  /** A form of hers with these people named and asked; each has opened their link. */
  async function askedTogether(...people: Citizen[]) {
    const filer = browse(portal, hanh)
    const draft = await filledIn(filer, COPY)
    const page = `${draft}/cung-dung-ten`
    await filer.get(page)
    for (const { fullName, personalId } of people)
      await filer.post(page, { fullName, personalId, phone: '', email: '' })
    await filer.post(`${page}/gui`)
    const asked = (await filer.get(page)).body
    const links = [...asked.matchAll(/data-copy="[^"]*(\/cung-dung-ten\/loi-moi\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    const named = await Promise.all(people.map((one) => idOf(draft, one)))
    const paths = []
    for (const [at, person] of people.entries()) {
      const visitor = browse(portal, person)
      const link = links.find((one) => one.includes(named[at] ?? '-')) ?? ''
      await visitor.get(link)
      paths.push({ visitor, path: (await visitor.post(link)).to ?? '' })
    }
    return { filer, draft, page, people: paths }
  }
  async function idOf(draft: string, { personalId }: Citizen): Promise<string> {
    const found = await rows(
      portal.world.app.db,
      sql<{ id: string }>`
        select p.id from dossiers.draft_co_applicant p join dossiers.draft d on d.id = p.draft_id
        where d.resume_code = ${draft.split('/').at(-1)} and p.personal_id = ${personalId}`,
    )
    return found[0]?.id ?? ''
  }
  type Asked = { visitor: Visitor; path: string }
  const shownOn = (body: string) => /name="ma-bam" value="([^"]+)"/.exec(body)?.[1] ?? ''
  async function sign({ visitor, path }: Asked, ky = 'smartca') {
    const { body } = await visitor.get(path)
    return visitor.post(`${path}/dong-y`, { 'ma-bam': shownOn(body), ky })
  }
  async function signAndConfirm(one: Asked): Promise<string> {
    const { to = '' } = await sign(one)
    await confirmOnTelephone()
    return (await one.visitor.get(to)).body
  }
  async function demanding<T>(run: () => Promise<T>): Promise<T> {
    const demands: ShippedDemand[] = shippedDemands
    const [rule] = demands
    if (!rule) throw new Error('there is a rule for everything')
    demands.push({ ...rule, procedureCode: COPY, demand: 'required' })
    try {
      return await run()
    } finally {
      demands.pop()
    }
  }
  async function checkedByDesk(code: string) {
    const desk = await portal.officer('anh.vn')
    const { applicationCheck, application, dossier } = await runQuery(portal.world.app, getDossier, desk, {
      dossierCode: code,
    })
    expect(await compareDossiers(portal.world.app.db, [dossier.id])).toMatchObject([{ differences: [] }])
    const pdf = await portal.world.app.files.bytes(application?.file.sha256 ?? '')
    return { check: applicationCheck, pdf }
  }

  test('is signed by everybody where that is demanded, in whatever order they come, and the desk sees each signature', () =>
    demanding(async () => {
      const { filer, draft, page, people } = await askedTogether(mai, binh)
      const [first, second] = people as [Asked, Asked]
      expect(words((await filer.get(page)).body)).toMatch(/ký số vào đúng một đơn.*Bạn: Chưa ký số/)
      expect(words((await press(filer, draft, '')).body)).toContain(
        'còn thiếu chữ ký số của Trần Thị Mai, Phạm Văn Bình',
      )

      const shown = (await first.visitor.get(first.path)).body
      expect(words(shown)).toContain('Tôi đã đọc và ký số vào đơn')
      expect(words(shown)).not.toContain('Đồng ý, không ký số')
      expect((await first.visitor.get(`${first.path}/don.pdf`)).headers['content-type']).toContain('application/pdf')
      expect((await second.visitor.get(`${first.path}/don.pdf`)).status).toBe(404)
      expect(words((await sign(first, 'giay')).body)).toContain('chỉ bấm đồng ý thì chưa đủ')

      const waiting = await sign(first)
      expect(waiting.to).toMatch(/^\/xac-nhan-ky\//)
      const meanwhile = await sign(second)
      expect([meanwhile.status, words(meanwhile.body)]).toEqual([422, expect.stringContaining('Trần Thị Mai')])
      await confirmOnTelephone()
      expect((await first.visitor.get(waiting.to ?? '')).body).toContain(`href="${first.path}"`)
      expect(words((await first.visitor.get(first.path)).body)).toContain('Bạn đã ký số vào đơn')
      expect(words((await filer.get(page)).body)).toMatch(/Trần Thị Mai.*Đã ký số vào đơn.*Chứng thư số: Trần Thị Mai/)

      // The filer in the middle, the second last.
      const own = await press(filer, draft, 'smartca')
      await confirmOnTelephone()
      await filer.get(own.to ?? '')
      expect(words((await second.visitor.get(second.path)).body)).toMatch(/Nguyễn Thu Hạnh: Đã ký số vào đơn lúc/)
      expect(words((await press(filer, draft, '')).body)).toContain('còn thiếu chữ ký số của Phạm Văn Bình')
      await signAndConfirm(second)

      const code = codeIn((await press(filer, draft, '')).to)
      const { check, pdf } = await checkedByDesk(code)
      expect(check).toMatchObject({ verdict: 'valid', missing: [] })
      expect(check?.signatures.map(({ fullName, integrity, reasons }) => [fullName, integrity, reasons])).toEqual(
        ['Trần Thị Mai', 'Nguyễn Thu Hạnh', 'Phạm Văn Bình'].map((name) => [name, 'intact', []]),
      )
      for (const name of ['NGƯỜI CÙNG ĐỨNG TÊN', 'Trần Thị Mai', 'Phạm Văn Bình']) expect(textOf(pdf)).toContain(name)
    }))

  test('outlives a refusal and a silence on the telephone, and loses its signatures with its content', () =>
    demanding(async () => {
      const { filer, draft, page, people } = await askedTogether(mai)
      const [one] = people as [Asked]
      const { to: refused = '' } = await sign(one)
      const [asked] = phones.phones.owners().flatMap((owner) => phones.phones.waiting(owner))
      if (asked) phones.phones.decline(asked)
      expect(words((await one.visitor.get(refused)).body)).toContain('từ chối')
      const { to: late = '' } = await sign(one)
      portal.world.clock.advance(6)
      expect(words((await one.visitor.get(late)).body)).toContain('Đã quá thời gian xác nhận')
      expect(words((await filer.get(page)).body)).toContain('Đã mở, chưa trả lời')
      await signAndConfirm(one)
      expect(words((await filer.get(page)).body)).toContain('Mọi người đã đồng ý')

      // Asked to sign, changed before the telephone answers: that signature is of no paper any more.
      const own = await press(filer, draft, 'smartca')
      await filer.get(`${draft}/noi-dung`)
      await filer.post(`${draft}/noi-dung`, { request: 'Ba bản', resultDelivery: 'electronic', declaredTrue: 'yes' })
      await confirmOnTelephone()
      expect(words((await filer.get(own.to ?? '')).body)).toContain('Bài khai đã được sửa sau khi ký đơn')
      expect(words((await filer.get(page)).body)).toContain('phải xem lại')
      expect((await one.visitor.get(`${one.path}/don.pdf`)).status).toBe(404)
      expect((await press(filer, draft, '')).status).toBe(409)

      await filer.get(page)
      await filer.post(`${page}/gui`)
      await signAndConfirm(one)
      const again = await press(filer, draft, 'smartca')
      await confirmOnTelephone()
      await filer.get(again.to ?? '')
      const { check } = await checkedByDesk(codeIn((await press(filer, draft, '')).to))
      expect(check?.signatures.map(({ fullName }) => fullName)).toEqual(['Trần Thị Mai', 'Nguyễn Thu Hạnh'])
    }))

  test('keeps both signatures of two who sign at one moment', () =>
    demanding(async () => {
      const { app } = portal.world
      const { filer, page, people } = await askedTogether(mai, binh)
      const both = people as [Asked, Asked]
      const asked: { id: string; shownSha256: string; signer: 'smartca' }[] = []
      for (const { visitor, path } of both) {
        const shownSha256 = shownOn((await visitor.get(path)).body)
        asked.push({ id: path.split('/').at(-1) ?? '', shownSha256, signer: 'smartca' })
      }
      await expect(runErrand(app, signTogether, dong, asked[0])).rejects.toMatchObject({
        code: 'dossiers.co-request-not-found',
      })
      // He asks while nobody has signed yet, and is asked on his telephone only after she has.
      const [, second] = both
      const key = await keyOfCitizen(app, 'smartca', binh.personalId)
      const who = { draftCode: page.split('/').at(-2) ?? '', personId: asked[1]?.id ?? '' }
      const wanted = { ...who, content: asked[1]?.shownSha256 ?? '', signer: 'smartca' as const, ...key }
      const request = await runAction(app, requestApplicationSignature, binh, wanted)
      await signAndConfirm(both[0])
      const waits = await beginOne(app, binh, applicationSignature, async () => request, {})
      await confirmOnTelephone()
      const { confirmationId = '' } = waits as { confirmationId?: string }
      const told = words((await second.visitor.get(`/xac-nhan-ky/${confirmationId}`)).body)
      expect(told).toContain('đơn có thêm chữ ký của người khác')
      expect(words((await filer.get(page)).body)).toMatch(
        /Trần Thị Mai.*Đã ký số vào đơn.*Phạm Văn Bình Đã mở, chưa trả lời/,
      )
      await signAndConfirm(second)
      expect(words((await filer.get(page)).body)).toContain('Mọi người đã đồng ý')
      const paper = await filer.get(page.replace('/cung-dung-ten', '/don.pdf'))
      expect(paper.status).toBe(200)
      const [row] = await rows(
        app.db,
        sql<{ sha256: string }>`
          select a.signed_sha256 as sha256 from dossiers.draft_application a join dossiers.draft d on d.id = a.draft_id
          where d.resume_code = ${page.split('/').at(-2)}`,
      )
      const report = verifyPdf(await app.files.bytes(row?.sha256 ?? ''), app.ports.get(trustPort), app.clock.now())
      expect([report.verdict, report.signatures.map(({ signer }) => signer.commonName).toSorted()]).toEqual([
        'valid',
        ['Phạm Văn Bình', 'Trần Thị Mai'],
      ])
    }))

  test("is signed by nobody with another's certificate, and may be agreed to without a signature where that will do", async () => {
    const { filer, draft, people } = await askedTogether(dong)
    const [one] = people as [Asked]
    expect((await sign(one)).body).toContain('không mang số định danh của bạn')
    const shown = { 'ma-bam': shownOn((await one.visitor.get(one.path)).body), ky: 'giay' }
    expect((await one.visitor.post(`${one.path}/dong-y`, shown)).to).toBe(one.path)
    expect((await one.visitor.post(`${one.path}/dong-y`, shown)).body).toContain('Bạn đã trả lời rồi')
    const code = codeIn((await press(filer, draft, 'giay')).to)
    expect((await checkedByDesk(code)).check).toBeNull()
  })
})
