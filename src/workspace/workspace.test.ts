import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { rows, sql } from '../platform/db.ts'
import { runQuery } from '../platform/query.ts'
import { assignDossier, getDossier, receiveDossier, submitDossier } from '../dossiers/index.ts'
import { aFiling } from '../dossiers/testing.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { pageFindings } from '../ui/testing.ts'
import { catalogueQualityRoutes } from './catalogue-quality/routes.tsx'
import { workspaceRoutes } from './routes.ts'
import { openOfficersSite, openOfficersScreen, type OfficersSite, type OfficersScreen } from './testing.ts'

const CERTIFIED_COPY = '2.000815'
const [DESK, HEAD, SPECIALIST, STRANGER, ADMINISTRATOR] = [
  'anh.vn',
  'chau.dm',
  'huy.pq',
  'thang.lv',
  'linh.tk',
] as const

let site: OfficersSite
let screen: OfficersScreen

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await workspaceRoutes(web, [
      {
        id: 'du-thao',
        title: 'Dự thảo',
        actions: ['draftResult'],
        render: async (_, { dossier }) => (dossier.handling === 'appraising' ? h('p', null, 'Phần mang tới') : null),
      },
    ])
    await dossiersWorkspaceRoutes(web)
    await catalogueQualityRoutes(web)
  })
  screen = await openOfficersScreen(site)
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

async function file(): Promise<string> {
  const citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { app } = site.world
  return (await runAction(app, submitDossier, citizen, await aFiling(app, citizen, CERTIFIED_COPY))).code
}

async function fileUpTo(state: 'received' | 'appraising'): Promise<string> {
  const code = await file()
  const { app } = site.world
  await runAction(app, receiveDossier, await site.officer(DESK), { dossierCode: code })
  if (state === 'appraising') {
    const { accountId } = await site.officer(SPECIALIST)
    await runAction(app, assignDossier, await site.officer(HEAD), { dossierCode: code, assigneeAccountId: accountId })
  }
  return code
}

const viewOf = async (code: string) =>
  runQuery(site.world.app, getDossier, await site.officer(DESK), { dossierCode: code })

describe('the five forms', () => {
  test('the desk receives only when every paper is looked at, and learns the promised day', async () => {
    const code = await file()
    const path = `/lam/${code}/tiep-nhan`
    const { body } = await site.get(path, DESK)
    expect(body).toContain('hẹn trả Thứ Hai 23/11/2026')
    const papers = [...body.matchAll(/name="(tp-\d+)" value="1"/g)].map((found) => found[1] ?? '')
    expect(papers.length).toBeGreaterThan(0)

    const early = await site.send(path, DESK, {})
    expect(early.statusCode).toBe(422)
    expect(early.body).toContain('Chưa đánh dấu')
    expect((await viewOf(code)).dossier.handling).toBe('submitted')

    const done = await site.send(path, DESK, Object.fromEntries(papers.map((name) => [name, '1'])))
    expect(done).toMatchObject({ statusCode: 303, headers: { location: `/lam/${code}?xong=receiveDossier` } })
    expect((await viewOf(code)).dossier).toMatchObject({ handling: 'received', dueOn: '2026-11-23' })
    expect((await site.get(`/lam/${code}?xong=receiveDossier`, DESK)).body).toContain('Hẹn trả Thứ Hai 23/11/2026')
  })

  test('the supplement composer shows the letter, keeps what was typed, and sends usual words where none were typed', async () => {
    const code = await file()
    const path = `/lam/${code}/bo-sung`
    const shown = await site.send(path, DESK, { 'tp-1-ly-do': ['mo'], xem: '1' })
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain('Chụp lại cả trang ở chỗ sáng')
    expect((await viewOf(code)).dossier.handling).toBe('submitted')

    const unseen = await site.send(path, DESK, {
      'tp-1-ly-do': ['mo'],
      'tp-1-vi-sao': 'Góc dưới bị mờ',
      han: '2026-12-04',
    })
    expect(unseen.statusCode).toBe(422)
    expect(unseen.body).toContain('đánh dấu ô xác nhận')
    expect(unseen.body).toContain('Góc dưới bị mờ')

    const late = await site.send(path, DESK, { 'tp-1-ly-do': ['mo'], han: '2026-11-20', 'da-xem': '1' })
    expect(late.body).toContain('Chọn hạn bổ sung sau hôm nay')

    const sent = await site.send(path, DESK, {
      'tp-1-ly-do': ['mo'],
      'tp-1-vi-sao': 'Góc dưới bị mờ',
      han: '2026-12-04',
      'da-xem': '1',
    })
    expect(sent.statusCode).toBe(303)
    const { dossier, supplements } = await viewOf(code)
    expect(dossier.handling).toBe('awaiting-supplement')
    expect(supplements[0]).toMatchObject({
      replyBy: '2026-12-04',
      items: [{ reason: 'Góc dưới bị mờ', how: 'Chụp lại cả trang ở chỗ sáng, thấy đủ bốn góc.' }],
    })
    // Who brings the papers to the desk is helped from here.
    expect((await site.get(`/lam/${code}`, DESK)).body).toContain(`href="/quay/bo-sung/${code}"`)
  })

  test('a refusal needs its reason and its legal basis', async () => {
    const code = await file()
    const path = `/lam/${code}/tu-choi`
    const empty = await site.send(path, DESK, { 'ly-do': 'Không thuộc nơi này', 'can-cu': '' })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Không thuộc nơi này')
    expect(empty.body).toContain('id="can-cu-l"')
    expect((await site.send(path, DESK, { 'ly-do': 'Không thuộc nơi này', 'can-cu': 'Điều 7' })).statusCode).toBe(303)
    expect((await viewOf(code)).dossier.handling).toBe('refused')
  })

  test('the head assigns with loads in sight; the specialist concludes', async () => {
    const code = await fileUpTo('received')
    const { accountId, fullName } = await site.officer(SPECIALIST)
    const { body } = await site.get(`/lam/${code}/phan-cong`, HEAD)
    expect(body).toMatch(/Phạm Quang Huy[\s\S]*đang giữ \d+ hồ sơ/)
    expect((await site.send(`/lam/${code}/phan-cong`, HEAD, {})).body).toContain('Chọn người thụ lý')
    expect((await site.send(`/lam/${code}/phan-cong`, HEAD, { nguoi: accountId, 'loi-dan': 'Gấp' })).statusCode).toBe(
      303,
    )
    expect((await viewOf(code)).assignee).toEqual({ accountId, fullName })

    const undecided = await site.send(`/lam/${code}/tham-dinh`, SPECIALIST, { 'ghi-chu': 'Đã đối chiếu bản chính' })
    expect(undecided.statusCode).toBe(422)
    expect(undecided.body).toContain('Đã đối chiếu bản chính')
    expect(
      (await site.send(`/lam/${code}/tham-dinh`, SPECIALIST, { 'ket-luan': 'eligible', 'ghi-chu': 'Đủ' })).statusCode,
    ).toBe(303)
    expect((await viewOf(code)).dossier.appraisal).toBe('eligible')
  })

  test('two at once: the slower one learns who was faster and loses no word', async () => {
    const code = await file()
    const path = `/lam/${code}/tu-choi`
    const { body } = await site.get(path, DESK)
    const seen = /name="phien-ban" value="(\d+)"/.exec(body)?.[1] ?? ''
    await runAction(site.world.app, receiveDossier, await site.officer(DESK), { dossierCode: code })
    const late = { 'phien-ban': seen, 'ly-do': 'Chữ đã viết', 'can-cu': 'Điều 7' }
    const answer = await site.send(path, DESK, late, `/lam/${code}`)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Chữ đã viết')
    expect((await viewOf(code)).dossier.handling).toBe('received')

    // Somebody else moved it between the page and the button.
    const mine = await fileUpTo('appraising')
    const stale = await site.send(`/lam/${mine}/tham-dinh`, SPECIALIST, {
      'phien-ban': '1',
      'ket-luan': 'eligible',
      'ghi-chu': 'Chữ đã viết',
    })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toMatch(/Đỗ Minh Châu đã phân công lúc \d\d:\d\d/)
    expect(stale.body).toContain('Chữ đã viết')
    expect((await viewOf(mine)).dossier.appraisal).toBeNull()
  })
})

describe('who gets in', () => {
  const forms = ['tiep-nhan', 'bo-sung', 'tu-choi', 'phan-cong', 'tham-dinh']

  test('for an officer of another unit no page of the dossier is there', async () => {
    const code = await fileUpTo('appraising')
    for (const part of ['', ...forms.map((form) => `/${form}`)]) {
      expect((await site.get(`/lam/${code}${part}`, STRANGER)).statusCode, part).toBe(404)
    }
    expect((await site.get(`/viec/xem/${code}`, STRANGER)).statusCode).toBe(404)
    const [file] = (await viewOf(code)).components.flatMap(({ documents }) => documents)
    expect((await site.get(`/lam/${code}/tep/${file?.id}`, STRANGER)).statusCode).toBe(404)
    expect((await site.get(`/viec?q=${code}`, STRANGER)).body).toContain('Không thấy hồ sơ nào')
  })

  test.each([
    ['tiep-nhan', HEAD],
    ['tu-choi', SPECIALIST],
    ['phan-cong', SPECIALIST],
    ['phan-cong', DESK],
    ['tham-dinh', HEAD],
    ['tham-dinh', DESK],
  ])('the form %s is not there for %s, not even to send', async (form, name) => {
    const code = await fileUpTo('appraising')
    expect((await site.get(`/lam/${code}/${form}`, name)).statusCode).toBe(404)
    expect((await site.send(`/lam/${code}/${form}`, name, {}, `/lam/${code}`)).statusCode).toBe(404)
  })

  test('a form of an earlier step leads back to the dossier, which says whose turn it is', async () => {
    const code = await fileUpTo('received')
    const answer = await site.get(`/lam/${code}/tiep-nhan`, DESK)
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/lam/${code}?chua=receiveDossier` } })
    expect((await site.get(`/lam/${code}?chua=receiveDossier`, DESK)).body).toContain(
      'Lãnh đạo phòng cần phân công người thụ lý.',
    )
  })

  test('administrators reach no dossier; others reach no administration; nobody gets in unnamed', async () => {
    const code = await file()
    expect((await site.get(`/lam/${code}`, ADMINISTRATOR)).statusCode).toBe(403)
    expect((await site.get('/quan-tri/thu-tuc', DESK)).statusCode).toBe(403)
    expect(await site.get('/viec')).toMatchObject({
      statusCode: 303,
      headers: { location: '/can-bo/dang-nhap?ve=%2Fviec' },
    })
  })
})

describe('the dossier page', () => {
  test('offers exactly what may be done now, and says why not', async () => {
    const code = await fileUpTo('appraising')
    const { body } = await site.get(`/lam/${code}`, SPECIALIST)
    expect(body).toContain(`href="/lam/${code}/tham-dinh"`)
    expect(body).toContain(`href="/lam/${code}/bo-sung"`)
    expect(body).toMatch(/<button[^>]*disabled[^>]*>(?:(?!<\/button>)[\s\S])*Soạn dự thảo kết quả/)
    expect(body).toContain('Chưa có kết luận thẩm định')
    expect(body).not.toContain('/tiep-nhan')

    await site.send(`/lam/${code}/tham-dinh`, SPECIALIST, { 'ket-luan': 'eligible', 'ghi-chu': 'Đủ' })
    const after = (await site.get(`/lam/${code}`, SPECIALIST)).body
    expect(after).toContain(`href="/lam/${code}?the=du-thao"`)
    expect((await site.get(`/lam/${code}?the=du-thao`, SPECIALIST)).body).toContain('Phần mang tới')
  })

  test('shows opinions, and the journal with names in place of accounts', async () => {
    const code = await fileUpTo('appraising')
    await site.send(`/lam/${code}/tham-dinh`, SPECIALIST, {
      'ket-luan': 'ineligible',
      'ghi-chu': 'Bản chính bị tẩy xoá',
    })
    expect((await site.get(`/lam/${code}?the=y-kien`, SPECIALIST)).body).toContain('Bản chính bị tẩy xoá')
    const { body } = await site.get(`/lam/${code}?the=nhat-ky`, SPECIALIST)
    for (const words of ['Phân công thụ lý', 'Đỗ Minh Châu', 'Ghi kết luận thẩm định', 'lượt xem hồ sơ'])
      expect(body).toContain(words)
    expect(body).not.toMatch(/officer:[0-9a-f]{8}/)
  })

  test('serves a file in the page to those who reach the dossier, and keeps who looked', async () => {
    const code = await file()
    const { components } = await viewOf(code)
    const [paper] = components.flatMap(({ documents }) => documents)
    const shown = await site.get(`/lam/${code}/tep/${paper?.id}`, DESK)
    expect(shown.headers).toMatchObject({ 'content-type': 'application/pdf' })
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    expect((await site.get(`/lam/${code}/tep/${paper?.id}/tai`, DESK)).headers['content-disposition']).toMatch(
      /^attachment/,
    )
    const lines = await rows(
      site.world.app.db,
      sql<{
        what: string
      }>`select what from platform.journal_line where subject = ${`file:${paper?.id}`} and what = 'read'`,
    )
    expect(lines.length).toBe(2)
  })
})

describe('the work list', () => {
  test('gives each role its own', async () => {
    const fresh = await file()
    const assigned = await fileUpTo('appraising')
    const received = await fileUpTo('received')
    const shows = async (name: string, path = '/viec') => {
      const { body } = await site.get(path, name)
      return [fresh, received, assigned].filter((code) => body.includes(`href="/lam/${code}"`))
    }
    expect(await shows(DESK)).toEqual([fresh])
    expect(await shows(HEAD)).toEqual([received])
    expect(await shows(SPECIALIST)).toEqual([assigned])
    expect(await shows(HEAD, '/viec?loc=ca-phong')).toEqual([received, assigned])
    expect(await shows(SPECIALIST, '/viec?loc=ca-phong')).toEqual([received, assigned])
    expect(await shows(STRANGER, '/viec?loc=ca-phong')).toEqual([])
    expect(await shows(DESK, `/viec?q=${assigned}`)).toEqual([assigned])
    expect((await shows(HEAD, '/viec?q=thu hanh')).length).toBe(3)
  })

  test('hides the middle of personal numbers', async () => {
    const code = await file()
    const { body } = await site.get(`/viec/xem/${code}`, DESK)
    expect(body).toContain('022 188 ••• 512')
    expect(body).not.toMatch(/022188000512|022 188 000 512/)
  })

  test('puts what is late first, under its heading', async () => {
    const code = await fileUpTo('appraising')
    site.world.clock.set('2026-11-26T09:00:00+07:00')
    const { body } = await site.get('/viec?loc=qua-han', SPECIALIST)
    expect(body).toMatch(/Quá hạn <span class="so">\d+/)
    expect(body).toContain(`href="/lam/${code}"`)
    expect(body).toContain('Quá 2 ngày')
    site.world.clock.set('2026-11-20T09:00:00+07:00')
  })
})

describe('the quality of the catalogue', () => {
  test('names per procedure what is doubtful and who decides, by filter', async () => {
    const { body } = await site.get('/quan-tri/thu-tuc?loai=term.unclear', ADMINISTRATOR)
    expect(body).toContain('Chưa rõ thời hạn giải quyết')
    expect(body).toMatch(/Ai quyết định: (Sở|Chi cục|Thanh tra|Văn phòng|Ban|Thuế|Công an|Bảo hiểm|Kho bạc|Cục)/)
    expect(body).not.toContain('<b>Mức thu nhỏ bất thường</b>')
    const next = /href="(\/quan-tri\/thu-tuc\?[^"]*sau=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await site.get(next, ADMINISTRATOR)).statusCode).toBe(200)
  })
})

describe('in the browser', () => {
  test('nothing for axe to find, on a desk and on a telephone', { timeout: 120_000 }, async () => {
    const fresh = await file()
    const appraising = await fileUpTo('appraising')
    const pages: [string, string][] = [
      ['/viec', SPECIALIST],
      ['/viec?q=hanh', DESK],
      [`/lam/${appraising}`, SPECIALIST],
      [`/lam/${appraising}?the=nhat-ky`, SPECIALIST],
      [`/lam/${fresh}/tiep-nhan`, DESK],
      [`/lam/${fresh}/bo-sung`, DESK],
      [`/lam/${fresh}/tu-choi`, DESK],
      [`/lam/${appraising}/phan-cong`, HEAD],
      [`/lam/${appraising}/tham-dinh`, SPECIALIST],
      ['/quan-tri/thu-tuc?muc=note', ADMINISTRATOR],
    ]
    for (const [path, as] of pages) {
      const page = await screen.open(path, as)
      expect(await pageFindings(page), path).toEqual([])
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
    }
  })

  test('keys move through the list, load the preview and open the dossier', async () => {
    const first = await file()
    const page = await screen.open('/viec', DESK)
    const rows = page.locator('[data-row]')
    const count = await rows.count()
    expect(count).toBeGreaterThan(1)
    for (let nth = 1; nth < count; nth += 1) await page.keyboard.press('ArrowDown')
    const code = await rows.last().locator('[data-open]').getAttribute('href')
    await page
      .locator('[data-preview-pane]')
      .getByText(code?.slice('/lam/'.length) ?? '')
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${code}`)
    expect(first).toBeTruthy()
  })
})
