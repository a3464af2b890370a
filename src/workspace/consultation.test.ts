import { PDFDocument } from '@cantoo/pdf-lib'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { runQuery } from '../platform/query.ts'
import {
  assignDossier,
  getConsultation,
  listOpinionsAsked,
  receiveDossier,
  recordAppraisal,
  requestOpinions,
  submitDossier,
  type DossierView,
} from '../dossiers/index.ts'
import { aFiling, besideAppraisal, publishOwnProcess } from '../dossiers/testing.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { notificationsWorkspaceRoutes } from '../notifications/workspace/routes.tsx'
import { pageFindings } from '../ui/testing.ts'
import { workspaceRoutes } from './routes.ts'
import { openOfficersSite, openOfficersScreen, type OfficersSite, type OfficersScreen } from './testing.ts'

const DAM_PLAN = '1.003440'
/** Follows, here, a process that demands a consultation. */
const COPY = '2.000815'
const [DESK, HEAD, SPECIALIST, TRADE, BUILDING, STRANGER] = [
  'anh.vn',
  'chau.dm',
  'huy.pq',
  'thao.ltp',
  'nhung.nth',
  'bich.tt',
] as const

let site: OfficersSite
let screen: OfficersScreen

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    // The module above that drafts results; here only its button and what stands in its way.
    const draft = {
      id: 'du-thao',
      title: 'Dự thảo',
      actions: ['draftResult'],
      // As there, nothing to show while there is no draft and none can be made.
      render: async (_: unknown, { actions }: DossierView) =>
        actions.includes('draftResult') ? h('p', null, 'Dự thảo') : null,
    }
    await workspaceRoutes(web, [draft])
    await dossiersWorkspaceRoutes(web)
    await notificationsWorkspaceRoutes(web)
  })
  const bodies = [await unitCode(TRADE)]
  const consultation = { bodies, termHours: 8, completeness: 'all' as const, lead: 'handling' as const }
  const step = besideAppraisal({ code: 'hoi-cac-so', name: 'Lấy ý kiến các sở', kind: 'consultation', consultation })
  await publishOwnProcess(site.world.app, await site.officer('linh.tk'), COPY, (process) => ({
    ...process,
    steps: [...process.steps, step],
  }))
  screen = await openOfficersScreen(site)
  screen.page.setDefaultTimeout(20_000)
}, 300_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

async function appraising(procedureCode: string = DAM_PLAN): Promise<string> {
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

const unitCode = async (name: string) => (await site.officer(name)).grants[0]?.unitCode ?? ''

async function asked(): Promise<{ code: string; trade: string }> {
  const code = await appraising()
  const bodies = [
    { unitCode: await unitCode(TRADE), termDays: 3, question: 'Có vướng quy hoạch lưới điện không?' },
    { unitCode: await unitCode(BUILDING), termDays: 40, whyAfterDue: 'Phải khảo sát thực địa' },
  ]
  const question = 'Đề nghị cho ý kiến về phương án ứng phó khẩn cấp của hồ chứa.'
  const input = { dossierCode: code, question, completeness: 'all' as const, bodies }
  await runAction(site.world.app, requestOpinions, await site.officer(SPECIALIST), input)
  const { open } = await runQuery(site.world.app, listOpinionsAsked, await site.officer(TRADE), {})
  return { code, trade: open.find(({ dossierCode }) => dossierCode === code)?.id ?? '' }
}

const roundOf = async (code: string) => {
  const { consultations } = await runQuery(site.world.app, getConsultation, await site.officer(SPECIALIST), {
    dossierCode: code,
  })
  return consultations[0]
}

async function aPdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([300, 200]).drawText('Cong van tra loi', { x: 20, y: 100, size: 12 })
  return Buffer.from(await document.save())
}

describe('asking', () => {
  test('the form keeps what was typed, shows each term, and wants a reason for one past the due date', async () => {
    const code = await appraising()
    const path = `/lam/${code}/lay-y-kien`
    const form = {
      'cau-hoi': 'Đề nghị cho ý kiến',
      'so-dong': '2',
      'cq-1-ma': await unitCode(TRADE),
      'cq-1-ngay': '3',
      'cq-2-ma': await unitCode(BUILDING),
      'cq-2-ngay': '40',
    }
    const more = await site.send(path, SPECIALIST, { ...form, them: '1' })
    expect(more.statusCode).toBe(200)
    expect(more.body).toContain('Hạn trả lời: Thứ Năm 26/11/2026.')
    expect(more.body).toContain('name="cq-3-ma"')
    expect(more.body).toContain('Chờ ý kiến không làm dừng thời hạn giải quyết.')

    const lacking = await site.send(path, SPECIALIST, form)
    expect(lacking.statusCode).toBe(422)
    expect(lacking.body).toContain('Ghi lý do, hoặc rút ngắn số ngày')
    expect(lacking.body).toContain('Chọn khi nào thì đủ ý kiến')
    expect(lacking.body).toContain('Đề nghị cho ý kiến</textarea>')
    expect(await roundOf(code)).toBeUndefined()

    const silence = { ...form, 'cq-2-ngay': '2', 'quy-tac': 'silence-agrees' }
    expect((await site.send(path, SPECIALIST, silence)).body).toContain('Ghi điều khoản làm căn cứ')
    const sent = await site.send(path, SPECIALIST, { ...silence, 'can-cu': 'Điều 9 Quy chế phối hợp' })
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: `/lam/${code}?the=y-kien&lyk=hoi` } })
    const { body } = await site.get(`/lam/${code}?the=y-kien&lyk=hoi`, SPECIALIST)
    for (const words of ['Đã gửi lấy ý kiến tới 2 cơ quan.', '0 trên 2 cơ quan đã trả lời', 'Hẹn trả vẫn là'])
      expect(body).toContain(words)
    // The result waits, and says for what.
    expect(body).toContain('Còn chờ ý kiến của cơ quan phối hợp')
  })

  test('the form is there for who leads alone', async () => {
    const code = await appraising()
    for (const [who, status] of [
      [DESK, 404],
      [STRANGER, 404],
      [TRADE, 404],
      [HEAD, 200],
    ] as const)
      expect((await site.get(`/lam/${code}/lay-y-kien`, who)).statusCode, who).toBe(status)
  })
})

describe('answering', () => {
  test(
    'from the list to the answer with its file, replaced once, then closed by the lead',
    { timeout: 90_000 },
    async () => {
      const { code, trade } = await asked()
      expect((await site.get(`/y-kien/${trade}`, BUILDING)).statusCode).toBe(404)
      expect((await site.get(`/lam/${code}`, TRADE)).statusCode).toBe(404)
      expect((await site.get('/y-kien', DESK)).statusCode).toBe(403)

      const page = await screen.open('/y-kien', TRADE)
      await page.locator(`a[href="/y-kien/${trade}"]`).click()
      await page.getByText('Có vướng quy hoạch lưới điện không?').waitFor()
      expect(await page.content()).not.toContain('022188000512')
      await page.getByLabel('Không đồng ý', { exact: true }).check()
      await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
      await page.getByText('Ghi rõ lý do hoặc điều kiện').first().waitFor()
      expect(await page.getByLabel('Không đồng ý', { exact: true }).isChecked()).toBe(true)
      await page.getByLabel('Nội dung').fill('Vướng hành lang đường dây 110 kV')
      const file = { name: 'cong-van.pdf', mimeType: 'application/pdf', buffer: await aPdf() }
      await page.getByLabel('Văn bản đã ký hoặc bản quét').setInputFiles(file)
      await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
      await page.getByText('Đã gửi ý kiến của cơ quan bạn.').waitFor()
      await page.getByLabel('Đồng ý kèm điều kiện').check()
      await page.getByLabel('Nội dung').fill('Được, nếu lùi 15 m')
      await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
      await page.getByText('Lần 2').waitFor()

      const round = await roundOf(code)
      expect(round?.bodies[0]?.opinions.map(({ answer, fileId }) => [answer, fileId !== null])).toEqual([
        ['disagree', true],
        ['agree-with-conditions', false],
      ])
      const tab = await site.get(`/lam/${code}?the=y-kien`, SPECIALIST)
      for (const words of ['Được, nếu lùi 15 m', 'Ý kiến trước, đã thay', 'Chưa đủ ý kiến', 'Phải khảo sát thực địa'])
        expect(tab.body).toContain(words)
      const fileId = round?.bodies[0]?.opinions[0]?.fileId ?? ''
      const served = await site.get(`/lam/${code}/lay-y-kien/tep/${fileId}`, SPECIALIST)
      expect(served.headers['content-type']).toBe('application/pdf')

      const closing = `/lam/${code}/lay-y-kien/1`
      const early = await site.send(`${closing}/ket-thuc`, SPECIALIST, { 'ket-luan': 'Đủ rồi' }, closing)
      expect(early.statusCode).toBe(409)
      expect(early.body).toContain('Mới có 1 trên 2 cơ quan trả lời')
      const bodyId = round?.bodies[1]?.id ?? ''
      const remind = () => site.send(`${closing}/nhac`, SPECIALIST, { 'co-quan': bodyId }, closing)
      expect(await remind()).toMatchObject({ statusCode: 303 })
      const again = await remind()
      expect(again.statusCode).toBe(409)
      expect(again.body).toContain('Vừa nhắc cơ quan này rồi')

      const second = await screen.open('/y-kien', BUILDING)
      await second.locator(`a[href="/y-kien/${bodyId}"]`).click()
      await second.getByLabel('Đồng ý', { exact: true }).check()
      await second.getByRole('button', { name: 'Gửi ý kiến' }).click()
      await second.getByText('Đã gửi ý kiến của cơ quan bạn.').waitFor()
      expect((await site.send(`${closing}/ket-thuc`, SPECIALIST, { 'ket-luan': '' }, closing)).statusCode).toBe(422)
      const done = await site.send(
        `${closing}/ket-thuc`,
        SPECIALIST,
        { 'ket-luan': 'Phê duyệt, kèm điều kiện' },
        closing,
      )
      expect(done).toMatchObject({ statusCode: 303 })
      expect((await site.get(`/lam/${code}?the=y-kien`, HEAD)).body).toContain('Phê duyệt, kèm điều kiện')
      expect((await site.get(`/y-kien/${trade}`, TRADE)).body).toContain('Không cần trả lời nữa')
    },
  )
})

describe('what the process demands', () => {
  const STEP = 'hoi-cac-so'

  test('is told on the page, begun with a question, and a silent body is let go', { timeout: 60_000 }, async () => {
    const code = await appraising(COPY)
    const tab = (await site.get(`/lam/${code}?the=y-kien`, SPECIALIST)).body
    for (const words of [
      'Quy trình yêu cầu lấy ý kiến: Lấy ý kiến các sở',
      'Mỗi cơ quan có 1 ngày làm việc để trả lời',
      `href="/lam/${code}/lay-y-kien/buoc/${STEP}"`,
      'Quy trình yêu cầu lấy ý kiến ở bước &quot;Lấy ý kiến các sở&quot; mà chưa lấy đủ',
    ])
      expect(tab).toContain(words)

    const path = `/lam/${code}/lay-y-kien/buoc/${STEP}`
    for (const who of [DESK, STRANGER, TRADE]) expect((await site.get(path, who)).statusCode, who).toBe(404)
    const lacking = await site.send(path, SPECIALIST, { 'cau-hoi': '', 'vi-sao': 'Chờ bản lưu' })
    expect(lacking.statusCode).toBe(422)
    expect(lacking.body).toContain('Viết nội dung cần hỏi')
    expect(lacking.body).toContain('Chờ bản lưu</textarea>')
    const sent = await site.send(path, SPECIALIST, { 'cau-hoi': 'Bản lưu có đúng không?', 'vi-sao': 'Chờ bản lưu' })
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: `/lam/${code}?the=y-kien&lyk=hoi` } })
    expect((await site.get(path, SPECIALIST)).statusCode).toBe(303)
    expect((await site.get(`/lam/${code}?the=y-kien`, SPECIALIST)).body).toContain('Theo quy trình: Lấy ý kiến các sở')

    const [body] = (await roundOf(code))?.bodies ?? []
    const letting = `/lam/${code}/lay-y-kien/1/thoi-cho/${body?.id}`
    expect((await site.get(letting, SPECIALIST)).statusCode).toBe(303)
    const before = site.world.clock.now()
    site.world.clock.set('2026-12-04T08:00:00+07:00')
    expect((await site.send(letting, SPECIALIST, { 'ly-do': 'Đã nhắc' })).body).toContain('Còn thiếu: căn cứ pháp lý')
    const done = await site.send(letting, SPECIALIST, { 'ly-do': 'Đã nhắc', 'can-cu': 'Điều 19 khoản 5' })
    expect(done).toMatchObject({ statusCode: 303, headers: { location: `/lam/${code}?the=y-kien&lyk=thoi-cho` } })
    const after = (await site.get(`/lam/${code}?the=y-kien&lyk=thoi-cho`, HEAD)).body
    for (const words of ['Đã thôi chờ cơ quan đó.', 'Thôi chờ, không trả lời trong hạn', 'Đã nhắc'])
      expect(after).toContain(words)
    site.world.clock.set(before.toISOString())
  })

  test('is left out with reason and basis, which stay on the page', async () => {
    const code = await appraising(COPY)
    const path = `/lam/${code}/khong-lam/${STEP}`
    expect((await site.get(path, STRANGER)).statusCode).toBe(404)
    const lacking = await site.send(path, SPECIALIST, { 'ly-do': 'Đã có ý kiến chung', 'can-cu': '' })
    expect(lacking.statusCode).toBe(422)
    expect(lacking.body).toContain('Đã có ý kiến chung</textarea>')
    await site.send(path, SPECIALIST, { 'ly-do': 'Đã có ý kiến chung', 'can-cu': 'Điều 9 Quy chế' })
    const { body } = await site.get(`/lam/${code}?the=y-kien`, HEAD)
    for (const words of ['Không làm theo quy trình: Lấy ý kiến các sở', 'Đã có ý kiến chung', 'Căn cứ: Điều 9 Quy chế'])
      expect(body).toContain(words)
    expect(body).not.toContain('Quy trình yêu cầu lấy ý kiến')
  })

  test('nothing for axe to find on its pages', { timeout: 90_000 }, async () => {
    const code = await appraising(COPY)
    for (const path of [`?the=y-kien`, `/lay-y-kien/buoc/${STEP}`, `/khong-lam/${STEP}`]) {
      const page = await screen.open(`/lam/${code}${path}`, SPECIALIST)
      expect(await pageFindings(page, `quy-trinh${path.replaceAll(/\W+/g, '-')}`), path).toEqual([])
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
    }
  })
})

describe('in the browser', () => {
  test('nothing for axe to find, on a desk and on a telephone', { timeout: 120_000 }, async () => {
    const { code, trade } = await asked()
    const pages: [string, string][] = [
      [`/lam/${code}/lay-y-kien`, SPECIALIST],
      [`/lam/${code}?the=y-kien`, SPECIALIST],
      [`/lam/${code}/lay-y-kien/1`, SPECIALIST],
      ['/y-kien', TRADE],
      [`/y-kien/${trade}`, TRADE],
      ['/viec/thong-bao', TRADE],
    ]
    for (const [path, as] of pages) {
      const page = await screen.open(path, as)
      const name = path.replace(code, '').replace(trade, 'id').replaceAll(/\W+/g, '-')
      expect(await pageFindings(page, name), path).toEqual([])
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
    }
  })
})
