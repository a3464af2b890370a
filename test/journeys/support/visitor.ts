import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { checkPage, watchPage } from './page-checks.ts'

/** A person before a screen, who finds things by the words on them. */
export type Visitor = {
  page: Page
  /** Whether the browser runs script. */
  script: boolean
  /** Opens an address of the system; gives the status. */
  open(path: string): Promise<number>
  /** Presses the button or link that begins with these words and waits for the page that follows; gives its status. */
  press(words: string | RegExp): Promise<number>
  /** Sends a form with a file: with script the answer takes the place of the page without being loaded. */
  send(words: string): Promise<void>
  /** Follows the first link to this address, whatever its query. */
  follow(path: string): Promise<number>
  fill(label: string | RegExp, value: string): Promise<void>
  choose(label: string | RegExp, option: string | RegExp): Promise<void>
  sees(words: string | RegExp): Promise<void>
  seesNot(words: string | RegExp): Promise<void>
  /** What the page says, in one line. */
  text(): Promise<string>
  path(): string
  download(words: string | RegExp): Promise<Buffer>
  problems: string[]
}

const { address, browser: endpoint } = inject('system')
let browser: Promise<Browser> | undefined

export function theBrowser(): Promise<Browser> {
  browser ??= chromium.connect(endpoint)
  return browser
}

type Window = {
  /** Whether JavaScript runs. */
  script?: boolean
  /** It was told to believe the signing program of its own machine. */
  believesLocal?: boolean
  /** Who is signed in in this window is so in the new one. */
  as?: Visitor
}

/** A new browser window that shares nothing with the others. */
export async function openVisitor({ script = true, believesLocal = false, as }: Window = {}): Promise<Visitor> {
  const context = await (
    await theBrowser()
  ).newContext({
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    javaScriptEnabled: script,
    ignoreHTTPSErrors: believesLocal,
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    storageState: await as?.page.context().storageState(),
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return visitorOf(page, script)
}

/** A person before a page that is open already. */
export function visitorOf(page: Page, script: boolean): Visitor {
  const { problems, lastStatus } = watchPage(page)
  const arrived = async (): Promise<number> => {
    const status = lastStatus()
    if (script) await checkPage(page, status)
    return status
  }
  const isVisible = { visible: true }
  const control = (words: string | RegExp): Locator => {
    const name = words instanceof RegExp ? words : new RegExp(`^\\s*${escaped(words)}`)
    const named = page.getByRole('button', { name }).or(page.getByRole('link', { name }))
    // Class `an` is for those who hear the page; nobody can point at it.
    return named.and(page.locator(':not(.an)')).filter(isVisible).first()
  }
  const field = (label: string | RegExp): Locator => page.getByLabel(label).filter(isVisible).first()
  return {
    page,
    script,
    problems,
    async open(path) {
      await page.goto(path)
      return arrived()
    },
    async press(words) {
      const button = control(words)
      await button.waitFor()
      await Promise.all([page.waitForEvent('load'), button.click()])
      return arrived()
    },
    async send(words) {
      await control(words).click()
      await page.waitForTimeout(300)
      await page.waitForFunction(() => document.readyState === 'complete' && !document.querySelector('progress'))
    },
    async follow(path) {
      const link = page.locator(`a[href="${path}"], a[href^="${path}?"]`).filter(isVisible).first()
      await link.waitFor()
      await Promise.all([page.waitForEvent('load'), link.click()])
      return arrived()
    },
    fill: (label, value) => field(label).fill(value),
    async choose(label, option) {
      const box = field(label)
      const value = await box.locator('option').filter({ hasText: option }).first().getAttribute('value')
      await box.selectOption(value ?? '')
    },
    async sees(words) {
      await expect
        .poll(async () => patternFor(words).test(await mainText(page)), {
          timeout: 30_000,
          message: `"${words}" on ${page.url()}`,
        })
        .toBe(true)
    },
    async seesNot(words) {
      expect(patternFor(words).test(await mainText(page)), `"${words}" on ${page.url()}`).toBe(false)
    },
    text: () => mainText(page),
    path: () => new URL(page.url()).pathname,
    async download(words) {
      const [download] = await Promise.all([page.waitForEvent('download'), control(words).click()])
      const stream = await download.createReadStream()
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
  }
}

function patternFor(words: string | RegExp): RegExp {
  return words instanceof RegExp ? words : new RegExp(escaped(words))
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

async function mainText(page: Page): Promise<string> {
  const text = await page.locator('body').innerText()
  return text.normalize('NFC').replace(/\s+/g, ' ')
}
