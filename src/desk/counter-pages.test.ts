import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { runQuery } from '../platform/query.ts'
import { assignDossier, getDossier, requestSupplement } from '../dossiers/index.ts'
import { formsPortalRoutes } from '../forms/portal/routes.ts'
import { citizenRegistryPort, createEmbeddedRegistry, identityRefusals } from '../identity/index.ts'
import { openBrowser, pageFindings } from '../ui/testing.ts'
import { OFFICER_HEADER, openOfficersSite, type OfficersSite } from '../workspace/testing.ts'
import { deskRefusals } from './index.ts'
import { aPdf } from './testing.ts'
import { deskWorkspaceRoutes } from './workspace/routes.ts'

const CARD = '022188000512|100912345|Nguyễn Thu Hạnh|14031988|Nữ|Tổ 5, khu 2, Bãi Cháy, Hạ Long|02072021'

let site: OfficersSite
let browser: Browser
let address: string

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await deskWorkspaceRoutes(web)
    await formsPortalRoutes(web)
  })
  const { app } = site.world
  app.ports.set(citizenRegistryPort, createEmbeddedRegistry(app.db))
  Object.assign(app.refusals, identityRefusals, deskRefusals)
  address = (await site.web.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function sit(script: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    javaScriptEnabled: script,
    extraHTTPHeaders: { [OFFICER_HEADER]: 'anh.vn' },
  })
  return context.newPage()
}

async function look(page: Page, name: string): Promise<void> {
  expect.soft(await pageFindings(page, name, [360, 1366]), name).toEqual([])
}

test('with a scanner and the keys alone', async () => {
  const page = await sit(true)
  await page.goto(`${address}/quay`)
  await look(page, 'quay-trong')
  await page.keyboard.type('chứng thực bản sao')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await look(page, 'quay-tim')
  await page.click('a[href="/quay/moi/2.000815"]')
  await look(page, 'tiep-nhan-moi')

  // The scanner is a keyboard: it types and ends with Enter.
  await page.focus('#the')
  await page.keyboard.insertText(CARD)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quay\/tiep\//)
  expect(await page.inputValue('#fullName')).toBe('Nguyễn Thu Hạnh')
  await look(page, 'tiep-nhan-doc-the')
  const ground = page.locator('#groundScope')
  // Of an authorisation nobody is asked who comes for themselves.
  await expect.poll(() => ground.isVisible()).toBe(false)
  await page.locator('input[name=onBehalf][value=other]').check()
  await page.locator('input[name=capacity][value=authorised]').check()
  expect(await ground.isVisible()).toBe(true)
  await page.locator('input[name=onBehalf][value=self]').check()
  expect(await ground.isVisible()).toBe(false)

  await page.keyboard.press('F9')
  await page.waitForSelector('.tom-loi')
  await look(page, 'tiep-nhan-thieu')

  const asked = page.locator('.tps > li.thieu')
  for (let left = await asked.count(); left > 0; left -= 1) {
    const row = asked.nth(left - 1)
    await row.locator('input[type=file]').setInputFiles({
      name: `ban-chinh-${left}.pdf`,
      mimeType: 'application/pdf',
      buffer: await aPdf(`Ban chinh ${left}`),
    })
  }
  await page.keyboard.press('F2')
  await page.waitForSelector('.da-quet')
  await look(page, 'tiep-nhan-da-quet')
  await page.check('input[name=declaredTrue]')
  await page.keyboard.press('F9')
  await page.waitForURL(/\/quay\/da-nhan\//)
  const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await look(page, 'da-nhan-dang-in')
  await site.world.app.jobs.drain()
  await page.reload()
  await look(page, 'da-nhan')
  expect(await page.locator('a[data-key=F9]').getAttribute('href')).toMatch(/^\/lam\/.+\/tep\//)
  await page.keyboard.press('F7')
  await page.waitForURL(`${address}/quay`)
  await takeSupplement(page, code)
  await page.context().close()
}, 180_000)

/** The person comes back with what the slip of the ward asked for. */
async function takeSupplement(page: Page, code: string): Promise<void> {
  const { app } = site.world
  const [head, specialist] = [await site.officer('chau.dm'), await site.officer('huy.pq')]
  await runAction(app, assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  const { components } = await runQuery(app, getDossier, specialist, { dossierCode: code })
  const paper = components.find(({ files }) => files.length > 0)
  const ask = { reason: 'Bản chụp mờ góc dưới, không đọc được dấu.', how: 'Mang bản chính đến quầy.' }
  const items = [
    { ...ask, what: 'Bản chính giấy tờ cần chứng thực', ...(paper && { componentCode: paper.code }) },
    { ...ask, what: 'Vì sao họ tên trên bằng khác căn cước' },
  ]
  await runAction(app, requestSupplement, specialist, { dossierCode: code, items, replyBy: '2027-01-15' })

  await page.click('a[href="/quay/bo-sung"]')
  await page.waitForURL(/bo-sung$/)
  await page.keyboard.insertText('0912000512')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await look(page, 'bo-sung-tim')
  await page.click(`a[href="/quay/bo-sung/${code}"]`)
  await page.waitForSelector('#muc-1')
  await look(page, 'bo-sung-nhan')
  await page.setInputFiles('#tep-1', {
    name: 'ban-chinh-mang-den.pdf',
    mimeType: 'application/pdf',
    buffer: await aPdf('Ban chinh mang den'),
  })
  await page.keyboard.press('F9')
  await page.waitForSelector('.tom-loi')
  await look(page, 'bo-sung-thieu')
  await page.fill('#ly-do-2', 'Họ tên đã cải chính năm 2020')
  await page.keyboard.press('F9')
  await page.waitForURL(/\/xong$/)
  await app.jobs.drain()
  await page.reload()
  await look(page, 'bo-sung-xong')
  expect(await page.locator('a[data-key=F9]').getAttribute('href')).toMatch(/bo-sung\/.+\/tep\//)
}

test('without script: the same buttons, the guidance sheet', async () => {
  const page = await sit(false)
  await page.goto(`${address}/quay/moi/1.001193`)
  await page.fill('#the', CARD)
  await page.press('#the', 'Enter')
  await page.waitForURL(/\/quay\/tiep\//)
  await page.setInputFiles('#tep-1', {
    name: 'giay-chung-sinh.pdf',
    mimeType: 'application/pdf',
    buffer: await aPdf('Giay chung sinh'),
  })
  await page.click('button[value=luu]')
  await page.waitForSelector('.da-quet')
  await page.click('button[value=chua-du]')
  await page.waitForURL(/da=huong-dan/)
  const resume = new URL(page.url()).pathname
  const sheet = await site.get(`${resume}/huong-dan/1`, 'anh.vn')
  expect(sheet.statusCode).toBe(200)
  await page.context().close()
}, 120_000)
