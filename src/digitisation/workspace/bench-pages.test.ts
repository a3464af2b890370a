import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { demoOfficer } from '../../desk/testing.ts'
import type { Actor, Officer } from '../../platform/actor.ts'
import { digitisationRefusals } from '../texts.ts'
import { digitisationJobs, digitisationReactions } from '../index.ts'
import { valuesOf } from '../bench/store.ts'
import { aReadPaper, BIRTH_PAPER } from '../readings/testing.ts'
import { digitisationWorkspaceRoutes } from './routes.tsx'

let world: TestApp
let site: BareWeb
let actor: Actor
let [anh, nga, thang]: Officer[] = []

beforeAll(async () => {
  const work = { jobs: digitisationJobs, reactions: digitisationReactions }
  world = await openTestApp({ province: true, work, refusals: digitisationRefusals })
  ;[anh, nga, thang] = await Promise.all(['anh.vn', 'nga.ht', 'thang.lv'].map((name) => demoOfficer(world.app, name)))
  if (anh) actor = anh
  site = await openBareWeb(world.app, () => actor, digitisationWorkspaceRoutes)
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const paper = () => aReadPaper(world.app, [BIRTH_PAPER], { unitId: anh?.grants[0]?.unitId ?? '' })
const valueOf = async (paperId: string, name: string) => {
  const found = (await valuesOf(world.app.db, paperId)).find((one) => one.name === name)
  if (!found) throw new Error(`no value ${name}`)
  return found
}
const seen = async (path: string) => (await site.web.inject(path)).body
/** What a browser sends of the card: its boxes, and the button pressed. */
async function press(paperId: string, name: string, pressed: Record<string, string>) {
  const { id, version } = await valueOf(paperId, name)
  const page = `/ban-so-hoa/${paperId}?muc=${id}`
  return site.post(page, `/ban-so-hoa/${paperId}/muc/${id}`, { 'phien-ban': String(version), ...pressed })
}

test('the list shows how far the machine is and leads to the paper; its page to the next doubt, with forms alone', async () => {
  const paperId = await paper()
  const list = await seen('/ban-so-hoa')
  expect(list).toContain(`/ban-so-hoa/${paperId}`)
  expect(list).toContain('1/1 trang')
  const page = await seen(`/ban-so-hoa/${paperId}`)
  expect(page).toContain('Máy đọc được 7 mục')
  // The doubtful one stands before the officer, cut out of the page, with Enter on its main button.
  expect(page).toMatch(/<span id="muc-dang-xem">Giới tính<\/span>/)
  expect(page).toMatch(/<button[^>]*value="dung"[^>]* autofocus/)
  expect(page).toContain('Chỗ này trên giấy, phóng to: Giới tính')
  expect(page).toContain(`/ban-so-hoa/${paperId}/trang/1.jpg`)
  const answer = await press(paperId, 'sex', { 'gia-tri': 'Nữ', viec: 'dung' })
  const { id } = await valueOf(paperId, 'sex')
  expect(answer.headers.location).toBe(`/ban-so-hoa/${paperId}?sau=${id}`)
  expect(await seen(`/ban-so-hoa/${paperId}?sau=${id}`)).not.toContain('<span id="muc-dang-xem">Giới tính</span>')
  const picture = await site.web.inject(`/ban-so-hoa/${paperId}/trang/1.jpg`)
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg'])
})

test('every value bears its mark, and what is sure is confirmed with one press', async () => {
  const paperId = await paper()
  const shown = (await valuesOf(world.app.db, paperId)).map(({ id, version }) => `${id}.${version}`)
  await site.post(`/ban-so-hoa/${paperId}`, `/ban-so-hoa/${paperId}/cung-luc`, { gi: 'sure', muc: shown })
  const page = await seen(`/ban-so-hoa/${paperId}`)
  expect(page).toContain(`Đã kiểm: ${anh?.fullName}`)
  expect(page).toMatch(/Máy không thấy trên giấy \(\d+\)/)
  expect((await valueOf(paperId, 'sex')).state).toBe('read')
})

test('what cannot be is refused beside the box with what was typed, and may be kept as it is printed', async () => {
  const paperId = await paper()
  const refused = await press(paperId, 'bornOn', { 'gia-tri': '31/02/2017', viec: 'dung' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('value="31/02/2017"')
  expect(refused.body).toContain('là ngày không có trong lịch')
  expect(refused.body).toContain('Trên giấy ghi đúng như vậy')
  expect((await press(paperId, 'bornOn', { 'gia-tri': '', viec: 'dung' })).statusCode).toBe(422)
  expect((await press(paperId, 'bornOn', { 'gia-tri': '31/02/2017', viec: 'nhu-giay' })).statusCode).toBe(303)
  expect((await valueOf(paperId, 'bornOn')).first).toMatchObject({ text: '31/02/2017', normalised: null })
})

test('a paper handed over is before the other, who does not see what the first found', async () => {
  const paperId = await paper()
  await press(paperId, 'sex', { 'gia-tri': 'Nam', viec: 'dung' })
  const page = `/ban-so-hoa/${paperId}?viec=chuyen`
  const none = await site.post(page, `/ban-so-hoa/${paperId}/chuyen`, { cho: '', nhan: '' })
  expect(none.statusCode).toBe(422)
  const input = { cho: nga?.accountId ?? '', nhan: 'Nhờ chị xem giới tính' }
  await site.post(page, `/ban-so-hoa/${paperId}/chuyen`, input)
  if (nga) actor = nga
  expect(await seen('/ban-so-hoa?loc=handed')).toContain(paperId)
  const { id } = await valueOf(paperId, 'sex')
  const second = await seen(`/ban-so-hoa/${paperId}?muc=${id}`)
  expect(second).toContain('Nhờ chị xem giới tính')
  expect(second).toContain('Mục này cần hai người')
  expect(second).toMatch(/name="gia-tri" type="text" value="Nữ\?"/)
  if (anh) actor = anh
})

test('a desk elsewhere finds nothing', async () => {
  const paperId = await paper()
  if (thang) actor = thang
  for (const path of ['', '/trang/1.jpg'])
    expect((await site.web.inject(`/ban-so-hoa/${paperId}${path}`)).statusCode).toBe(404)
  expect(await seen('/ban-so-hoa')).not.toContain(paperId)
  if (anh) actor = anh
})
