import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { execute, sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { runQuery } from '../platform/query.ts'
import {
  assignDossier,
  extendDeadline,
  getDossier,
  receiveDossier,
  requestSupplement,
  submitDossier,
} from '../dossiers/index.ts'
import { aFiling } from '../dossiers/testing.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { pageFindings } from '../ui/testing.ts'
import { workspaceRoutes } from './routes.ts'
import { openOfficersSite, openOfficersScreen, type OfficersSite, type OfficersScreen } from './testing.ts'

const CERTIFIED_COPY = '2.000815'
const [DESK, HEAD, SPECIALIST] = ['anh.vn', 'chau.dm', 'huy.pq'] as const

let site: OfficersSite
let screen: OfficersScreen

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await workspaceRoutes(web)
    await dossiersWorkspaceRoutes(web)
  })
  screen = await openOfficersScreen(site)
}, 300_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

async function file(): Promise<string> {
  const citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { app } = site.world
  return (await runAction(app, submitDossier, citizen, await aFiling(app, citizen, CERTIFIED_COPY))).code
}

async function fileUpTo(state: 'received' | 'appraising'): Promise<string> {
  const code = await file()
  const { app } = site.world
  await runAction(app, receiveDossier, await site.officer(DESK), { dossierCode: code })
  if (state === 'appraising') {
    const { accountId } = await site.officer(SPECIALIST)
    const input = { dossierCode: code, assigneeAccountId: accountId }
    await runAction(app, assignDossier, await site.officer(HEAD), input)
  }
  return code
}

const readDossier = async (code: string) =>
  runQuery(site.world.app, getDossier, await site.officer(HEAD), { dossierCode: code })
const dossierOf = async (code: string) => (await readDossier(code)).dossier

async function look(page: Page): Promise<void> {
  expect(await pageFindings(page)).toEqual([])
}

describe('turns of a dossier, without script', () => {
  test('a specialist takes one from the pool and gives it back with a reason', async () => {
    const code = await fileUpTo('received')
    const opened = await site.get(`/lam/${code}`, SPECIALIST)
    expect(opened.body).toContain('Nhận thụ lý')
    const taken = await site.send(`/lam/${code}/nhan-viec`, SPECIALIST, {})
    expect(taken).toMatchObject({ statusCode: 303, headers: { location: `/lam/${code}?xong=takeDossier` } })
    expect((await site.get(`/lam/${code}?xong=takeDossier`, SPECIALIST)).body).toContain('Bạn đã nhận hồ sơ này.')
    const silent = await site.send(`/lam/${code}/tra-lai`, SPECIALIST, { 'ly-do': ' ' })
    expect(silent.statusCode).toBe(422)
    expect(silent.body).toContain('Còn thiếu: lý do')
    const back = await site.send(`/lam/${code}/tra-lai`, SPECIALIST, { 'ly-do': 'Tôi là người thân của người nộp' })
    expect(back.statusCode).toBe(303)
    expect(await dossierOf(code)).toMatchObject({ handling: 'received', assigneeAccountId: null })
  })

  test('what is seldom done stands on a page of its own, what cannot be done says why', async () => {
    const code = await fileUpTo('appraising')
    await execute(site.world.app.db, sql`update dossiers.dossier set money = 'due' where code = ${code}`)
    const page = await screen.open(`/lam/${code}`, HEAD)
    await look(page)
    await page.getByRole('link', { name: 'Việc khác' }).click()
    await look(page)
    await expect(page.getByRole('link', { name: 'Xin lỗi và hẹn lại ngày trả' }).count()).resolves.toBe(1)
    await expect(page.getByRole('link', { name: 'Dừng giải quyết' }).count()).resolves.toBe(0)
    expect(await page.content()).toContain('Hồ sơ còn khoản phí, lệ phí chưa giải quyết')
  })

  test('suspending asks for the document and the legal basis; the clock runs on when it is over', async () => {
    const code = await fileUpTo('appraising')
    const page = await screen.open(`/lam/${code}/tam-dung`, SPECIALIST)
    await look(page)
    await page.getByLabel('Lý do').fill('Đang có đơn tranh chấp quyền sử dụng đất')
    await page.getByRole('button', { name: /Tạm dừng thời hạn/ }).click()
    await look(page)
    await page.getByLabel('Căn cứ pháp lý').fill('Luật Đất đai 2024, Điều 236')
    await page.getByLabel('Văn bản').fill('Công văn 12/CV ngày 20/11/2026')
    await page.getByRole('button', { name: /Tạm dừng thời hạn/ }).click()
    expect(page.url()).toContain('xong=suspendDossier')
    await look(page)
    expect(await dossierOf(code)).toMatchObject({ handling: 'suspended', dueAt: null })
    site.world.clock.advance(2 * 24 * 60)
    await page.goto(`${screen.address}/lam/${code}/tiep-tuc`)
    await look(page)
    await page.getByLabel('Văn bản').fill('Công văn 15/CV')
    await page.getByRole('button', { name: /Cho chạy tiếp/ }).click()
    expect((await dossierOf(code)).dueOn).not.toBeNull()
  })

  test('the apology gives one new date; the head undoes an assignment of theirs', async () => {
    const code = await fileUpTo('appraising')
    const page = await screen.open(`/lam/${code}/hen-lai`, HEAD)
    await look(page)
    const { dueOn } = await dossierOf(code)
    await page.getByLabel('Lý do').fill('Máy chủ của cơ quan phối hợp hỏng')
    await page.getByLabel('Ngày hẹn mới').fill(dueOn ?? '')
    await page.getByRole('button', { name: /Gửi văn bản xin lỗi/ }).click()
    expect(await page.content()).toContain('phải sau ngày hẹn trả hiện nay')
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Máy chủ của cơ quan phối hợp hỏng')
    await page.goto(`${screen.address}/lam/${code}/hoan-tac`)
    await look(page)
    await page.getByRole('button', { name: /Huỷ bước này/ }).click()
    expect(await dossierOf(code)).toMatchObject({ handling: 'received', assigneeAccountId: null })
  })

  test('a second apology is not offered: the page says why, its form is not opened', async () => {
    const code = await fileUpTo('appraising')
    expect((await site.get(`/lam/${code}/viec-khac`, HEAD)).body).toContain(`href="/lam/${code}/hen-lai"`)
    await runAction(site.world.app, extendDeadline, await site.officer(HEAD), {
      dossierCode: code,
      reason: 'Máy chủ của cơ quan phối hợp hỏng',
      until: '2026-11-30',
    })
    const others = (await site.get(`/lam/${code}/viec-khac`, HEAD)).body
    expect(others).toContain('Hồ sơ đã được hẹn lại 1 lần. Pháp luật chỉ cho phép hẹn lại không quá 1 lần.')
    expect(others).not.toContain(`href="/lam/${code}/hen-lai"`)
    expect((await site.get(`/lam/${code}/hen-lai`, HEAD)).headers.location).toBe(`/lam/${code}/viec-khac`)
    expect((await readDossier(code)).actions).not.toContain('extendDeadline')
  })

  test('the desk stops what was never supplied, naming ground and legal basis', async () => {
    const code = await file()
    const items = [{ what: 'Bản chính', reason: 'Ảnh mờ', how: 'Chụp lại' }]
    const replyBy = new Date(site.world.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
    await runAction(site.world.app, requestSupplement, await site.officer(DESK), { dossierCode: code, items, replyBy })
    site.world.clock.advance(5 * 24 * 60)
    const page = await screen.open(`/lam/${code}/dung`, DESK)
    await look(page)
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Quá hạn bổ sung')
    await page.getByLabel('Căn cứ pháp lý').fill('Nghị định 118/2025/NĐ-CP')
    await page.getByRole('button', { name: /Dừng giải quyết/ }).click()
    expect(page.url()).toContain('xong=stopDossier')
    await look(page)
  })

  test('who was slower is told who did what, and keeps what they typed', async () => {
    const code = await fileUpTo('appraising')
    const page = await screen.open(`/lam/${code}/tra-lai`, SPECIALIST)
    await page.getByLabel('Lý do').fill('Tôi đi công tác')
    const head = await site.officer(HEAD)
    const { accountId } = await site.officer(SPECIALIST)
    await runAction(site.world.app, assignDossier, head, { dossierCode: code, assigneeAccountId: accountId })
    await page.getByRole('button', { name: /Trả lại hồ sơ/ }).click()
    const content = await page.content()
    expect(content).toContain(`${head.fullName} đã phân công lúc`)
    expect(content).toContain('Hồ sơ chưa thay đổi gì từ phía bạn.')
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Tôi đi công tác')
    await look(page)
  })
})

describe('several at once', () => {
  test('the desk receives those it ticked, each with its own outcome', async () => {
    const [first, second, poisoned] = [await file(), await file(), await file()]
    const page = await screen.open('/viec', DESK)
    await look(page)
    for (const code of [first, second, poisoned]) await page.locator(`input[value="${code}"]`).check()
    await page.getByRole('button', { name: 'Tiếp nhận' }).click()
    await look(page)
    await page.getByRole('button', { name: /Tiếp nhận các hồ sơ này/ }).click()
    expect(await page.content()).toContain('Đánh dấu là đã xem giấy tờ của từng hồ sơ')
    await page.getByLabel(/Tôi đã xem giấy tờ/).check()
    // A process that is not there: a fault no rule foresees.
    const { processId } = await dossierOf(poisoned)
    const { db } = site.world.app
    await execute(db, sql`update dossiers.dossier set process_id = ${newId()} where code = ${poisoned}`)
    await page.getByRole('button', { name: /Tiếp nhận các hồ sơ này/ }).click()
    await look(page)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Đã làm 2 trong 3 hồ sơ')
    expect(await page.getByRole('row', { name: new RegExp(poisoned) }).textContent()).toContain('lỗi của hệ thống')
    await execute(db, sql`update dossiers.dossier set process_id = ${processId} where code = ${poisoned}`)
    expect([(await dossierOf(first)).handling, (await dossierOf(second)).handling]).toEqual(['received', 'received'])
    expect((await dossierOf(poisoned)).handling).toBe('submitted')
  })

  test('the head gives several to one specialist', async () => {
    const codes = [await fileUpTo('received'), await fileUpTo('received')]
    const page = await screen.open('/viec', HEAD)
    for (const code of codes) await page.locator(`input[value="${code}"]`).check()
    await page.getByRole('button', { name: 'Phân công' }).click()
    await page.getByLabel('Phạm Quang Huy').check()
    await page.getByRole('button', { name: /Giao hồ sơ/ }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Đã làm 2 trong 2 hồ sơ')
    for (const code of codes) expect((await dossierOf(code)).handling).toBe('appraising')
  })
})
