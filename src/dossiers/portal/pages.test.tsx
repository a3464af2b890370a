import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '../../platform/actor.ts'
import { aPdf } from '../../documents/testing.ts'
import { openBrowser } from '../../ui/testing.ts'
import { browse, begin, openPortalWorld, type PortalWorld } from './testing.ts'

let portal: PortalWorld
let hanh: Citizen
let browser: Browser
let page: Page
let origin: string
let draft: string

beforeAll(async () => {
  portal = await openPortalWorld()
  const known = {
    source: 'citizen-registry' as const,
    bornOn: '1988-03-14',
    address: 'Số 12',
    communeCode: '06673',
    phone: '0912000512',
  }
  hanh = await portal.citizen({ ...known, personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' })
  const address = await portal.web.listen({ port: 0, host: 'localhost' })
  // Browsers keep the form's cookie for localhost and for https only.
  origin = `http://localhost:${new URL(address).port}`
  browser = await openBrowser()
  page = await browser.newPage()
  draft = await begin(browse(portal, hanh), '1.001193')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})

/** A page in the window that all tests share, or in one without script. */
async function visit<T>(path: string, look: (page: Page) => Promise<T>, javaScriptEnabled = true): Promise<T> {
  portal.signedIn.actor = hanh
  if (javaScriptEnabled) {
    await page.goto(origin + path)
    return look(page)
  }
  const bare = await browser.newPage({ javaScriptEnabled })
  await bare.goto(origin + path)
  const seen = await look(bare)
  await bare.close()
  return seen
}

describe('uploading in a browser', () => {
  const send = async (page: Page, bytes: Uint8Array, name: string) => {
    const file = join(portal.world.folder, name)
    await writeFile(file, bytes)
    await page.setInputFiles('input[type=file]', file)
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
  }

  test('gives the receipt, with script and without', async () => {
    for (const script of [true, false]) {
      const seen = await visit(
        `${draft}/giay-to/4`,
        async (page) => {
          await send(page, aPdf({ pages: script ? 2 : 3 }), `giay-${script}.pdf`)
          await page.getByRole('link', { name: `giay-${script}.pdf` }).waitFor()
          return page.locator('main').innerText()
        },
        script,
      )
      expect(seen).toMatch(/BN-261120-[0-9A-Z]{8}/)
    }
  })

  test('tells that a file is too heavy instead of a broken line', async () => {
    const seen = await visit(
      `${draft}/giay-to/5`,
      async (page) => {
        await send(page, Buffer.alloc(60 * 1024 * 1024, 32), 'nang.pdf')
        await page.getByRole('alert').waitFor()
        return page.getByRole('alert').innerText()
      },
      false,
    )
    expect(seen).toContain('nặng hơn 20 MB')
  })
})
