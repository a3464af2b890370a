import { expect, inject, test } from 'vitest'
import { clickThrough, everythingSent, untilKept } from '../support/through-faults.ts'
import { openWeakLine } from '../support/weak-line.ts'
import { fillApplicant, fillRequest } from './support/filing.ts'
import { paperPdf } from './support/papers.ts'
import { signInCitizen } from './support/people.ts'
import { BIRTH } from './support/procedures.ts'
import { theBrowser, visitorOf } from './support/visitor.ts'

/** Bùi Thanh Trà, who has no dossier of another journey. */
const TRA = '022192000764'
/** What browsers call slow 3G. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

test('a mother registers a birth from her phone, on slow 3G, and the line is cut twice', async () => {
  const line = await openWeakLine(inject('system').address)
  const context = await (
    await theBrowser()
  ).newContext({ baseURL: line.address, locale: 'vi-VN', viewport: { width: 360, height: 740 }, hasTouch: true })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(40_000)
    const mother = visitorOf(page, false)
    const devTools = await context.newCDPSession(page)
    await devTools.send('Network.enable')
    await devTools.send('Network.emulateNetworkConditions', SLOW_3G)

    await mother.open('/')
    await page.getByRole('searchbox').first().fill('khai sinh')
    await mother.press('Tìm')
    await mother.follow(`/thu-tuc/${BIRTH.code}`)
    await mother.open('/dang-nhap')
    await signInCitizen(mother, TRA)
    await mother.open('/ho-so')
    const before = await dossiersOn()
    await mother.open(`/thu-tuc/${BIRTH.code}/nop`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await mother.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
    const draft = mother.path()
    const [first = '', ...others] = await questions()
    await untilKept(page, others.at(-1) ?? '')

    await mother.open(first)
    await fillApplicant(mother)
    await clickThrough(page, { line, fault: 'request-lost', name: 'Lưu và tiếp tục', leadsTo: elsewhereThan(first) })
    // An answer may bring further pages: whoever was asked about parents comes to the mother's and the father's.
    const asked = new Set(others)
    for (const part of asked) {
      await mother.open(part)
      if (part.endsWith('/noi-giai-quyet')) await mother.choose('Cơ quan giải quyết', BIRTH.agency)
      else await fillRequest(mother, BIRTH)
      await mother.press('Lưu và tiếp tục')
      if (isQuestion(mother.path())) asked.add(mother.path())
    }
    await everythingSent(page, draft)

    for (let open = await openPart(); open !== undefined; open = await openPart()) {
      await mother.open(open)
      const file = { name: 'giay.pdf', mimeType: 'application/pdf', buffer: await paperPdf('Giay to cua me') }
      await page.locator('input[type=file]').first().setInputFiles(file)
      await page.locator('.bien-nhan').first().waitFor()
    }
    await mother.open(`${draft}/kiem-tra`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await clickThrough(page, { line, fault: 'answer-lost', name: 'Nộp hồ sơ', leadsTo: /\/da-nop$/ })
    await mother.sees('Đã nộp hồ sơ')
    await mother.open('/ho-so')
    expect((await dossiersOn()).size, 'one dossier, not two').toBe(before.size + 1)

    /** Codes on the list of her dossiers. */
    async function dossiersOn(): Promise<Set<string>> {
      const links = await page.locator('main a[href^="/ho-so/H49"]').all()
      const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
      return new Set(hrefs.map((href) => href?.split('/')[2] ?? ''))
    }
    /** Addresses of the parts of her form that are questions to everybody; nobody applies with her. */
    async function questions(): Promise<string[]> {
      const links = await page.locator(`main li a[href^="${draft}/"]`).all()
      const hrefs = (await Promise.all(links.map((link) => link.getAttribute('href')))).map((href) => href ?? '')
      return hrefs.filter(isQuestion)
    }
    async function openPart(): Promise<string | undefined> {
      await mother.open(draft)
      const papers = page
        .locator('main li')
        .filter({ hasText: 'Chưa làm', hasNot: page.locator('li') })
        .locator('a[href*="/giay-to/"]')
      return (await papers.count()) > 0 ? ((await papers.first().getAttribute('href')) ?? undefined) : undefined
    }
  } finally {
    await context.close()
    await line.close()
  }
}, 300_000)

const elsewhereThan = (part: string) => new RegExp(`^(?!${part}$)/bai-khai/.*`)
const isQuestion = (path: string) => /^\/bai-khai\/[^/]+\/(?!giay-to|kiem-tra|cung-dung-ten)/.test(path)
