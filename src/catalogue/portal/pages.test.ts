import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Check } from 'typebox/value'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { ANONYMOUS } from '../../platform/actor.ts'
import { execute, sql } from '../../platform/db.ts'
import { communes } from '../../organisation/index.ts'
import { Procedure, ProcedurePage } from '../api/schemas.ts'
import { catalogueApiRoutes } from '../api/routes.ts'
import { catalogueRefusals, lifeEvents } from '../index.ts'
import { cataloguePortalRoutes } from './routes.ts'
import { procedureTexts, searchTexts } from './texts.ts'

let world: TestApp
let bare: BareWeb
beforeAll(async () => {
  world = await openTestApp({ province: true, refusals: catalogueRefusals })
  bare = await openBareWeb(
    world.app,
    () => ANONYMOUS,
    async (web) => {
      await cataloguePortalRoutes(web)
      await catalogueApiRoutes(web)
    },
  )
})
afterAll(async () => {
  await bare.close()
  await world.close()
})

const get = async (url: string) => {
  const { statusCode, body, headers } = await bare.web.inject({ url, headers: { accept: 'text/html' } })
  return { statusCode, body, location: headers.location, text: plain(body) }
}
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
const find = (q: string, rest = '') => get(`/tim?q=${encodeURIComponent(q)}${rest}`)

describe('/tim', () => {
  test('people’s words: the best match, and what the law calls it', async () => {
    const { text } = await find('mở quán phở')
    expect(text).toContain('Trong văn bản, việc này gọi là “thành lập hộ kinh doanh”.')
    expect(text).toMatch(/Kết quả hợp nhất cho “mở quán phở”.*Mở hộ kinh doanh.*3 ngày làm việc.*Xem và nộp/)
    expect(text).toContain('Đăng ký thành lập hộ kinh doanh')
  })

  test.each([
    ['dang ky ket hom', 'Không thấy đúng chữ “dang ky ket hom”, gần nhất là'],
    ['cha mẹ con giấy chứng sinh qwertyuiop asdfghjkl', 'Không thủ tục nào có đủ các chữ'],
    ['zzzqqq', 'Chưa thấy thủ tục nào như “zzzqqq”'],
  ])('"%s" tells how it was found, or that it was not', async (q, told) => {
    const { statusCode, text } = await find(q)
    expect(statusCode).toBe(200)
    expect(text).toContain(told)
  })

  test('a whole code leads to the procedure, however long it is written', async () => {
    expect((await find('1.004194.000.00.00.H49')).location).toBe('/thu-tuc/1.004194')
    expect((await find('1.001193', '&xa=06811')).location).toBe('/thu-tuc/1.001193?xa=06811')
    expect((await find('1.0041')).text).toContain('Tìm theo mã thủ tục.')
  })

  test('filters by level, field, body, life event and commune, and each can be dropped', async () => {
    const { body, text } = await find('khai sinh', '&cap=xa&linh-vuc=G15-TP07&co-quan=so-tu-phap&viec=co-con-nho')
    expect(text).toContain('Đăng ký khai sinh lưu động')
    for (const name of ['Cấp xã, phường, đặc khu', 'Hộ tịch', 'Sở Tư pháp', 'Sinh con, nuôi con nhỏ'])
      expect(body).toContain(`aria-label="${searchTexts.drop(name)}"`)
    const [commune] = await communes(world.app.db, '2026-11-20')
    const there = await find('', `&xa=${commune?.communeCode}`)
    expect(there.text).toContain(commune?.name ?? 'no commune')
    expect(there.body).toMatch(new RegExp(`href="/thu-tuc/[\\d.]+\\?xa=${commune?.communeCode}"`))
    expect(there.text).not.toContain('Cấp tỉnh ·')
  })

  test('goes on page by page by key', async () => {
    const codes: string[] = []
    for (let url: string | undefined = '/tim?viec=hon-nhan-va-gia-dinh'; url !== undefined && codes.length < 500;) {
      const { body } = await get(url)
      codes.push(...[...body.matchAll(/href="\/thu-tuc\/([\d.]+)"/g)].map((match) => match[1] ?? ''))
      url = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(24)
  })

  test('what was typed cannot become markup', async () => {
    expect((await find('"><script>alert(1)</script>')).body).not.toContain('<script>alert')
  })
})

describe('/thu-tuc', () => {
  test('the whole catalogue, by body and field', async () => {
    const { text } = await get('/thu-tuc')
    expect(text).toContain('2.813 thủ tục')
    expect(text).toMatch(/Sở Tư pháp 220 thủ tục.*Hộ tịch/)
  })

  test.each(lifeEvents.map(({ slug, title }) => [slug, title]))('/viec/%s', async (slug, title) => {
    const { statusCode, text } = await get(`/viec/${slug}`)
    expect(statusCode).toBe(200)
    expect(text).toContain(title)
    expect(text).toMatch(/[\d.]+ thủ tục liên quan/)
  })

  test.each(['/viec/khong-co', '/thu-tuc/9.999999', '/thu-tuc/abc'])('%s is not found', async (url) => {
    expect((await get(url)).statusCode).toBe(404)
  })

  test('old long codes lead to the short one', async () => {
    const { statusCode, location } = await get('/thu-tuc/1.004194.000.00.00.H49?xa=06811')
    expect([statusCode, location]).toEqual([301, '/thu-tuc/1.004194?xa=06811'])
  })
})

describe('/thu-tuc/{code}', () => {
  test('birth registration: the answers in the order people ask', async () => {
    const { text, body } = await get('/thu-tuc/1.001193')
    const order = [
      'Khai sinh cho con',
      procedureTexts.canI,
      procedureTexts.whereTitle,
      'Giấy tờ: ',
      procedureTexts.howLong,
      '1 ngày làm việc',
      procedureTexts.howMuch,
      'Bạn không phải nộp khoản nào.',
      procedureTexts.whatGet,
      'Giấy khai sinh',
      procedureTexts.steps,
      'Căn cứ pháp lý (15 văn bản)',
      'Bản 1: áp dụng từ 16/01/2026',
    ]
    const at = order.reduce<number[]>((places, words) => [...places, text.indexOf(words, places.at(-1) ?? 0)], [])
    expect(order.filter((_, index) => (at[index] ?? -1) < 0)).toEqual([])
    expect(body).toContain('href="/thu-tuc/1.001193/nop"')
  })

  test('papers, notes and headings are told apart', async () => {
    const { body } = await get('/thu-tuc/1.001193')
    const papers = /<ul class="giay">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? ''
    expect(papers).toContain('Tờ khai đăng ký khai sinh')
    expect(papers).not.toContain('Người có yêu cầu đăng ký khai sinh thực hiện việc nộp/xuất trình')
    expect(body).toMatch(/<p class="loi-dan">Người có yêu cầu đăng ký khai sinh thực hiện việc nộp\/xuất trình/)
    expect(body).toMatch(/<div class="luu-y">[\s\S]*không phải nộp bản giấy/)
  })

  test('doubtful money is told in the publication’s words, never as an amount', async () => {
    const business = await get('/thu-tuc/1.001612')
    expect(business.text).toContain('Chưa xác nhận, hỏi trước khi nộp')
    expect(business.text).toContain('Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định')
    expect(business.body).not.toMatch(/<b class="so">[\d.]+ đồng/)
    const copy = await get('/thu-tuc/2.000815')
    expect(copy.text).toContain('Công bố ghi: “2.000 đồng/trang”')
  })

  test('terms that contradict are told, with the body that must decide', async () => {
    const { text } = await get('/thu-tuc/1.013225')
    expect(text).toContain('Công bố ghi hai thời hạn: theo trường hợp như trên, theo cách nộp là 10 ngày làm việc')
    expect(text).toContain('Phải quyết định: Sở Xây dựng')
  })

  test('the place is named once the commune is known', async () => {
    const [commune] = await communes(world.app.db, '2026-11-20')
    const { text } = await get(`/thu-tuc/1.001193?xa=${commune?.communeCode}`)
    expect(text).toMatch(/Nơi giải quyết Uỷ ban nhân dân|Nơi giải quyết Ủy ban nhân dân/)
    expect(text).toMatch(/Nơi nhận hồ sơ Trung tâm/)
    expect((await get('/thu-tuc/1.001193?xa=99999')).text).not.toContain('Nơi nhận hồ sơ Trung tâm')
  })

  test('old names are marked and explained', async () => {
    const { rows } = await sql<{ code: string }>`
      select v.code from catalogue.quality_finding f join catalogue.procedure_version v on v.id = f.version_id
      where f.code = 'wording.merged-body' and f.place = 'steps' limit 1`.execute(world.app.db)
    const { body } = await get(`/thu-tuc/${rows[0]?.code}`)
    expect(body).toMatch(/<span class="ten-cu">[^<]+<small>\(nay là (Bộ|Sở|Cục) [^<]+\)<\/small>/)
  })

  test('one that is only filed in person has no button, but a reason', async () => {
    const { rows } = await sql<{ code: string }>`
      select code from catalogue.procedure_version where content->>'counterOnly' = 'true' limit 1`.execute(world.app.db)
    const { text, body } = await get(`/thu-tuc/${rows[0]?.code}`)
    expect(text).toContain(`Thủ tục ${rows[0]?.code} chỉ nhận hồ sơ nộp trực tiếp, không nhận trực tuyến.`)
    expect(body).not.toContain('/nop"')
  })

  test('every procedure has a page that stands', async () => {
    const { rows } = await sql<{ code: string }>`
      select code from catalogue.procedure_version order by md5(code) limit 60`.execute(world.app.db)
    for (const { code } of rows) {
      const { statusCode, body } = await get(`/thu-tuc/${code}`)
      expect([code, statusCode]).toEqual([code, 200])
      expect(body).not.toMatch(/undefined|\[object|NaN/)
    }
  })
})

describe('the API', () => {
  const api = async (url: string) => {
    const { statusCode, body } = await bare.web.inject({ url: `/api/v1${url}` })
    return { statusCode, answer: JSON.parse(body) as Record<string, unknown> }
  }

  test('searchProcedures answers as described', async () => {
    const { statusCode, answer } = await api('/procedures?q=ho%20kinh%20doanh&level=commune&limit=3')
    expect(statusCode).toBe(200)
    expect(Check(ProcedurePage, answer)).toBe(true)
    expect((answer.procedures as unknown[]).length).toBe(3)
    const next = await api(`/procedures?q=ho%20kinh%20doanh&level=commune&limit=3&after=${String(answer.next)}`)
    expect(next.answer.procedures).not.toEqual(answer.procedures)
  })

  test('getProcedure answers as described, with money as numbers', async () => {
    const { statusCode, answer } = await api('/procedures/1.001612.000.00.00.H49')
    expect(statusCode).toBe(200)
    expect(Check(Procedure, answer)).toBe(true)
    expect(answer).toMatchObject({ code: '1.001612', filing: { open: true, online: true } })
    expect((answer.fees as { amountDong: unknown }[])[0]?.amountDong).toBe(150_000)
  })

  test.each([
    ['/procedures/9.999999', 404, 'catalogue.unknown-procedure'],
    ['/procedures/1.001193?on=1999-01-01', 404, 'catalogue.unknown-procedure'],
    ['/procedures?limit=0', 422, 'platform.invalid-input'],
    ['/procedures?level=huyen', 422, 'platform.invalid-input'],
  ])('%s is refused with %i', async (url, status, code) => {
    const { statusCode, answer } = await api(url)
    expect([statusCode, answer.code]).toEqual([status, code])
  })

  test('is described in OpenAPI', async () => {
    const { answer } = await api('/openapi.json')
    const paths = answer.paths as Record<string, { get: { operationId: string } }>
    expect(paths['/api/v1/procedures']?.get.operationId).toBe('searchProcedures')
    expect(paths['/api/v1/procedures/{code}']?.get.operationId).toBe('getProcedure')
  })
})

test('a procedure that has ended is told so', async () => {
  await execute(
    world.app.db,
    sql`update catalogue.procedure_version set valid_to = '2026-11-18' where code = '1.000419' and valid_to is null`,
  )
  const { statusCode, text } = await get('/thu-tuc/1.000419')
  expect(statusCode).toBe(410)
  expect(text).toContain('Thủ tục này đã hết hiệu lực sau ngày 18/11/2026')
})

describe('/thu-tuc/:code/hoi-nhanh', () => {
  const birth = (query = '') => get(`/thu-tuc/1.001193/hoi-nhanh${query}`)

  test('asks one thing at a time; sent without an answer it asks again and says what to do', async () => {
    expect((await birth()).text).toContain('Bé thuộc trường hợp nào?')
    const again = await birth('?cau=be')
    expect(again.text).toContain('Bé thuộc trường hợp nào?')
    expect(again.text).toContain('Chọn một câu trả lời rồi bấm Tiếp tục.')
    expect((await birth('?be=thuong&cau=be')).text).toContain('Giấy chứng sinh của bé ở dạng nào?')
    expect((await birth('?be=bo-roi')).text).toContain('Ai đi làm khai sinh?')
  })

  test('ends at the papers of exactly this person, and at the way to file with them', async () => {
    const { text, body } = await birth('?be=mang-thai-ho&chung-sinh=giay&nguoi-nop=uy-quyen')
    for (const paper of ['Giấy chứng sinh', 'kỹ thuật mang thai hộ', 'Văn bản uỷ quyền có chứng thực'])
      expect(text).toContain(paper)
    expect(text).not.toContain('Biên bản về việc trẻ bị bỏ rơi')
    expect(body).toContain('href="/thu-tuc/1.001193/nop?be=mang-thai-ho&amp;chung-sinh=giay&amp;nguoi-nop=uy-quyen"')
  })

  test('says when another procedure is the right one; one without a guide is not found', async () => {
    const { text, body } = await get('/thu-tuc/1.000894/hoi-nhanh?quoc-tich=nuoc-ngoai')
    expect(text).toContain('Thủ tục này chưa đúng việc của bạn')
    expect(body).toContain('href="/thu-tuc/2.000806"')
    expect((await get('/thu-tuc/2.000361/hoi-nhanh')).statusCode).toBe(404)
  })
})
