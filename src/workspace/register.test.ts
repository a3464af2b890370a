import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { sql, rows } from '../platform/db.ts'
import { receiveDossier, submitDossier } from '../dossiers/index.ts'
import { textOf } from '../dossiers/papers/testing.ts'
import { aFiling } from '../dossiers/testing.ts'
import { dossiersApiRoutes } from '../dossiers/api/routes.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { workspaceRoutes } from './routes.ts'
import { openOfficersSite, type OfficersSite } from './testing.ts'

let site: OfficersSite
let code: string
let book: string

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await workspaceRoutes(web)
    await dossiersWorkspaceRoutes(web)
    await dossiersApiRoutes(web)
  })
  const { app } = site.world
  const hanh = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const desk = await site.officer('anh.vn')
  ;({ code } = await runAction(app, submitDossier, hanh, await aFiling(app, hanh, '2.000815')))
  await runAction(app, receiveDossier, desk, { dossierCode: code })
  await app.jobs.drain()
  book = `${desk.grants[0]?.unitId}/2026`
}, 180_000)
afterAll(() => site.close())

test('form 01 prints the line that the register shows', async () => {
  const { body } = await site.get('/so-theo-doi', 'anh.vn')
  expect(body).toContain('Quyển số 01/2026, 1 hồ sơ')
  expect(body).toContain(code)
  expect(body).toContain('Nguyễn Thu Hạnh')
  expect(body).not.toContain('Khoá sổ năm')
  const [slip] = await rows(
    site.world.app.db,
    sql<{
      fileId: string
    }>`select p.file_id from dossiers.paper p join dossiers.dossier d on d.id = p.dossier_id where d.code = ${code}`,
  )
  const { body: _, rawPayload } = await pdf(`/lam/${code}/tep/${slip?.fileId}`)
  expect(textOf(rawPayload)).toContain('Vào Sổ theo dõi hồ sơ: quyển số 01/2026, số thứ tự 1.')
})

test('the handling sheet is printed from the page of the dossier, and over the API', async () => {
  expect((await site.get(`/lam/${code}?the=nhat-ky`, 'anh.vn')).body).toContain(`/lam/${code}/phieu-kiem-soat`)
  for (const address of [`/lam/${code}/phieu-kiem-soat`, `/api/v1/dossiers/${code}/handling-sheet`]) {
    const { headers, rawPayload } = await pdf(address)
    expect(headers['content-type']).toBe('application/pdf')
    const text = textOf(rawPayload)
    expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ')
    expect(text).toContain('Nguyễn Thu Hạnh')
    expect(text).toContain('Vũ Ngọc Ánh')
    expect(text).toContain('Đã tiếp nhận hồ sơ')
  }
  expect((await site.get(`/lam/${code}/phieu-kiem-soat`, 'thang.lv')).statusCode).toBe(404)
})

test('prints, exports, and closes once the year is over', async () => {
  expect(textOf((await pdf(`/so-theo-doi/${book}/in?thang=11&phan=1`)).rawPayload)).toContain('SỔ THEO DÕI HỒ SƠ')
  const csv = await site.get(`/so-theo-doi/${book}/tai`, 'anh.vn')
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.body).toContain(`1,${code},2.000815,`)
  expect((await site.get(`/so-theo-doi?so=${book.replace('/', '.')}`, 'thang.lv')).statusCode).toBe(404)
  site.world.clock.set('2027-01-04T09:00:00+07:00')
  const done = await site.send(`/so-theo-doi/${book}/khoa`, 'binh.nth', {}, '/so-theo-doi')
  expect(done.statusCode).toBe(303)
  const { body } = await site.get(String(done.headers.location), 'binh.nth')
  expect(body).toContain('Đếm lại hôm nay: khớp với lúc khoá sổ.')
  await rows(
    site.world.app.db,
    sql`update dossiers.dossier set applicant = jsonb_set(applicant, '{fullName}', '"Người khác"') where code = ${code}`,
  )
  expect((await site.get('/so-theo-doi', 'binh.nth')).body).toContain('KHÔNG KHỚP')
})

const pdf = (url: string) => site.web.inject({ url, headers: { 'x-officer': 'anh.vn' } })
