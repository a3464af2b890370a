import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, sql } from '../../platform/db.ts'
import { loadForms, type FormLayout } from '../../forms/index.ts'
import { pageFindings } from '../../ui/testing.ts'
import {
  OFFICER_HEADER,
  openOfficersScreen,
  openOfficersSite,
  type OfficersScreen,
  type OfficersSite,
} from '../testing.ts'
import { formEditorRoutes } from './routes.tsx'

const [ADMINISTRATOR, SUPERVISOR, SPECIALIST] = ['linh.tk', 'binh.nth', 'huy.pq'] as const
const LICENCE = '/bieu-mau/3.000348'
const DRAFT = `${LICENCE}/nhap`
let site: OfficersSite
let screen: OfficersScreen

beforeAll(async () => {
  site = await openOfficersSite(formEditorRoutes)
  await loadForms(site.world.app)
  screen = await openOfficersScreen(site)
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

const edit = (form: Record<string, string>, draft = DRAFT) => site.send(draft, ADMINISTRATOR, form)
/** What a page says, without its marks. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
const draftWords = async (draft = DRAFT) => words((await site.get(draft, ADMINISTRATOR)).body)

describe('a draft from the version in force to the next one', () => {
  test('begins as a copy that changes nothing', async () => {
    const begun = await site.send(DRAFT, ADMINISTRATOR, { viec: 'bat-dau', ban: '4' }, LICENCE)
    expect(begun).toMatchObject({ statusCode: 303, headers: { location: DRAFT } })
    expect(await draftWords()).toContain('Bản nháp dùng được')
    expect(await draftWords()).toContain('Chưa khác gì.')
    expect(await draftWords()).not.toContain('Ban hành bản mới')
  })

  test('takes a page, a section, a question, and says what they lack', async () => {
    const page = await edit({ viec: 'them-trang', 'ten-trang': 'Liên hệ khẩn cấp' })
    expect(page.headers.location).toBe(`${DRAFT}?o=4#sua`)
    expect(await draftWords()).toContain('Phần "Liên hệ khẩn cấp": phần chưa có câu hỏi')
    const group = await edit({ viec: 'them-nhom', o: '4', 'ten-nhom': 'Người liên hệ', 'moi-muc-moi': 'người' })
    expect(group.headers.location).toBe(`${DRAFT}?o=4.1#sua`)
    await edit({ viec: 'bo', o: '4.0' })
    const question = await edit({ viec: 'them-cau', o: '4.0', 'ten-cau': 'Quan hệ', 'loai-moi': 'choice' })
    expect(question.headers.location).toBe(`${DRAFT}?o=4.0.0#sua`)
    expect(await draftWords()).toContain('1 chỗ phải sửa')
    expect(await draftWords()).toContain('Câu "Quan hệ": chưa có gì để chọn')
    await edit({
      viec: 'luu',
      o: '4.0.0',
      ten: 'Quan hệ với bạn',
      loai: 'choice',
      ma: 'quan-he',
      'o-hien': 'options',
      'lua-chon': 'vo-chong | Vợ hoặc chồng\ncon | Con | Từ 18 tuổi',
      'bat-buoc': '1',
    })
    expect(await draftWords()).toContain('Bản nháp dùng được')
  })

  test('is said in English as well, and may be filled in for whom an answer says', async () => {
    const question = {
      viec: 'luu',
      o: '4.0.0',
      ten: 'Quan hệ với bạn',
      loai: 'choice',
      ma: 'quan-he',
      'o-hien': 'options',
      'lua-chon': 'vo-chong | Vợ hoặc chồng\ncon | Con | Từ 18 tuổi',
      'bat-buoc': '1',
    }
    const english = { 'en-hoi': 'Relation to you', 'en-lua-chon': 'con | Child | From the age of 18\nla | Nobody' }
    await edit({ ...question, ...english, 'dien-san': 'sex', 'dien-khi': 'reason', 'dien-khi-la': 'lost; damaged' })
    await edit({ viec: 'luu', o: '4', ten: 'Liên hệ khẩn cấp', ma: 'lien-he-khan-cap', 'en-ten': 'In an emergency' })
    const file = JSON.parse((await site.get(`${LICENCE}/tep?ban=nhap`, ADMINISTRATOR)).body) as {
      layout: FormLayout
    }
    const page = file.layout.pages[4]
    expect(page?.en).toEqual({ title: 'In an emergency' })
    expect(page?.sections[0]?.fields[0]).toMatchObject({
      en: { label: 'Relation to you' },
      options: [{ value: 'vo-chong' }, { value: 'con', en: { label: 'Child', hint: 'From the age of 18' } }],
      prefill: { fact: 'sex', change: 'allowed', when: { field: 'reason', isOneOf: ['lost', 'damaged'] } },
    })
    expect((await site.get(`${DRAFT}?o=4.0.0`, ADMINISTRATOR)).body).toContain('con | Child | From the age of 18')
    await edit({ ...question, 'dien-san': 'sex', 'dien-khi': 'khong-co', 'dien-khi-la': 'x' })
    expect(await draftWords()).toContain('điều kiện dựa vào câu "khong-co" không có trong biểu mẫu')
    await edit(question)
  })

  test('a condition is written as rows; one on a question that is not there is a fault', async () => {
    await edit({ viec: 'them-cau', o: '4.0', 'ten-cau': 'Tuổi của con', 'loai-moi': 'number' })
    const question = {
      viec: 'luu',
      o: '4.0.1',
      ten: 'Tuổi của con',
      loai: 'number',
      ma: 'tuoi-con',
      'o-hien': 'min,max',
    }
    const row = { 'cau-0': 'quan-he', 'phep-0': 'is', 'gia-tri-0': 'chau' }
    await edit({ ...question, ...row, 'nho-nhat': '18' })
    expect(await draftWords()).toContain('điều kiện chờ một câu trả lời mà câu "Quan hệ với bạn" không thể có')
    await edit({ ...question, ...row, 'cau-0': 'khong-co', 'gia-tri-0': 'con' })
    expect(await draftWords()).toContain('điều kiện dựa vào câu "khong-co" không có trong biểu mẫu')
    const wrong = await edit({ ...question, ...row, 'nho-nhat': 'mười tám' })
    expect(wrong.statusCode).toBe(422)
    expect(words(wrong.body)).toContain('Bạn nhập "mười tám". Ghi một số')
    await edit({ ...question, ...row, 'gia-tri-0': 'con', 'nho-nhat': '18' })
    const shown = words((await site.get(`${DRAFT}?o=4.0.1`, ADMINISTRATOR)).body)
    expect(shown).toContain('Bản nháp dùng được')
    expect(shown).toContain('Chỉ hỏi khi “Quan hệ với bạn” là “Con”')
    expect(shown).toContain('Câu "Tuổi của con" Mới')
  })

  test('a day is held against another, and one of another kind is a fault', async () => {
    const day = { viec: 'luu', o: '4.0.1', ten: 'Hết hạn', loai: 'date', ma: 'het-han', 'o-hien': 'past,compared' }
    await edit({ viec: 'them-cau', o: '4.0', 'ten-cau': 'Cấp ngày', 'loai-moi': 'date' })
    await edit({ ...day, 'so-sao-0': 'after', 'so-voi-0': 'cap-ngay', 'so-sao-1': 'before', 'so-voi-1': '' })
    expect((await site.get(`${DRAFT}?o=4.0.1`, ADMINISTRATOR)).body).toContain('value="after" selected')
    const tried = { 'nguoi.0.het-han': '01/02/2020', 'nguoi.0.cap-ngay': '05/03/2021' }
    const refused = await site.send(`${LICENCE}/thu/lien-he-khan-cap?ban=nhap`, ADMINISTRATOR, tried)
    expect(words(refused.body)).toContain('Câu này phải sau “Cấp ngày” (05/03/2021)')
    await edit({ ...day, 'so-sao-0': 'after', 'so-voi-0': 'quan-he' })
    expect(await draftWords()).toContain('câu được so không có, hoặc không cùng loại')
    await edit({ ...day, 'so-sao-0': 'after', 'so-voi-0': 'cap-ngay' })
    await edit({ viec: 'bo', o: '4.0.2' })
    expect(await draftWords()).toContain('câu được so không có')
    await edit({ ...day, loai: 'number', ten: 'Tuổi của con', ma: 'tuoi-con' })
    expect(await draftWords()).toContain('Bản nháp dùng được')
  })

  test('a question moves over the edge of its section, and is called otherwise where it is named', async () => {
    await edit({ viec: 'luu', o: '4.0.0', ten: 'Quan hệ', loai: 'choice', ma: 'quan-he-voi-ban', 'bat-buoc': '1' })
    expect(await draftWords()).toContain('Bản nháp dùng được')
    const moved = await edit({ viec: 'len', o: '1.0.0' })
    expect(moved.headers.location).toBe(`${DRAFT}?o=0.0.5#sua`)
    expect((await edit({ viec: 'xuong', o: '0.0.5' })).headers.location).toBe(`${DRAFT}?o=1.0.0#sua`)
    expect((await edit({ viec: 'luu', o: '9.9.9' })).statusCode).toBe(422)
  })

  test('is seen and tried as people will, and nothing is kept', async () => {
    const lines = () =>
      rows(site.world.app.db, sql<{ n: bigint }>`select count(*) as n from platform.journal_line`).then(
        ([one]) => one?.n,
      )
    const before = await lines()
    const page = `${LICENCE}/thu/lien-he-khan-cap`
    const { body } = await site.get(`${page}?ban=nhap`, ADMINISTRATOR)
    expect(words(body)).toContain('Vợ hoặc chồng')
    const refused = await site.send(`${page}?ban=nhap`, ADMINISTRATOR, {})
    expect(refused.statusCode).toBe(422)
    expect(words(refused.body)).toContain('cần sửa')
    const typing = await site.send(
      `${DRAFT}/xem-truoc`,
      ADMINISTRATOR,
      { o: '4', cua: 'lien-he-khan-cap', ten: 'Khi cần', ma: 'khi-can' },
      DRAFT,
    )
    expect(words(typing.body)).toContain('Khi cần')
    expect(await draftWords()).not.toContain('Khi cần')
    expect(words((await site.get(`${LICENCE}/thu/nguoi-nop?ban=4`, SUPERVISOR)).body)).toContain('Số điện thoại')
    expect(await lines()).toBe(before)
  })

  test('every press keeps what stands in the boxes first, and can be undone and done again', async () => {
    const page = { o: '4', cua: 'lien-he-khan-cap', ten: 'Khi cần báo tin', ma: 'lien-he-khan-cap' }
    const gone = await edit({ ...page, viec: 'toi 4.0.1' })
    expect(gone.headers.location).toBe(`${DRAFT}?o=4.0.1#sua`)
    expect(await draftWords()).toContain('Khi cần báo tin')
    // Enter in the name of something new adds it.
    await edit({ ...page, viec: 'luu', 'ten-phan': 'Phần thêm' })
    expect(await draftWords()).toContain('Phần "Phần thêm": phần chưa có câu hỏi')
    const undone = await edit({ ...page, viec: 'hoan-tac' })
    expect(undone.headers.location).toBe(`${DRAFT}?o=4&xong=hoan-tac#sua`)
    expect(await draftWords()).not.toContain('Phần thêm')
    await edit({ ...page, viec: 'lam-lai' })
    expect(await draftWords()).toContain('Phần thêm')
    await edit({ viec: 'hoan-tac' })
    await edit({ viec: 'hoan-tac' })
    expect(await draftWords()).not.toContain('Khi cần báo tin')
    await edit({ ...page, ten: 'Liên hệ khẩn cấp', viec: 'luu' })
    const over = await edit({ viec: 'lam-lai' })
    expect([over.statusCode, words(over.body).includes('Không còn gì để hoàn tác hoặc làm lại')]).toEqual([422, true])
  })

  test('nothing typed is lost when a number is none', async () => {
    const typed = { viec: 'toi 0', o: '4.0.1', cua: 'tuoi-con', ten: 'Tuổi con út', ma: 'tuoi-con', loai: 'number' }
    const wrong = await edit({ ...typed, 'o-hien': 'min,max', 'nho-nhat': 'mười', 'lon-nhat': '90' })
    expect(wrong.statusCode).toBe(422)
    for (const kept of ['Tuổi con út', 'mười', '90']) expect(wrong.body).toContain(`value="${kept}"`)
    expect(wrong.body).toContain('href="#nho-nhat"')
    expect(await draftWords()).not.toContain('Tuổi con út')
  })

  test('a choice in a condition is named by its words, and its code is made of them', async () => {
    const question = { o: '4.0.0', cua: 'quan-he-voi-ban', ten: 'Quan hệ', ma: 'quan-he-voi-ban', loai: 'choice' }
    await edit({ ...question, viec: 'luu', 'o-hien': 'options', 'lua-chon': 'Vợ hoặc chồng\ncon | Con' })
    const waits = { o: '4.0.1', cua: 'tuoi-con', ten: 'Tuổi của con', ma: 'tuoi-con', loai: 'number', viec: 'luu' }
    await edit({ ...waits, 'cau-0': 'quan-he-voi-ban', 'phep-0': 'one-of', 'gia-tri-0': 'vo hoac chong; Con' })
    const { body } = await site.get(`${LICENCE}/tep?ban=nhap`, ADMINISTRATOR)
    const section = (JSON.parse(body) as { layout: FormLayout }).layout.pages[4]?.sections[0]
    expect(section?.fields[0]?.options?.map(({ value }) => value)).toEqual(['vo-hoac-chong', 'con'])
    expect(section?.fields[1]?.when).toEqual({ field: 'quan-he-voi-ban', isOneOf: ['vo-hoac-chong', 'con'] })
    expect((await site.get(`${DRAFT}?o=4.0.1`, ADMINISTRATOR)).body).toContain('value="Vợ hoặc chồng; Con"')
  })

  test('a page is seen while another one is not finished', async () => {
    await edit({ viec: 'them-trang', 'ten-trang': 'Chưa xong' })
    const shown = await site.get(`${LICENCE}/thu/lien-he-khan-cap?ban=nhap`, ADMINISTRATOR)
    expect(words(shown.body)).toContain('Tuổi của con')
    const unfinished = await site.get(`${LICENCE}/thu/chua-xong?ban=nhap`, ADMINISTRATOR)
    expect(words(unfinished.body)).toContain('Trang này chưa có câu nào xem được')
    expect((await site.get(`${LICENCE}/thu/chua-xong?ban=4`, ADMINISTRATOR)).statusCode).toBe(404)
    await edit({ viec: 'bo', o: '5' })
  })

  test('a draft somebody else has saved is not overwritten, and what was typed stands on it', async () => {
    const typed = { o: '4', cua: 'lien-he-khan-cap', ten: 'Của tôi', ma: 'lien-he-khan-cap', lan: '1' }
    const late = await site.send(DRAFT, ADMINISTRATOR, { ...typed, viec: 'luu' })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('value="Của tôi"')
    expect(words(late.body)).toContain('Trịnh Khánh Linh sửa sau khi bạn mở')
  })

  test('is published from a day on, and what is published stays', async () => {
    const past = await site.send(`${LICENCE}/ban-hanh`, ADMINISTRATOR, { 'tu-ngay': '2026-01-01' }, DRAFT)
    expect(words(past.body)).toContain('Ngày dùng phải từ hôm nay')
    const done = await site.send(`${LICENCE}/ban-hanh`, ADMINISTRATOR, { 'tu-ngay': '2026-12-01' }, DRAFT)
    expect(done.headers.location).toBe(`${LICENCE}?ban=5`)
    expect(words((await site.get(`${LICENCE}?ban=5`, SUPERVISOR)).body)).toContain('Tuổi của con')
    expect(words((await site.get(LICENCE, SUPERVISOR)).body)).toContain('Phụ lục XII Thông tư 12/2025/TT-BCA: từng mục')
    expect(words((await site.get(LICENCE, SUPERVISOR)).body)).not.toContain('Tuổi của con')
    expect(words((await site.get('/bieu-mau', SUPERVISOR)).body)).toContain('Bản 5 sẽ dùng từ 01/12/2026')
    expect((await site.get(DRAFT, ADMINISTRATOR)).statusCode).toBe(404)
  })
})

describe('a form for a procedure that has none', () => {
  test('begins from what every application asks', async () => {
    const begun = await site.send('/bieu-mau/moi', ADMINISTRATOR, { ma: '1.013978' }, '/bieu-mau')
    expect(begun.headers.location).toBe('/bieu-mau/1.013978/nhap')
    expect(await draftWords('/bieu-mau/1.013978/nhap')).toContain('Đây sẽ là bản đầu tiên')
    const unknown = await site.send('/bieu-mau/moi', ADMINISTRATOR, { ma: '9.999999' }, '/bieu-mau')
    expect(unknown.statusCode).toBe(422)
    const sought = await site.send('/bieu-mau/moi', ADMINISTRATOR, { ma: 'ly lich tu phap' }, '/bieu-mau')
    expect(sought.body).toContain('name="ma" value="3.000333"')
    expect((await site.send('/bieu-mau/moi', ADMINISTRATOR, { ma: '3.000348' }, '/bieu-mau')).headers.location).toBe(
      LICENCE,
    )
  })

  test('takes the template it follows and how it is printed, and is thrown away', async () => {
    const draft = '/bieu-mau/1.013978/nhap'
    await edit(
      { viec: 'luu', o: 'bieu-mau', 'trang-chung': '1', mau: 'Đơn đề nghị', 'mau-so': 'Mẫu số 2', 'danh-so': '1' },
      draft,
    )
    expect((await site.get(`${draft}?o=bieu-mau`, ADMINISTRATOR)).body).toContain('value="Mẫu số 2"')
    expect((await edit({ viec: 'bo-nhap' }, draft)).headers.location).toBe('/bieu-mau')
    expect((await site.get('/bieu-mau/1.013978', ADMINISTRATOR)).statusCode).toBe(404)
  })
})

describe('files', () => {
  test('go out and come back as a draft, form.io’s too, or say why not', async () => {
    const { body, headers } = await site.get(`${LICENCE}/tep?ban=4`, SUPERVISOR)
    expect(headers['content-disposition']).toBe('attachment; filename="3.000348-4.json"')
    const taken = await upload(body)
    expect(words(taken.body)).toContain('Vì sao bạn xin cấp lại?')
    expect((await site.get(`${LICENCE}/tep?ban=nhap`, ADMINISTRATOR)).body).toContain('licenceNumber')

    const formio = {
      components: [
        { type: 'textfield', key: 'ten', label: 'Tên cơ sở', input: true, validate: { required: true } },
        { type: 'signature', key: 'ky', label: 'Ký', input: true },
      ],
    }
    expect(words((await upload(JSON.stringify(formio))).body)).toContain('Cho biết mã thủ tục')
    const other = words((await upload(JSON.stringify(formio), '1.013978')).body)
    expect(other).toContain('Tên cơ sở')
    expect(other).toContain('1 điều trong tệp không đưa vào được')
    const refused = await upload('<html>')
    expect(refused.statusCode).toBe(422)
    expect(words(refused.body)).toContain('không phải biểu mẫu')
    await edit({ viec: 'bo-nhap' })
    await edit({ viec: 'bo-nhap' }, '/bieu-mau/1.013978/nhap')
  })

  async function upload(file: string, code = '') {
    const headers = { accept: 'text/html', [OFFICER_HEADER]: ADMINISTRATOR }
    const opened = await site.web.inject({ url: '/bieu-mau', headers })
    const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
    const action = /action="(\/bieu-mau\/tep\?_csrf=[^"]+)"/.exec(opened.body)?.[1] ?? ''
    const boundary = 'ranh-gioi'
    const payload = [
      `--${boundary}\r\ncontent-disposition: form-data; name="ma"\r\n\r\n${code}\r\n`,
      `--${boundary}\r\ncontent-disposition: form-data; name="tep"; filename="a.json"\r\ncontent-type: application/json\r\n\r\n${file}\r\n`,
      `--${boundary}--\r\n`,
    ].join('')
    return site.web.inject({
      method: 'POST',
      url: action,
      cookies,
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
  }
})

test('a supervisor reads and finds nothing to change; a specialist is refused', async () => {
  const { body, statusCode } = await site.get(LICENCE, SUPERVISOR)
  expect(statusCode).toBe(200)
  expect(body).not.toContain('method="post" action="/bieu-mau')
  expect((await site.get('/bieu-mau', SPECIALIST)).statusCode).toBe(403)
})

test('pages have no finding and do not scroll sideways, on a desk and on a telephone', async () => {
  await site.send(DRAFT, ADMINISTRATOR, { viec: 'bat-dau', ban: '4' }, LICENCE)
  const page = async (path: string) => {
    const shown = await screen.open(path, ADMINISTRATOR)
    expect(await pageFindings(shown, path.replace(/[^a-z0-9]+/g, '-')), path).toEqual([])
  }
  for (const path of ['/bieu-mau', LICENCE, `${DRAFT}?o=0.0.1`, `${DRAFT}?o=0.0`, `${DRAFT}?o=1`]) await page(path)
  await page('/bieu-mau/1.001612/thu/ho-kinh-doanh?ban=3')
})

test('with script both frames follow what is typed before it is saved', async () => {
  const page = await screen.open(`${DRAFT}?o=0`, ADMINISTRATOR)
  await page.locator('#sua [name=ten]').first().fill('Giấy phép của tôi')
  for (const name of ['xem', 'xem-rong'])
    await page.frameLocator(`iframe[name=${name}]`).getByRole('heading', { name: 'Giấy phép của tôi' }).waitFor()
  expect(await draftWords()).not.toContain('Giấy phép của tôi')
})
