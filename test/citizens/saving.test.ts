import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPdf } from '../../src/documents/testing.ts'
import { aCitizensSession, HANH } from '../../src/identity/testing.ts'
import { openBrowser, pageFindings } from '../../src/ui/testing.ts'
import { citizensBrowser, signInAgain } from '../support/citizens-browser.ts'
import { formClient, type FormClient } from '../support/form-client.ts'
import { openWeakLine, type WeakLine } from '../support/weak-line.ts'
import { openWholeWeb, type WholeWeb } from '../support/whole-web.ts'

const BIRTH = '1.001193'
const NINE = '2026-11-20T09:00:00+07:00'

let whole: WholeWeb
let browser: Browser
let line: WeakLine
beforeAll(async () => {
  ;[whole, browser] = await Promise.all([openWholeWeb(), openBrowser()])
  line = await openWeakLine(whole.address)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await whole?.close()
})
beforeEach(() => whole.world.clock.set(NINE))

/** The same person at one more device, without script. */
async function aDevice(): Promise<FormClient> {
  return formClient(whole.web, [await aCitizensSession(whole.world.app, HANH)])
}

/** Begins a form; gives the address of its questions about the wish. */
async function begun(): Promise<string> {
  const device = await aDevice()
  await device.get(`/thu-tuc/${BIRTH}/nop`)
  const { to } = await device.post(`/thu-tuc/${BIRTH}/nop`, { luot: crypto.randomUUID() })
  return `${to}/noi-dung`
}

async function opened(address: string): Promise<Page> {
  const { page } = await citizensBrowser(browser, whole, { who: HANH, worker: false })
  await page.goto(address)
  return page
}

const status = (page: Page) => page.locator('.tt-luu')
const request = (page: Page) => page.locator('[name=request]')
/** Types and leaves the box: it is saved at once. */
async function answer(page: Page, words: string): Promise<void> {
  await request(page).fill(words)
  await request(page).blur()
}
/** Nothing is missing on the page: it can be gone on from. */
async function answeredWhole(page: Page, words: string): Promise<void> {
  await request(page).fill(words)
  await page.locator('[name=resultDelivery][value=electronic]').check()
  await page.locator('[name=declaredTrue]').check()
}
const stored = async (address: string) => (await (await aDevice()).get(address)).body

describe('a draft', () => {
  test.concurrent('saves itself while it is filled in, and is taken up on another device', async () => {
    const address = await begun()
    const page = await opened(address)
    await request(page).pressSequentially('Khai sinh cho bé An')
    await status(page).getByText('Đã lưu lúc 09:00').waitFor()
    const other = await opened(address)
    expect(await request(other).inputValue()).toBe('Khai sinh cho bé An')
    expect(await other.getByRole('alert').count(), 'what is not answered yet is no mistake').toBe(0)
    await Promise.all([page.context().close(), other.context().close()])
  })

  test.concurrent('saves what was typed last when the page is left in the middle', async () => {
    const address = await begun()
    const page = await opened(address)
    await request(page).fill('Vừa gõ xong thì rời trang')
    await page.goto('/ho-so')
    await expect.poll(() => stored(address), { timeout: 10_000 }).toContain('Vừa gõ xong thì rời trang')
    await page.context().close()
  })
})

describe('with the worker in control, what was typed last before a page is left', () => {
  let page: Page
  let no = 0
  beforeAll(async () => {
    ;({ page } = await citizensBrowser(browser, { ...whole, address: line.address }, { who: HANH }))
    await page.goto('/ho-so')
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  })
  afterAll(() => page.context().close())
  beforeEach(() => line.mend())

  /** Types key by key, without leaving the box; nothing has been sent when it returns. */
  async function typed(): Promise<{ address: string; words: string }> {
    const address = await begun()
    const words = `Gõ rồi rời ngay lần ${(no += 1)}`
    await page.goto(address)
    await request(page).click()
    await page.keyboard.insertText(words)
    return { address, words }
  }
  const isStored = ({ address, words }: { address: string; words: string }) =>
    expect.poll(() => stored(address), { timeout: 20_000 }).toContain(words)
  /** Loses the first saving of the page, as browsers do with what a page sends while it goes. */
  const loseOne = (address: string) => {
    let isLost = false
    line.fail('request-lost', ({ method, url }) => {
      const meets = method === 'POST' && url === address && !isLost
      isLost ||= meets
      return meets
    })
  }

  test('by a link arrives', async () => {
    const sent = await typed()
    await page.locator('main a[href^="/bai-khai/"]').first().click()
    await page.waitForURL((url) => url.pathname !== sent.address)
    await isStored(sent)
  })

  test('by a link arrives with the next page when what the page sent in going is lost', async () => {
    const sent = await typed()
    loseOne(sent.address)
    await page.goto('/ho-so')
    await isStored(sent)
    expect(await page.locator('.mang').count(), 'nothing to be told of').toBe(0)
  })

  test('by reloading it stands in the box again', async () => {
    const sent = await typed()
    loseOne(sent.address)
    await page.reload()
    await expect.poll(() => request(page).inputValue()).toBe(sent.words)
    await isStored(sent)
  })

  test('by closing the tab arrives with whatever page is opened next', async () => {
    const sent = await typed()
    line.fail('request-lost', ({ method }) => method === 'POST')
    const context = page.context()
    await page.close({ runBeforeUnload: false })
    line.mend()
    page = await context.newPage()
    await page.goto('/ho-so')
    await isStored(sent)
  })

  test('in one of two open tabs is sent by that tab alone', async () => {
    const sent = await typed()
    line.fail('request-lost', ({ method }) => method === 'POST')
    await status(page).getByText('đang lưu trên máy này, chưa gửi').waitFor()
    const other = await page.context().newPage()
    await other.goto('/ho-so')
    await other.waitForLoadState('networkidle')
    expect(await other.getByText('chưa gửi').count()).toBe(0)
    await request(page).press('End')
    await page.keyboard.insertText(', rồi gõ tiếp')
    line.mend()
    await isStored({ ...sent, words: `${sent.words}, rồi gõ tiếp` })
    await status(page).getByText('Đã lưu lúc').waitFor()
    await other.close()
  })

  test('after an answer that was lost is no change from elsewhere for the next page', async () => {
    const sent = await typed()
    line.fail('answer-lost', ({ method, url }) => method === 'POST' && url === sent.address)
    await status(page).getByText('đang lưu trên máy này, chưa gửi').waitFor()
    await page.keyboard.insertText(', thêm')
    page.once('dialog', (dialog) => void dialog.accept())
    loseOne(sent.address)
    await page.goto('/ho-so')
    await isStored({ ...sent, words: `${sent.words}, thêm` })
    expect(await page.getByText('Có phần chưa gửi được').count()).toBe(0)
  })
})

/** A form filled in and pressed on while there is no line: it is kept on the machine. */
async function pressedWithoutLine(): Promise<{ address: string; page: Page }> {
  const address = await begun()
  const page = await opened(address)
  await page.context().setOffline(true)
  await answeredWhole(page, 'Gõ lúc mất mạng')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await status(page).getByText('đang lưu trên máy này, chưa gửi').waitFor()
  return { address, page }
}

describe('a save that fails says so at once with its cause, keeps the text and tries again', () => {
  test.concurrent('no line', async () => {
    const { address, page } = await pressedWithoutLine()
    expect(page.url()).toContain(address)
    expect(await request(page).inputValue()).toBe('Gõ lúc mất mạng')
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        // Dismissed late it would stop the next page instead of this one.
        void dialog.dismiss().then(() => resolve(dialog.type()))
      })
    })
    await page.evaluate(() => location.assign('/ho-so'))
    expect(await asked, 'the browser asks before what is not saved is left').toBe('beforeunload')
    await page.context().setOffline(false)
    // What was pressed without a line is pressed again with one.
    await page.waitForURL((url) => url.pathname !== address)
    expect(await stored(address)).toContain('Gõ lúc mất mạng')
    await page.context().close()
  })

  test.concurrent('typed on after a press without a line, the page saves and stays', async () => {
    const { address, page } = await pressedWithoutLine()
    await request(page).pressSequentially(', thêm')
    await page.context().setOffline(false)
    await status(page).getByText('Đã lưu lúc').waitFor()
    expect(await stored(address)).toContain(', thêm')
    await page.context().close()
  })

  test.concurrent('what the server does not take after such a press it explains itself', async () => {
    const { address, page } = await pressedWithoutLine()
    await page.route(`**${address}`, (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.fulfill({ status: 422, body: '{}' }),
    )
    await page.context().setOffline(false)
    await page.waitForURL((url) => url.pathname !== address)
    expect(await stored(address)).toContain('Gõ lúc mất mạng')
    await page.context().close()
  })

  test.concurrent('a server in trouble', async () => {
    const address = await begun()
    const page = await opened(address)
    let fails = 1
    await page.route(`**${address}`, (route) => {
      if (route.request().method() !== 'POST' || fails === 0) return route.continue()
      fails -= 1
      return route.fulfill({ status: 503, body: '{}' })
    })
    await answer(page, 'Gõ lúc máy chủ hỏng')
    await status(page).getByText('máy chủ đang trục trặc').waitFor()
    expect(await status(page).getAttribute('role')).toBe('alert')
    await status(page).getByText('Đã lưu lúc').waitFor()
    expect(await stored(address)).toContain('Gõ lúc máy chủ hỏng')
    await page.context().close()
  })

  test('a session that is over', async () => {
    const address = await begun()
    const page = await opened(address)
    whole.world.clock.set('2026-11-20T09:31:00+07:00')
    await answer(page, 'Gõ lúc hết phiên')
    await status(page).getByText('phiên đã hết').waitFor()
    expect(await status(page).getByRole('link').getAttribute('target')).toBe('_blank')
    await signInAgain(page.context(), whole, HANH)
    await status(page).getByText('Đã lưu lúc 09:31').waitFor()
    expect(await stored(address)).toContain('Gõ lúc hết phiên')
    await page.context().close()
  })

  test.concurrent('an answer lost after the server had saved: sent again it is no change from elsewhere', async () => {
    const address = await begun()
    const page = await opened(address)
    let lost = 1
    await page.route(`**${address}`, async (route) => {
      if (route.request().method() !== 'POST' || lost === 0) return route.continue()
      lost -= 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await answer(page, 'Lần một')
    await status(page).getByText('đang lưu trên máy này, chưa gửi').waitFor()
    await answer(page, 'Lần một, rồi lần hai')
    await status(page).getByText('Đã lưu lúc').waitFor()
    expect(await stored(address)).toContain('Lần một, rồi lần hai')
    await page.context().close()
  })
})

test('a session that ends with the worker in control loses neither what was typed nor a file under way', async () => {
  const address = await begun()
  const paper = address.replace('noi-dung', 'giay-to/1')
  const { page, context } = await citizensBrowser(browser, whole, { who: HANH })
  await page.goto(address)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const papers = await context.newPage()
  await papers.goto(paper)
  whole.world.clock.set('2026-11-20T09:31:00+07:00')
  const file = { name: 'giay-chung-sinh.pdf', mimeType: 'application/pdf', buffer: aPdf() }
  await papers.locator('input[type=file]').first().setInputFiles(file)
  await papers.locator('.gui-tep [data-state=stopped]').waitFor()
  await answer(page, 'Gõ lúc hết phiên, rồi đóng trang')
  await status(page).getByText('phiên đã hết').waitFor()
  await page.close()

  await signInAgain(context, whole, HANH)
  await papers.getByRole('button', { name: /^Gửi tiếp/ }).click()
  await papers.locator('#tep-da-nhan').getByRole('link', { name: file.name }).waitFor()
  await papers.goto(address)
  await expect.poll(() => request(papers).inputValue()).toBe('Gõ lúc hết phiên, rồi đóng trang')
  await expect.poll(() => stored(address)).toContain('Gõ lúc hết phiên, rồi đóng trang')
  expect(await stored(paper)).toContain(file.name)
  await context.close()
})

describe('two devices at one draft', () => {
  test('never overwrite each other silently: both are shown, and the person chooses', async () => {
    const address = await begun()
    const [one, two] = [await aDevice(), await aDevice()]
    const page = await one.get(address)
    await two.get(address)
    const moc = /name="moc" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const typed = { resultDelivery: 'electronic', declaredTrue: 'yes', moc }
    expect((await two.post(address, { ...typed, request: 'Bản của máy hai' })).status).toBe(303)
    const both = await one.post(address, { ...typed, request: 'Bản của máy một' })
    expect(both.status).toBe(409)
    expect(both.body).toContain('vừa được lưu từ máy hoặc thẻ khác')
    expect(both.body).toContain('Bản của máy hai')
    expect(both.body).toContain('Bản của máy một')
    expect(await stored(address)).toContain('Bản của máy hai')
    const again = /name="moc" value="([^"]*)"/.exec(both.body)?.[1] ?? ''
    expect((await one.post(address, { ...typed, moc: again, request: 'Bản của máy một' })).status).toBe(303)
    expect(await stored(address)).toContain('Bản của máy một')
  })

  test('are told while typing', async () => {
    const address = await begun()
    const [one, two] = [await opened(address), await opened(address)]
    await answer(one, 'Máy một gõ trước')
    await status(one).getByText('Đã lưu lúc').waitFor()
    await answer(two, 'Máy hai gõ sau')
    await status(two).getByText('vừa được lưu từ máy hoặc thẻ khác').waitFor()
    expect(await stored(address)).toContain('Máy một gõ trước')
    await two.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await two.getByRole('link', { name: 'Lấy bản đã lưu' }).waitFor()
    expect(await two.locator('main').innerText()).toContain('Máy một gõ trước')
    expect(await request(two).inputValue()).toBe('Máy hai gõ sau')
    expect(await pageFindings(two)).toEqual([])
    await Promise.all([one.context().close(), two.context().close()])
  })

  test('choose one place between them, not the later one unseen', async () => {
    const place = (await begun()).replace('noi-dung', 'noi-giai-quyet')
    const [one, two] = [await aDevice(), await aDevice()]
    const page = await one.get(place)
    const moc = /name="moc" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const units = [...page.body.matchAll(/<option value="(H49[^"]+)"/g)].map((match) => match[1] ?? '')
    await two.get(place)
    expect((await two.post(place, { moc, competentUnitCode: units[3] ?? '' })).status).toBe(303)
    const told = await one.post(place, { moc, competentUnitCode: units[5] ?? '' })
    expect(told.status).toBe(422)
    expect(told.body).toContain('vừa được chọn ở máy hoặc thẻ khác')
  })

  test('choose one reason for a paper that is not handed in, and are told of the other', async () => {
    const paper = (await begun()).replace('noi-dung', 'giay-to/2')
    const [one, two] = [await aDevice(), await aDevice()]
    const moc = /name="moc" value="([^"]*)"/.exec((await one.get(paper)).body)?.[1] ?? ''
    await two.get(paper)
    const leaveOut = (device: FormClient, lyDo: string) => device.post(`${paper}/khong-nop`, { moc, lyDo })
    expect((await leaveOut(two, 'held-by-the-state')).status).toBe(303)
    expect((await leaveOut(two, 'held-by-the-state')).status, 'pressed twice').toBe(303)
    const told = await leaveOut(one, 'not-my-case')
    expect(told.status).toBe(409)
    expect(told.body).toContain('vừa được đổi ở máy hoặc thẻ khác')
    expect(told.body).toContain('Cơ quan nhà nước đã có giấy này')
    expect(told.body).toContain('Không thuộc trường hợp của tôi')
    expect(await stored(paper), 'the first choice stands').toContain('Cơ quan nhà nước đã có giấy này.')
    const again = /name="moc" value="([^"]*)"/.exec(told.body)?.[1] ?? ''
    expect((await one.post(`${paper}/khong-nop`, { moc: again, lyDo: '' })).status).toBe(303)
    expect(await stored(paper)).not.toContain('Cơ quan nhà nước đã có giấy này.')
  })
})
