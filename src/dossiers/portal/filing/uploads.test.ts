import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPdf } from '../../../documents/testing.ts'
import { openBrowser, pageFindings } from '../../../ui/testing.ts'
import { begin, browse, openPortalWorld, type PortalWorld, type Visitor } from '../testing.ts'

let portal: PortalWorld
let visitor: Visitor
let browser: Browser
let page: Page
let origin: string
let paper: string

beforeAll(async () => {
  portal = await openPortalWorld()
  const hanh = await portal.citizen({ personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' })
  const address = await portal.web.listen({ port: 0, host: 'localhost' })
  origin = `http://localhost:${new URL(address).port}`
  browser = await openBrowser()
  page = await browser.newPage()
  visitor = browse(portal, hanh)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})
beforeEach(async () => {
  paper = `${await begin(visitor, '1.001612')}/giay-to/1`
  await page.unrouteAll()
  await page.goto(origin + paper)
})

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const pdf = (name: string, megabytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: aPdf({ more: [['(', 'a'.repeat(megabytes * 1_048_576), ')']], catalog: `/Lang (${name})` }),
})
const choose = (files: Parameters<Page['setInputFiles']>[1]) =>
  page.getByLabel('Chọn một hoặc nhiều tệp').setInputFiles(files)
const row = (name: string) => page.locator('.gui-tep > li').filter({ hasText: name })
const receipts = () => page.locator('.bien-nhan')

/** The line is cut whenever a piece from this far on is sent. */
const cutFrom = (offset: number) =>
  page.route('**/tai-len/*', (route) =>
    Number(route.request().headers()['upload-offset'] ?? 0) >= offset && route.request().method() === 'PATCH'
      ? route.abort('internetdisconnected')
      : route.continue(),
  )

describe('files chosen with script', () => {
  test('one upload error loses neither the others nor the form: each file gets its receipt, the refused one says why', async () => {
    const good = [pdf('hop-dong.pdf', 1), pdf('ban-ve.pdf', 3)]
    await choose([...good, { name: 'trang.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') }])
    await row('trang.pdf').getByText('Tệp trang.pdf không phải PDF').waitFor()
    await receipts().nth(1).waitFor()
    const shown = await page.locator('#tep-da-nhan').innerText()
    for (const { name } of good) expect(shown).toContain(name)
    await page.locator('.bien-nhan summary').first().click()
    expect(
      await page
        .locator('.bien-nhan')
        .allTextContents()
        .then((all) => all.join(' ')),
    ).toContain(sha256(good[0]?.buffer ?? Buffer.alloc(0)))
    expect(await row('hop-dong.pdf').count(), 'what is received stands in the receipts').toBe(0)
    expect(await page.getByRole('link', { name: 'Xong phần này' }).count()).toBe(1)
    expect(await pageFindings(page, 'uploads')).toEqual([])
    await page.getByRole('button', { name: 'Bỏ tệp trang.pdf' }).click()
    expect(await page.locator('.gui-tep').count()).toBe(0)
  })

  test('a cut line is told with what is sent, and sending goes on by itself', async () => {
    await cutFrom(2_097_152)
    const file = pdf('to-khai.pdf', 5)
    await choose([file])
    await row('to-khai.pdf')
      .getByText(/Mất kết nối. Đã gửi \d+ %. Tự gửi tiếp khi có mạng lại./)
      .waitFor()
    expect(await pageFindings(page, 'upload-cut')).toEqual([])
    const began: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') began.push(request.headers()['upload-offset'] ?? '')
    })
    await page.unrouteAll()
    await receipts().first().waitFor()
    expect(began[0], 'what had arrived is not sent again').toBe('2097152')
    expect(await receipts().first().textContent()).toContain(sha256(file.buffer))
  })

  test('a page opened again tells what is half sent, and the same file goes on from there', async () => {
    await cutFrom(2_097_152)
    const file = pdf('giay-phep.pdf', 4)
    await choose([file])
    await row('giay-phep.pdf').getByText('Mất kết nối').waitFor()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.goto(origin + paper)
    await page.getByText(/giay-phep.pdf, 4 MB: đã gửi \d+ %. Chọn lại đúng tệp này/).waitFor()
    await page.unrouteAll()
    const began: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') began.push(request.headers()['upload-offset'] ?? '')
    })
    await choose([file])
    await receipts().first().waitFor()
    expect(began).not.toContain('0')
    await page.reload()
    expect(await page.getByText('Còn tệp gửi dở').count()).toBe(0)
  })

  test('an answer that was lost doubles nothing; a whole file nobody took is offered', async () => {
    let lost = 0
    await page.route(`**${paper}?*`, async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await choose([pdf('mot-lan.pdf', 1)])
    await receipts().first().waitFor()
    expect(lost).toBe(1)
    expect(await receipts().count()).toBe(1)
    await page.route(`**${paper}?*`, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await choose([pdf('bo-do.pdf', 1)])
    await row('bo-do.pdf').getByText('mã biên nhận').waitFor()
    await page.unrouteAll()
    await page.goto(origin + paper)
    await page.getByRole('button', { name: 'Nhận tệp này bo-do.pdf' }).click()
    await receipts().nth(1).waitFor()
    expect(await page.getByText('Còn tệp gửi dở').count()).toBe(0)
  })

  test('pressing the button brings the page with what was received, once', async () => {
    for (const wait of [0, 2_500]) {
      const name = `nut-${wait}.pdf`
      await choose([pdf(name, 1)])
      await page.waitForTimeout(wait)
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Tải tệp lên' }).click()])
      await receipts().filter({ hasText: name }).waitFor()
      expect(await page.getByText('Chưa có tệp nào được gửi lên').count()).toBe(0)
      expect(await page.getByText('Còn tệp gửi dở').count()).toBe(0)
    }
    expect(await receipts().count()).toBe(2)
  })
})
