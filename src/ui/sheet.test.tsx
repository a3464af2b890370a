import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPage } from './document.tsx'
import type { Look } from './document.tsx'
import { Sheet } from './sheet.tsx'
import { openBrowser, pageFindings, servePages } from './testing.ts'
import type { PageServer } from './testing.ts'

let browser: Browser
let server: PageServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([
    openBrowser(),
    servePages(async (assets, { path }) => {
      const size = new URL(path, 'http://sheet').searchParams.get('chu') as Look['chu'] | null
      return { html: renderPage(<Sheet assets={assets} textSize={size ?? 'vua'} />) }
    }),
  ])
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe('the component sheet', () => {
  test.each([
    { size: 'normal', widths: [360, 1280] },
    { size: 'rat-lon', widths: [360] },
  ])('has no accessibility finding at $widths px, text $size', async ({ size, widths }) => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${server.url}/ui?chu=${size}`)
    expect(await pageFindings(page, undefined, widths)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  test('reads whole with scripts off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${server.url}/ui`)
    await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toContain('Một Cửa')
    await expect(page.getByRole('button', { name: 'Sao chép' }).count()).resolves.toBe(0)
    await context.close()
  })

  test('takes the focus to the error summary, whose links lead to the fields', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/ui`)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('tom-loi')
    await page.getByRole('link', { name: 'Nhập đủ ngày, tháng, năm sinh' }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('birth')
    await page.close()
  })

  test('writes no inline style', () => {
    expect(renderPage(<Sheet assets={server.assets} />)).not.toMatch(/\sstyle=|<style|<script>/)
  })
})
