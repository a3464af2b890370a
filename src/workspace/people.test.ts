import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../platform/action.ts'
import { runErrand } from '../platform/errand.ts'
import { assignDossier, receiveDossier, recordAppraisal, submitDossier } from '../dossiers/index.ts'
import { sectorCodesOf, sectors } from '../catalogue/index.ts'
import { handOverRoutes } from '../dossiers/hand-over/routes.tsx'
import { aFiling } from '../dossiers/testing.ts'
import { dossiersWorkspaceRoutes } from '../dossiers/workspace/routes.tsx'
import { accountBySignInName, grantRole, identityRefusals, openAccount } from '../identity/index.ts'
import { identityWorkspaceRoutes } from '../identity/workspace/routes.ts'
import { organisationRefusals } from '../organisation/index.ts'
import { pageFindings } from '../ui/testing.ts'
import { workspaceRoutes } from './routes.ts'
import { openOfficersSite, openOfficersScreen, type OfficersSite, type OfficersScreen } from './testing.ts'

const [DESK, HEAD, HUY, NGA, ADMIN] = ['anh.vn', 'chau.dm', 'huy.pq', 'nga.ht', 'linh.tk'] as const

let site: OfficersSite
let screen: OfficersScreen
let office: string

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await workspaceRoutes(web, [])
    await dossiersWorkspaceRoutes(web)
    await handOverRoutes(web)
    await identityWorkspaceRoutes(web, sectors)
  })
  Object.assign(site.world.app.refusals, identityRefusals, organisationRefusals)
  office = (await site.officer(HEAD)).grants[0]?.unitId ?? ''
  screen = await openOfficersScreen(site)
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

async function givenTo(assignee: string): Promise<string> {
  const { app } = site.world
  const citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { code } = await runAction(app, submitDossier, citizen, await aFiling(app, citizen, '2.000815'))
  await runAction(app, receiveDossier, await site.officer(DESK), { dossierCode: code })
  const { accountId } = await site.officer(assignee)
  await runAction(app, assignDossier, await site.officer(HEAD), { dossierCode: code, assigneeAccountId: accountId })
  return code
}

async function look(as: string, path: string, name: string): Promise<void> {
  expect(await pageFindings(await screen.open(path, as), name), name).toEqual([])
}

describe('delegations', () => {
  test('a head writes down a substitution; the substitute sees whose work it is; it is taken back', async () => {
    const code = await givenTo(HUY)
    const form = `/can-bo/uy-quyen/moi`
    const [huy, nga] = [(await site.officer(HUY)).accountId, (await site.officer(NGA)).accountId]
    const empty = await site.send(form, HEAD, { 'tu-ngay': '', 'ngay-ky': '' })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Chọn cách giao')
    expect(empty.body).toContain('Chọn một người')
    const wrong = {
      cach: 'substitution',
      'nguoi-giao': huy,
      'nguoi-nhan': nga,
      viec: 'specialist',
      'loai-van-ban': 'Thông báo phân công',
      so: '31/TB-UBND',
      'ngay-ky': '2026-11-19',
      'noi-ky': 'Chủ tịch UBND phường',
      'tu-ngay': '2026-11-20',
      'den-ngay': '2026-11-19',
    }
    const refused = await site.send(form, HEAD, wrong)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Ngày kết thúc phải từ ngày bắt đầu trở đi.')
    expect(refused.body).toContain('31/TB-UBND')
    await look(HEAD, form, 'uy-quyen-moi')
    const [field = ''] = await sectorCodesOf(site.world.app.db, '2.000815')
    const name = (await sectors(site.world.app.db)).find((one) => one.code === field)?.name ?? ''
    const limited = { ...wrong, 'linh-vuc': [field, '', ''] }
    expect((await site.send(form, HEAD, limited)).body).toContain(`value="${field}" selected`)
    const done = await site.send(form, HEAD, { ...limited, 'den-ngay': '2026-11-27' })
    expect(done).toMatchObject({ statusCode: 303, headers: { location: '/can-bo/uy-quyen?xong=lap' } })

    const list = await site.get('/can-bo/uy-quyen', HEAD)
    expect(list.body).toContain('Đang có hiệu lực')
    expect(list.body).toContain(`chỉ lĩnh vực ${name}`)
    expect(list.body).toContain('văn bản số 31/TB-UBND ngày 19/11/2026')
    expect((await site.get('/viec', NGA)).body).toContain('Thay Phạm Quang Huy')
    const own = await site.get('/can-bo/tai-khoan', NGA)
    expect(own.body).toContain('Phạm Quang Huy: Phân công thay: Chuyên viên thụ lý')
    expect(own.body).toContain('đến 27/11/2026')

    const { app } = site.world
    const conclusion = { dossierCode: code, outcome: 'eligible', note: 'Đủ điều kiện' }
    await runAction(app, recordAppraisal, await site.officer(NGA), conclusion)
    const journal = await site.get(`/lam/${code}?the=nhat-ky`, HUY)
    expect(journal.body).toContain('Hoàng Thuý Nga thay Phạm Quang Huy, theo văn bản số 31/TB-UBND ngày 19/11/2026')

    await look(HEAD, '/can-bo/uy-quyen', 'uy-quyen')
    await look(NGA, '/can-bo/tai-khoan', 'tai-khoan-cua-toi')
    await look(NGA, '/viec', 'viec-lam-thay')
    const revoke = /href="(\/can-bo\/uy-quyen\/[^"]+\/thu-hoi)"/.exec(list.body)?.[1] ?? ''
    expect((await site.get(revoke, 'hai.lv')).statusCode).toBe(404)
    expect((await site.send(revoke, HEAD, { 'ly-do': '' })).body).toContain('Cần điền mục này')
    const taken = await site.send(revoke, HEAD, { 'ly-do': 'Đi làm lại sớm' })
    expect(taken.headers.location).toBe('/can-bo/uy-quyen?xong=thu-hoi')
    expect((await site.get('/can-bo/uy-quyen', HEAD)).body).toContain('thu hồi: Đi làm lại sớm')
    expect((await site.get('/viec', NGA)).body).not.toContain('Thay Phạm Quang Huy')
    expect((await site.get('/can-bo/uy-quyen/moi', HUY)).statusCode).toBe(403)
  }, 120_000)
})

describe('accounts', () => {
  test('an administrator opens one, gives a role, withdraws it, closes it', async () => {
    expect((await site.get('/quan-tri/tai-khoan/moi', HEAD)).statusCode).toBe(403)
    const wrong = await site.send('/quan-tri/tai-khoan/moi', ADMIN, { 'ho-ten': 'Lê Minh Khôi', ten: 'a b' })
    expect(wrong.statusCode).toBe(422)
    const opened = await site.send('/quan-tri/tai-khoan/moi', ADMIN, { 'ho-ten': 'Lê Minh Khôi', ten: 'khoi.lm' })
    expect(opened.statusCode).toBe(200)
    expect(opened.body).toContain('chỉ hiện một lần')
    expect(opened.body).toContain('Chưa có vai trò nào')
    const account = await accountBySignInName(site.world.app.db, 'khoi.lm')
    const here = `/quan-tri/tai-khoan/${account?.id ?? ''}`
    const role = {
      'vai-tro': 'specialist',
      'don-vi': office,
      'chuc-danh': 'Chuyên viên',
      'tu-ngay': '2026-11-20',
      so: '41/QĐ-UBND',
      'ngay-ky': '2026-11-19',
    }
    const missing = await site.send(`${here}/vai-tro`, ADMIN, { ...role, so: '' })
    expect(missing.statusCode).toBe(422)
    expect(missing.body).toContain('Cần điền mục này')
    await look(ADMIN, `${here}/vai-tro`, 'giao-vai-tro')
    expect((await site.send(`${here}/vai-tro`, ADMIN, role)).headers.location).toBe(`${here}?xong=1`)
    const again = await site.send(`${here}/vai-tro`, ADMIN, role)
    expect(again.body).toContain('đã giữ vai trò đó')
    const shown = await site.get(here, ADMIN)
    expect(shown.body).toContain('41/QĐ-UBND ngày 19/11/2026')
    await look(ADMIN, here, 'tai-khoan')
    await look(ADMIN, '/quan-tri/tai-khoan', 'danh-sach-tai-khoan')
    await look(ADMIN, '/quan-tri/tai-khoan/moi', 'mo-tai-khoan')

    const path = /href="(\/quan-tri\/tai-khoan\/[^"]+\/vai-tro\/[^"]+)"/.exec(shown.body)?.[1] ?? ''
    await look(ADMIN, path, 'cho-thoi')
    const ended = await site.send(path, ADMIN, { 'ngay-cuoi': '2026-11-19', 'ly-do': 'Nhập nhầm' })
    expect(ended.headers.location).toBe(`${here}?xong=1`)
    expect((await site.get(here, ADMIN)).body).toContain('Chưa có vai trò nào')
    await site.send(`${here}/ngung`, ADMIN, { 'ly-do': 'Thôi việc' })
    expect((await site.get(`/quan-tri/tai-khoan?q=${encodeURIComponent('Minh Khôi')}`, ADMIN)).body).toContain(
      'Ngừng dùng',
    )
  }, 120_000)
})

describe('hand-over', () => {
  test('the head sees the dossiers of who leaves and gives them to others', async () => {
    const { app } = site.world
    const admin = await site.officer(ADMIN)
    const { accountId } = await runErrand(app, openAccount, admin, { signInName: 'yen.th', fullName: 'Tạ Hải Yến' })
    await runAction(app, grantRole, admin, {
      accountId,
      role: 'specialist',
      unitId: office,
      position: 'Chuyên viên',
      validFrom: '2026-11-20',
      validTo: '2026-11-27',
      decisionNumber: '42/QĐ-UBND',
      decisionOn: '2026-11-19',
    })
    const codes = [await givenTo('yen.th'), await givenTo('yen.th')]
    const seen = await site.get('/ban-giao', HEAD)
    expect(seen.body).toContain('Tạ Hải Yến')
    expect(seen.body).toContain('Thôi sau ngày 27/11/2026')
    expect(seen.body).toMatch(/Bàn giao hồ sơ<span class="so"> 2<\/span>/)
    await look(HEAD, '/ban-giao', 'ban-giao')
    const huy = (await site.officer(HUY)).accountId
    const form = { 'nguoi-giao': accountId, [`ho-so-${accountId}`]: codes }
    const nobody = await site.send('/ban-giao', HEAD, form)
    expect(nobody.statusCode).toBe(422)
    expect(nobody.body).toContain('Chọn người nhận')
    const done = await site.send('/ban-giao', HEAD, { ...form, [`nhan-${accountId}`]: huy })
    expect(done.body).toContain('Đã bàn giao 2/2 hồ sơ.')
    expect(done.body).toContain('Không còn hồ sơ nào phải bàn giao')
    expect((await site.get('/ban-giao', DESK)).statusCode).toBe(403)
  }, 120_000)
})
