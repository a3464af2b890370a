import { createHash, randomFillSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows, sql } from '../../src/platform/db.ts'
import { aPdf, aStream } from '../../src/documents/testing.ts'
import { browse, filledIn, openPortalWorld, type PortalWorld, type Visitor } from '../../src/dossiers/portal/testing.ts'
import { openBrowser } from '../../src/ui/testing.ts'
import { openCutLine, type CutLine } from '../support/cut-line.ts'

/** A licence of a department of the province. */
const LICENCE = '2.002615'
const FILES = 8
/** Bytes: in the middle of a file, and of another one after it. */
const FIRST_CUT = 31 * 1_048_576
const SECOND_CUT = 57 * 1_048_576

let portal: PortalWorld
let clerk: Visitor
let browser: Browser
let line: CutLine
beforeAll(async () => {
  portal = await openPortalWorld()
  clerk = browse(portal, await portal.citizen({ personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }))
  await portal.web.listen({ port: 0, host: '127.0.0.1' })
  line = await openCutLine(() => (portal.web.server.address() as AddressInfo).port)
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  line?.close()
  await portal?.close()
})

/** A sound PDF of exactly so many bytes, with a scan's worth of noise in it. */
function aPdfOf(bytes: number): Buffer {
  const noise = randomFillSync(Buffer.alloc(bytes))
  // Not to be taken for packed data.
  noise[0] = 0
  const make = (length: number) => aPdf({ more: [aStream('', noise.subarray(0, length))] })
  const near = make(bytes - 1_000).length
  return make(bytes - 1_000 + bytes - near)
}

async function isCut(page: Page, before: number): Promise<void> {
  await expect.poll(() => line.cuts(), { timeout: 60_000 }).toBeGreaterThan(before)
  await page
    .getByText(/Mất kết nối. Đã gửi \d+ %. Tự gửi tiếp khi có mạng lại./)
    .first()
    .waitFor()
}

test('a clerk files a licence with eight files of 20 MB over a line cut in the middle of two of them', async () => {
  const limit = portal.world.app.settings.uploadLimits.fileBytes
  const hashes = new Map<string, string>()
  const paths: string[] = []
  for (let no = 1; no <= FILES; no += 1) {
    const content = aPdfOf(limit)
    expect(content.length).toBe(limit)
    const path = join(portal.world.folder, `ban-ve-${no}.pdf`)
    await writeFile(path, content)
    hashes.set(`ban-ve-${no}.pdf`, createHash('sha256').update(content).digest('hex'))
    paths.push(path)
  }
  const draft = await filledIn(clerk, LICENCE)

  const page = await browser.newPage()
  await page.goto(`http://localhost:${line.port}${draft}/giay-to/1`)
  line.cutAfter(FIRST_CUT)
  await page.getByLabel('Chọn một hoặc nhiều tệp').setInputFiles(paths)
  await isCut(page, 0)
  const before = line.cuts()
  line.cutAfter(SECOND_CUT)
  await isCut(page, before)
  line.mend()
  await expect.poll(() => page.locator('.bien-nhan').count(), { timeout: 120_000 }).toBe(FILES + 1)
  const receipts = await page.locator('#tep-da-nhan').textContent()
  for (const [name, hash] of hashes) {
    expect(receipts).toContain(name)
    expect(receipts, name).toContain(hash)
  }

  const bai = /name="bai" value="([^"]+)"/.exec((await clerk.get(`${draft}/kiem-tra`)).body)?.[1] ?? ''
  const { to = '' } = await clerk.post(`${draft}/nop`, { bai })
  const done = (await clerk.get(to)).body
  for (const hash of hashes.values()) expect(done).toContain(hash)
  const kept = await rows(
    portal.world.app.db,
    sql<{ name: string; copies: number }>`
      select f.name, count(*)::int as copies from dossiers.component_file c join documents.file f on f.id = c.file_id
      where f.name like 'ban-ve-%' group by f.name order by f.name`,
  )
  expect(kept).toEqual([...hashes.keys()].map((name) => ({ name, copies: 1 })))
}, 240_000)
