import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Fault, WeakLine } from './weak-line.ts'

const PATIENT = { timeout: 60_000, interval: 100 }
/** The page notices the fault, and tries at once what it tries at once. */
const NOTICED_MS = 200

/** A click while the line fails, and what it is to lead to. */
type Click = { line: WeakLine; fault: Fault; name: string | RegExp; leadsTo: RegExp }

/** Clicks while the line fails; then, with a line, does what the page says until it is where the click leads. */
export async function clickThrough(page: Page, { line, fault, name, leadsTo }: Click): Promise<void> {
  const button = page.getByRole('button', { name }).first()
  await button.waitFor()
  line.fail(fault)
  await button.click({ noWaitAfter: true })
  if (fault === 'slow') await button.click({ noWaitAfter: true, timeout: 500 }).catch(() => undefined)
  await hasFailed(page, line)
  await expect
    .poll(async () => {
      if (leadsTo.test(new URL(page.url()).pathname)) return true
      const again = page.getByRole('button', { name: /^Gửi lại/ })
      if ((await again.count()) > 0) await again.first().click()
      return false
    }, PATIENT)
    .toBe(true)
}

/** Chooses a file while the line fails; with a line it goes on by itself to its receipt. */
export async function chooseThrough(page: Page, line: WeakLine, fault: Fault, file: Uint8Array): Promise<void> {
  const box = page.locator('input[type=file]').first()
  // What sends files has arrived; without it the form sends them the plain way.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /form-uploads/.test(name)),
  )
  line.fail(fault)
  await box.setInputFiles({ name: 'giay.pdf', mimeType: 'application/pdf', buffer: Buffer.from(file) })
  await hasFailed(page, line)
  await page.locator('.bien-nhan').first().waitFor({ timeout: PATIENT.timeout })
}

async function hasFailed(page: Page, line: WeakLine): Promise<void> {
  await expect.poll(() => line.hits(), PATIENT).toBeGreaterThan(0)
  await page.waitForTimeout(NOTICED_MS)
  line.mend()
}

/** What waits on the machine goes by itself once a page is open and there is a line. */
export async function everythingSent(page: Page, draft: string): Promise<void> {
  await page.goto(draft)
  await expect.poll(() => partsKept(page), PATIENT).toBe(0)
  await page.goto(draft)
  expect(await page.getByText('chưa gửi').count()).toBe(0)
}

/** How many parts of forms lie on the machine because no server has them. */
export function partsKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('mot-cua')
        opening.addEventListener('success', () => {
          const { result } = opening
          if (!result.objectStoreNames.contains('phan-dang-go')) return resolve(0)
          const count = result.transaction('phan-dang-go').objectStore('phan-dang-go').count()
          count.addEventListener('success', () => {
            result.close()
            resolve(count.result)
          })
        })
      }),
  )
}

/** The worker keeps this page, so that it opens without a line. */
export async function untilKept(page: Page, path: string): Promise<void> {
  const isKept = () =>
    page.evaluate(async (wanted) => {
      const keys = await (await caches.open('trang')).keys()
      return keys.some(({ url }) => new URL(url).pathname === wanted)
    }, path)
  await expect.poll(isKept, PATIENT).toBe(true)
}
