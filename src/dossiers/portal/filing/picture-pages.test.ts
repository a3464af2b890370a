import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Citizen } from '../../../platform/actor.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPdf } from '../../../documents/testing.ts'
import { composedPages } from '../../../documents/index.ts'
import { aHeicPhoto, aPhoto } from '../../../documents/pictures/testing.ts'
import { openBrowser, pageFindings } from '../../../ui/testing.ts'
import { begin, browse, openPortalWorld, type PortalWorld, type Visitor } from '../testing.ts'

let portal: PortalWorld
let hanh: Citizen
let visitor: Visitor
let paper: string
beforeAll(async () => {
  portal = await openPortalWorld()
  hanh = await portal.citizen({ personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' })
  visitor = browse(portal, hanh)
  paper = `${await begin(visitor, '1.001612')}/giay-to/1`
}, 180_000)
afterAll(() => portal.close())

async function jpeg(seed: number): Promise<Buffer> {
  const { data, width, height } = aPhoto({ seed, size: 800 })
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** What the page offers: the PDF, its pages with their photos, and the file itself. */
async function offered() {
  const { body } = await visitor.get(paper)
  const ids = [...new Set([...body.matchAll(/\/tep\/([0-9a-f-]{36})\/trang/g)].map(([, id]) => id))]
  const photos = [...body.matchAll(/Từ ảnh ([^,]+), biên nhận/g)].map(([, name]) => name)
  return { body, ids, photos }
}

test('photos of one paper are one PDF; its pages are put in order, turned and taken out without script', async () => {
  await visitor.get(paper)
  const photos: [string, string, Buffer][] = [
    ['tep', 'mat-truoc.jpg', await jpeg(1)],
    ['tep', 'mat-sau.jpg', await jpeg(2)],
    ['tep', 'hop-dong.pdf', aPdf()],
  ]
  expect((await visitor.upload(paper, photos)).status).toBe(303)
  const first = await offered()
  expect(first.photos).toEqual(['mat-truoc.jpg', 'mat-sau.jpg'])
  expect(first.body).toContain('Đã cắt theo bốn góc giấy và nắn thẳng')
  expect(first.body).toContain('hop-dong.pdf')
  const [pdf = ''] = first.ids

  const moved = { tep: pdf, 'thu-tu-2': '1', 'thu-tu-1': '1', 'xoay-1': '90', 'goc-2': 'co' }
  expect((await visitor.post(`${paper}/trang`, moved)).status).toBe(303)
  const second = await offered()
  expect(second.photos).toEqual(['mat-sau.jpg', 'mat-truoc.jpg'])
  expect(second.ids).not.toContain(pdf)
  const file = await portal.web.inject({ url: `/tep/${second.ids[0]}` })
  const document = await PDFDocument.load(file.rawPayload)
  expect(document.getPages().map((page) => page.getRotation().angle)).toEqual([0, 90])
  const thumbnail = await portal.web.inject({ url: `/tep/${second.ids[0]}/trang/1` })
  expect((await sharp(thumbnail.rawPayload).metadata()).format).toBe('jpeg')

  await visitor.upload(paper, [['tep', 'trang-ba.jpg', await jpeg(3)]])
  expect((await offered()).photos, 'a new photo goes behind').toEqual(['mat-sau.jpg', 'mat-truoc.jpg', 'trang-ba.jpg'])

  const browser = await openBrowser()
  const address = await portal.web.listen({ port: 0, host: 'localhost' })
  const page = await browser.newPage()
  await page.goto(`http://localhost:${new URL(address).port}${paper}`)
  expect(await pageFindings(page, 'pages')).toEqual([])
  await browser.close()

  const [last = ''] = (await offered()).ids
  await visitor.get(paper)
  await visitor.post(`${paper}/trang`, { tep: last, 'bo-1': 'co', 'bo-2': 'co', 'bo-3': 'co' })
  const empty = await offered()
  expect(empty.photos).toEqual([])
  expect(empty.body, 'what is no photo stays').toContain('hop-dong.pdf')
})

test('a HEIC photo of an iPhone is a page that every officer can open; saved, it is the file that came', async () => {
  const other = paper.replace(/1$/, '2')
  await visitor.get(other)
  expect((await visitor.upload(other, [['tep', 'IMG_0042.HEIC', aHeicPhoto()]])).status).toBe(303)
  const { body } = await visitor.get(other)
  expect(body).toContain('Từ ảnh IMG_0042.HEIC')
  const pdf = /\/tep\/([0-9a-f-]{36})\/trang/.exec(body)?.[1] ?? ''
  const [page] = await composedPages(portal.world.app.db, [pdf])
  const photo = `/tep/${page?.sourceFileId}`
  const seen = await portal.web.inject({ url: `${photo}/xem` })
  expect(seen.headers['content-type']).toBe('image/jpeg')
  expect(await sharp(seen.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 480 })
  const saved = await portal.web.inject({ url: photo })
  expect(saved.headers['content-type']).toBe('image/heic')
  expect(saved.rawPayload.equals(aHeicPhoto())).toBe(true)
})

test('nobody else sees a page or arranges it', async () => {
  await visitor.upload(paper, [['tep', 'cua-toi.jpg', await jpeg(4)]])
  const [pdf = ''] = (await offered()).ids
  const bao = await portal.citizen({ personalId: '022085001513', fullName: 'Trần Quốc Bảo' })
  const other = browse(portal, bao)
  expect((await other.get(`/tep/${pdf}/trang/1`)).status).toBe(404)
  await other.get(`/thu-tuc/1.001612/nop`)
  expect((await other.post(`${paper}/trang`, { tep: pdf, 'bo-1': 'co' })).status).toBe(404)
  expect((await offered()).photos).toEqual(['cua-toi.jpg'])
})
