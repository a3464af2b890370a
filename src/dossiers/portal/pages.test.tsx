import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../../platform/action.ts'
import type { Citizen } from '../../platform/actor.ts'
import { aPdf } from '../../documents/testing.ts'
import { openBrowser, pageFindings } from '../../ui/testing.ts'
import { receiveDossier, requestSupplement } from '../index.ts'
import { browse, openPortalWorld, type PortalWorld, type Visitor } from './testing.ts'

let portal: PortalWorld
let hanh: Citizen
let browser: Browser
let page: Page
let origin: string
let draft: string
const codes: string[] = []

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
  const visitor = browse(portal, hanh)
  for (let times = 0; times < 2; times += 1) codes.push(await handedIn(visitor))
  draft = await filledIn(visitor, '1.001193')
  const desk = await portal.officer('anh.vn')
  const items = [{ what: 'Quê quán của cha', reason: 'Chưa khai', how: 'Ghi xã, phường và tỉnh' }]
  await runAction(portal.world.app, receiveDossier, desk, { dossierCode: codes[0] ?? '' })
  await runAction(portal.world.app, requestSupplement, desk, {
    dossierCode: codes[1] ?? '',
    items,
    replyBy: '2026-12-04',
  })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})

async function filledIn(visitor: Visitor, procedure: string): Promise<string> {
  await visitor.get(`/thu-tuc/${procedure}/nop`)
  const to = (await visitor.post(`/thu-tuc/${procedure}/nop`, { luot: crypto.randomUUID() })).to ?? ''
  await visitor.get(`${to}/nguoi-nop`)
  const applicant = {
    applicantKind: 'person',
    phone: '0912 000 512',
    address: 'Số 12',
    communeCode: '06673',
    onBehalf: 'self',
  }
  await visitor.post(`${to}/nguoi-nop`, applicant)
  await visitor.post(`${to}/noi-dung`, { request: 'Việc của tôi', resultDelivery: 'electronic', declaredTrue: 'yes' })
  return to
}

async function handedIn(visitor: Visitor): Promise<string> {
  const begun = await filledIn(visitor, '1.001612')
  await visitor.upload(`${begun}/giay-to/1`, [['tep', 'uy-quyen.pdf', aPdf()]])
  const bai = /name="bai" value="([^"]+)"/.exec((await visitor.get(`${begun}/kiem-tra`)).body)?.[1] ?? ''
  const to = (await visitor.post(`${begun}/nop`, { bai })).to
  return /\/ho-so\/([^/]+)\/da-nop/.exec(to ?? '')?.[1] ?? ''
}

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

const PAGES: [string, () => string][] = [
  ['what filing takes', () => '/thu-tuc/1.001193/nop'],
  ['the list of parts', () => draft],
  ['the applicant', () => `${draft}/nguoi-nop`],
  ['the request', () => `${draft}/noi-dung`],
  ['the place', () => `${draft}/noi-giai-quyet`],
  ['a paper', () => `${draft}/giay-to/4`],
  ['the check', () => `${draft}/kiem-tra`],
  ['the receipt', () => `/ho-so/${codes[0]}/da-nop`],
  ['a received dossier', () => `/ho-so/${codes[0]}`],
  ['a waiting dossier', () => `/ho-so/${codes[1]}`],
  ['the supplement', () => `/ho-so/${codes[1]}/bo-sung`],
  ['withdrawing', () => `/ho-so/${codes[1]}/rut`],
  ['my dossiers', () => '/ho-so'],
  ['a dossier by its code', () => `/tra-cuu?ma=${codes[0]}`],
  ['a code that is none', () => '/tra-cuu?ma=abc'],
  ['help', () => '/ho-tro'],
  ['a form that is gone', () => '/bai-khai/7KQ-402'],
]

test.each(PAGES)('%s has no finding and does not scroll sideways, on a desk and on a phone', async (_, path) => {
  expect(await visit(path(), pageFindings)).toEqual([])
})

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
