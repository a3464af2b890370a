import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HANH } from '../../src/identity/testing.ts'
import type { Language } from '../../src/platform/language.ts'
import { openBrowser } from '../../src/ui/testing.ts'
import { citizensRoutes } from '../support/citizens-routes.ts'
import { citizensBrowser } from '../support/citizens-browser.ts'
import { openCitizensPages, type CitizensPages } from '../support/citizens-pages.ts'
import { ownersVisits, strangersVisits } from '../support/citizens-visits.ts'
import { findingsOnPage, unmarkedVietnamese, vietnameseSentences } from '../support/look-at-page.ts'

/** What gives a file or leads on. */
const NO_PAGE = /\.(pdf|xlsx)$|\/tep\/|\/ket-qua(\/xem)?$|\/tinh-trang$|^\/dang-nhap\/|^\/bai-khai$/
/** Pages in the middle of a signature on a telephone or of a decision by machine: the tests of those look at them. */
const LOOKED_AT_ELSEWHERE = new Set(['/xac-nhan-ky/{id}', '/ho-so/{code}/xem-lai'])
/** Names of columns and choices as they stand in the sheet, which is Vietnamese. */
const OF_A_SHEET = /^\/nop-nhieu\/.*\/dong\//

let pages: CitizensPages
let browser: Browser
beforeAll(async () => {
  ;[pages, browser] = await Promise.all([openCitizensPages(), openBrowser()])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

describe('a followed dossier says who has it, until when and why, and what comes next', () => {
  const NEXT = {
    submitted: ['đang kiểm tra hồ sơ của bạn', 'Chưa có ngày hẹn trả', 'Đủ thì tiếp nhận, ghi ngày hẹn trả'],
    received: ['đang giao người xử lý', 'Chậm nhất ngày', 'giao một người thẩm định'],
    appraising: ['đang thẩm định', 'tính từ khi tiếp nhận ngày 20/11/2026', 'lãnh đạo duyệt và ký'],
    extended: ['đang thẩm định', 'Chậm nhất ngày 25/12/2026', 'Lúc đó hẹn ngày 21/12/2026'],
    suspended: ['đang tạm dừng hồ sơ theo quy định', 'ghi ngày hẹn mới'],
    'awaiting-approval': ['đang xem để duyệt', 'Chậm nhất ngày', 'Duyệt xong thì lãnh đạo ký'],
    'awaiting-signature': ['đang ký số', 'Chậm nhất ngày', 'Ký xong thì văn thư cấp số'],
    'awaiting-seal': ['đang cấp số', 'Chậm nhất ngày', 'Đóng dấu xong thì trả kết quả'],
    finished: ['Kết quả đã có tại', 'nhận kết quả; mang theo giấy tờ tuỳ thân'],
    delivered: ['Đã trả kết quả cho bạn', 'Kết quả được giữ trong Giấy tờ của tôi'],
    'awaiting-supplement': ['đang chờ bạn bổ sung', 'Bạn gửi bổ sung, rồi'],
    refused: ['không được tiếp nhận', 'rồi nộp hồ sơ mới', 'Nộp hồ sơ mới</a>'],
    withdrawn: ['đã được rút', 'Nộp hồ sơ mới</a>'],
    stopped: ['đã dừng giải quyết', 'Nộp hồ sơ mới</a>'],
  } satisfies Record<keyof CitizensPages['dossiers'], string[]>

  test.each(Object.keys(NEXT) as (keyof typeof NEXT)[])('%s', async (state) => {
    const { body } = await pages.hanh.get(`/ho-so/${pages.dossiers[state]}`)
    for (const words of [...NEXT[state], 'Việc tiếp theo:']) expect(body).toContain(words)
  })
})

test('no page of citizens is left out', () => {
  const visited = [...strangersVisits(pages), ...ownersVisits(pages)].map(({ path }) => path.split('?')[0] ?? '')
  const left = citizensRoutes(pages.web)
    .filter(({ route }) => !NO_PAGE.test(route) && !LOOKED_AT_ELSEWHERE.has(route))
    .filter(({ pattern }) => !visited.some((path) => pattern.test(path)))
  expect(left.map(({ route }) => route)).toEqual([])
})

test.concurrent.each(['vi', 'en'] as const)(
  'every page of citizens, in each of its states, is for everybody: %s',
  async (language) => {
    expect(await walk(language)).toEqual([])
  },
  600_000,
)

/** Opens every page and says what is wrong with it. */
async function walk(language: Language): Promise<string[]> {
  const findings: string[] = []
  for (const [who, visits] of [
    [undefined, strangersVisits(pages)],
    [HANH, ownersVisits(pages)],
  ] as const) {
    const { context, page } = await citizensBrowser(browser, pages, { who, worker: false })
    const { hostname } = new URL(pages.address)
    await context.addCookies([
      { name: 'ngon-ngu', value: language, url: pages.address },
      { ...pages.held, domain: hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    ])
    for (const [nth, { path, before }] of visits.entries()) {
      await page.goto(path)
      await before?.(page)
      const name = `${language}-${who ? 'owner' : 'stranger'}-${nth}`
      const wrong = await findingsOnPage(page, { name, inColour: language === 'vi' })
      if (language === 'en') wrong.push(...(await unmarkedVietnamese(page)))
      if (language === 'en' && !OF_A_SHEET.test(path)) wrong.push(...(await vietnameseSentences(page)))
      findings.push(...wrong.map((finding) => `${path}${before ? ', after a press' : ''}: ${finding}`))
      await context.setOffline(false)
    }
    await context.close()
  }
  return findings
}
