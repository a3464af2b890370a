import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPage } from '../ui/index.ts'
import { openBrowser, pageFindings, servePages } from '../ui/testing.ts'
import type { PageServer } from '../ui/testing.ts'
import type { ChoiceLinksProps } from './choice-links.tsx'
import { OfficialShell } from './official-shell.tsx'
import { PortalShell } from './shell.tsx'
import { withChoice } from '../platform/web/choices.ts'

let browser: Browser
let page: Page
let server: PageServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([
    openBrowser(),
    servePages(async (assets, { path }) => ({
      html: renderPage(
        path.startsWith('/can-bo') ? (
          <OfficialShell
            title="Đăng nhập"
            assets={assets}
            choices={choicesAt(path)}
            forOfficers
            body={<h1>Đăng nhập của cán bộ</h1>}
          />
        ) : (
          <PortalShell
            title="Hồ sơ của tôi"
            assets={assets}
            person={path === '/' ? undefined : { name: 'Nguyễn Thu Hạnh' }}
            current="/ho-so"
            token="token"
            choices={choicesAt(path)}
            notices={[{ tone: 'ok', title: 'Đã lưu.', text: 'Lúc 09:41' }]}
            body={<h1>Hồ sơ của tôi</h1>}
          />
        ),
      ),
    })),
  ])
  page = await browser.newPage()
})

function choicesAt(path: string): ChoiceLinksProps {
  const chu = path.includes('rat-lon') ? 'rat-lon' : 'vua'
  const contrast = path.includes('cao') ? 'cao' : 'thuong'
  return { here: path, choices: { 'ngon-ngu': 'vi', chu, 'tuong-phan': contrast } }
}

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe('the citizen site', () => {
  test.each([
    ['/', [1280, 320]],
    ['/ho-so', [1280]],
    ['/ho-so?chu=rat-lon', [1280, 360]],
    ['/can-bo/dang-nhap', [360]],
  ])('%s at %j px has no finding and does not scroll sideways', async (path, widths) => {
    await page.goto(server.url + path)
    expect(await pageFindings(page, undefined, widths)).toEqual([])
  })

  test('its menu works on a phone without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 700 } })
    const page = await context.newPage()
    await page.goto(`${server.url}/ho-so`)
    await page.locator('summary', { hasText: 'Danh mục' }).click()
    await expect(page.getByRole('link', { name: 'Thủ tục' }).isVisible()).resolves.toBe(true)
    await expect(page.getByRole('button', { name: 'Đăng xuất' }).isVisible()).resolves.toBe(true)
    await context.close()
  })
})

test.each([
  ['/tim?q=nh%C3%A0', 'lon', '/tim?q=nh%C3%A0&chu=lon'],
  ['/ho-so?chu=lon', 'vua', '/ho-so?chu=vua'],
  ['', 'rat-lon', '?chu=rat-lon'],
] as const)('the text size link of %j keeps the page', (here, size, href) => {
  expect(withChoice(here, 'chu', size)).toBe(href)
})
