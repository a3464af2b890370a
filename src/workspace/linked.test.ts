import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { runQuery } from '../platform/query.ts'
import {
  acceptLinkedPart,
  assignDossier,
  completeLinkedPart,
  getLinkedParts,
  receiveDossier,
  recordAppraisal,
  returnLinkedPart,
  sendLinkedParts,
  submitDossier,
} from '../dossiers/index.ts'
import { aFiling, besideAppraisal, publishOwnProcess } from '../dossiers/testing.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { pageFindings } from '../ui/testing.ts'
import { workspaceRoutes } from './routes.ts'
import { openOfficersScreen, openOfficersSite, type OfficersScreen, type OfficersSite } from './testing.ts'

const DAM_PLAN = '1.003440'
const STEP = 'kiem-tra'
const CERTIFIED_COPY = '2.000815'
const UP = 'len-so'
const [DESK, HEAD, SPECIALIST, TRADE, BUILDING, STRANGER, CITY_DESK, FAR_DESK] = [
  'anh.vn',
  'chau.dm',
  'huy.pq',
  'thao.ltp',
  'nhung.nth',
  'bich.tt',
  'lan.dtm',
  'thang.lv',
] as const

let site: OfficersSite
let screen: OfficersScreen
const unitCode = async (name: string) => (await site.officer(name)).grants[0]?.unitCode ?? ''

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await workspaceRoutes(web, [])
    await dossiersWorkspaceRoutes(web)
  })
  const linked = {
    direction: 'same-level' as const,
    bodies: [
      { unitCode: await unitCode(TRADE), duty: 'Kiểm tra hành lang lưới điện', termHours: 8 },
      { unitCode: await unitCode(BUILDING), duty: 'Đo đạc chỉ giới', termHours: 16 },
    ],
    lead: 'handling' as const,
  }
  const step = besideAppraisal({ code: STEP, name: 'Kiểm tra thực địa', kind: 'linked', linked })
  await publishOwnProcess(site.world.app, await site.officer('linh.tk'), DAM_PLAN, (process) => ({
    ...process,
    steps: [...process.steps, step],
  }))
  const up = {
    direction: 'superior' as const,
    bodies: [{ unitCode: await unitCode(TRADE), duty: 'Cấp trên xem xét', termHours: 8 }],
    lead: `unit:${await unitCode(BUILDING)}` as const,
  }
  await publishOwnProcess(site.world.app, await site.officer('linh.tk'), CERTIFIED_COPY, (process) => ({
    ...process,
    steps: [...process.steps, besideAppraisal({ code: UP, name: 'Chuyển cấp trên', kind: 'linked', linked: up })],
  }))
  screen = await openOfficersScreen(site)
}, 300_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

async function appraising(procedureCode = DAM_PLAN): Promise<string> {
  const citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { app } = site.world
  const { code } = await runAction(app, submitDossier, citizen, await aFiling(app, citizen, procedureCode))
  await runAction(app, receiveDossier, await site.officer(DESK), { dossierCode: code })
  const specialist = await site.officer(SPECIALIST)
  const assigneeAccountId = specialist.accountId
  await runAction(app, assignDossier, await site.officer(HEAD), { dossierCode: code, assigneeAccountId })
  await runAction(app, recordAppraisal, specialist, { dossierCode: code, outcome: 'eligible', note: 'Đủ' })
  return code
}
const partsOf = async (dossierCode: string) =>
  (await runQuery(site.world.app, getLinkedParts, await site.officer(SPECIALIST), { dossierCode })).parts

describe('linked parts', () => {
  test('are demanded on the page, sent with what may be seen, done by the body, and come back', async () => {
    const code = await appraising()
    const tab = `/lam/${code}?the=lien-thong`
    const before = (await site.get(tab, SPECIALIST)).body
    for (const words of [
      'Quy trình yêu cầu liên thông: Kiểm tra thực địa',
      'Kiểm tra hành lang lưới điện, trong 8 giờ làm việc.',
      `href="/lam/${code}/lien-thong/buoc/${STEP}"`,
    ])
      expect(before).toContain(words)
    const path = `/lam/${code}/lien-thong/buoc/${STEP}`
    for (const who of [DESK, STRANGER, TRADE]) expect((await site.get(path, who)).statusCode, who).toBe(404)
    const sent = await site.send(path, SPECIALIST, { 'xem-khai': '1', 'loi-gui': 'Nhờ làm sớm' })
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: `${tab}&lyk=gui` } })
    expect((await site.get(path, SPECIALIST)).statusCode).toBe(303)
    const [trade] = await partsOf(code)
    const own = `/lien-thong/${trade?.id}`

    expect((await site.get('/lien-thong', TRADE)).body).toContain(`href="${own}"`)
    expect((await site.get('/lien-thong', DESK)).body).toContain('Bộ phận một cửa theo dõi')
    for (const who of [STRANGER, BUILDING]) expect((await site.get(own, who)).statusCode, who).toBe(404)
    const seen = (await site.get(own, TRADE)).body
    for (const words of ['Nhờ làm sớm', 'Nội dung khai', 'Nhận phần việc này']) expect(seen).toContain(words)
    expect(seen).not.toContain('Gửi kết quả về nơi chuyển')

    const empty = await site.send(`${own}/tra`, TRADE, { 'ly-do': '' }, own)
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Ghi vì sao trả lại')
    expect((await site.send(`${own}/nhan`, TRADE, {}, own)).statusCode).toBe(303)
    const twice = await site.send(`${own}/nhan`, TRADE, {}, own)
    expect(twice.statusCode).toBe(409)
    expect(twice.body).toContain('đã nhận phần việc này cho cơ quan bạn')

    const page = await screen.open(own, TRADE)
    await page.getByLabel('Không làm được').check()
    await page.getByRole('button', { name: 'Gửi kết quả về nơi chuyển' }).click()
    await page.getByText('Ghi rõ vì sao không làm được').first().waitFor()
    expect(await page.getByLabel('Không làm được').isChecked()).toBe(true)
    await page.getByLabel('Đã làm xong').check()
    await page.getByLabel('Nội dung').fill('Không vướng lưới điện')
    await page.getByRole('button', { name: 'Gửi kết quả về nơi chuyển' }).click()
    await page.getByText('Đã gửi kết quả về nơi chuyển.').waitFor()
    const after = (await site.get(tab, HEAD)).body
    for (const words of ['Đã xong', 'Không vướng lưới điện', 'Chưa nhận', 'Hẹn trả vẫn là'])
      expect(after).toContain(words)
  })

  test(
    'one that came back is sent on, one that is late is let go, with what was typed kept',
    { timeout: 60_000 },
    async () => {
      const code = await appraising()
      const { app } = site.world
      const sending = { dossierCode: code, stepCode: STEP, showsAnswers: false }
      const { parts } = await runAction(app, sendLinkedParts, await site.officer(SPECIALIST), sending)
      const [ofTrade, ofBuilding] = parts.map(({ id }) => id)
      const returned = { partId: ofTrade ?? '', reason: 'Thuộc Sở Xây dựng' }
      await runAction(app, returnLinkedPart, await site.officer(TRADE), returned)
      await runAction(app, acceptLinkedPart, await site.officer(BUILDING), { partId: ofBuilding ?? '' })
      const tab = `/lam/${code}?the=lien-thong`
      expect((await site.get(tab, SPECIALIST)).body).toContain('Thuộc Sở Xây dựng')

      const resend = `/lam/${code}/lien-thong/${ofTrade}/gui-lai`
      expect((await site.get(resend, STRANGER)).statusCode).toBe(404)
      const lacking = await site.send(resend, SPECIALIST, { 'co-quan': '', 'loi-gui': 'Chuyển đúng nơi' })
      expect(lacking.statusCode).toBe(422)
      expect(lacking.body).toContain('Chuyển đúng nơi</textarea>')
      const moved = await site.send(resend, SPECIALIST, { 'co-quan': await unitCode(BUILDING) })
      expect(moved).toMatchObject({ statusCode: 303, headers: { location: `${tab}&lyk=gui-lai` } })
      expect(await partsOf(code)).toHaveLength(3)

      const remind = await site.send(`/lam/${code}/lien-thong/${ofBuilding}/nhac`, SPECIALIST, {}, tab)
      expect(remind).toMatchObject({ statusCode: 303, headers: { location: `${tab}&lyk=nhac` } })
      const release = `/lam/${code}/lien-thong/${ofBuilding}/thoi-cho`
      expect((await site.get(release, SPECIALIST)).statusCode).toBe(303)
      const now = site.world.clock.now()
      site.world.clock.set('2026-12-07T08:00:00+07:00')
      expect((await site.send(release, SPECIALIST, { 'ly-do': 'Đã nhắc' })).body).toContain('Còn thiếu: căn cứ pháp lý')
      const let1 = await site.send(release, SPECIALIST, { 'ly-do': 'Đã nhắc', 'can-cu': 'Điều 19' })
      expect(let1).toMatchObject({ statusCode: 303, headers: { location: `${tab}&lyk=thoi-cho` } })
      site.world.clock.set(now.toISOString())

      const waiving = await appraising()
      const waive = `/lam/${waiving}/khong-lam/${STEP}`
      const waived = await site.send(waive, SPECIALIST, { 'ly-do': 'Đã đo năm ngoái', 'can-cu': 'Điều 9' })
      expect(waived.headers.location).toBe(`/lam/${waiving}?the=lien-thong&lyk=khong-lam`)
      expect((await site.get(`/lam/${waiving}?the=lien-thong`, SPECIALIST)).body).toContain('Đã đo năm ngoái')
    },
  )

  test('up a level and back: both one-stop desks watch, the lead named by the process reminds, the outcome comes back', async () => {
    const code = await appraising(CERTIFIED_COPY)
    const { app } = site.world
    expect((await site.get(`/lam/${code}?the=lien-thong`, SPECIALIST)).body).toContain('Chuyển cấp trên')
    const waive = `/lam/${code}/khong-lam/${UP}`
    expect((await site.get(waive, BUILDING)).statusCode).toBe(200)
    for (const who of [SPECIALIST, STRANGER]) expect((await site.get(waive, who)).statusCode, who).toBe(404)
    const begin = `/lam/${code}/lien-thong/buoc/${UP}`
    expect((await site.get(begin, BUILDING)).statusCode).toBe(404)
    const leads = (await site.get(`/lam/${code}?the=lien-thong`, BUILDING)).body
    expect(leads).toContain(`href="${waive}"`)
    expect(leads).not.toContain(`href="${begin}"`)
    const sent = await site.send(begin, SPECIALIST, { 'xem-khai': '1' })
    expect(sent.headers.location).toBe(`/lam/${code}?the=lien-thong&lyk=gui`)
    const [part] = await partsOf(code)
    const own = `/lien-thong/${part?.id}`
    for (const who of [DESK, CITY_DESK]) {
      expect((await site.get('/lien-thong', who)).body, who).toContain(`href="${own}"`)
      expect((await site.get(own, who)).body, who).toContain('chuyển cơ quan cấp trên')
    }
    expect((await site.get('/lien-thong', FAR_DESK)).body).not.toContain(own)
    for (const path of [own, `/lam/${code}`]) expect((await site.get(path, FAR_DESK)).statusCode, path).toBe(404)
    expect((await site.get(`/lam/${code}`, CITY_DESK)).statusCode).toBe(404)
    const tab = `/lam/${code}?the=lien-thong`
    const ofSender = (await site.get(tab, SPECIALIST)).body
    expect(ofSender).toContain('Sở Xây dựng chủ trì việc này')
    expect(ofSender).not.toContain(`${part?.id}/nhac`)
    const remind = `/lam/${code}/lien-thong/${part?.id}/nhac`
    expect((await site.send(remind, SPECIALIST, {}, tab)).statusCode).toBe(403)
    expect((await site.get(tab, BUILDING)).body).toContain(`action="${remind}"`)
    expect((await site.send(remind, BUILDING, {}, tab)).headers.location).toBe(`${tab}&lyk=nhac`)
    await runAction(app, acceptLinkedPart, await site.officer(TRADE), { partId: part?.id ?? '' })
    const done = { partId: part?.id ?? '', outcome: 'fulfilled' as const, note: 'Cấp trên đồng ý' }
    await runAction(app, completeLinkedPart, await site.officer(TRADE), done)
    for (const who of [DESK, CITY_DESK]) {
      const list = (await site.get('/lien-thong', who)).body
      expect(list, who).toContain('Đã có kết quả hoặc trả lại')
      expect(list, who).toContain(`href="${own}"`)
      expect((await site.get(own, who)).body, who).toContain('Cấp trên đồng ý')
    }
    for (const who of [DESK, SPECIALIST]) {
      const tab = (await site.get(`/lam/${code}?the=lien-thong`, who)).body
      for (const words of ['Chuyển cơ quan cấp trên', 'Cấp trên đồng ý']) expect(tab, who).toContain(words)
    }
  })

  test('nothing for axe to find, on a desk and on a telephone', { timeout: 120_000 }, async () => {
    const demanding = await appraising()
    const code = await appraising()
    const sending = { dossierCode: code, stepCode: STEP, showsAnswers: true }
    const specialist = await site.officer(SPECIALIST)
    const { parts } = await runAction(site.world.app, sendLinkedParts, specialist, sending)
    const [ofTrade, ofBuilding] = parts.map(({ id }) => id)
    await runAction(site.world.app, acceptLinkedPart, await site.officer(TRADE), { partId: ofTrade ?? '' })
    const returned = { partId: ofBuilding ?? '', reason: 'Thuộc Sở Công Thương' }
    await runAction(site.world.app, returnLinkedPart, await site.officer(BUILDING), returned)
    const led = await appraising(CERTIFIED_COPY)
    const pages: [name: string, path: string, as: string][] = [
      ['doi', `/lam/${demanding}?the=lien-thong`, SPECIALIST],
      ['chuyen', `/lam/${demanding}/lien-thong/buoc/${STEP}`, SPECIALIST],
      ['theo-doi', `/lam/${code}?the=lien-thong`, SPECIALIST],
      ['gui-lai', `/lam/${code}/lien-thong/${ofBuilding}/gui-lai`, SPECIALIST],
      ['noi-khac-chu-tri', `/lam/${led}?the=lien-thong`, SPECIALIST],
      ['chu-tri', `/lam/${led}?the=lien-thong`, BUILDING],
      ['danh-sach', '/lien-thong', TRADE],
      ['danh-sach-mot-cua', '/lien-thong', DESK],
      ['phan-viec', `/lien-thong/${ofTrade}`, TRADE],
    ]
    for (const [name, path, as] of pages) {
      const page = await screen.open(path, as)
      expect(await pageFindings(page, `lien-thong-${name}`), path).toEqual([])
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
    }
  })
})
