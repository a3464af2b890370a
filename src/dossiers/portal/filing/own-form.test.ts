import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../../../platform/action.ts'
import type { Citizen } from '../../../platform/actor.ts'
import { runQuery } from '../../../platform/query.ts'
import { publishForm, type FormLayout } from '../../../forms/index.ts'
import { formsPortalRoutes } from '../../../forms/portal/routes.ts'
import { organisationApiRoutes } from '../../../organisation/api/routes.ts'
import { openBrowser, pageFindings } from '../../../ui/testing.ts'
import { getDossier } from '../../index.ts'
import { printDeclaration } from '../../declaration/print-declaration.ts'
import { browse, openPortalWorld, type PortalWorld, type Visitor } from '../testing.ts'

const PROCEDURE = '1.001612'
const layout: FormLayout = {
  application: { behalf: false },
  template: { name: 'Giấy đề nghị đăng ký hộ kinh doanh', certainty: 'law-to-verify' },
  pages: [
    {
      id: 'ho',
      title: 'Hộ kinh doanh',
      sections: [
        { fields: [{ name: 'seat', kind: 'place', label: 'Trụ sở', required: true }] },
        {
          fields: [
            {
              name: 'loan',
              kind: 'choice',
              label: 'Có vay vốn không?',
              required: true,
              options: [
                { value: 'no', label: 'Không' },
                { value: 'yes', label: 'Có' },
              ],
            },
          ],
        },
        {
          title: 'Thành viên góp vốn',
          repeat: { name: 'members', min: 0, max: 2, entry: 'thành viên' },
          fields: [{ name: 'name', kind: 'personal-name', label: 'Họ và tên', required: true }],
        },
      ],
    },
    {
      id: 'vay',
      title: 'Khoản vay',
      when: { field: 'loan', is: 'yes' },
      sections: [{ fields: [{ name: 'lender', kind: 'text', label: 'Bên cho vay', required: true }] }],
    },
  ],
}

let portal: PortalWorld
let visitor: Visitor
let draft: string
let hanh: Citizen

beforeAll(async () => {
  portal = await openPortalWorld(async (web) => {
    await formsPortalRoutes(web)
    await organisationApiRoutes(web)
  })
  const administrator = await portal.officer('linh.tk')
  const published = { code: PROCEDURE, version: 1, validFrom: '2026-01-01', layout }
  await runAction(portal.world.app, publishForm, administrator, published)
  hanh = await portal.citizen({
    personalId: '022188000512',
    fullName: 'Nguyễn Thu Hạnh',
    source: 'citizen-registry',
    bornOn: '1988-03-14',
    address: 'Số 12',
    communeCode: '06673',
    phone: '0912000512',
  })
  visitor = browse(portal, hanh)
  await visitor.get(`/thu-tuc/${PROCEDURE}/nop`)
  draft = (await visitor.post(`/thu-tuc/${PROCEDURE}/nop`, { luot: crypto.randomUUID() })).to ?? ''
}, 180_000)
afterAll(() => portal?.close())

const fields = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name.replaceAll('.', '\\.')}"`, 'g'))].length

test('says beside each box where its value comes from, and since when', async () => {
  const { body } = await visitor.get(`${draft}/nguoi-nop`)
  expect(body).toMatch(/Từ Cơ sở dữ liệu quốc gia về dân cư, \d\d\/\d\d\/\d{4}/)
  expect(body).toContain('Từ tài khoản định danh bạn đăng nhập')
  expect(body).toContain('value="0912 000 512"')
  expect(body).toContain('022 188 ••• 512')
  expect(fields(body, 'fullName')).toBe(0)
})

test('adds and takes away entries without script, keeping everything typed', async () => {
  await visitor.get(`${draft}/ho`)
  const added = await visitor.post(`${draft}/ho`, { 'seat.noi': 'bãi', members: '0', them: 'members' })
  expect([added.status, added.to]).toEqual([303, `${draft}/ho#members-0`])
  const one = (await visitor.get(`${draft}/ho`)).body
  expect(fields(one, 'members.0.name')).toBe(1)
  expect(one).toContain('value="bãi"')
  await visitor.post(`${draft}/ho`, { members: '1', 'members.0.name': 'Trần An', them: 'members' })
  await visitor.post(`${draft}/ho`, {
    members: '2',
    'members.0.name': 'Trần An',
    'members.1.name': 'Trần Bình',
    bo: 'members.0',
  })
  const left = (await visitor.get(`${draft}/ho`)).body
  expect(fields(left, 'members.1.name')).toBe(0)
  expect(left).toContain('value="Trần Bình"')
})

test('asks which place is meant and takes the answer', async () => {
  const typed = {
    'seat.noi': 'Phường Hà Khẩu, Hạ Long',
    'seat.chi-tiet': 'Số 5',
    loan: 'no',
    members: '1',
    'members.0.name': 'Trần Bình',
  }
  const asked = await visitor.post(`${draft}/ho`, typed)
  expect(asked.status).toBe(422)
  expect(asked.body).toContain('Có 2 nơi có thể là “Phường Hà Khẩu, Hạ Long”')
  expect(asked.body).toContain('name="seat.chon" value="06661"')
  const listed = await visitor.post(`${draft}/ho`, { ...typed, 'seat.tinh': '22', 'xem-xa': 'seat' })
  expect(listed.to).toBe(`${draft}/ho#seat`)
  expect((await visitor.get(`${draft}/ho`)).body).toContain('Phường Bãi Cháy</option>')
  const chosen = { ...typed, 'seat.cho': typed['seat.noi'], 'seat.chon': '06661' }
  expect((await visitor.post(`${draft}/ho`, chosen)).status).toBe(303)
})

test('lists a page only while its condition is met, and says so when an answer brings it or takes it away', async () => {
  const ho = (loan: string) => ({
    'seat.noi': 'Phường Bãi Cháy, Quảng Ninh',
    'seat.chi-tiet': 'Số 5',
    loan,
    members: '1',
    'members.0.name': 'Trần Bình',
  })
  const saved = async (loan: string) => {
    await visitor.get(`${draft}/ho`)
    return (await visitor.post(`${draft}/ho`, ho(loan))).to ?? ''
  }
  const shown = async () => (await visitor.get(draft)).body.includes('Khoản vay')
  expect(await shown()).toBe(false)
  expect((await visitor.get(`${draft}/vay`)).to).toBe(`${draft}?bot=vay`)
  const more = await saved('yes')
  expect(more).toBe(`${draft}/vay?them=vay`)
  expect((await visitor.get(more)).body).toContain('mở thêm phần phải khai: “Khoản vay”')
  expect(await shown()).toBe(true)
  expect((await visitor.get(`${draft}/kiem-tra`)).body).toContain('Khoản vay')
  const fewer = await saved('no')
  expect(fewer).toMatch(/\?bot=vay$/)
  expect((await visitor.get(`${draft}?bot=vay`)).body).toContain('không phải khai nữa: “Khoản vay”')
  // An address of long ago says nothing that is not so any more.
  expect((await visitor.get(`${draft}?them=vay`)).body).not.toContain('mở thêm phần')
  expect((await visitor.get(`${draft}/kiem-tra`)).body).not.toContain('Khoản vay')
})

describe('in a browser', () => {
  let browser: Browser
  let page: Page
  let origin: string
  const sent: string[] = []

  beforeAll(async () => {
    origin = `http://localhost:${new URL(await portal.web.listen({ port: 0, host: 'localhost' })).port}`
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())))
    portal.signedIn.actor = hanh
  })
  afterAll(() => browser?.close())

  test('is told at the box and at the top what is wrong before anything is sent, by the rules of the server', async () => {
    const loaded = page.waitForResponse(/kiem-tra\/may-/)
    await page.goto(`${origin}${draft}/nguoi-nop`)
    await loaded
    await page.getByLabel('Số điện thoại').fill('090 1')
    await page.getByLabel('Thư điện tử').focus()
    await page.getByText('Bạn nhập 090 1, có 4 chữ số').first().waitFor()
    await page.waitForTimeout(2_000)
    sent.length = 0
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await summary.evaluate((box) => document.activeElement === box)).toBe(true)
    expect(sent).toEqual([])
    await summary.getByRole('link', { name: /Bạn nhập 090 1/ }).click()
    expect(await page.getByLabel('Số điện thoại').evaluate((box) => document.activeElement === box)).toBe(true)
    expect(await pageFindings(page)).toEqual([])
    await page.getByLabel('Số điện thoại').fill('0900 000 214')
    await page.getByLabel('Thư điện tử').focus()
    await page.waitForFunction(() => document.querySelectorAll('.co-loi #phone').length === 0)
  })

  test('adds an entry in place and completes an old place name to the commune of today', async () => {
    const loaded = page.waitForResponse(/kiem-tra\/[0-9a-f]{16}/)
    await page.goto(`${origin}${draft}/ho`)
    await loaded
    await page.getByRole('button', { name: 'Thêm thành viên nữa' }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'members.1.name')
    expect(new URL(page.url()).hash).toBe('')
    await page.getByRole('button', { name: 'Bỏ thành viên 2' }).click()
    await page.waitForFunction(() => document.querySelectorAll('.muc-lap').length === 1)
    const listed = page.locator('[data-part=vay]')
    await page.getByLabel('Có', { exact: true }).check()
    await page.getByText('mở thêm phần phải khai: “Khoản vay”').waitFor()
    expect(await listed.isVisible()).toBe(true)
    await page.getByLabel('Không', { exact: true }).check()
    await listed.waitFor({ state: 'hidden' })
    const place = page.getByLabel('Xã, phường và tỉnh, thành phố')
    await place.fill('')
    await place.pressSequentially('giếng đá')
    await page.waitForFunction(() => document.querySelectorAll('datalist option').length > 0)
    const options = page.locator('datalist option')
    expect(await options.first().getAttribute('value')).toBe('Phường Việt Hưng, Thành phố Quảng Ninh')
    expect(await options.first().getAttribute('label')).toContain('Phường Giếng Đáy, Thành phố Hạ Long')
    expect(await pageFindings(page)).toEqual([])
  })
})

test('is filed with the places as codes and names, each origin, and a paper for everybody concerned', async () => {
  // The page in the browser has saved itself meanwhile.
  await visitor.get(`${draft}/ho`)
  await visitor.post(`${draft}/ho`, {
    'seat.noi': 'Phường Hà Khẩu, Hạ Long',
    'seat.cho': 'Phường Hà Khẩu, Hạ Long',
    'seat.chon': '06661',
    'seat.chi-tiet': 'Số 5',
    loan: 'no',
    members: '1',
    'members.0.name': 'Trần Bình',
  })
  await visitor.get(`${draft}/nguoi-nop`)
  await visitor.post(`${draft}/nguoi-nop`, {
    applicantKind: 'person',
    phone: '0900 000 214',
    address: 'Số 12',
    communeCode: '06673',
  })
  await visitor.post(`${draft}/nhan-ket-qua`, { resultDelivery: 'electronic', declaredTrue: 'yes' })
  const half = await visitor.get(`${draft}/to-khai.pdf`)
  expect(half.headers['content-type']).toContain('application/pdf')
  const papers = (await visitor.get(draft)).body.matchAll(/\/giay-to\/(\d+)"/g)
  for (const no of new Set([...papers].map(([, one]) => one))) {
    await visitor.get(`${draft}/giay-to/${no}`)
    await visitor.post(`${draft}/giay-to/${no}/khong-nop`, { lyDo: 'not-my-case' })
  }
  const check = (await visitor.get(`${draft}/kiem-tra`)).body
  expect(check).toContain('Thành viên 1: Họ và tên')
  expect(check).toContain(`${draft}/to-khai.pdf`)
  const bai = /name="bai" value="([^"]+)"/.exec(check)?.[1] ?? ''
  const to = (await visitor.post(`${draft}/nop`, { bai })).to ?? ''
  const dossierCode = /\/ho-so\/([^/]+)\/da-nop/.exec(to)?.[1] ?? ''
  expect(dossierCode, check.slice(0, 4000)).not.toBe('')

  const desk = await portal.officer('anh.vn')
  const { dossier, origins } = await runQuery(portal.world.app, getDossier, desk, { dossierCode })
  expect(dossier.answers).toMatchObject({
    seat: { communeCode: '06661', name: 'Phường Việt Hưng, Thành phố Quảng Ninh', detail: 'Số 5' },
    members: [{ name: 'Trần Bình' }],
  })
  const told = new Map(origins.map(({ field, source, changed }) => [field, [source, changed]]))
  expect(told.get('bornOn')).toEqual(['citizen-registry', false])
  expect(told.get('phone')).toEqual(['citizen-registry', true])
  expect(told.has('seat')).toBe(false)

  expect((await visitor.get(`/ho-so/${dossierCode}/to-khai.pdf`)).headers['content-type']).toContain('pdf')
  expect((await runQuery(portal.world.app, printDeclaration, desk, { dossierCode })).name).toContain(dossierCode)
  const stranger = await portal.citizen({ personalId: '022190000777', fullName: 'Trần Văn Lạ' })
  await expect(runQuery(portal.world.app, printDeclaration, stranger, { dossierCode })).rejects.toMatchObject({
    code: 'platform.not-found',
  })
})
