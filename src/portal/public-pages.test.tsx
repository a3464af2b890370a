import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { catalogueRefusals } from '../catalogue/index.ts'
import { cataloguePortalRoutes } from '../catalogue/portal/routes.ts'
import { serveAssets } from '../platform/web/assets.ts'
import { keepChoices } from '../platform/web/choices.ts'
import { createWeb } from '../platform/web/server.ts'
import type { Web } from '../platform/web/web.ts'
import { buildAssets } from '../ui/build-assets.ts'
import { openBrowser } from '../ui/testing.ts'
import { errorPage } from './error-page.tsx'
import { officialFrame, portalFrame } from './frame.tsx'
import { homeTexts } from './home.texts.ts'
import { portalRoutes } from './routes.tsx'

let world: TestApp
let web: Web
let browser: Browser
let folder: string
let address: string

beforeAll(async () => {
  world = await openTestApp({ province: true, refusals: catalogueRefusals })
  folder = await mkdtemp(join(tmpdir(), 'motcua-pages-'))
  const assets = await buildAssets(folder)
  const official = officialFrame(assets)
  web = await createWeb({
    app: world.app,
    shells: { portal: portalFrame(assets), workspace: official, official, kiosk: official },
    errorPage,
    version: 'test',
    formActions: [],
  })
  keepChoices(web, async () => {})
  await serveAssets(web, folder)
  await portalRoutes(web)
  await cataloguePortalRoutes(web)
  await web.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.close()
  await world?.close()
  await rm(folder, { recursive: true, force: true })
})

const PAGES = [
  '/',
  '/tim?q=m%E1%BB%9F+qu%C3%A1n+ph%E1%BB%9F',
  '/tim?q=zzzqqq',
  '/thu-tuc',
  '/viec/co-con-nho',
  '/thu-tuc/1.001193',
  '/thu-tuc/1.013225',
]

test.each(PAGES)('%s is light', async (path) => {
  const { body } = await web.inject(path)
  expect(brotliCompressSync(body).length).toBeLessThan(25_000)
})

test('from the front page to the button that begins, without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 700 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('Việc bạn cần làm').fill('khai sinh cho con')
  await page.getByRole('button', { name: 'Tìm' }).first().click()
  // The front page has such a link too.
  await page.waitForURL('**/tim?**')
  const found = page
    .getByRole('link', { name: 'Khai sinh cho con' })
    .or(page.getByRole('link', { name: 'Xem và nộp' }))
    .first()
  expect(await found.getAttribute('href')).toBe('/thu-tuc/1.001193')
  // Letters that come late may push a link away while it is pressed: a person presses it again.
  const follow = async () => {
    if (new URL(page.url()).pathname === '/tim') await found.click({ timeout: 2_000 }).catch(() => undefined)
    return new URL(page.url()).pathname
  }
  await expect.poll(follow, { timeout: 20_000, interval: 500 }).toBe('/thu-tuc/1.001193')
  await page.getByRole('heading', { name: 'Khai sinh cho con', level: 1 }).waitFor()
  await page.getByLabel('Chọn xã, phường để biết đúng nơi').selectOption({ label: 'Phường Bãi Cháy' })
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByText('Nơi nhận hồ sơ').waitFor()
  expect(await page.locator('.than-bai').innerText()).toMatch(/phường Bãi Cháy/)
  expect(await page.getByRole('link', { name: 'Nộp hồ sơ' }).getAttribute('href')).toBe('/thu-tuc/1.001193/nop')
  await context.close()
})

test('the front page counts what is there', async () => {
  const { body } = await web.inject('/')
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain(homeTexts.seeAll('2.813'))
  expect(text).toContain(homeTexts.centreBody('55'))
  expect(text).toMatch(/thủ tục nộp trực tuyến được 2\.445 /)
})
