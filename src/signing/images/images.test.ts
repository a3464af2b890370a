import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { accountBySignInName, grantsOf } from '../../identity/index.ts'
import { runAction } from '../../platform/action.ts'
import type { Actor, Officer } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { runErrand } from '../../platform/errand.ts'
import { runQuery } from '../../platform/query.ts'
import { handwrittenSignatureImage } from '../appearance/handwriting.ts'
import { sealImage } from '../appearance/seal-image.ts'
import { signingRefusals } from '../texts.ts'
import { OWN_IMAGES } from '../workspace/own-tabs.tsx'
import { imagesRoutes } from '../workspace/images.routes.tsx'
import { getImages, getPicture } from './get-images.ts'
import { whyNotInk } from './ink-image.ts'
import { dropImage, keepImage } from './keep-image.ts'
import { lookOfAgency, lookOfPerson } from './look-of.ts'
import { readInkImage } from './read-image.ts'

let test: TestApp
let bare: BareWeb
let reader: Actor
let leader: Officer
let clerk: Officer
let otherClerk: Officer
let unitId: string

beforeAll(async () => {
  test = await openTestApp({ province: true, refusals: signingRefusals })
  ;[leader, clerk, otherClerk] = await Promise.all([officer('thinh.bd'), officer('nga.ht'), officer('hoa.nt')])
  unitId = clerk.grants.find(({ role }) => role === 'clerk')?.unitId ?? ''
  bare = await openBareWeb(test.app, () => reader, imagesRoutes)
})
afterAll(async () => {
  await bare.close()
  await test.close()
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(test.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(test.app.db, account.id, '2026-11-20')
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

const ink = (colour: string, ground = 'none') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="${ground}"/><path d="M60 200 Q200 20 300 160 T540 90" fill="none" stroke="${colour}" stroke-width="12"/></svg>`,
    ),
  )
    .png()
    .toBuffer()

const keep = (actor: Actor, bytes: Uint8Array, of: { unitId?: string } = {}) =>
  runErrand(test.app, keepImage, actor, { ...of, bytes })

describe('a picture of a signature', () => {
  const facts = {
    width: 600,
    height: 300,
    transparentShare: 0.9,
    inkShare: 0.05,
    colour: { red: 27, green: 63, blue: 160 },
  }

  it.each([
    ['hand-signature', {}, undefined],
    ['hand-signature', { colour: { red: 20, green: 20, blue: 20 } }, 'signing.image-not-blue'],
    ['hand-signature', { transparentShare: 0 }, 'signing.image-not-transparent'],
    ['hand-signature', { inkShare: 0.001 }, 'signing.image-empty'],
    ['hand-signature', { height: 60 }, 'signing.image-size'],
    ['hand-signature', { width: 4001 }, 'signing.image-size'],
    ['seal', {}, 'signing.image-not-red'],
    ['seal', { colour: { red: 213, green: 23, blue: 30 } }, undefined],
  ] as const)('of a %s with %j: %s', (kind, change, code) => {
    expect(whyNotInk(kind, { ...facts, ...change })?.code).toBe(code)
  })

  it('is cut to its ink and drawn anew, without what else was in the file', async () => {
    const secret = Buffer.from('tEXtghi chú riêng')
    const source = await sharp(await ink('#1b3fa0'))
      .withExif({ IFD0: { Artist: secret.toString() } })
      .png()
      .toBuffer()
    const { png, width, height } = await readInkImage(source, 'hand-signature')
    expect(width).toBeLessThan(540)
    expect(height).toBeLessThan(240)
    expect(png.includes(secret)).toBe(false)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', hasAlpha: true, width, height })
  })

  it('is taken as the demonstration draws it', async () => {
    await readInkImage(await handwrittenSignatureImage('Bùi Đức Thịnh'), 'hand-signature')
    await readInkImage(await sealImage('Ủy ban nhân dân phường Hạ Long'), 'seal')
  })

  it.each<[string, () => Promise<Uint8Array>]>([
    [
      'signing.image-not-png',
      async () =>
        sharp(await ink('#1b3fa0', 'white'))
          .jpeg()
          .toBuffer(),
    ],
    ['signing.image-not-transparent', () => ink('#1b3fa0', 'white')],
    ['signing.image-not-blue', () => ink('#111111')],
    ['signing.image-unreadable', async () => (await ink('#1b3fa0')).subarray(0, 900)],
    ['signing.image-too-large', async () => Buffer.alloc(3 * 1024 * 1024)],
  ])('is refused with %s', async (code, make) => {
    await expect(readInkImage(await make(), 'hand-signature')).rejects.toMatchObject({ code })
  })
})

describe('pictures of officers and agencies', () => {
  it('are shown by their signatures from then on, until they are dropped', async () => {
    const made = await lookOfPerson(test.app, leader)
    await keep(leader, await ink('#1b3fa0'))
    const kept = await lookOfPerson(test.app, leader)
    expect(kept.image).not.toEqual(made.image)
    expect((await runQuery(test.app, getImages, leader, {})).own).toMatchObject({ kind: 'hand-signature' })
    await keep(leader, await ink('#2040c0'))
    expect(await lookOfPerson(test.app, leader)).not.toEqual(kept)
    await runAction(test.app, dropImage, leader, {})
    expect(await lookOfPerson(test.app, leader)).toEqual(made)
    const lines = await rows<{ what: string }>(
      test.app.db,
      sql`select what from platform.journal_line where subject = ${`account:${leader.accountId}`} and what like 'signing.image%' order by seq`,
    )
    expect(lines.map(({ what }) => what)).toEqual(['signing.image-kept', 'signing.image-kept', 'signing.image-dropped'])
  })

  it('of a seal are given by the clerk of that agency alone', async () => {
    const agency = { unitId, name: 'Ủy ban nhân dân phường' }
    const made = await lookOfAgency(test.app, agency)
    const red = await ink('#d5171e')
    for (const other of [leader, otherClerk]) {
      await expect(keep(other, red, { unitId })).rejects.toMatchObject({ code: 'platform.not-found' })
      await expect(runAction(test.app, dropImage, other, { unitId })).rejects.toMatchObject({
        code: 'platform.not-found',
      })
    }
    await expect(runQuery(test.app, getPicture, otherClerk, { unitId })).rejects.toMatchObject({
      code: 'platform.not-found',
    })
    await keep(clerk, red, { unitId })
    expect(await lookOfAgency(test.app, agency)).not.toEqual(made)
    const citizen: Actor = { ...leader, grants: [] }
    await expect(keep(citizen, red)).rejects.toMatchObject({ code: 'platform.forbidden' })
  })

  it('are words in production where nobody gave any: nothing is made up', async () => {
    const app = { ...test.app, settings: { ...test.app.settings, mode: 'production' as const } }
    const stranger = { accountId: otherClerk.accountId, fullName: otherClerk.fullName }
    expect(await lookOfPerson(app, stranger)).toMatchObject({ text: { lines: ['Đã ký số', stranger.fullName] } })
    const look = await lookOfAgency(app, { unitId: leader.accountId, name: 'Ủy ban nhân dân phường Hạ Long' })
    expect(look).toMatchObject({ text: { lines: ['Đã ký số', 'Ủy ban nhân dân', 'phường Hạ Long'], colour: 'red' } })
  })
})

describe('the page of an officer’s pictures', () => {
  const send = async (bytes: Buffer, of: Record<string, string> = {}) => {
    const opened = await bare.web.inject(OWN_IMAGES)
    const token = /_csrf=([^"&]*)/.exec(opened.body)?.[1] ?? ''
    const form = new FormData()
    form.append('anh', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'chu-ky.png')
    const encoded = new Response(form)
    return bare.web.inject({
      method: 'POST',
      url: `${OWN_IMAGES}?${new URLSearchParams({ ...of, _csrf: decodeURIComponent(token) })}`,
      cookies: Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value])),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    })
  }

  it('shows how they stand on paper, keeps a new one, and says in words why not', async () => {
    reader = clerk
    const page = await bare.web.inject(OWN_IMAGES)
    expect(page.body).toContain('Ảnh con dấu ·')
    expect(page.body).toContain(`${OWN_IMAGES}/anh?con_dau=${unitId}`)
    const refused = await send(await ink('#111111'))
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Ảnh chữ ký phải màu xanh')
    expect((await send(Buffer.alloc(0))).body).toContain('Bạn chưa chọn ảnh.')
    expect((await send(await ink('#1b3fa0'))).headers.location).toBe(`${OWN_IMAGES}?xong=luu`)
    expect((await bare.web.inject(`${OWN_IMAGES}?xong=luu`)).body).toContain('Đã lưu ảnh')
    const picture = await bare.web.inject(`${OWN_IMAGES}/anh`)
    expect(picture.headers['content-type']).toBe('image/png')
    const dropped = await bare.post(OWN_IMAGES, `${OWN_IMAGES}/thoi-dung`, {})
    expect(dropped.headers.location).toBe(`${OWN_IMAGES}?xong=thoi`)
  })

  it('shows nobody else’s', async () => {
    reader = otherClerk
    expect((await bare.web.inject(`${OWN_IMAGES}/anh?con_dau=${unitId}`)).statusCode).toBe(404)
    expect((await send(await ink('#d5171e'), { con_dau: unitId })).statusCode).toBe(404)
  })
})
