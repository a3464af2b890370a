import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PortalShell } from '../../portal/shell.tsx'
import { Tag, renderPage } from '../../ui/index.ts'
import { openBrowser, pageFindings, servePages, type PageServer } from '../../ui/testing.ts'
import { ChangedPages } from './changed-pages.tsx'

let browser: Browser
let server: PageServer

beforeAll(async () => {
  const png = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  const sentence = 'Chữ ký số hợp lệ: Ủy ban nhân dân phường Bãi Cháy (chứng thư trình diễn, không có giá trị pháp lý)'
  const body = (
    <>
      <h1>Văn bản đã bị thay đổi sau khi ký</h1>
      <ChangedPages pages={[1, 2]} drawn={[{ page: 1, signed: png, now: png }]} />
      <div id="cot-hep">
        <Tag tone="soon" long>
          {sentence}
        </Tag>
      </div>
    </>
  )
  ;[browser, server] = await Promise.all([
    openBrowser(),
    servePages(async (assets) => ({
      html: renderPage(<PortalShell title="Kiểm tra văn bản" assets={assets} body={body} />),
    })),
  ])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('pictures of pages stand inside the page, and a sentence in a tag takes several lines', async () => {
  const page = await browser.newPage()
  await page.goto(server.url)
  expect(await pageFindings(page, 'trang-thay-doi')).toEqual([])
  const [signed, now] = await page.locator('figure').all()
  expect(
    await page
      .locator('figure img')
      .first()
      .evaluate((picture: HTMLImageElement) => picture.naturalWidth),
  ).toBe(1240)
  const [left, right] = [await signed?.boundingBox(), await now?.boundingBox()]
  expect(left?.width).toBe(right?.width)
  await page.evaluate(() => document.getElementById('cot-hep')?.style.setProperty('width', '200px'))
  expect((await page.locator('.the.nhieu-dong').boundingBox())?.width).toBeLessThanOrEqual(200)
})
