import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Citizen } from '../../../platform/actor.ts'
import { runAction } from '../../../platform/action.ts'
import { rows, sql } from '../../../platform/db.ts'
import { runQuery } from '../../../platform/query.ts'
import { aPdf } from '../../../documents/testing.ts'
import { getDossier, getDossierFile, receiveDossier } from '../../index.ts'
import { textOf } from '../../papers/testing.ts'
import { compareDossiers } from '../../rebuild/compare-dossiers.ts'
import { browse, filledIn, openPortalWorld, type PortalWorld, type Visitor } from '../testing.ts'

const COPY = '2.000815'

let portal: PortalWorld
let hanh: Citizen
let mai: Citizen
let dong: Citizen

beforeAll(async () => {
  portal = await openPortalWorld()
  hanh = await portal.accountHolder({ personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh', bornOn: '1988-03-14' })
  mai = await portal.accountHolder({ personalId: '022190000111', fullName: 'Trần Thị Mai' })
  dong = await portal.accountHolder({ personalId: '022085000274', fullName: 'Lê Văn Đông' })
}, 180_000)
afterAll(() => portal.close())

const words = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const MAI = { fullName: 'Trần Thị Mai', personalId: '022 190 000 111', phone: '0912 000 111', email: 'mai@example.vn' }
const DONG = { fullName: 'Lê Văn Đông', personalId: '022085000274', phone: '', email: '' }

async function whatIsTold(subject: string): Promise<string[]> {
  const found = await rows(
    portal.world.app.db,
    sql<{ what: string }>`select what from platform.journal_line where subject = ${subject} order by seq`,
  )
  return found.map(({ what }) => what)
}

/** Opens the links on the filer's page, each by the person it is for. */
function linksOn(page: string): string[] {
  return [...page.matchAll(/data-copy="[^"]*(\/cung-dung-ten\/loi-moi\/[^"]+)"/g)].map(([, path = '']) => path)
}

async function open(person: Citizen, link: string): Promise<{ visitor: Visitor; path: string }> {
  const visitor = browse(portal, person)
  await visitor.get(link)
  const { to } = await visitor.post(link)
  return { visitor, path: to ?? '' }
}

async function agree({ visitor, path }: { visitor: Visitor; path: string }) {
  const page = (await visitor.get(path)).body
  return visitor.pressOn(page, `${path}/dong-y`)
}

async function tryToFile(visitor: Visitor, draft: string) {
  const { body } = await visitor.get(`${draft}/kiem-tra`)
  return visitor.post(`${draft}/nop`, { bai: /name="bai" value="([^"]+)"/.exec(body)?.[1] ?? '' })
}

test('husband and wife: named, asked by link, read, agreed, changed, agreed anew, filed, both see it', async () => {
  const { app, clock } = portal.world
  const filer = browse(portal, hanh)
  const draft = await filledIn(filer, COPY)
  const page = `${draft}/cung-dung-ten`
  expect(words((await filer.get(draft)).body)).toContain('Người cùng đứng tên Chỉ mình bạn đứng tên')

  await filer.get(page)
  const wrong = await filer.post(page, { ...MAI, personalId: '12345', email: 'mai' })
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('value="Trần Thị Mai"')])
  expect(words(wrong.body)).toMatch(/Nhập đủ 12 chữ số.*Địa chỉ thư có dấu @/)
  expect(words((await filer.post(page, { ...MAI, personalId: hanh.personalId })).body)).toContain(
    'Đây là số định danh của bạn',
  )
  await filer.post(page, MAI)
  expect(words((await filer.post(page, MAI)).body)).toContain('đã ở trong danh sách')
  expect(words((await tryToFile(filer, draft)).body)).toContain('còn chờ Trần Thị Mai đồng ý')

  await filer.post(`${page}/gui`)
  const asked = (await filer.get(page)).body
  const [link = ''] = linksOn(asked)
  expect(words(asked)).toContain('Đã gửi, chưa mở')
  expect(asked).toContain('Mã QR mở đường dẫn của Trần Thị Mai')

  // The link is for her alone, and opens once; whoever only looks uses nothing up.
  const stranger = browse(portal, dong)
  await stranger.get(link)
  const refused = await stranger.post(link)
  expect([refused.status, words(refused.body)]).toEqual([403, expect.stringContaining('số định danh khác')])
  const wife = await open(mai, link)
  expect(wife.path).toMatch(/^\/cung-dung-ten\/[0-9a-f-]{36}$/)
  expect(words((await wife.visitor.post(link)).body)).toContain('đã được mở')
  expect((await stranger.get(wife.path)).status).toBe(404)
  expect((await stranger.post(`${wife.path}/dong-y`, { 'ma-bam': 'a'.repeat(64) })).status).toBe(404)

  // She reads exactly what will be filed, files with their whole hash.
  const read = (await wife.visitor.get(wife.path)).body
  expect(words(read)).toMatch(/Nguyễn Thu Hạnh mời bạn cùng đứng tên.*Khai sinh cho con mới sinh/)
  const [, file = '', sha = ''] = /href="([^"]+\/tep\/[^"]+)">giay\.pdf[\s\S]*?([0-9a-f]{64})/.exec(read) ?? []
  expect(sha).toMatch(/^[0-9a-f]{64}$/)
  expect((await wife.visitor.get(file)).status).toBe(200)
  expect((await stranger.get(file)).status).toBe(404)
  expect((await agree(wife)).to).toBe(wife.path)
  expect(words((await filer.get(page)).body)).toContain('Mọi người đã đồng ý')

  // Saved again as it was: nothing is lost. Changed: nobody has agreed any more.
  await filer.get(`${draft}/noi-dung`)
  const said = { request: 'Khai sinh cho con mới sinh', resultDelivery: 'electronic', declaredTrue: 'yes' }
  await filer.post(`${draft}/noi-dung`, said)
  expect(words((await filer.get(page)).body)).toContain('Mọi người đã đồng ý')
  await filer.post(`${draft}/noi-dung`, { ...said, request: 'Hai bản sao' })
  expect(words((await filer.get(page)).body)).toContain('Đã đồng ý bản cũ, phải xem lại')
  expect(words((await wife.visitor.get(wife.path)).body)).toContain('Bài khai đang được sửa')
  expect((await tryToFile(filer, draft)).status).toBe(409)

  // Asked anew she needs no link; what she saw before cannot be agreed to.
  await filer.get(page)
  await filer.post(`${page}/gui`)
  const stale = await wife.visitor.pressOn(read, `${wife.path}/dong-y`)
  expect(words(stale.body)).toContain('Bài khai đã đổi khi bạn đang đọc')
  expect(words((await wife.visitor.get('/ho-so')).body)).toContain('Chờ bạn đồng ý')
  await agree(wife)
  // A file more is another content too; taken off and asked again.
  await filer.get(`${draft}/giay-to/1`)
  await filer.upload(`${draft}/giay-to/1`, [['tep', 'them.pdf', aPdf({ pages: 2 })]])
  expect((await tryToFile(filer, draft)).status).toBe(409)
  await filer.get(page)
  await filer.post(`${page}/gui`)
  await agree(wife)

  const filed = await tryToFile(filer, draft)
  const code = decodeURIComponent(/\/ho-so\/([^/]+)\//.exec(filed.to ?? '')?.[1] ?? '')
  expect(code).not.toBe('')
  for (const visitor of [filer, wife.visitor]) {
    expect((await visitor.get('/ho-so')).body).toContain(`/ho-so/${code}`)
    expect(words((await visitor.get(`/ho-so/${code}`)).body)).toContain('Cùng đứng tên: Trần Thị Mai')
  }
  expect((await stranger.get(`/ho-so/${code}`)).status).toBe(404)

  // The desk sees who agreed, when and how; the slip names her; the journal makes the dossier anew.
  const desk = await portal.officer('anh.vn')
  const view = await runQuery(app, getDossier, desk, { dossierCode: code })
  expect(view.coApplicants).toMatchObject([
    { fullName: 'Trần Thị Mai', how: 'recorded-consent', agreedAt: clock.now() },
  ])
  await runAction(app, receiveDossier, desk, { dossierCode: code })
  await app.jobs.drain()
  const { papers } = await runQuery(app, getDossier, desk, { dossierCode: code })
  const slip = papers.find(({ form }) => form === 'appointment-slip')
  const stored = await runQuery(app, getDossierFile, desk, { dossierCode: code, fileId: slip?.file.id ?? '' })
  expect(textOf(await app.files.bytes(stored.sha256)).replace(/\s+/g, ' ')).toContain('Cùng đứng tên: Trần Thị Mai')
  expect(await compareDossiers(app.db, [view.dossier.id])).toMatchObject([{ differences: [] }])
  expect(await whatIsTold(`dossier:${view.dossier.id}`)).toContain('dossiers.filed-together')

  // Neither takes it back alone.
  await wife.visitor.get(`/ho-so/${code}/rut`)
  await wife.visitor.post(`/ho-so/${code}/rut`, { 'ly-do': 'Không cần nữa' })
  expect(words((await filer.get(`/ho-so/${code}`)).body)).toMatch(
    /Trần Thị Mai đã đề nghị rút.*Còn chờ: Nguyễn Thu Hạnh/,
  )
  expect(words((await wife.visitor.post(`/ho-so/${code}/rut`, { 'ly-do': 'Lần nữa' })).body)).toContain(
    'Bạn đã đề nghị rút',
  )
  await filer.get(`/ho-so/${code}/rut`)
  await filer.post(`/ho-so/${code}/giu`)
  expect(words((await wife.visitor.get(`/ho-so/${code}`)).body)).not.toContain('đề nghị rút')
  for (const visitor of [wife.visitor, filer]) {
    await visitor.get(`/ho-so/${code}/rut`)
    await visitor.post(`/ho-so/${code}/rut`, { 'ly-do': 'Hai người đã bàn' })
  }
  const after = await runQuery(app, getDossier, desk, { dossierCode: code })
  expect(after.dossier.handling).toBe('withdrawn')
  expect(await compareDossiers(app.db, [view.dossier.id])).toMatchObject([{ differences: [] }])
})

test('who declines says why; reminding has a limit; a link runs out; who is taken off is asked no more', async () => {
  const { clock, app } = portal.world
  const filer = browse(portal, hanh)
  const draft = await filledIn(filer, COPY)
  const page = `${draft}/cung-dung-ten`
  await filer.get(page)
  await filer.post(page, MAI)
  await filer.post(page, DONG)
  await filer.post(`${page}/gui`)
  const asked = (await filer.get(page)).body
  const [first = '', second = ''] = linksOn(asked)
  const [, maiId = ''] = /loi-moi\/([^/]+)\//.exec(first) ?? []

  const { visitor, path } = await open(dong, second)
  const empty = await visitor.post(`${path}/tu-choi`, { 'ly-do': ' ' })
  expect([empty.status, words(empty.body)]).toEqual([422, expect.stringContaining('Viết vì sao bạn không đồng ý')])
  await visitor.post(`${path}/tu-choi`, { 'ly-do': 'Chưa thống nhất phần đất' })
  expect(words((await filer.get(page)).body)).toContain('Chưa thống nhất phần đất')
  expect(words((await tryToFile(filer, draft)).body)).toContain('Lê Văn Đông không đồng ý')
  expect(words((await visitor.post(`${path}/tu-choi`, { 'ly-do': 'Lần nữa' })).body)).toContain('Bạn đã trả lời rồi')

  await filer.get(page)
  await filer.post(`${page}/nhac`, { nguoi: maiId })
  const [renewed = ''] = linksOn((await filer.get(page)).body)
  expect(renewed).not.toBe(first)
  expect((await (await open(mai, first)).visitor.post(first)).status).toBe(410)
  expect(words((await filer.post(`${page}/nhac`, { nguoi: maiId })).body)).toContain('Mỗi ngày chỉ nhắc một lần')
  clock.advance(8 * 24 * 60)
  expect((await (await open(mai, renewed)).visitor.post(renewed)).status).toBe(410)
  expect(words((await filer.get(page)).body)).toContain('Đường dẫn hết hạn')

  const [, dongId = ''] = /loi-moi\/([^/]+)\//.exec(second) ?? []
  await filer.get(page)
  for (const nguoi of [maiId, dongId]) await filer.post(`${page}/bo`, { nguoi })
  expect((await visitor.get(path)).status).toBe(404)
  expect((await tryToFile(filer, draft)).to).toMatch(/^\/ho-so\//)
  const [{ id = '' } = {}] = await rows(
    app.db,
    sql<{
      id: string
    }>`select distinct subject as id from platform.journal_line where what = 'dossiers.co-applicant-reminded'`,
  )
  expect(await whatIsTold(id)).toEqual(
    expect.arrayContaining([
      'dossiers.co-applicant-named',
      'dossiers.co-applicants-asked',
      'dossiers.co-invitation-opened',
      'read',
      'dossiers.co-applicant-declined',
      'dossiers.co-applicant-reminded',
      'dossiers.co-applicant-removed',
    ]),
  )
})
