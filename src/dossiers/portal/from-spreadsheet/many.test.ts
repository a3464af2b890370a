import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, sql } from '../../../platform/db.ts'
import type { Citizen } from '../../../platform/actor.ts'
import { readTable } from '../../../platform/spreadsheet/read-table.ts'
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { aPdf } from '../../../documents/testing.ts'
import { fileRows } from '../../from-spreadsheet/file-bundle.ts'
import { browse, openPortalWorld, type PortalWorld, type Visitor } from '../testing.ts'

const COPY = '2.000815'
const START = `/thu-tuc/${COPY}/nop-nhieu`
const WANTED = { sheet: 'Hồ sơ', mostRows: 501 }

let portal: PortalWorld
let hanh: Citizen
let dong: Citizen
let headings: string[]

beforeAll(async () => {
  portal = await openPortalWorld()
  const home = { phone: '0912000512', address: 'Tổ 5', communeCode: '06673' }
  hanh = await portal.accountHolder({
    personalId: '022188000512',
    fullName: 'Nguyễn Thu Hạnh',
    bornOn: '1988-03-14',
    ...home,
  })
  dong = await portal.accountHolder({
    personalId: '022085000274',
    fullName: 'Lê Văn Đông',
    bornOn: '1985-02-01',
    ...home,
  })
  const { rawPayload } = await rawGet(hanh, `${START}/mau.xlsx`)
  headings = [...(readTable(rawPayload, WANTED).rows[0]?.cells.values() ?? [])].map(({ text }) => text)
}, 180_000)
afterAll(() => portal.close())

async function rawGet(person: Citizen, url: string) {
  portal.signedIn.actor = person
  return portal.web.inject({ url })
}

const headingOf = (start: string) => headings.find((heading) => heading.startsWith(start)) ?? start
const CASE = 'Bạn đề nghị giải quyết việc gì'
const PAPER = 'Giấy tờ 1'
const PHONE = 'Số điện thoại'

/** A good row but for what is said otherwise, by the beginning of its heading. */
function row(changes: Record<string, string> = {}): string[] {
  const told = {
    'Bạn nộp hồ sơ với tư cách nào': 'Cá nhân',
    'Bạn nộp hồ sơ cho ai': 'Cho chính tôi',
    [CASE]: 'Chứng thực bằng tốt nghiệp',
    'Bạn muốn nhận kết quả thế nào': 'Bản điện tử',
    'Cơ quan giải quyết': 'Ủy ban nhân dân phường Bãi Cháy',
    [PAPER]: 'bang-1.pdf',
    ...changes,
  }
  const byHeading = new Map(Object.entries(told).map(([start, text]) => [headingOf(start), text]))
  return headings.map((heading) => byHeading.get(heading) ?? '')
}

const sheetOf = (lines: string[][], head = headings) =>
  writeWorkbook([{ name: 'Hồ sơ', columns: head.map(() => ({ width: 20 })), rows: [head, ...lines] }])
const zipOf = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name, index) => [`thu muc/${name}`, aPdf({ pages: index + 1 })])))

async function send(visitor: Visitor, sheet: Uint8Array, files: [string, Uint8Array][] = [], name = 'bang.xlsx') {
  await visitor.get(START)
  return visitor.upload(START, [
    ['bang', name, sheet],
    ...files.map(([file, bytes]): [string, string, Uint8Array] => ['tep', file, bytes]),
  ])
}

/** What a page's script does with a chosen file; answers how the form names it. */
async function sendAhead(visitor: Visitor, box: string, name: string, bytes: Uint8Array, origin = 'upload') {
  const { body } = await visitor.get(START)
  const token = decodeURIComponent(/_csrf=([^"&]+)/.exec(body)?.[1] ?? '')
  const base = { 'x-form-token': token, 'tus-resumable': '1.0.0', 'sec-fetch-site': 'same-origin' }
  const cookies = Object.fromEntries(visitor.cookies)
  const said = Object.entries({ filename: name, purpose: `${START}#${box}`, origin })
  const metadata = said.map(([key, text]) => `${key} ${Buffer.from(text).toString('base64')}`).join(',')
  const begun = await portal.web.inject({
    method: 'POST',
    url: '/tai-len',
    cookies,
    headers: { ...base, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  })
  const url = String(begun.headers.location)
  await portal.web.inject({
    method: 'PATCH',
    url,
    cookies,
    headers: { ...base, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    payload: Buffer.from(bytes),
  })
  return ['tep-da-gui', `${box}:${url.split('/').at(-1)}`] as [string, string]
}

async function countOf(citizen: Citizen): Promise<number> {
  const [found] = await rows(
    portal.world.app.db,
    sql<{
      count: number
    }>`select count(*)::int as count from dossiers.dossier where submitter_citizen_id = ${citizen.citizenId}`,
  )
  return found?.count ?? 0
}

const words = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
const cellsIn = (bytes: Uint8Array, sheet: string) =>
  readTable(bytes, { sheet, mostRows: 600 }).rows.map(({ cells }) => [...cells.values()].map(({ text }) => text))

test('the template asks what the form asks and is known by its mark', async () => {
  const { rawPayload, headers } = await rawGet(hanh, `${START}/mau.xlsx`)
  expect(headers['content-disposition']).toContain('.xlsx')
  const table = readTable(rawPayload, WANTED)
  expect(table).toMatchObject({ mark: `mau-nop-nhieu/${COPY}`, rows: [{ line: 1 }] })
  expect(headings).toContain(`${headingOf('Cơ quan giải quyết')}`)
  // Who hands in is who signed in: neither name nor number is asked.
  expect(headings.filter((heading) => /^(Họ, chữ đệm|Họ và tên \*|Số định danh cá nhân)/.test(heading))).toEqual([])
  expect(cellsIn(rawPayload, 'Danh mục').flat()).toContain('Ủy ban nhân dân phường Bãi Cháy')
  expect(cellsIn(rawPayload, 'Hướng dẫn')[0]).toEqual(['Nộp nhiều hồ sơ từ bảng tính'])
})

test('from a sheet with faults to a code for each row, and nothing filed twice', async () => {
  const visitor = browse(portal, hanh)
  const sheet = sheetOf([
    row(),
    row({ [CASE]: 'Chứng thực sổ hộ khẩu', [PHONE]: '912000512' }),
    row({ [CASE]: 'Chứng thực giấy khai sinh', [PAPER]: 'chua-gui.pdf; BANG-2.pdf' }),
    row(),
    row({ [CASE]: 'Chứng thực hợp đồng', [PAPER]: 'Cơ quan nhà nước đã có' }),
  ])
  const sent = await send(visitor, sheet, [['giay-to.zip', zipOf('bang-1.pdf', 'bang-2.pdf', 'thua.pdf')]])
  const bundle = sent.to ?? ''
  const page = (await visitor.get(bundle)).body
  expect(words(page)).toContain('2 dòng đúng, 3 dòng cần sửa.')
  expect(words(page)).toContain('Dòng 3, cột Số điện thoại để báo kết quả: Bảng tính đã bỏ số 0 ở đầu: còn 912000512.')
  expect(words(page)).toMatch(/Dòng 4, cột Giấy tờ 1: [^:]*: Chưa thấy tệp chua-gui.pdf/)
  expect(words(page)).toContain('Dòng 5: Giống hệt dòng 2')
  expect(words(page)).toContain('2 tệp không dòng nào gọi tên')
  expect(await countOf(hanh)).toBe(0)

  // The sheet with faults marked is one of ours: mended and sent again it is read.
  const marked = await rawGet(hanh, `${bundle}/can-sua.xlsx`)
  const [head = [], ...left] = cellsIn(marked.rawPayload, 'Hồ sơ')
  expect(head.at(-1)).toBe('Cần sửa')
  expect(left.map((line) => line.at(-1))).toContainEqual(expect.stringContaining('gõ lại 0912000512'))

  // Mending on the page keeps what is typed and says what is still wrong.
  const lineThree = `${bundle}/dong/3`
  const form = (await visitor.get(lineThree)).body
  const boxes = Object.fromEntries(
    [
      ...form.matchAll(
        /<input[^>]*name="(o\d+)"[^>]*value="([^"]*)"|<select[^>]*name="(o\d+)"[\s\S]*?<\/select>|<textarea[^>]*name="(o\d+)"[^>]*>([^<]*)</g,
      ),
    ].map(([whole, box, value, select, area, text]) => [
      box ?? select ?? area ?? '',
      value ?? text ?? /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? '',
    ]),
  )
  const phone = Object.entries(boxes).find(([, value]) => value === '912000512')?.[0] ?? ''
  const still = await visitor.post(lineThree, { ...boxes, [phone]: '0112000512' })
  expect([still.status, words(still.body)]).toEqual([422, expect.stringContaining('0112000512')])
  expect((await visitor.post(lineThree, { ...boxes, [phone]: '0912000513' })).to).toBe(bundle)

  // A file that comes later settles its row.
  await visitor.get(bundle)
  await visitor.upload(`${bundle}/tep`, [['tep', 'Chua-Gui.PDF', aPdf({ pages: 7 })]])
  expect(words((await visitor.get(bundle)).body)).toContain('4 dòng đúng, 1 dòng cần sửa.')

  const unpledged = await visitor.post(`${bundle}/nop`)
  expect([unpledged.status, words(unpledged.body)]).toEqual([422, expect.stringContaining('ô cam đoan')])
  await visitor.post(`${bundle}/nop`, { 'cam-doan': 'co' })
  expect(words((await visitor.get(bundle)).body)).toContain('Đang nộp: 0 dòng đã nộp, còn 4 dòng.')
  const meanwhile = await visitor.post(lineThree, boxes)
  expect(words(meanwhile.body)).toContain('đang được nộp')
  // The queue gives a job at least once: two at the same time, and again.
  const job = { bundleId: bundle.replace('/nop-nhieu/', '') }
  await Promise.all([fileRows.run(portal.world.app, job), fileRows.run(portal.world.app, job)])
  await portal.world.app.jobs.drain()
  expect(await countOf(hanh)).toBe(4)
  const done = (await visitor.get(bundle)).body
  expect(words(done)).toContain('0 dòng đúng, 1 dòng cần sửa, 4 dòng đã nộp.')
  const codes = [...done.matchAll(/href="\/ho-so\/([^"]+)"/g)].map(([, code = '']) => code)
  expect(new Set(codes).size).toBe(4)
  expect((await visitor.get(`/ho-so/${codes[1] ?? ''}`)).body).toContain('0912 000 513')

  const outcome = cellsIn((await rawGet(hanh, `${bundle}/ket-qua.xlsx`)).rawPayload, 'Kết quả')
  expect(outcome.slice(2).map(([line, state, code]) => `${line} ${state} ${codes.includes(code ?? '')}`)).toEqual([
    '2 Đã nộp true',
    '3 Đã nộp true',
    '4 Đã nộp true',
    '5 Cần sửa false',
    '6 Đã nộp true',
  ])

  // The same sheet leads to where it stands; the same row in another sheet is the dossier it was.
  expect((await send(visitor, sheet)).to).toBe(bundle)
  const other =
    (await send(visitor, sheetOf([row({ [CASE]: 'Chứng thực hợp đồng', [PAPER]: 'cơ quan nhà nước đã có' })]))).to ?? ''
  expect(other).not.toBe(bundle)
  expect(words((await visitor.get(other)).body)).toContain(`Đã nộp trước đây thành hồ sơ ${codes[3]}`)
  await visitor.post(`${other}/nop`, { 'cam-doan': 'co' })
  await portal.world.app.jobs.drain()
  expect((await visitor.get(other)).body).toContain(`/ho-so/${codes[3]}`)
  expect(await countOf(hanh)).toBe(4)
})

test('sheet, archive and papers sent ahead over a weak line are taken with the form; a refused sheet loses no paper', async () => {
  const visitor = browse(portal, dong)
  const papers = [
    await sendAhead(visitor, 'tep', 'giay-to.zip', zipOf('goi-1.pdf'), 'parcel'),
    await sendAhead(visitor, 'tep', 'le-2.pdf', aPdf({ pages: 2 })),
  ]
  const wrong = await sendAhead(visitor, 'bang', 'gia.xlsx', sheetOf([['Gạo']], ['Mặt hàng']), 'parcel')
  const refused = await visitor.upload(START, [], [...papers, wrong])
  expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining('2 tệp giấy tờ bạn vừa gửi')])
  const kept = [...refused.body.matchAll(/name="da-nhan" value="([^"]+)"/g)].map(([, id = '']): [string, string] => [
    'da-nhan',
    id,
  ])
  const sheet = await sendAhead(
    visitor,
    'bang',
    'dung.xlsx',
    sheetOf([row({ [PAPER]: 'goi-1.pdf; le-2.pdf' })]),
    'parcel',
  )
  const taken = await visitor.upload(START, [], [...kept, sheet])
  expect(words((await visitor.get(taken.to ?? '')).body)).toContain('1 dòng đúng, 0 dòng cần sửa.')

  const other = browse(portal, hanh)
  await other.get(START)
  const strangers = await other.upload(START, [], [...kept, sheet])
  expect(strangers.status).toBe(404)
  const own = await sendAhead(other, 'bang', 'dung.xlsx', sheetOf([row({ [PAPER]: 'goi-1.pdf' })]), 'parcel')
  expect((await other.upload(START, [], [...kept, own])).status, 'files of others are not there').toBe(422)
})

test('a row for somebody else asks for the right to file and its paper, and no other row does', async () => {
  const child = {
    'Bạn nộp hồ sơ cho ai': 'Cho người khác',
    'Bạn nộp thay theo quyền nào': 'Cha hoặc mẹ của người chưa đủ 18 tuổi',
    'Họ và tên người có hồ sơ': 'Nguyễn Minh Khôi',
    'Ngày sinh của người có hồ sơ': '02/09/2018',
    'Bạn là gì của người đó': 'Mẹ',
  }
  const paper = 'Giấy tờ cho phép nộp thay'
  const sheet = sheetOf([
    row({ ...child, [CASE]: 'Cho con' }),
    row({ ...child, [CASE]: 'Cho con, có giấy', [paper]: 'khai-sinh.pdf' }),
    row({ [CASE]: 'Cho tôi mà có giấy', [paper]: 'khai-sinh.pdf' }),
  ])
  const visitor = browse(portal, hanh)
  const bundle = (await send(visitor, sheet, [['giay.zip', zipOf('bang-1.pdf', 'khai-sinh.pdf')]])).to ?? ''
  const page = words((await visitor.get(bundle)).body)
  expect(page).toContain('1 dòng đúng, 2 dòng cần sửa.')
  expect(page).toMatch(/Dòng 2, cột Giấy tờ cho phép nộp thay [^:]*: Ghi tên tệp đã gửi kèm/)
  expect(page).toMatch(/Dòng 4, cột Giấy tờ cho phép nộp thay [^:]*: Câu này không hỏi tới/)
  await visitor.post(`${bundle}/nop`, { 'cam-doan': 'co' })
  await portal.world.app.jobs.drain()
  const [, code = ''] = /href="\/ho-so\/([^"]+)"/.exec((await visitor.get(bundle)).body) ?? []
  expect((await visitor.get(`/ho-so/${code}`)).body).toContain('Nguyễn Minh Khôi')
})

test('a row that filing refuses says why and leaves the others alone', async () => {
  const visitor = browse(portal, dong)
  const bundle =
    (await send(visitor, sheetOf([row(), row({ [CASE]: 'Việc khác' })]), [['bang-1.pdf', aPdf()]])).to ?? ''
  // Found infected between the check and filing.
  await sql`update dossiers.bundle_row set input = jsonb_set(input, '{components,0,fileIds,0}', '"018f0000-0000-7000-8000-00000000dead"')
    where bundle_id = ${bundle.replace('/nop-nhieu/', '')} and line = 2`.execute(portal.world.app.db)
  await visitor.post(`${bundle}/nop`, { 'cam-doan': 'co' })
  await portal.world.app.jobs.drain()
  const page = words((await visitor.get(bundle)).body)
  expect(page).toContain('0 dòng đúng, 1 dòng cần sửa, 1 dòng đã nộp.')
  expect(page).toMatch(/Không nộp được Dòng 2: Không tìm thấy tệp/)
  expect(await countOf(dong)).toBe(1)
  await visitor.get(bundle)
  expect((await visitor.post(`${bundle}/nop`, { 'cam-doan': 'co' })).status).toBe(422)
})

describe('who may', () => {
  test('nobody opens, mends or files another’s sheet, and officers have none', async () => {
    const bundle = (await send(browse(portal, hanh), sheetOf([row({ [CASE]: 'Của Hạnh' })]))).to ?? ''
    const stranger = browse(portal, dong)
    await stranger.get(START)
    expect((await stranger.get(bundle)).status).toBe(404)
    expect((await stranger.post(`${bundle}/dong/2`, {})).status).toBe(404)
    expect((await stranger.upload(`${bundle}/tep`, [['tep', 'a.pdf', aPdf()]])).status).toBe(404)
    expect((await stranger.post(`${bundle}/nop`, { 'cam-doan': 'co' })).status).toBe(404)
    expect((await browse(portal, await portal.officer('anh.vn')).get(START)).to).toContain('/dang-nhap')
  })
})

describe('what is no sheet of this procedure gets an answer of its own, and nothing is kept', () => {
  test.each([
    ['nothing chosen', () => new Uint8Array(), '', 'Chọn bảng tính đã điền'],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'cu.xls', 'bảng tính kiểu cũ (.xls)'],
    [
      'a sheet of prices',
      () => sheetOf([['Gạo', '20']], ['Mặt hàng', 'Giá']),
      'gia.xlsx',
      'không theo mẫu của thủ tục',
    ],
    [
      'a changed heading',
      () => sheetOf([[...row(), 'x']], [...headings, 'Ghi chú']),
      'a.xlsx',
      'có tên "Ghi chú", không có trong mẫu',
    ],
    [
      'too many rows',
      () => sheetOf(Array.from({ length: 501 }, (_, at) => row({ [CASE]: String(at) }))),
      'a.xlsx',
      'nhiều nhất 500 dòng',
    ],
    ['headings alone', () => sheetOf([]), 'a.xlsx', 'chưa có dòng nào'],
    ['eleven megabytes', () => new Uint8Array(11_000_000), 'to.xlsx', 'lớn hơn 10'],
  ])('%s', async (_, bytes, name, said) => {
    const visitor = browse(portal, dong)
    const before = words((await visitor.get(START)).body)
    const answer = await send(visitor, bytes(), [], name)
    expect(answer.status).toBeGreaterThanOrEqual(413)
    expect(words(answer.body)).toContain(said)
    expect(words((await visitor.get(START)).body)).toBe(before)
  })

  test('a text in UTF-8 with semicolons is read as well', async () => {
    const lines = [headings, row({ [CASE]: 'Từ tệp CSV' })].map((cells) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'),
    )
    const bundle =
      (await send(browse(portal, dong), strToU8(`\uFEFF${lines.join('\r\n')}`), [['bang-1.pdf', aPdf()]], 'a.csv'))
        .to ?? ''
    expect(words((await browse(portal, dong).get(bundle)).body)).toContain('1 dòng đúng, 0 dòng cần sửa.')
  })

  test('a broken file among good ones is named, and the sheet and the others are kept', async () => {
    const sheet = sheetOf([row({ [CASE]: 'Có một tệp hỏng' })])
    const zip = zipSync({ 'bang-1.pdf': aPdf(), 'hong.pdf': strToU8('không phải PDF') })
    const answer = await send(browse(portal, dong), sheet, [['tep.zip', zip]])
    expect([answer.status, words(answer.body)]).toEqual([
      422,
      expect.stringMatching(/hong\.pdf.*1 dòng đúng, 0 dòng cần sửa/),
    ])
  })
})
