import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import sharp from 'sharp'
import { newId } from '../platform/id.ts'
import { ANONYMOUS, type Actor, type Officer } from '../platform/actor.ts'
import { runAction } from '../platform/action.ts'
import { rows, sql } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { runQuery } from '../platform/query.ts'
import { papersOf, procedureInForce } from '../catalogue/index.ts'
import {
  documentsRefusals,
  fileBytes,
  keepInVault,
  noScanner,
  receiveUpload,
  virusScanPort,
} from '../documents/index.ts'
import { aPaper } from '../documents/vault/testing.ts'
import {
  assignDossier,
  dossiersJobs,
  dossiersRefusals,
  getDossier,
  getTaking,
  myDrafts,
  requestSupplement,
  stopDossier,
} from '../dossiers/index.ts'
import { citizenRegistryPort, createEmbeddedRegistry, identityRefusals } from '../identity/index.ts'
import { loadForms } from '../forms/index.ts'
import { deskReactions, deskRefusals } from './index.ts'
import { aPdf, demoOfficer, pressOn, send, boxesOf } from './testing.ts'
import { deskApiRoutes } from './api/routes.ts'
import { deskWorkspaceRoutes } from './workspace/routes.ts'

const COPY = '2.000815'
const CARD = '022188000512|100912345|Nguyễn Thu Hạnh|14031988|Nữ|Tổ 5, khu 2, Bãi Cháy, Hạ Long|02072021'

let world: TestApp
let bare: BareWeb
let who: Actor
let baiChay: Officer
let province: Officer
let hoanhMo: Officer

beforeAll(async () => {
  world = await openTestApp({
    province: true,
    work: { jobs: dossiersJobs, reactions: deskReactions },
    refusals: { ...identityRefusals, ...documentsRefusals, ...dossiersRefusals, ...deskRefusals },
  })
  world.app.ports.set(virusScanPort, noScanner)
  world.app.ports.set(citizenRegistryPort, createEmbeddedRegistry(world.app.db))
  baiChay = await demoOfficer(world.app, 'anh.vn')
  province = await demoOfficer(world.app, 'lan.dtm')
  hoanhMo = await demoOfficer(world.app, 'thang.lv')
  bare = await openBareWeb(
    world.app,
    () => who,
    async (web) => {
      await deskWorkspaceRoutes(web)
      await deskApiRoutes(web)
    },
  )
}, 180_000)
afterAll(async () => {
  await bare.close()
  await world.close()
})
beforeEach(() => {
  who = baiChay
  world.app.ports.set(citizenRegistryPort, createEmbeddedRegistry(world.app.db))
})

const open = (url: string) => bare.web.inject({ url })
const press = (
  page: string,
  viec: string,
  fields: Record<string, string> = {},
  files: { box: string; name: string; bytes: Buffer }[] = [],
) => pressOn(bare.web, page, viec, { fields, files })

async function journal(what: string): Promise<{ subject: string; facts: Record<string, unknown> }[]> {
  return rows(
    world.app.db,
    sql<{
      subject: string
      facts: Record<string, unknown>
    }>`select subject, facts from platform.journal_line where what = ${what} order by seq`,
  )
}

async function dossiersFiled(): Promise<number> {
  return (await rows(world.app.db, sql`select 1 from dossiers.dossier`)).length
}

/** What every half-done reception of these tests answers besides the card. */
const REST = { declaredTrue: 'yes' }

async function confirmed(page: string): Promise<Record<string, string>> {
  const value = /name="declaredTrue" value="([^"]*)"/.exec((await open(page)).body)?.[1]
  return { ...REST, declaredTrue: value ?? '' }
}

async function read(resume: string, card = CARD): Promise<string> {
  const { location } = await press(resume, 'doc', { the: card })
  return location
}

/** All papers scanned that the list asks for by default. */
async function scans(page: string, name = 'ban-chinh.pdf'): Promise<{ box: string; name: string; bytes: Buffer }[]> {
  const boxes = boxesOf((await open(page)).body)
  const asked = Object.entries(boxes).filter(
    ([box, choice]) => box.startsWith('giay-') && ['original', 'copy', 'certified-copy', 'electronic'].includes(choice),
  )
  return Promise.all(
    asked.map(async ([box]) => ({
      box: box.replace('giay', 'tep'),
      name: `${box}-${name}`,
      bytes: await aPdf(`${box} ${page}`),
    })),
  )
}

describe('a person at the counter of phường Bãi Cháy', () => {
  test('is found by their card, files, and takes a slip home', async () => {
    const start = await open('/quay?q=chung thuc ban sao')
    expect(start.body).toContain(`/quay/moi/${COPY}`)

    const page = await read(`/quay/moi/${COPY}`)
    expect(page).toMatch(/^\/quay\/tiep\/\d[A-Z]{2}-\d{3}$/)
    const known = await open(page)
    expect(known.body).toContain('khớp dữ liệu dân cư')
    expect(boxesOf(known.body)).toMatchObject({
      fullName: 'Nguyễn Thu Hạnh',
      personalId: '022188000512',
      bornOn: '14/03/1988',
      phone: '0912000512',
      communeCode: '06673',
    })
    const asked = (await journal('identity.registry-asked')).filter(
      ({ subject }) => subject === `account:${baiChay.accountId}`,
    )
    expect(asked.at(-1)?.facts).toMatchObject({ purpose: `Tiếp nhận hồ sơ thủ tục ${COPY} tại quầy` })

    const done = await press(page, 'tiep-nhan', await confirmed(page), await scans(page))
    expect(done).toMatchObject({ statusCode: 303, location: expect.stringMatching(/^\/quay\/da-nhan\/H49\.136/) })
    const code = decodeURIComponent(done.location.split('/').at(-1) ?? '')
    const view = await runQuery(world.app, getDossier, baiChay, { dossierCode: code })
    expect(view.dossier).toMatchObject({
      handling: 'received',
      channel: 'counter',
      submitter: { fullName: 'Nguyễn Thu Hạnh' },
    })
    const origins = new Map(view.origins.map(({ field, source, changed }) => [field, `${source} ${changed}`]))
    expect(origins.get('fullName')).toBe('citizen-registry false')
    expect(origins.get('communeCode')).toBe('citizen-registry false')
    // Nobody held it: the officer typed it.
    expect(origins.has('resultDelivery')).toBe(false)
    expect(
      view.components.every(
        ({ form, files, omitted }) => (form === 'original' && files.length === 1) || omitted !== null,
      ),
    ).toBe(true)

    expect((await open(done.location)).body).toContain('Giấy hẹn đang được lập')
    expect((await open('/quay')).body).not.toContain(`/quay/moi/${COPY}`)
    await world.app.jobs.drain()
    const printed = await open(done.location)
    expect(printed.body).not.toContain('Giấy hẹn đang được lập')
    expect(/href="(\/lam\/[^"]+\/tep\/[^"]+)"/.exec(printed.body)?.[1]).toContain(encodeURIComponent(code))
    const { papers } = await runQuery(world.app, getDossier, baiChay, { dossierCode: code })
    const pdf = await fileBytes(world.app, papers[0]?.file.id ?? '')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

    expect((await open('/quay')).body).toContain(`/quay/moi/${COPY}`)
    await world.app.jobs.drain()
    expect(await rows(world.app.db, sql`select 1 from desk.reception`)).toHaveLength(1)
  }, 120_000)

  test('what only the card says, and what was said otherwise, is kept with the answers', async () => {
    const page = await read(`/quay/moi/${COPY}`, '022151000998||Tằng A Sám|1951|Nữ|Hoành Mô, Bình Liêu|02072021')
    const said = { address: 'Khu 1', communeCode: '06673', phone: '0912 000 998' }
    const done = await press(page, 'tiep-nhan', { ...(await confirmed(page)), ...said }, await scans(page))
    const dossierCode = decodeURIComponent(done.location.split('/').at(-1) ?? '')
    const { origins } = await runQuery(world.app, getDossier, baiChay, { dossierCode })
    const told = Object.fromEntries(origins.map(({ field, source, changed }) => [field, [source, changed]]))
    expect(told).toMatchObject({ fullName: ['identity-card', false], address: ['identity-card', true] })
    expect(told).not.toHaveProperty('phone')
  }, 60_000)

  test('the boxes of a form of its own are filled in for whom the answers say', async () => {
    await loadForms(world.app)
    const page = await read('/quay/moi/1.001193')
    const shown = async (relation: string) => {
      await press(page, 'luu', { relation, parents: 'both' })
      return boxesOf((await open(page)).body)
    }
    expect(await shown('grandparent')).toMatchObject({ motherName: '', fatherName: '' })
    expect(await shown('mother')).toMatchObject({
      motherName: 'Nguyễn Thu Hạnh',
      motherBornOn: '14/03/1988',
      motherPersonalId: '022 188 000 512',
      fatherName: '',
    })
  }, 60_000)

  test('what the State holds cannot be written otherwise, the rest is offered with who said it', async () => {
    const { app } = world
    const certificate = aPaper({
      fileIds: [],
      typeCode: 'marriage-certificate',
      number: '7/KH-2015',
      issuedOn: '2015-05-02',
    })
    const scan = await receiveUpload(app, baiChay, { name: 'kh.pdf', stream: Readable.from([await aPdf('KH')]) })
    const papers = [{ ...certificate, fileIds: [scan.id] }]
    await runAction(app, keepInVault, { kind: 'system', name: 'test' }, { papers })
    const page = await read('/quay/moi/1.001193')
    await press(page, 'luu', {
      relation: 'mother',
      parents: 'both',
      married: 'yes',
      fullName: 'Tên Khác',
      phone: '0900000214',
    })
    const { body } = await open(page)
    expect(boxesOf(body)).toMatchObject({
      fullName: 'Nguyễn Thu Hạnh',
      phone: '0900000214',
      marriageRegistered: '7/KH-2015 ngày 02/05/2015, Ủy ban nhân dân phường Bãi Cháy',
      'motherResidence.noi': expect.stringContaining('Bãi Cháy'),
    })
    expect(body).toMatch(/name="fullName"[^>]* readonly/)
    expect(body).not.toMatch(/name="phone"[^>]* readonly/)
    expect(body).toContain('Điền từ Cơ sở dữ liệu quốc gia về dân cư')
    expect(body).toContain('Điền từ kho giấy tờ của người nộp')
    const looked = (await journal('read')).filter(({ subject }) => subject.startsWith('vault:'))
    expect(looked.at(-1)?.facts).toEqual({ by: 'dossiers.vault-facts', procedure: '1.001193' })
    // Another person stands there now: nothing of the first one is offered.
    const other = await read('/quay/moi/1.001193', CARD.replaceAll('022188000512', '022085000274'))
    await press(other, 'luu', { relation: 'mother', parents: 'both', married: 'yes' })
    expect(boxesOf((await open(other)).body).marriageRegistered).toBe('')
  }, 60_000)

  test('pressing twice, or again after an answer that was lost, files once', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    await press(page, 'luu', await confirmed(page), await scans(page))
    const opened = await open(page)
    const action =
      /<form class="quay-form"[^>]* action="([^"]+)"/.exec(opened.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
    const before = await dossiersFiled()
    const fields = { ...boxesOf(opened.body), viec: 'tiep-nhan' }
    const [one, two] = await Promise.all([
      send(bare.web, action, cookies, fields),
      send(bare.web, action, cookies, fields),
    ])
    const third = await send(bare.web, action, cookies, fields)
    expect(one.location).toMatch(/^\/quay\/da-nhan\//)
    expect([two.location, third.location]).toEqual([one.location, one.location])
    expect(await dossiersFiled()).toBe(before + 1)
    expect((await open(page)).statusCode).toBe(404)
  }, 60_000)

  test('filing for somebody else keeps both people apart', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    const other = {
      onBehalf: 'other',
      ownerName: 'Chíu Sám Múi',
      ownerPersonalId: '022 151 000 387',
      ownerBornOn: '1/5/1951',
      ownerRelation: 'con',
      capacity: 'authorised',
      groundIssuedOn: '1/10/2026',
      groundScope: 'Nộp hồ sơ và nhận kết quả',
    }
    // The paper that lets them file is asked for once they say for whom.
    await press(page, 'luu', other)
    const done = await press(page, 'tiep-nhan', { ...(await confirmed(page)), ...other }, await scans(page))
    const code = decodeURIComponent(done.location.split('/').at(-1) ?? '')
    const { dossier } = await runQuery(world.app, getDossier, baiChay, { dossierCode: code })
    expect(dossier.applicant).toMatchObject({ fullName: 'Chíu Sám Múi', personalId: '022151000387' })
    expect(dossier.submitter).toMatchObject({ fullName: 'Nguyễn Thu Hạnh' })
    expect((await open(done.location)).body).toContain('Chíu Sám Múi')
  }, 60_000)

  test('what only another way of filing asks says when it applies, and is let go where it does not', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    expect((await open(page)).body).toMatch(/data-asked-note[^>]*>Chỉ trả lời khi “[^”]+” là “[^”]+”/)
    const stray = { onBehalf: 'self', ownerName: 'Chíu Sám Múi', capacity: 'authorised', groundScope: 'Nộp hồ sơ' }
    const done = await press(page, 'tiep-nhan', { ...(await confirmed(page)), ...stray }, await scans(page))
    const code = decodeURIComponent(done.location.split('/').at(-1) ?? '')
    const { dossier } = await runQuery(world.app, getDossier, baiChay, { dossierCode: code })
    expect(dossier.applicant).toMatchObject({ fullName: 'Nguyễn Thu Hạnh' })
    for (const name of ['ownerName', 'capacity', 'groundScope']) expect(dossier.answers).not.toHaveProperty(name)
  }, 60_000)

  test('an old card with a year alone is enough', async () => {
    const page = await read(
      `/quay/moi/${COPY}`,
      '022151000387|100333222|Chíu Sám Múi|1951|Nữ|Hoành Mô, Bình Liêu|02072021|A|B||C',
    )
    expect(boxesOf((await open(page)).body)).toMatchObject({ fullName: 'Chíu Sám Múi', bornOn: '20/05/1951' })
    const stranger = await read(`/quay/moi/${COPY}`, '022151000999||Tằng A Sám|1951|Nữ|Hoành Mô, Bình Liêu|02072021')
    const opened = await open(stranger)
    expect(boxesOf(opened.body)).toMatchObject({
      fullName: 'Tằng A Sám',
      bornOn: '1951',
      address: 'Hoành Mô, Bình Liêu',
    })
    expect(opened.body).toContain('Dữ liệu dân cư chưa có số này')
  }, 60_000)
})

describe('nothing is lost', () => {
  test('a missing paper is told at its place; words and scans stay', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    const [scan] = await scans(page)
    const before = await dossiersFiled()
    const refused = await press(page, 'tiep-nhan', { phone: '0900 000 553' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toMatch(/<a href="#tep-1">Quét “/)
    expect(refused.body).toContain('<a href="#declaredTrue">')
    expect(boxesOf(refused.body)).toMatchObject({ phone: '0900 000 553', fullName: 'Nguyễn Thu Hạnh' })
    expect(await dossiersFiled()).toBe(before)

    const kept = await press(
      page,
      'luu',
      {},
      scan ? [scan, { box: 'tep-1', name: 'rong.pdf', bytes: Buffer.alloc(0) }] : [],
    )
    expect(kept.statusCode).toBe(422)
    expect(kept.body).toContain('rong.pdf rỗng')
    const reloaded = await open(page)
    expect(reloaded.body).toMatch(/BN-261120-[0-9A-Z]{8}/)
    expect(boxesOf(reloaded.body)).toMatchObject({ phone: '0900 000 553' })

    const fileId = /value="bo:([^"]+)"/.exec(reloaded.body)?.[1] ?? ''
    await press(page, `bo:${fileId}`)
    expect((await open(page)).body).not.toContain('BN-261120')
  }, 60_000)

  test('photos of one paper are one PDF; its pages are put in order, turned and taken out by who sent them', async () => {
    const resume = await read('/quay/moi/2.000815')
    const [{ box } = { box: '' }] = await scans(resume)
    const photo = (shade: string) =>
      sharp({ create: { width: 300, height: 420, channels: 3, background: shade } })
        .jpeg()
        .toBuffer()
    await press(resume, 'luu', {}, [
      { box, name: 'mat-truoc.jpg', bytes: await photo('#eee') },
      { box, name: 'mat-sau.jpg', bytes: await photo('#ddd') },
    ])
    const { body } = await open(resume)
    const [href = ''] = /\/quay\/tiep\/[^"]+\/tep\/[^"]+/.exec(body) ?? []
    expect(body.match(/\/tep\//g), 'one file of both').toHaveLength(1)
    const [viec = ''] = /trang:\d+/.exec(body) ?? []
    const { location } = await press(resume, viec)

    const opened = await open(location)
    const photos = (page: string) => [...page.matchAll(/Từ ảnh ([^,]+), biên nhận/g)].map(([, name]) => name)
    expect(photos(opened.body)).toEqual(['mat-truoc.jpg', 'mat-sau.jpg'])
    const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
    const arranged = await bare.web.inject({
      method: 'POST',
      url: location,
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...boxesOf(opened.body), 'thu-tu-2': '1', 'xoay-1': '90' }).toString(),
    })
    expect(arranged.statusCode).toBe(303)
    expect(photos((await open(location)).body)).toEqual(['mat-sau.jpg', 'mat-truoc.jpg'])
    expect((await open(href)).statusCode, 'the PDF before is gone').toBe(404)

    who = hoanhMo
    const elsewhere = await open(resume)
    const [there = ''] = /\/quay\/tiep\/[^"]+\/tep\/[^"]+/.exec(elsewhere.body) ?? []
    expect((await open(there)).headers['content-type'], 'another desk with the code reads it').toBe('application/pdf')
    expect(photos((await open(location)).body), 'and makes no other of it').toEqual([])
    who = {
      kind: 'citizen',
      accountId: newId(),
      citizenId: newId(),
      fullName: 'Trần Quốc Bảo',
      personalId: '022085001513',
    }
    expect((await open(there)).statusCode).toBe(404)
  })

  test('scanned and yet left out: one of both', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    await press(page, 'luu', {}, (await scans(page)).slice(0, 1))
    const refused = await press(page, 'tiep-nhan', { ...(await confirmed(page)), 'giay-1': 'held-by-the-state' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('đã có tệp nhưng lại chọn không nộp')
  }, 60_000)

  test('a wrong number is told, an unreadable card too', async () => {
    const wrong = await press(`/quay/moi/${COPY}`, 'tra', { personalId: '100912345' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('<a href="#personalId">Số định danh cá nhân gồm 12 chữ số')
    const card = await press(`/quay/moi/${COPY}`, 'doc', { the: '022188000512|xin chào' })
    expect(card.statusCode).toBe(422)
    expect(card.body).toContain('Chưa đọc được mã này')
  }, 60_000)

  test('with the register away the desk goes on by hand', async () => {
    world.app.ports.set(citizenRegistryPort, {
      name: 'away',
      lookUp: () => Promise.reject(new Refusal('identity.registry-away')),
      isWell: async () => false,
    })
    const { statusCode, location } = await press(`/quay/moi/${COPY}`, 'tra', {
      personalId: '022 188 000 512',
      fullName: 'Nguyễn Thu Hạnh',
    })
    expect(statusCode).toBe(303)
    const opened = await open(location)
    expect(opened.body).toContain('Chưa hỏi được dữ liệu dân cư. Nhập theo thẻ rồi làm tiếp.')
    expect(boxesOf(opened.body)).toMatchObject({ fullName: 'Nguyễn Thu Hạnh' })
    const scanned = await read(`/quay/moi/${COPY}`)
    expect((await open(scanned)).body).toContain('cứ làm tiếp theo thẻ')
  }, 60_000)

  test('F7 keeps and goes to the next person; the list of half-done ones leads back', async () => {
    world.clock.advance(1)
    const { location } = await press(`/quay/moi/${COPY}`, 'sau', { fullName: 'Lý Văn Chờ' })
    expect(location).toBe('/quay')
    const list = await open('/quay')
    const back = /href="(\/quay\/tiep\/[^"]+)">Lý Văn Chờ/.exec(list.body)?.[1]
    expect(back).toBeDefined()
    expect(boxesOf((await open(back ?? '')).body)).toMatchObject({ fullName: 'Lý Văn Chờ' })
    expect((await open(`/quay?q=${back?.split('/').at(-1)}`)).headers.location).toBe(back)
  }, 60_000)
})

describe('not everything is there: form 02', () => {
  test('names all that is missing once; something new the next time needs a reason', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    const before = await dossiersFiled()
    const given = await press(page, 'chua-du', { 'huong-dan': 'Giấy uỷ quyền có chứng thực' })
    expect(given.location).toBe(`${page}?da=huong-dan`)
    expect(await dossiersFiled()).toBe(before)
    const shown = await open(given.location)
    expect(shown.body).toContain('Hồ sơ chưa được tiếp nhận')
    const sheet = await open(`${page}/huong-dan/1`)
    expect(sheet.headers['content-type']).toBe('application/pdf')
    expect(sheet.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const [kept] = await rows(
      world.app.db,
      sql<{ items: { what: string }[] }>`select items from desk.guidance order by at desc limit 1`,
    )
    expect(kept?.items.map(({ what }) => what).at(-1)).toBe('Giấy uỷ quyền có chứng thực')
    expect(kept?.items.length).toBeGreaterThan(1)
    expect((await journal('desk.guidance-given')).length).toBeGreaterThan(0)

    const again = await press(page, 'chua-du', { 'huong-dan': 'Bản dịch công chứng' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('Lần trước chưa nói tới &quot;Bản dịch công chứng&quot;')
    const reasoned = await press(page, 'chua-du', {
      'huong-dan': 'Bản dịch công chứng',
      'vi-sao': 'Người nộp mới đưa bản tiếng Anh',
    })
    expect(reasoned.location).toBe(`${page}?da=huong-dan`)
    expect((await open(`${page}/huong-dan/2`)).statusCode).toBe(200)
    expect((await open(`${page}/huong-dan/3`)).statusCode).toBe(404)
  }, 60_000)

  test('programs give it by the same rules', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    const url = `/api/v1/desk/drafts/${page.split('/').at(-1)}/guidance`
    const given = await bare.web.inject({ method: 'POST', url, payload: { more: 'Giấy uỷ quyền' } })
    expect(given.statusCode).toBe(201)
    expect(given.json()).toMatchObject({ no: 1 })
    expect((await open(`${url}/1`)).headers['content-type']).toBe('application/pdf')
    const again = await bare.web.inject({ method: 'POST', url, payload: { more: 'Bản dịch' } })
    expect(again.json()).toMatchObject({ status: 422, code: 'desk.guided-before', what: 'Bản dịch' })
    who = await demoOfficer(world.app, 'huy.pq')
    expect((await bare.web.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(403)
  }, 60_000)

  test('with nothing missing there is nothing to print', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    const refused = await press(page, 'chua-du', {}, await scans(page))
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Chưa có gì thiếu để hướng dẫn')
  }, 60_000)
})

describe('the provincial centre', () => {
  async function provincialCode(): Promise<string> {
    const [found] = await rows(
      world.app.db,
      sql<{
        code: string
      }>`select code from catalogue.procedure_version v where v.content->>'department' = 'so-cong-thuong'
        and v.content->'levels' = '["province"]'::jsonb and not (v.content->>'anyDesk')::boolean
        and jsonb_array_length(v.content->'cases') = 1 and v.content->'cases'->0->'term'->>'unit' = 'working-day'
        and v.content->'cases'->0->'term'->>'quantity' = '20' order by code limit 1`,
    )
    return found?.code ?? ''
  }

  test('receives a provincial licence for its department, and a ward does not', async () => {
    const code = await provincialCode()
    expect(code).not.toBe('')
    const elsewhere = await open(`/quay/moi/${code}`)
    expect(elsewhere.statusCode).toBe(409)
    expect(elsewhere.body).toContain('Quầy này không nhận thủ tục này.')

    who = province
    const page = await read(`/quay/moi/${code}`)
    const opened = await open(page)
    expect(opened.body).toContain('20 ngày làm việc')
    const company = {
      applicantKind: 'organisation',
      organisationName: 'Công ty TNHH Hải Long',
      businessCode: '5700000004',
      representativePosition: 'Giám đốc',
      standing: 'letter',
      groundIssuedOn: '1/10/2026',
      groundScope: 'Nộp hồ sơ',
    }
    await press(page, 'luu', company)
    const done = await press(page, 'tiep-nhan', { ...(await confirmed(page)), ...company }, await scans(page))
    expect(done.location, done.body.slice(0, 3000)).toMatch(/^\/quay\/da-nhan\//)
    const { dossier, unitNames } = await runQuery(world.app, getDossier, province, {
      dossierCode: decodeURIComponent(done.location.split('/').at(-1) ?? ''),
    })
    expect(unitNames[dossier.competentUnitId]).toBe('Sở Công Thương')
    expect(dossier.dueExplanation.filter(({ mark }) => mark === 'counted')).toHaveLength(20)
  }, 60_000)

  test('does not receive what communes decide', async () => {
    who = province
    const refused = await open(`/quay/moi/1.001193`)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('trung tâm của xã, phường, đặc khu')
  })
})

describe('who may', () => {
  test('people who do not receive are turned away', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    who = await demoOfficer(world.app, 'huy.pq')
    for (const url of ['/quay', `/quay/moi/${COPY}`, page]) expect((await open(url)).statusCode).toBe(403)
    who = ANONYMOUS
    expect((await open('/quay')).headers.location).toBe('/can-bo/dang-nhap?ve=%2Fquay')
  }, 60_000)

  test('a desk elsewhere opens a half-done form by its code and files it for its own commune only', async () => {
    const page = await read(`/quay/moi/${COPY}`)
    who = hoanhMo
    const opened = await open(page)
    expect(opened.statusCode).toBe(200)
    expect(opened.body).toContain('xã Hoành Mô')
    expect((await runQuery(world.app, myDrafts, hoanhMo, {})).length).toBe(0)
  }, 60_000)

  test('a procedure that is not there', async () => expect((await open('/quay/moi/9.999999')).statusCode).toBe(404))
})

describe('a paper that is in the person’s vault', () => {
  const VAULT_PAPER = 'Bằng tốt nghiệp đại học'

  test('is taken by one press instead of a scan, and its use is on record', async () => {
    const { app } = world
    const procedure = await procedureInForce(app.db, COPY, '2026-11-20')
    const asked = procedure && papersOf(procedure)[0]
    const scan = await receiveUpload(app, baiChay, { name: 'bang.pdf', stream: Readable.from([await aPdf('Bang')]) })
    const paper = aPaper({ fileIds: [scan.id], title: VAULT_PAPER, typeCode: asked?.code ?? '', proof: 'compared' })
    await runAction(app, keepInVault, { kind: 'system', name: 'test' }, { papers: [paper] })

    const stranger = await read(`/quay/moi/${COPY}`, CARD.replaceAll('022188000512', '022085000274'))
    expect((await open(stranger)).body).not.toContain(VAULT_PAPER)
    const page = await read(`/quay/moi/${COPY}`)
    const offered = (await open(page)).body
    expect(offered).toContain(`Có trong kho: ${VAULT_PAPER}`)
    const command = /value="(kho:1:[^"]+)"/.exec(offered)?.[1] ?? ''
    const entryId = command.split(':')[2] ?? ''
    expect((await open(`${page}/kho/${entryId}/1`)).headers['content-type']).toBe('application/pdf')
    expect((await open(`${stranger}/kho/${entryId}/1`)).statusCode).toBe(404)
    await press(page, command)
    const { statusCode, location } = await press(page, 'tiep-nhan', await confirmed(page))
    expect([statusCode, location]).toEqual([303, expect.stringContaining('/quay/da-nhan/')])
    const code = decodeURIComponent(location.split('/').at(-1) ?? '')
    const { dossier, components } = await runQuery(app, getDossier, baiChay, { dossierCode: code })
    expect(components[0]?.fromVault).toMatchObject([{ title: VAULT_PAPER, proof: 'compared', version: 1 }])
    const uses = await journal('documents.vault-used')
    expect(uses).toMatchObject([
      { subject: `vault:${entryId}`, facts: { for: `dossier:${dossier.id}`, ground: 'taken-at-desk', version: 1 } },
    ])
  })
})

describe('papers a supplement request asked for', () => {
  const ask = { reason: 'Bản chụp mờ.', how: 'Mang bản chính đến quầy.' }

  /** Somebody filed at the desk, and the specialist asks for a paper and for a word. */
  async function waiting(): Promise<{ code: string; page: string }> {
    const reception = await read(`/quay/moi/${COPY}`)
    const done = await press(reception, 'tiep-nhan', await confirmed(reception), await scans(reception))
    const code = decodeURIComponent(done.location.split('/').at(-1) ?? '')
    const { components } = await runQuery(world.app, getDossier, baiChay, { dossierCode: code })
    const [head, specialist] = [await demoOfficer(world.app, 'chau.dm'), await demoOfficer(world.app, 'huy.pq')]
    await runAction(world.app, assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
    await runAction(world.app, requestSupplement, specialist, {
      dossierCode: code,
      items: [
        { ...ask, what: 'Bản chính <giấy>', componentCode: components.find(({ files }) => files.length > 0)?.code },
        { ...ask, what: 'Vì sao tên khác' },
      ],
      replyBy: '2027-01-15',
    })
    return { code, page: `/quay/bo-sung/${code}` }
  }

  test('are found by slip, card, number or telephone, taken part by part, and end in a new date', async () => {
    const { code, page } = await waiting()
    expect((await open('/quay')).body).toContain('href="/quay/bo-sung"')
    for (const scanned of [`https://vi.du/tra-cuu?ma=${code}`, code.toLowerCase()]) {
      for (const from of ['/quay', '/quay/bo-sung'])
        expect((await open(`${from}?q=${encodeURIComponent(scanned)}`)).headers.location).toBe(page)
    }
    for (const known of [CARD, '022188000512', '0912 000 512'])
      expect((await open(`/quay/bo-sung?q=${encodeURIComponent(known)}`)).body).toContain(`href="${page}"`)
    const unread = await open('/quay/bo-sung?q=H%E1%BA%A1nh')
    expect(unread.statusCode).toBe(422)
    expect(unread.body).toContain('Chưa đọc được.')
    expect((await open('/quay/bo-sung?q=022000000000')).body).toContain('Không có hồ sơ nào chờ bổ sung')

    const first = await open(page)
    expect(first.body).toContain('Bản chính &lt;giấy>')
    expect(first.body).toContain('Mang bản chính đến quầy.')
    expect(first.body).toContain('Còn 2 mục')

    const scan = { box: 'tep-1', name: 'ban-chinh.pdf', bytes: await aPdf('Ban chinh moi') }
    const half = await press(page, 'nhan', { 'ban-1': 'original', 'nguoi-mang': 'Con gái' }, [scan])
    expect(half.statusCode).toBe(422)
    expect(half.body).toContain('Mục 2: ghi câu trả lời của người nộp')
    expect(half.body).toContain('ban-chinh.pdf')
    // The same scan once more, from the window that was left open, is not a second one.
    await press(page, 'luu', {}, [scan])
    const kept = await runQuery(world.app, getTaking, baiChay, { dossierCode: code })
    expect(kept.half).toMatchObject({
      broughtBy: 'Con gái',
      channel: 'counter',
      items: [{ no: 1, fileIds: [expect.any(String)] }, { no: 2 }],
    })
    const fileId = kept.half?.items[0]?.fileIds[0] ?? ''
    expect((await open(`${page}/tep/${fileId}`)).headers['content-type']).toBe('application/pdf')
    await press(page, `bo:${fileId}`)
    expect((await open(page)).body).not.toContain('ban-chinh.pdf')

    const broken = { box: 'tep-1', name: 'hong.pdf', bytes: Buffer.from('khong phai pdf') }
    const refused = await press(page, 'luu', { 'ly-do-2': 'Đã cải chính <năm 2020>' }, [broken])
    expect(refused.body).toContain('Có tệp chưa nhận được.')
    expect(refused.body).toContain('Đã cải chính &lt;năm 2020>')

    const taken = await press(page, 'nhan', { kenh: 'counter' }, [scan])
    expect(taken).toMatchObject({ statusCode: 303, location: `${page}/xong` })
    const waitingForSlip = await open(`${page}/xong`)
    expect(waitingForSlip.body).toContain('Giấy hẹn đang được lập')
    await world.app.jobs.drain()
    const done = (await open(`${page}/xong`)).body
    expect(done).toContain('Đã nhận bổ sung tại Trung tâm Phục vụ hành chính công phường Bãi Cháy')
    expect(done).toContain('Con gái')
    expect(done).toContain('Bản chính')
    const slip = /href="([^"]+\/tep\/[^"]+)"/.exec(done)?.[1] ?? ''
    expect((await open(slip)).headers['content-type']).toBe('application/pdf')
    const { dossier } = await runQuery(world.app, getDossier, baiChay, { dossierCode: code })
    expect(dossier.handling).toBe('received')
    // Pressed again, or opened again: it leads to what was taken.
    expect((await open(page)).headers.location).toBe(`${page}/xong`)
  }, 60_000)

  test('elsewhere the desk is told where they are taken; too late, what is to be done', async () => {
    const { code, page } = await waiting()
    who = hoanhMo
    const elsewhere = await open(page)
    expect(elsewhere.statusCode).toBe(409)
    expect(elsewhere.body).toContain('Trung tâm Phục vụ hành chính công phường Bãi Cháy')
    expect((await open('/quay/bo-sung/H49.136.1-261120-9999')).statusCode).toBe(404)
    who = await demoOfficer(world.app, 'huy.pq')
    expect((await open('/quay/bo-sung')).statusCode).toBe(403)

    who = baiChay
    const before = world.clock.now().toISOString()
    world.clock.set('2027-02-01T09:00:00+07:00')
    expect((await open(page)).body).toContain('Đã quá hạn bổ sung ngày 15/01/2027.')
    const stop = { ground: 'not-supplied-in-time', reason: 'Quá hạn bổ sung', legalBasis: 'Nghị định 118/2025/NĐ-CP' }
    await runAction(world.app, stopDossier, baiChay, { dossierCode: code, ...stop } as const)
    const late = await open(page)
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Hồ sơ đã dừng giải quyết ngày 01/02/2027.')
    expect(late.body).toContain(`href="/quay/moi/${COPY}"`)
    world.clock.set(before)
  }, 60_000)
})
