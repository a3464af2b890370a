import { expect, test } from 'vitest'
import { bring } from '../journeys/support/bring.ts'
import { fillIn } from '../journeys/support/filing.ts'
import { citizen, officer } from '../journeys/support/people.ts'
import { CERTIFIED_COPY, HOUSEHOLD_BUSINESS } from '../journeys/support/procedures.ts'
import { businessCertificate, comes, scanIn } from '../journeys/support/scanning.ts'
import type { Visitor } from '../journeys/support/visitor.ts'
import { draw } from '../papers/draw.ts'
import { birthCertificate, marriageCertificate } from '../papers/kinds/civil-status.ts'
import type { Paper } from '../papers/paper.ts'
import type { Random } from '../papers/people.ts'
import { aStyle } from '../papers/sets.ts'
import { wear, type Level } from '../papers/wear.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { take } from './picture.ts'

const HANH = { citizen: '022188000512', citizenName: 'Nguyễn Thu Hạnh', bornOn: '1988-03-14' }
/** Asks for a copy of the certificate of the household business. */
const UPDATE = { ...HOUSEHOLD_BUSINESS, ...HANH, code: '1.014034', request: 'Bổ sung số điện thoại của hộ kinh doanh' }
const CENTRE = 'Trung tâm Phục vụ hành chính công phường Bãi Cháy'

const stamped = (random: Random) => ({ ...aStyle(random, ['Tinos']), stamp: true })

async function scanned(paper: Paper, level: Level, seed: number): Promise<Buffer> {
  const random = seededRandom(seed)
  const { png } = await draw(paper, 200, random)
  return wear(png, level, random)
}

/** Papers of filings come to the desk by themselves. */
async function openWayFromPortal(): Promise<void> {
  const administrator = await officer('linh.tk')
  await administrator.open('/quan-tri/duong-vao')
  await administrator.page.locator('[name=loai][value=portal]').check()
  await administrator.choose('Bộ phận nhận', CENTRE)
  await administrator.page.locator('[name=tu-chuyen]').check()
  await administrator.press('Nối đường vào')
  await take(administrator, '24e-duong-vao', { whole: false })
}

/** Hands in a birth certificate where the certificate of the business is asked for. */
async function fileWrongPaper(buffer: Buffer): Promise<string> {
  const hanh = await citizen(HANH.citizen)
  await hanh.open(`/thu-tuc/${UPDATE.code}/nop`)
  const draft = await fillIn(hanh, UPDATE)
  await hanh.open(`/bai-khai/${draft}/giay-to/2`)
  await hanh.page.locator('#tep').setInputFiles({ name: 'gcn.jpg', mimeType: 'image/jpeg', buffer })
  await hanh.sees('Mã biên nhận')
  await hanh.open(`/bai-khai/${draft}`)
  await hanh.press('Kiểm tra lại và nộp')
  await hanh.press(/^Nộp hồ sơ$/)
  await hanh.sees('Đã nộp hồ sơ')
  return decodeURIComponent(hanh.path().split('/')[2] ?? '')
}

/** The paper of this kind that came in with this dossier, or with this file. */
async function openPaper(desk: Visitor, from: string, kind: RegExp): Promise<void> {
  const row = desk.page.getByRole('row').filter({ hasText: from }).filter({ hasText: kind })
  const isThere = async () => {
    await desk.open('/ban-so-hoa')
    return row.count()
  }
  await expect.poll(isThere, { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(0)
  await Promise.all([desk.page.waitForEvent('load'), row.first().getByRole('link').first().click()])
}

test('pictures of papers put in, read and checked', async () => {
  const code = await bring({ ...CERTIFIED_COPY, ...HANH })
  const desk = await officer(CERTIFIED_COPY.desk)
  const birth = await birthCertificate(seededRandom(7), stamped(seededRandom(7)))
  const marriage = await marriageCertificate(seededRandom(8), stamped(seededRandom(8)))
  await scanIn(desk, { 'khai-sinh.jpg': await scanned(birth, 'phone', 7) })
  await scanIn(desk, { 'ket-hon.jpg': await scanned(marriage, 'poor', 8) })
  await scanIn(desk, { 'gcn-ho-kinh-doanh.jpg': await scanned(businessCertificate(HANH), 'copied', 3) }, code)
  await openWayFromPortal()
  const online = await fileWrongPaper(await scanned(birth, 'office', 9))

  await openPaper(desk, online, /khai sinh/)
  await take(desk, '24b-nham-giay', { whole: false })
  await comes(desk, '/ban-so-hoa', /kết hôn/)
  await take(desk, '24-ban-so-hoa', { whole: false })
  await openPaper(desk, code, /hộ kinh doanh/)
  await take(desk, '24a-mot-giay-to', { whole: false })
  await desk.open('/so-hoa/quet')
  await take(desk, '24c-quet', { whole: false })
  await desk.follow((await desk.page.locator('a[href^="/so-hoa/quet/0"]').first().getAttribute('href')) ?? '')
  await take(desk, '24d-mot-luot-quet', { whole: false })
})
