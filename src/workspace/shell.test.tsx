import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderPage } from '../ui/index.ts'
import { openBrowser, pageFindings, servePages } from '../ui/testing.ts'
import type { PageServer } from '../ui/testing.ts'
import { WorkspaceShell } from './shell.tsx'

let browser: Browser
let page: Page
let server: PageServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([
    openBrowser(),
    servePages(async (assets, { path }) => ({
      html: renderPage(
        <WorkspaceShell
          title="Việc của tôi"
          assets={assets}
          officer={{ name: 'Phạm Quang Huy', position: 'Chuyên viên', unitName: 'Phường Bãi Cháy' }}
          nav={[
            { href: '/viec', label: 'Việc của tôi', icon: 'inbox', count: 1234 },
            { href: '/viec?loc=qua-han', label: 'Quá hạn', icon: 'octagon-alert', count: 1, alert: true },
          ]}
          tools={[{ href: '/tra-cuu', label: 'Tra cứu', icon: 'folder-search' }]}
          current="/viec"
          narrow={path === '/lam'}
          searchHref="/viec"
          clock="Thứ Sáu 20/11, 09:42"
          token="token"
          body={
            path === '/lam' ? (
              <header class="wt ho">
                <h1>Hồ sơ</h1>
              </header>
            ) : (
              <div class="cuon-trang">Hết việc đến hạn hôm nay.</div>
            )
          }
        />,
      ),
    })),
  ])
  page = await browser.newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test.each(['/viec', '/lam'])('%s has no finding and does not scroll sideways, 1366 and 360 px', async (path) => {
  await page.goto(server.url + path)
  expect(await pageFindings(page, undefined, [360, 1366])).toEqual([])
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})

test('says large counts the Vietnamese way, with the number apart from the word for those who hear it', async () => {
  await page.goto(`${server.url}/viec`)
  expect(await page.getByRole('link', { name: 'Việc của tôi 1.234' }).getAttribute('aria-current')).toBe('page')
})
