import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAction } from '../../platform/action.ts'
import { openBrowser, pageFindings } from '../../ui/testing.ts'
import {
  assignDossier,
  giveOpinion,
  receiveDossier,
  requestOpinions,
  requestSupplement,
  submitDossier,
  takeSupplement,
} from '../index.ts'
import { aFiling } from '../testing.ts'
import { browse, openPortalWorld, type PortalWorld } from './testing.ts'

let portal: PortalWorld
let browser: Browser
let origin: string

beforeAll(async () => {
  portal = await openPortalWorld()
  origin = await portal.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})

test(
  'the applicant sees whose opinion is awaited until when, and that the promised day stays',
  { timeout: 90_000 },
  async () => {
    const { app } = portal.world
    const hanh = await portal.citizen({
      source: 'citizen-registry',
      personalId: '022188000512',
      fullName: 'Nguyễn Thu Hạnh',
    })
    const [desk, head, specialist, trade, building] = await Promise.all(
      ['anh.vn', 'chau.dm', 'huy.pq', 'thao.ltp', 'nhung.nth'].map(portal.officer),
    )
    if (!desk || !head || !specialist || !trade || !building) throw new Error('somebody is missing')
    const { code } = await runAction(app, submitDossier, hanh, await aFiling(app, hanh, '2.000815'))
    await runAction(app, receiveDossier, desk, { dossierCode: code })
    await runAction(app, assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
    const visitor = browse(portal, hanh)
    expect((await visitor.get(`/ho-so/${code}`)).body).not.toContain('Đang lấy ý kiến')

    const whyAfterDue = 'Chờ tra cứu bản lưu'
    const { bodies } = await runAction(app, requestOpinions, specialist, {
      dossierCode: code,
      question: 'Câu hỏi nội bộ',
      completeness: 'all',
      bodies: [trade, building].map(({ grants }) => ({
        unitCode: grants[0]?.unitCode ?? '',
        termDays: 2,
        whyAfterDue,
      })),
    })
    const both = (await visitor.get(`/ho-so/${code}`)).body
    for (const words of ['Đang lấy ý kiến:', 'Sở Công Thương, hạn 25/11/2026', 'Sở Xây dựng, hạn 25/11/2026'])
      expect(both).toContain(words)
    expect(both).not.toContain('Câu hỏi nội bộ')
    await runAction(app, giveOpinion, trade, { opinionId: bodies[0]?.id ?? '', answer: 'agree', seen: 0 })
    expect((await visitor.get(`/ho-so/${code}`)).body).toContain(
      'Đang lấy ý kiến Sở Xây dựng, hạn 25/11/2026. Việc này không làm lùi ngày hẹn trả. Bạn không phải làm gì.',
    )

    portal.signedIn.actor = hanh
    const page = await browser.newPage()
    await page.goto(`${origin}/ho-so/${code}`)
    expect(await pageFindings(page, 'ho-so')).toEqual([])
    await page.close()
    await runAction(app, giveOpinion, building, { opinionId: bodies[1]?.id ?? '', answer: 'no-opinion', seen: 0 })
    portal.signedIn.actor = hanh
    expect((await visitor.get(`/ho-so/${code}`)).body).not.toContain('Đang lấy ý kiến')
  },
)

test('an answer that a desk took is told with where, when, by whom and what was taken', async () => {
  const { app } = portal.world
  const told = { source: 'citizen-registry', personalId: '022085000274', fullName: 'Lê Văn Đông' } as const
  const [dong, desk] = [await portal.citizen(told), await portal.officer('anh.vn')]
  const { code } = await runAction(app, submitDossier, dong, await aFiling(app, dong, '2.000815'))
  await runAction(app, requestSupplement, desk, {
    dossierCode: code,
    items: [{ what: 'Bản chính bằng', reason: 'Mờ.', how: 'Mang đến.' }],
    replyBy: '2026-12-31',
  })
  const items = [{ no: 1, fileIds: [], reason: 'Đã mất <2020>' }]
  await runAction(app, takeSupplement, desk, { dossierCode: code, items, receive: false, broughtBy: 'Con gái' })
  const { body } = await browse(portal, dong).get(`/ho-so/${code}`)
  const at = 'tại Trung tâm Phục vụ hành chính công phường Bãi Cháy'
  for (const words of [
    `Đã nộp bổ sung ${at} ngày 20/11/2026. Cán bộ nhận: ${desk.fullName}.`,
    'Người mang đến: Con gái.',
    'Bản chính bằng: không nộp lại: Đã mất &lt;2020>',
    `Đã nộp bổ sung ${at} (cán bộ nhận: ${desk.fullName})`,
  ])
    expect(body).toContain(words)
  expect(body).not.toContain('Bạn gửi bổ sung')
})
