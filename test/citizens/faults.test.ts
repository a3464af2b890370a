import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rows, sql } from '../../src/platform/db.ts'
import { aPdf } from '../../src/documents/testing.ts'
import { APPLICANT, filledIn, REQUEST } from '../../src/dossiers/portal/testing.ts'
import { codesOn, textOf } from '../../src/dossiers/papers/testing.ts'
import { aCitizensSession, HANH } from '../../src/identity/testing.ts'
import { openBrowser } from '../../src/ui/testing.ts'
import { citizensBrowser } from '../support/citizens-browser.ts'
import { formClient, type FormAnswer, type FormClient } from '../support/form-client.ts'
import { chooseThrough, clickThrough, everythingSent, untilKept } from '../support/through-faults.ts'
import { openWeakLine, type Fault, type WeakLine } from '../support/weak-line.ts'
import { openWholeWeb, type WholeWeb } from '../support/whole-web.ts'

const BIRTH = '1.001193'
const FAULTS: Fault[] = ['request-lost', 'answer-lost', 'slow']
const OPEN_PAPER =
  /href="([^"]+\/giay-to\/\d+)">[^<]*<\/a>(?:<small>[^<]*<\/small>)?<\/span><span class="the sea">(?:(?!<\/span>).)*Chưa làm/

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

async function aPage(script = true): Promise<Page> {
  const { page } = await citizensBrowser(browser, { ...whole, address: line.address }, { who: HANH, script })
  return page
}

/** Drafts, dossiers and files handed in with them, all told. */
async function count(): Promise<{ drafts: number; dossiers: number; files: number }> {
  const [found] = await rows(
    whole.world.app.db,
    sql<{ drafts: number; dossiers: number; files: number }>`
      select (select count(*) from dossiers.draft)::int as drafts, (select count(*) from dossiers.dossier)::int as dossiers,
        (select count(*) from dossiers.component_file)::int as files`,
  )
  return found ?? { drafts: 0, dossiers: 0, files: 0 }
}

describe.each(FAULTS)('the line fails at every click of the filing: %s', (fault) => {
  test('with script nothing is lost or doubled', async () => {
    const before = await count()
    const page = await aPage()
    await page.goto(`/thu-tuc/${BIRTH}/nop`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const click = (name: string | RegExp, leadsTo: RegExp) => clickThrough(page, { line, fault, name, leadsTo })

    await click(/Bắt đầu khai|Khai một hồ sơ khác/, /\/bai-khai\/[\w-]+$/)
    const draft = new URL(page.url()).pathname
    expect((await count()).drafts, 'one draft').toBe(before.drafts + 1)
    await untilKept(page, `${draft}/noi-dung`)

    await page.goto(`${draft}/nguoi-nop`)
    await page.getByLabel('Số điện thoại').fill(APPLICANT.phone)
    await page.getByLabel('Nơi ở hiện nay').fill(APPLICANT.address)
    await page.locator('[name=communeCode]').selectOption(APPLICANT.communeCode)
    await click('Lưu và tiếp tục', /\/bai-khai\/[\w-]+(\/(?!nguoi-nop).+)?$/)

    await page.goto(`${draft}/noi-dung`)
    await page.locator('[name=request]').fill(REQUEST.request)
    await page.locator('[name=resultDelivery][value=electronic]').check()
    await page.locator('[name=declaredTrue]').check()
    await click('Lưu và tiếp tục', /\/bai-khai\/[\w-]+(\/(?!noi-dung).+)?$/)
    await everythingSent(page, draft)

    let papers = 0
    for (let open = await openPaper(draft); open !== undefined; open = await openPaper(draft)) {
      await page.goto(open)
      await chooseThrough(page, line, fault, aPdf())
      papers += 1
    }

    await page.goto(`${draft}/kiem-tra`)
    await click('Nộp hồ sơ', /\/da-nop$/)
    expect(await page.locator('main').innerText()).toMatch(/[0-9a-f]{64}/)
    expect(await count()).toEqual({
      drafts: before.drafts,
      dossiers: before.dossiers + 1,
      files: before.files + papers,
    })
    await page.goto(page.url().replace('/da-nop', ''))
    expect(await page.locator('main').textContent()).toContain(REQUEST.request)
    await page.context().close()
  }, 180_000)

  test('without script nothing is lost or doubled', async () => {
    const before = await count()
    const device = await aDevice()
    const send = (work: () => Promise<FormAnswer>) => sentThrough(fault, work)
    await device.get(`/thu-tuc/${BIRTH}/nop`)
    const luot = crypto.randomUUID()
    const draft = (await send(() => device.post(`/thu-tuc/${BIRTH}/nop`, { luot }))).to ?? ''
    await markedPost(device, `${draft}/nguoi-nop`, { applicantKind: 'person', ...APPLICANT }, send)
    await markedPost(device, `${draft}/noi-dung`, REQUEST, send)
    let papers = 0
    for (let open = await openPaper(draft); open !== undefined; open = await openPaper(draft)) {
      const address = open
      const file = aPdf()
      expect((await send(() => device.upload(address, [['tep', 'giay.pdf', file]]))).status).toBe(303)
      papers += 1
    }
    const check = await device.get(`${draft}/kiem-tra`)
    const done = await send(() => device.pressOn(check.body, `${draft}/nop`))
    expect(done.to).toMatch(/\/da-nop$/)
    expect(await count()).toEqual({
      drafts: before.drafts,
      dossiers: before.dossiers + 1,
      files: before.files + papers,
    })
    expect((await device.get((done.to ?? '').replace('/da-nop', ''))).body).toContain(REQUEST.request)
  })
})

async function openPaper(draft: string): Promise<string | undefined> {
  return OPEN_PAPER.exec((await (await aDevice()).get(draft)).body)?.[1]
}

/** Without script a lost answer is a broken page; reloading it sends the same form once more. */
async function sentThrough(fault: Fault, work: () => Promise<FormAnswer>): Promise<FormAnswer> {
  if (fault === 'answer-lost') await work()
  // Slow: the person presses again while the first is on its way.
  if (fault === 'slow') return (await Promise.all([work(), work()]))[1]
  return work()
}

async function markedPost(
  device: FormClient,
  address: string,
  typed: Record<string, string>,
  send: (work: () => Promise<FormAnswer>) => Promise<FormAnswer>,
): Promise<void> {
  const moc = /name="moc" value="([^"]*)"/.exec((await device.get(address)).body)?.[1] ?? ''
  const { status, body } = await send(() => device.post(address, { ...typed, moc }))
  expect(status, body.slice(0, 300)).toBe(303)
}

describe('a dossier is handed in once', () => {
  /** A form with everything in it; gives the address where it is checked. */
  async function atTheCheck(): Promise<string> {
    return `${await filledIn(await aDevice(), BIRTH)}/kiem-tra`
  }
  const submit = (page: Page) => page.getByRole('button', { name: 'Nộp hồ sơ' })

  test.each([true, false])('by a double click, and by Back and another press (script: %s)', async (script) => {
    const check = await atTheCheck()
    const { dossiers } = await count()
    const page = await aPage(script)
    await page.goto(check)
    await submit(page).dblclick({ noWaitAfter: true })
    await page.waitForURL('**/da-nop')
    const receipt = page.url()
    await page.goBack()
    if ((await submit(page).count()) > 0) {
      await submit(page).click()
      await page.waitForURL(receipt)
    } else {
      await page.getByText('Bài khai này không còn').waitFor()
    }
    expect((await count()).dossiers).toBe(dossiers + 1)
    await page.context().close()
  })

  test('and its receipt is printed with its code, its QR code and the SHA-256 of every file', async () => {
    const device = await aDevice()
    const draft = await filledIn(device, BIRTH)
    const check = await device.get(`${draft}/kiem-tra`)
    const { to = '' } = await device.pressOn(check.body, `${draft}/nop`)
    const page = await aPage()
    await page.goto(to)
    const { hashes, code } = await page.evaluate(() => ({
      hashes: [...document.querySelectorAll('td .bam')].map(({ textContent }) => textContent ?? ''),
      code: document.querySelector('.da-nop .ma')?.textContent ?? '',
    }))
    expect(hashes.length).toBeGreaterThan(1)
    expect(await page.getByRole('button', { name: 'In trang này' }).isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.ma-qr svg').isVisible()).toBe(true)
    for (const onScreen of ['.dau nav', '.chan', '.phong-bi', '[data-print]'])
      expect(await page.locator(onScreen).first().isVisible(), onScreen).toBe(false)
    const pdf = await page.pdf({ format: 'A4' })
    const printed = textOf(pdf).replace(/\s/g, '')
    for (const words of [code, ...hashes]) expect(printed).toContain(words)
    expect(Object.values(await codesOn(pdf)).join()).toContain(code)
    await page.context().close()
  })

  test('from two tabs and another device at once', async () => {
    const check = await atTheCheck()
    const { dossiers } = await count()
    const [one, far] = [await aPage(), await aPage()]
    const two = await one.context().newPage()
    const all = [one, two, far]
    for (const page of all) await page.goto(check)
    await Promise.all(all.map((page) => submit(page).click({ noWaitAfter: true })))
    await Promise.all(all.map((page) => page.waitForURL('**/da-nop')))
    expect(new Set(all.map((page) => new URL(page.url()).pathname)).size).toBe(1)
    expect((await count()).dossiers).toBe(dossiers + 1)
    await Promise.all([one.context().close(), far.context().close()])
  })
})
