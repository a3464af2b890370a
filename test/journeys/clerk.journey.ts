import { createHash, randomFillSync } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { aPdf, aStream } from '../../src/documents/testing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { fillIn, handIn } from './support/filing.ts'
import { citizen, takeProblems } from './support/people.ts'
import { RETAIL_LICENCE as LICENCE } from './support/procedures.ts'

const FILES = 8
const MEGABYTE = 1_048_576
/** The most a file may weigh. */
const BYTES = 20 * MEGABYTE

/** A sound PDF of exactly so many bytes, with a scan's worth of noise in it. */
function aPdfOf(bytes: number, noise: Buffer): Buffer {
  const make = (length: number) => aPdf({ more: [aStream('', noise.subarray(0, length))] })
  return make(bytes - 1_000 + bytes - make(bytes - 1_000).length)
}

async function eightDrawings(folder: string): Promise<Map<string, { path: string; hash: string }>> {
  const noise = randomFillSync(Buffer.alloc(BYTES))
  const drawings = new Map<string, { path: string; hash: string }>()
  for (let no = 1; no <= FILES; no += 1) {
    // Each another file; the first byte is not to be taken for packed data.
    noise.writeUInt32BE(no, 0)
    const content = aPdfOf(BYTES, noise)
    expect(content.length).toBe(BYTES)
    const path = join(folder, `ban-ve-${no}.pdf`)
    await writeFile(path, content)
    drawings.set(`ban-ve-${no}.pdf`, { path, hash: createHash('sha256').update(content).digest('hex') })
  }
  return drawings
}

test('a firm’s clerk files a licence with eight files of 20 MB, and the server dies in the middle of one', async () => {
  const folder = await temporaryFolder('motcua-drawings-')
  onTestFinished(() => rm(folder, { recursive: true }))
  const drawings = await eightDrawings(folder)
  const clerk = await citizen(LICENCE.citizen)
  const { page } = clerk
  await clerk.open(`/thu-tuc/${LICENCE.code}/nop`)
  const draft = `/bai-khai/${await fillIn(clerk, LICENCE)}`
  await clerk.open(`${draft}/giay-to/1`)
  const before = await page.locator('.bien-nhan').count()
  await page.getByLabel('Chọn một hoặc nhiều tệp').setInputFiles([...drawings.values()].map(({ path }) => path))
  await expect.poll(() => page.locator('.bien-nhan').count(), { timeout: 60_000 }).toBeGreaterThan(before + 2)
  const answer = await fetch(`${inject('system').restart}?kill`, { method: 'POST' })
  expect(await answer.json()).toMatchObject({ downAnswer: 'down' })
  await expect.poll(() => page.locator('.bien-nhan').count(), { timeout: 120_000 }).toBe(before + FILES)
  const receipts = (await page.locator('#tep-da-nhan').textContent()) ?? ''
  await clerk.open(draft)
  const code = await handIn(clerk, LICENCE)
  const confirmed = await clerk.text()
  for (const [name, { hash }] of drawings) {
    expect(receipts, name).toContain(hash)
    expect(confirmed.split(hash), `${name} of ${code}, once`).toHaveLength(2)
  }
  // While the server was down nothing could be loaded from it; nothing else went wrong.
  const problems = await takeProblems()
  expect(problems.filter((problem) => !problem.includes('Failed to load resource: net::ERR_'))).toEqual([])
})
