import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCitizensSession, DONG, HANH } from '../../src/identity/testing.ts'
import { openBrowser } from '../../src/ui/testing.ts'
import { citizensBrowser, signInAgain } from '../support/citizens-browser.ts'
import { formClient, type FormClient } from '../support/form-client.ts'
import { partsKept } from '../support/through-faults.ts'
import { openWeakLine, type WeakLine } from '../support/weak-line.ts'
import { openWholeWeb, type WholeWeb } from '../support/whole-web.ts'

const BIRTH = '1.001193'
const PATIENT = { timeout: 30_000 }
const WORKER_BYTES = 10 * 1024

let whole: WholeWeb
let line: WeakLine
let browser: Browser
beforeAll(async () => {
  ;[whole, browser] = await Promise.all([openWholeWeb(), openBrowser()])
  line = await openWeakLine(whole.address)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await whole?.close()
})
beforeEach(() => line.mend())

const aDevice = async (): Promise<FormClient> => formClient(whole.web, [await aCitizensSession(whole.world.app, HANH)])

async function begun(): Promise<string> {
  const device = await aDevice()
  await device.get(`/thu-tuc/${BIRTH}/nop`)
  return (await device.post(`/thu-tuc/${BIRTH}/nop`, { luot: crypto.randomUUID() })).to ?? ''
}

/** A page opened once with a line, and the worker has what it keeps. */
async function openedOnce(path: string, kept: string[] = [path]): Promise<Page> {
  const { page } = await citizensBrowser(browser, { ...whole, address: line.address }, { who: HANH })
  await page.goto(path)
  await isKept(page, kept)
  return page
}

async function isKept(page: Page, paths: string[]): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => (await (await caches.open('trang')).keys()).map(({ url }) => new URL(url).pathname)),
      PATIENT,
    )
    .toEqual(expect.arrayContaining(paths))
}

function cut(page: Page): Promise<void> {
  line.fail('request-lost')
  return page.context().setOffline(true)
}

function mend(page: Page): Promise<void> {
  line.mend()
  return page.context().setOffline(false)
}

describe('without a line', () => {
  test('a draft that was opened is filled in, and is sent when the line returns', async () => {
    const draft = await begun()
    const page = await openedOnce(draft, [draft, `${draft}/nguoi-nop`, `${draft}/noi-dung`])
    await cut(page)
    await page.goto(`${draft}/nguoi-nop`)
    await page.getByText('Không có mạng. Đây là bản máy này giữ lúc').waitFor()
    await page.getByLabel('Số điện thoại').fill('0912 000 999')
    await page.locator('.tt-luu').getByText('Mất mạng: đang lưu trên máy này, chưa gửi').waitFor()
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await page.waitForURL(`**${draft}/noi-dung`)
    await page.getByText('Đang lưu trên máy này, chưa gửi: 1 phần').waitFor()
    await page.locator('[name=request]').fill('Khai sinh gõ lúc mất mạng')
    await page.locator('.tt-luu').getByText('Mất mạng: đang lưu trên máy này, chưa gửi').waitFor()
    await page.close({ runBeforeUnload: false })
    const back = await page.context().newPage()
    await back.goto(`${draft}/noi-dung`)
    await expect.poll(() => back.locator('[name=request]').inputValue(), PATIENT).toBe('Khai sinh gõ lúc mất mạng')
    await mend(back)
    await back.locator('.tt-luu').getByText('Đã lưu lúc').waitFor()
    await back.getByText('đã gửi xong').waitFor()
    const other = await aDevice()
    expect((await other.get(`${draft}/nguoi-nop`)).body).toContain('0912 000 999')
    expect((await other.get(`${draft}/noi-dung`)).body).toContain('Khai sinh gõ lúc mất mạng')
    expect(await partsKept(back)).toBe(0)
    await back.context().close()
  })

  test('what another device saved meanwhile is not overwritten when the line returns', async () => {
    const draft = await begun()
    const page = await openedOnce(`${draft}/noi-dung`)
    await cut(page)
    await page.locator('[name=request]').fill('Gõ trên máy không mạng')
    await page.locator('.tt-luu').getByText('đang lưu trên máy này').waitFor()
    const other = await aDevice()
    await other.get(`${draft}/noi-dung`)
    await other.post(`${draft}/noi-dung`, { request: 'Lưu từ máy có mạng' })
    await mend(page)
    await page.locator('.tt-luu').getByText('vừa được lưu từ máy hoặc thẻ khác').waitFor()
    expect((await other.get(`${draft}/noi-dung`)).body).toContain('Lưu từ máy có mạng')
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await page.getByRole('link', { name: 'Lấy bản đã lưu' }).waitFor()
    expect(await page.locator('[name=request]').inputValue()).toBe('Gõ trên máy không mạng')
    await page.context().close()
  })

  test('pages seen before are read with their time, others say what is there', async () => {
    const page = await openedOnce('/')
    await page.goto('/ho-so')
    await cut(page)
    await page.goto('/')
    await page.getByText('Không có mạng. Đây là bản máy này giữ lúc').waitFor()
    await page.goto('/ho-so')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto('/ho-tro')
    await page.getByText('chưa được giữ trên máy').waitFor()
    expect(await page.getByRole('link', { name: '/ho-so' }).count()).toBe(1)
    await page.context().close()
  })

  test('a form that finds no line is given back whole, and sent by one press', async () => {
    const page = await openedOnce('/ho-so')
    await page.goto(`/thu-tuc/${BIRTH}/nop`)
    await cut(page)
    await page.getByRole('button', { name: /Bắt đầu khai|Khai một hồ sơ khác/ }).click()
    await page.getByText('Những gì bạn vừa gửi còn nguyên').waitFor()
    await mend(page)
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await page.waitForURL('**/bai-khai/*')
    await page.context().close()
  })
})

describe('a machine that others use', () => {
  test('keeps nothing after signing out', async () => {
    const draft = await begun()
    const page = await openedOnce(`${draft}/noi-dung`)
    await cut(page)
    await page.locator('[name=request]').fill('Riêng tư')
    await page.locator('.tt-luu').getByText('đang lưu trên máy này').waitFor()
    expect(await partsKept(page)).toBe(1)
    line.mend()
    await page.route(`**${draft}/noi-dung`, (route) => route.abort())
    await page.context().setOffline(false)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto('/dang-xuat')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL('**/')
    await expect.poll(() => partsKept(page), PATIENT).toBe(0)
    const pages = await page.evaluate(async () =>
      (await (await caches.open('trang')).keys()).map(({ url }) => new URL(url).pathname),
    )
    expect(pages.filter((path) => path !== '/')).toEqual([])
    await page.context().close()
  })

  test('forgets one person when another signs in', async () => {
    const draft = await begun()
    const page = await openedOnce(draft, [draft, `${draft}/noi-dung`])
    await signInAgain(page.context(), whole, DONG)
    await page.goto('/ho-tro')
    await isKept(page, ['/ho-tro'])
    await cut(page)
    await page.goto(`${draft}/noi-dung`)
    await page.getByText('chưa được giữ trên máy').waitFor()
    await page.context().close()
  })
})

test('the worker is small, and asked for anew each time', async () => {
  const answer = await whole.web.inject({ url: '/sw.js', headers: { 'accept-encoding': 'gzip' } })
  expect(answer.rawPayload.length).toBeLessThan(WORKER_BYTES)
  expect(answer.headers['cache-control']).toBe('no-cache')
})
