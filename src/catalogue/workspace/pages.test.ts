import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, sql } from '../../platform/db.ts'
import { pageFindings } from '../../ui/testing.ts'
import {
  OFFICER_HEADER,
  openOfficersScreen,
  openOfficersSite,
  type OfficersScreen,
  type OfficersSite,
} from '../../workspace/testing.ts'
import { catalogueWorkspaceRoutes } from './routes.tsx'

const [ADMINISTRATOR, SUPERVISOR, SPECIALIST] = ['linh.tk', 'binh.nth', 'huy.pq'] as const
const DRAFT = '/quy-trinh/nam-buoc/nhap'
let site: OfficersSite
let screen: OfficersScreen

beforeAll(async () => {
  site = await openOfficersSite(catalogueWorkspaceRoutes)
  screen = await openOfficersScreen(site)
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

const edit = (form: Record<string, string>) => site.send(DRAFT, ADMINISTRATOR, form)
/** What the page says, without its marks. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

describe('a draft from the version in force to the next one', () => {
  test('begins as a copy that changes nothing', async () => {
    const begun = await site.send(DRAFT, ADMINISTRATOR, { viec: 'bat-dau', ban: '2' }, '/quy-trinh/nam-buoc')
    expect(begun).toMatchObject({ statusCode: 303, headers: { location: DRAFT } })
    const { body } = await site.get(DRAFT, ADMINISTRATOR)
    expect(words(body)).toContain('Bản nháp dùng được')
    expect(words(body)).toContain('Chưa khác gì.')
    expect(body).not.toContain('Ban hành phiên bản mới')
  })

  test('takes a consultation, says what it lacks, and takes that too', async () => {
    const added = await edit({ viec: 'them', loai: 'consultation', ten: 'Hỏi Sở Tài chính', sau: 'tham-dinh' })
    expect(added.statusCode).toBe(303)
    const lacking = words((await site.get(DRAFT, ADMINISTRATOR)).body)
    expect(lacking).toContain('3 chỗ phải sửa')
    expect(lacking).toContain('Bước "Hỏi Sở Tài chính". Lấy ý kiến mà chưa có thời hạn trả lời.')
    const wrong = await edit({
      viec: 'sua',
      buoc: 'lay-y-kien',
      ten: 'Hỏi Sở Tài chính',
      'vai-tro': 'specialist',
      'don-vi': 'handling',
      'y-kien-gio': 'mấy giờ',
    })
    expect(wrong.statusCode).toBe(422)
    expect(words(wrong.body)).toContain('Số giờ "mấy giờ" chưa đúng')
    const right = await edit({
      viec: 'sua',
      buoc: 'lay-y-kien',
      ten: 'Hỏi Sở Tài chính',
      'vai-tro': 'specialist',
      'don-vi': 'handling',
      'y-kien-co-quan': 'H49.11',
      'y-kien-gio': '7,5',
      'y-kien-du': 'silence-agrees',
      'y-kien-chu-tri': 'unit',
      'y-kien-chu-tri-ma': 'H49.12',
    })
    expect(right.headers.location).toBe(`${DRAFT}?buoc=lay-y-kien`)
    const filled = words((await site.get(`${DRAFT}?buoc=lay-y-kien`, ADMINISTRATOR)).body)
    expect(filled).toContain('Bản nháp dùng được')
    expect(filled).toContain('Hỏi Sở Tài chính Bước mới')
  })

  test('a step is told what it must leave behind, and what nothing leaves there is a fault', async () => {
    const step = {
      viec: 'sua',
      buoc: 'phe-duyet',
      ten: 'Phê duyệt',
      'vai-tro': 'head-of-division',
      'don-vi': 'handling',
    }
    await edit({ ...step, 'phai-co': 'result' })
    expect(words((await site.get(DRAFT, ADMINISTRATOR)).body)).toContain(
      'Phải có kết quả mà tới bước này chưa việc nào làm ra.',
    )
    await edit({ ...step, 'hoi-giay': '1' })
    expect(words((await site.get(DRAFT, ADMINISTRATOR)).body)).toContain('Bản nháp dùng được')
  })

  test('is tried without writing anything', async () => {
    const lines = () =>
      rows(site.world.app.db, sql<{ n: bigint }>`select count(*) as n from platform.journal_line`).then(
        ([one]) => one?.n,
      )
    const before = await lines()
    const { body } = await site.get('/quy-trinh/nam-buoc/thu?ban=nhap', ADMINISTRATOR)
    const next = /href="([^"]+)"[^>]*>(?:(?!<\/a>)[\s\S])*?Nộp tại quầy/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const filed = words((await site.get(next, ADMINISTRATOR)).body)
    expect(filed).toContain('Hồ sơ đang ở: Đã tiếp nhận, bước Tiếp nhận')
    expect(filed).toContain('Phân công')
    expect(await lines()).toBe(before)
  })

  test('a draft somebody else has saved is not overwritten', async () => {
    const late = await site.send(DRAFT, ADMINISTRATOR, { viec: 'ten', ten: 'Của tôi', lan: '1' })
    expect(late.statusCode).toBe(422)
    expect(words(late.body)).toContain('Trịnh Khánh Linh sửa sau khi bạn mở')
  })

  test('is published from a day on', async () => {
    const past = await site.send('/quy-trinh/nam-buoc/ban-hanh', ADMINISTRATOR, { 'tu-ngay': '2026-01-01' }, DRAFT)
    expect(words(past.body)).toContain('Ngày có hiệu lực phải từ hôm nay')
    const done = await site.send('/quy-trinh/nam-buoc/ban-hanh', ADMINISTRATOR, { 'tu-ngay': '2026-12-01' }, DRAFT)
    expect(done.headers.location).toBe('/quy-trinh/nam-buoc?ban=3')
    const shown = words((await site.get('/quy-trinh/nam-buoc?ban=3', ADMINISTRATOR)).body)
    expect(shown).toContain('Phiên bản 3 từ 01/12/2026')
    expect(shown).toContain('Song song với bước Thẩm định')
    expect(words((await site.get('/quy-trinh', ADMINISTRATOR)).body)).toContain('Phiên bản 3 sẽ áp dụng từ 01/12/2026')
  })
})

describe('files', () => {
  test('go out as BPMN and come back as a draft, or say why not', async () => {
    const { body, headers } = await site.get('/quy-trinh/nam-buoc/bpmn?ban=2', SUPERVISOR)
    expect(headers['content-disposition']).toBe('attachment; filename="nam-buoc-2.bpmn"')
    const taken = await upload(body)
    expect(taken.headers.location).toBe(DRAFT)
    const refused = await upload('<html>')
    expect(refused.statusCode).toBe(422)
    expect(words(refused.body)).toContain('Không nhận được tệp này')
    await edit({ viec: 'bo-nhap' })
  })

  async function upload(xml: string) {
    const headers = { accept: 'text/html', [OFFICER_HEADER]: ADMINISTRATOR }
    const opened = await site.web.inject({ url: '/quy-trinh', headers })
    const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
    const action = /action="(\/quy-trinh\/tep\?_csrf=[^"]+)"/.exec(opened.body)?.[1] ?? ''
    const boundary = 'ranh-gioi'
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="tep"; filename="a.bpmn"\r\ncontent-type: text/xml\r\n\r\n${xml}\r\n--${boundary}--\r\n`
    return site.web.inject({
      method: 'POST',
      url: action,
      cookies,
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
  }
})

describe('a process for one procedure', () => {
  test('begins from the common one', async () => {
    const begun = await site.send('/quy-trinh/rieng', ADMINISTRATOR, { ma: '1.001193' }, '/quy-trinh')
    expect(begun.headers.location).toBe('/quy-trinh/tt-1-001193/nhap')
    expect(words((await site.get('/quy-trinh/tt-1-001193/nhap', ADMINISTRATOR)).body)).toContain('phiên bản đầu tiên')
    expect((await site.send('/quy-trinh/rieng', ADMINISTRATOR, { ma: 'abc' }, '/quy-trinh')).statusCode).toBe(404)
  })
})

describe('who may', () => {
  test('a supervisor reads and finds nothing to change', async () => {
    const { body, statusCode } = await site.get('/quy-trinh/nam-buoc', SUPERVISOR)
    expect(statusCode).toBe(200)
    expect(body).not.toContain('method="post" action="/quy-trinh')
    expect((await site.get('/quy-trinh', SPECIALIST)).statusCode).toBe(403)
  })
})

test.each([
  '/quy-trinh',
  '/quy-trinh/nam-buoc',
  '/quy-trinh/tt-1-001193/nhap?buoc=tham-dinh',
  '/quy-trinh/nam-buoc/thu?ban=2&di=0.2',
])('%s has no finding and does not scroll sideways, on a desk and on a telephone', async (path) => {
  const page = await screen.open(path, ADMINISTRATOR)
  expect(await pageFindings(page, path.replace(/[^a-z0-9]+/g, '-'))).toEqual([])
})
