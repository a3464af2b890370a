import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OFFICER_HEADER, openOfficersSite, type OfficersSite } from '../../../workspace/testing.ts'
import { insertLetGo } from '../../../documents/let-go/store.ts'
import { preparePages } from '../../intake/prepare-pages.ts'
import { pagesOfScan, papersOfScan } from '../../intake/store.ts'
import { aPaper, blurred, jpegOf, scanned } from '../../intake/testing.ts'
import { digitisationJobs } from '../../index.ts'
import { recogniserOf } from '../../reading/recognisers/choose.ts'
import { recogniserPort } from '../../readings/recogniser-port.ts'
import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { installQueues } from '../../../platform/jobs/queue.ts'
import { digitisationRefusals } from '../../texts.ts'
import { intakeWorkspaceRoutes } from './routes.tsx'

const A6 = { width: 105, height: 148, size: 7, lines: 6 }
const ANH = 'anh.vn'

let site: OfficersSite
let scanId: string
let good: Buffer
let soft: Buffer
beforeAll(async () => {
  site = await openOfficersSite(intakeWorkspaceRoutes)
  const { app, database } = site.world
  await installQueues(database.url('motcua_owner'), digitisationJobs)
  app.ports.set(recogniserPort, await recogniserOf(undefined))
  Object.assign(app.refusals, digitisationRefusals)
  const page = await scanned(await aPaper({ ...A6, sheets: ['GIẤY KHAI SINH'] }))
  good = await jpegOf(page)
  soft = await jpegOf(await blurred(page, 4))
}, 180_000)
afterAll(() => site?.close())

async function upload(
  path: string,
  files: [name: string, bytes: Uint8Array][],
  fields: Record<string, string> = {},
  as = ANH,
) {
  const opened = await site.web.inject({ url: '/so-hoa/quet', headers: { [OFFICER_HEADER]: as, accept: 'text/html' } })
  const token = /_csrf=([^"&]+)"/.exec(opened.body)?.[1] ?? ''
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of files) form.append('tep', new Blob([Buffer.from(bytes)]), name)
  const encoded = new Response(form)
  return site.web.inject({
    method: 'POST',
    url: `${path}?_csrf=${token}`,
    cookies: Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value])),
    headers: { [OFFICER_HEADER]: as, accept: 'text/html', 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
}

const seen = async (as = ANH) => (await site.get(`/so-hoa/quet/${scanId}`, as)).body
const pageNo = async (no: number) => (await pagesOfScan(site.world.app.db, scanId)).find((page) => page.no === no)

it('takes what is dropped on the page, and says which file could not be taken', async () => {
  expect((await upload('/so-hoa/quet', [])).body).toContain('Chưa có tệp nào')
  const sent = await upload(
    '/so-hoa/quet',
    [
      ['to-1.jpg', good],
      ['to-2.jpg', soft],
      ['bang-diem.pdf', Buffer.from('<html>không phải PDF</html>')],
    ],
    { ten: 'Giấy của ông Sình', chia: 'separator' },
  )
  expect(sent.statusCode).toBe(303)
  scanId = String(sent.headers['location']).split('/').at(-1) ?? ''
  const body = await seen()
  expect(body).toContain('Đã làm xong 0/2 trang')
  expect(body).toContain('http-equiv="refresh"')
  expect(body).toContain('bang-diem.pdf')
})

it('shows each page with what is wrong in words, and hands nothing on before a person decides', async () => {
  await preparePages.run(site.world.app, { scanId })
  const body = await seen()
  expect(body).toContain('Đủ rõ để đọc')
  expect(body).toMatch(/Trang 2 mờ[^<]*, quét lại trang 2\./)
  const refused = await site.send(`/so-hoa/quet/${scanId}/chuyen`, ANH, {}, `/so-hoa/quet/${scanId}`)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Trang 2 có lỗi')
})

it('mends by hand: pages put into another paper, one used though faulty, then all handed on', async () => {
  const [first, second] = [await pageNo(1), await pageNo(2)]
  const place = { [`giay-to-${second?.id}`]: '2', [`cho-${second?.id}`]: '1' }
  const from = `/so-hoa/quet/${scanId}`
  const arranged = await site.send(`${from}/xep`, ANH, place, from)
  expect(arranged.headers['location']).toBe(`${from}?da=xep`)
  expect((await papersOfScan(site.world.app.db, scanId)).map(({ no }) => no)).toEqual([1, 2])
  const page = `/so-hoa/quet/trang/${second?.id}`
  expect((await site.get(page, ANH)).body).toContain('Vẫn dùng trang này')
  expect((await site.send(`${page}/dung`, ANH, {}, page)).statusCode).toBe(303)
  const picture = /\/so-hoa\/quet\/trang\/[^"]+\.jpg/.exec(await seen())?.[0] ?? ''
  const shown = await site.get(picture, ANH)
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
  const on = await site.send(`${from}/chuyen`, ANH, {}, from)
  expect(on.headers['location']).toBe(`${from}?da=chuyen&so=2`)
  expect(await seen()).toContain('Lấy lại để xếp trang')
  expect((await site.send(`/so-hoa/quet/trang/${first?.id}/xoay`, ANH, { do: '90' }, from)).statusCode).toBe(409)
})

it('gives the files as they came, and says of one that was let go when and by what', async () => {
  const { db, clock } = site.world.app
  const original = `/so-hoa/quet/${scanId}/goc/1`
  expect(await seen()).toContain(`href="${original}">to-1.jpg</a>`)
  const digest = createHash('sha256').update(good).digest('base64')
  expect((await site.get(original, ANH)).headers['content-digest']).toBe(`sha-256=:${digest}:`)
  expect((await site.get(`${original}1`, ANH)).statusCode).toBe(404)
  await insertLetGo(db, (await pageNo(1))?.fileId ?? '', { rule: 'x', ground: 'Quyết định 12/QĐ-UBND' }, clock.now())
  const words = `đã xóa ngày ${formatDate(vietnamDate(clock.now()))} theo quy định: Quyết định 12/QĐ-UBND`
  const body = await seen()
  expect(body).toContain(words)
  expect(body).not.toContain(original)
  const gone = await site.get(original, ANH)
  expect([gone.statusCode, gone.body.includes(words)]).toEqual([410, true])
})

it('another desk finds no scan, no page and no picture', async () => {
  const other = 'lan.dtm'
  const page = await pageNo(1)
  for (const path of [
    `/so-hoa/quet/${scanId}`,
    `/so-hoa/quet/${scanId}/goc/2`,
    `/so-hoa/quet/trang/${page?.id}`,
    `/so-hoa/quet/trang/${page?.id}/anh-0.jpg`,
  ])
    expect((await site.get(path, other)).statusCode).toBe(404)
  expect((await site.get('/so-hoa/quet', other)).body).not.toContain('Giấy của ông Sình')
})
