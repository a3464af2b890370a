import { Readable } from 'node:stream'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/actor.ts'
import { runErrand } from '../../platform/errand.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { documentsRefusals, noScanner, receiveUpload, virusScanPort } from '../index.ts'
import { composePages } from './compose-pages.ts'
import { encodePage, MOST_PAGE_BYTES } from './encode-page.ts'
import { findCorners } from './find-corners.ts'
import { distance, type Corners } from './geometry.ts'
import { skewOf } from './skew.ts'
import { composedPages, picturePage } from './store.ts'
import { rasterOf, straighten } from './straighten.ts'
import { aHeicPhoto, aPhoto, greyOf } from './testing.ts'
import type { Raster } from './warp.ts'

const jpegOf = (raster: Raster, exif?: number) =>
  rasterOf(raster)
    .jpeg({ quality: 92 })
    .withMetadata(exif === undefined ? {} : { orientation: exif })
    .toBuffer()

async function seen(raster: Raster) {
  const { data } = await rasterOf(raster).greyscale().blur(1.2).raw().toBuffer({ resolveWithObject: true })
  return findCorners({ data, width: raster.width, height: raster.height })
}

/** Of the diagonal, in per cent. */
function worst(found: Corners, photo: { corners: Corners; width: number; height: number }): number {
  const off = found.map((corner, index) => {
    const { x, y } = photo.corners[index] ?? corner
    return distance(corner, { x: x - 0.5, y: y - 0.5 })
  })
  return (Math.max(...off) / Math.hypot(photo.width, photo.height)) * 100
}

describe('the four corners of a photographed sheet', () => {
  const looks = [
    ['as people take them', {}],
    ['noisy', { noise: 18 }],
    ['under a dark shadow', { shadow: 0.7 }],
    ['turned by 25 degrees', { turned: 25, stray: 0.03 }],
    ['from a slant', { stray: 0.1 }],
    ['with a frame printed on it', { framed: true }],
    ['all of it at once', { noise: 14, shadow: 0.5, framed: true, turned: -6, stray: 0.04 }],
  ] as const
  it.each(looks)('are found within a thousandth: %s', async (_, look) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const photo = aPhoto({ seed, ...look })
      const found = await seen(photo)
      expect(found?.sure, `seed ${seed}`).toBe(true)
      expect(worst(found?.corners ?? photo.corners, photo), `seed ${seed}`).toBeLessThan(0.15)
    }
  })

  it('are not sure where they cannot be: white on white, or a sheet that leaves the picture', async () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      expect((await seen(aPhoto({ seed, ground: 228 })))?.sure ?? false, `white, seed ${seed}`).toBe(false)
      const photo = aPhoto({ seed })
      const cut = await rasterOf(photo)
        .extract({
          left: 0,
          top: Math.round(photo.height * 0.3),
          width: photo.width,
          height: Math.round(photo.height * 0.6),
        })
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect((await seen({ data: cut.data, width: cut.info.width, height: cut.info.height }))?.sure ?? false).toBe(
        false,
      )
    }
  })
})

describe('straightening', () => {
  it('lays the sheet flat, whichever way the camera was held, in the shape of A4', async () => {
    const photo = aPhoto({ seed: 5, size: 1200 })
    for (const [exif, turnedBack] of [
      [1, 0],
      [6, 270],
      [3, 180],
    ] as const) {
      const stored = await rasterOf(photo).rotate(turnedBack).raw().toBuffer({ resolveWithObject: true })
      const picture = await jpegOf({ data: stored.data, width: stored.info.width, height: stored.info.height }, exif)
      const { sure, changed, picture: page } = await straighten(picture)
      expect({ sure, changed }).toEqual({ sure: true, changed: 'flattened' })
      expect(page.height / page.width).toBeCloseTo(Math.SQRT2, 2)
      // Nothing of the table is left at the edges, and the paper is there.
      const top = { left: 2, top: 2, width: page.width - 4, height: 8 }
      expect(Math.min(...(await rasterOf(page).extract(top).greyscale().blur(1).raw().toBuffer()))).toBeGreaterThan(100)
    }
  })

  it('turns a slightly slanted page without corners, and cuts nothing of it', async () => {
    const flat = aPhoto({ seed: 6, size: 1400, stray: 0, shadow: 0, ground: 235, noise: 3 })
    const slanted = await rasterOf(flat)
      .rotate(-2.4, { background: '#ebebeb' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raster = { data: slanted.data, width: slanted.info.width, height: slanted.info.height }
    expect(skewOf(greyOf(raster))).toBeCloseTo(2.4, 0)
    const { changed, sure, picture } = await straighten(await jpegOf(raster))
    expect({ changed, sure }).toEqual({ changed: 'turned', sure: false })
    expect(picture.width).toBeGreaterThanOrEqual(raster.width)
    expect(picture.height).toBeGreaterThanOrEqual(raster.height)
  })

  it('takes what an iPhone makes, held as its camera says', async () => {
    const { picture, changed } = await straighten(aHeicPhoto())
    expect(changed).toBe('flattened')
    expect(picture.height / picture.width).toBeCloseTo(Math.SQRT2, 1)
  })

  it('leaves a picture of no paper as it is', async () => {
    const data = new Uint8Array(300 * 400 * 3).map((_, at) => 80 + ((at * 7919) % 60))
    const { changed, picture } = await straighten(await jpegOf({ data, width: 300, height: 400 }))
    expect({ changed, width: picture.width, height: picture.height }).toEqual({
      changed: 'nothing',
      width: 300,
      height: 400,
    })
  })
})

describe('a page', () => {
  it('stays under 300 KB at 200 dpi, grey unless something on it is coloured', async () => {
    const photo = aPhoto({ seed: 7, size: 2339, noise: 20, shadow: 0.3 })
    const page = await encodePage(photo)
    expect(page.jpeg.length).toBeLessThanOrEqual(MOST_PAGE_BYTES)
    expect({ height: page.height, dpi: page.dpi }).toEqual({ height: 2339, dpi: 200 })
    expect((await sharp(page.jpeg).metadata()).channels).toBe(1)
    for (let y = 100; y < 200; y += 1)
      for (let x = 100; x < 200; x += 1) photo.data.set([200, 30, 40], (y * photo.width + x) * 3)
    expect((await sharp((await encodePage(photo)).jpeg).metadata()).channels).toBe(3)
  })
})

describe('one PDF of several photos', () => {
  const citizen = (last: string): Actor => ({
    kind: 'citizen',
    accountId: `019aa000-0000-7000-8000-00000000000${last}`,
    citizenId: `019aa000-0000-7000-8000-0000000000c${last}`,
    fullName: 'Nguyễn Thu Hạnh',
    personalId: `02218800151${last}`,
  })
  const [hanh, bao] = [citizen('1'), citizen('2')]
  let world: TestApp
  beforeAll(async () => {
    world = await openTestApp({ refusals: documentsRefusals })
    world.app.ports.set(virusScanPort, noScanner)
  })
  afterAll(() => world.close())

  const photoOf = async (seed: number) => {
    const content = await jpegOf(aPhoto({ seed, size: 900 }))
    return receiveUpload(world.app, hanh, { name: `anh-${seed}.jpg`, stream: Readable.from([content]) })
  }
  const compose = (who: Actor, pages: { fileId: string; way?: 'straightened' | 'original'; turn?: 0 | 90 }[]) =>
    runErrand(world.app, composePages, who, {
      name: 'Giấy khai sinh',
      pages: pages.map(({ fileId, way = 'straightened', turn = 0 }) => ({ fileId, way, turn })),
    })

  it('has the pages in the order given, turned as asked, and knows its photos', async () => {
    const [one, two] = [await photoOf(11), await photoOf(12)]
    const file = await compose(hanh, [
      { fileId: two.id, turn: 90 },
      { fileId: one.id, way: 'original' },
    ])
    expect(file).toMatchObject({ name: 'Giấy khai sinh.pdf', pages: 2, uploadedBy: one.uploadedBy, origin: 'produced' })
    const document = await PDFDocument.load(await world.app.files.bytes(file.sha256))
    expect(document.getPages().map((page) => page.getRotation().angle)).toEqual([90, 0])
    expect(await composedPages(world.app.db, [file.id])).toMatchObject([
      { no: 1, sourceFileId: two.id, way: 'straightened', turn: 90, changed: 'flattened' },
      { no: 2, sourceFileId: one.id, way: 'original', turn: 0, changed: 'nothing' },
    ])
    expect((await picturePage(world.app.db, two.id, 'straightened'))?.size).toBeLessThanOrEqual(MOST_PAGE_BYTES)
  })

  it('is made of a person’s own photos only', async () => {
    const { id } = await photoOf(13)
    await expect(compose(bao, [{ fileId: id }])).rejects.toMatchObject({ code: 'platform.not-found' })
    await expect(compose({ kind: 'anonymous' }, [{ fileId: id }])).rejects.toMatchObject({
      code: 'platform.not-signed-in',
    })
    const pdf = await compose(hanh, [{ fileId: id }])
    await expect(compose(hanh, [{ fileId: pdf.id }])).rejects.toMatchObject({ code: 'documents.not-a-picture' })
  })
})
