import { render } from 'preact-render-to-string'
import type { VNode } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import type { Actor } from '../platform/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { getDossier } from '../dossiers/index.ts'
import { codeOf } from '../results/testing.ts'
import { instantApiRoutes } from './api/routes.ts'
import {
  draftDeclaration,
  getInstant,
  listInstant,
  publishDeclaration,
  recordIssueAuthority,
  revokeIssueAuthority,
  runOf,
} from './index.ts'
import { instantPortalRoutes, instantTrackingSection } from './portal/routes.tsx'
import { instantSection, instantWorkspaceRoutes } from './workspace/routes.tsx'
import { FROM_THE_BOOK, openInstantWorld, type InstantWorld } from './testing.ts'

let world: InstantWorld
let site: BareWeb
let actor: Actor = { kind: 'anonymous' }

beforeAll(async () => {
  world = await openInstantWorld()
  site = await openBareWeb(
    world.app,
    () => actor,
    async (web) => {
      await instantWorkspaceRoutes(web)
      await instantPortalRoutes(web)
      await instantApiRoutes(web)
    },
  )
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const as = (who: Actor) => void (actor = who)
const open = (url: string) => site.web.inject({ url })
const htmlOf = (part: VNode | null | undefined) => (part ? render(part) : '')
const PAGE = `/quy-trinh/tu-dong/${FROM_THE_BOOK}`

async function issued(): Promise<string> {
  const code = await world.file()
  await world.app.jobs.drain()
  return code
}

describe('declaring', () => {
  test('a draft is published with every fault at once, in words; a good one is the version in force', async () => {
    const { administrator, run, read, people } = world
    const { inForce } = await read(getInstant, administrator, { procedureCode: FROM_THE_BOOK })
    expect(inForce).toMatchObject({ version: 1, certainty: 'demo-setting' })
    const definition = { ...inForce?.definition, checks: ['data-present', 'weather'] }
    const draft = { procedureCode: FROM_THE_BOOK, definition, over: 0 }
    expect(await codeOf(run(draftDeclaration, people.head, draft))).toBe('platform.forbidden')
    expect(await run(draftDeclaration, administrator, draft)).toMatchObject({ revision: 1 })
    expect(await codeOf(run(draftDeclaration, administrator, draft))).toBe('instant.draft-changed')
    expect(await codeOf(run(draftDeclaration, administrator, { ...draft, procedureCode: '9.999999' }))).toBe(
      'instant.unknown-procedure',
    )
    const publish = { procedureCode: FROM_THE_BOOK, revision: 1, validFrom: '2026-11-20' }
    const refused = await run(publishDeclaration, administrator, publish).catch((error: { facts: object }) => error)
    expect(refused).toMatchObject({
      code: 'instant.faults',
      facts: { codes: ['unknown-check', 'check-missing', 'check-missing', 'check-missing'] },
    })
    expect((await read(getInstant, administrator, { procedureCode: FROM_THE_BOOK })).faults[0]).toContain('weather')
    await run(draftDeclaration, administrator, { ...draft, definition: inForce?.definition, over: 1 })
    expect(
      await codeOf(run(publishDeclaration, administrator, { ...publish, revision: 2, validFrom: '2026-11-01' })),
    ).toBe('instant.in-the-past')
    expect(await run(publishDeclaration, administrator, { ...publish, revision: 2 })).toMatchObject({ version: 2 })
    expect(await codeOf(run(publishDeclaration, administrator, { ...publish, revision: 2 }))).toBe('instant.no-draft')
    expect(await read(listInstant, people.supervisor, {})).toMatchObject([
      { code: FROM_THE_BOOK, inForce: 2, isOff: false },
    ])
    const lines = await rows(
      world.app.db,
      sql<{
        what: string
      }>`select what from platform.journal_line where subject = ${`procedure:${FROM_THE_BOOK}`} order by seq`,
    )
    expect(lines.map(({ what }) => what)).toEqual([
      'instant.published',
      'instant.drafted',
      'instant.drafted',
      'instant.published',
    ])
  })

  test('an instrument is of who signs at that agency, has an end, and stands alone; without it nothing goes out', async () => {
    const { administrator, run, read, people } = world
    const view = await read(getInstant, administrator, { procedureCode: FROM_THE_BOOK })
    const [standing] = view.authorities
    if (!standing) throw new Error('no authority')
    const input = {
      procedureCode: FROM_THE_BOOK,
      unitId: standing.unitId,
      authorisedByAccountId: people.leader.accountId,
      instrumentKind: 'Quyết định',
      instrumentNumber: '121/QĐ-UBND',
      signedOn: '2026-11-20',
      issuer: 'Uỷ ban nhân dân phường Bãi Cháy',
      validFrom: '2026-11-20',
      validTo: '2027-06-30',
    }
    const refusal = (change: object, who: Actor = administrator) =>
      codeOf(run(recordIssueAuthority, who, { ...input, ...change }))
    expect(await refusal({}, people.leader)).toBe('platform.forbidden')
    expect(await refusal({ authorisedByAccountId: people.clerk.accountId })).toBe('instant.not-a-signatory')
    expect(await refusal({ authorisedByAccountId: people.otherLeader.accountId })).toBe('instant.not-a-signatory')
    expect(await refusal({ validFrom: '2026-11-19' })).toBe('organisation.authority-before-instrument')
    expect(await refusal({ validTo: '2026-11-19' })).toBe('organisation.authority-over')
    expect(await refusal({})).toBe('instant.authority-standing')

    const revoke = { authorityId: standing.id, reason: 'Sổ gốc đang chỉnh lý.' }
    expect(await codeOf(run(revokeIssueAuthority, people.leader, revoke))).toBe('platform.forbidden')
    await run(revokeIssueAuthority, administrator, revoke)
    expect(await codeOf(run(revokeIssueAuthority, administrator, revoke))).toBe('instant.unknown-authority')
    const code = await issued()
    const { dossier } = await read(getDossier, people.hanh, { dossierCode: code })
    expect(await runOf(world.app.db, dossier.id)).toMatchObject({ reason: { code: 'instant.no-authority' } })
    expect(dossier.handling).toBe('submitted')
    expect(await run(recordIssueAuthority, administrator, input)).toMatchObject({ isInForce: true })
    const again = await read(getDossier, people.hanh, { dossierCode: await issued() })
    expect(again.dossier.handling).toBe('delivered')
  })
})

describe('the pages', () => {
  test('of administrators: what is in force, a switch, the draft, the instruments; refused input stays', async () => {
    as(world.administrator)
    expect((await open('/quy-trinh/tu-dong')).body).toContain('Thủ tục cấp bản sao từ sổ gốc')
    expect((await open(`/quy-trinh/tu-dong?ma=${FROM_THE_BOOK}`)).headers.location).toBe(PAGE)
    const page = await open(PAGE)
    expect(page.body).toContain('Khớp dữ liệu Nhà nước đang giữ')
    expect(page.body).toContain('121/QĐ-UBND')

    const form = {
      'ma-co-quan': 'H49.999',
      'nguoi-ky': 'thinh.bd',
      loai: 'Quyết định',
      so: '7/QĐ',
      'ngay-ky': '2026-11-20',
    }
    const refused = await site.post(PAGE, `${PAGE}/van-ban`, {
      ...form,
      'ban-hanh-boi': 'X',
      'tu-ngay': '2026-11-20',
      'den-ngay': '2027-01-01',
    })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Không có cơ quan mang mã này.')
    expect(refused.body).toContain('value="7/QĐ"')

    const saved = await site.post(PAGE, `${PAGE}/nhap`, {
      lan: '0',
      'kiem-tra': 'data-present',
      muc: 'fullName\nshoeSize',
      'ket-qua': 'Bản sao được cấp từ sổ gốc',
      mau: 'civil-status',
    })
    expect(saved.headers.location).toBe(`${PAGE}?xong=nhap`)
    expect((await open(PAGE)).body).toContain('Biểu mẫu của thủ tục không có mục “shoeSize”.')

    const short = await site.post(PAGE, `${PAGE}/tat`, { 'ly-do': 'x' })
    expect(short.statusCode).toBe(422)
    const off = await site.post(PAGE, `${PAGE}/tat`, { 'ly-do': 'Đang chỉnh lý sổ gốc.' })
    expect(off.headers.location).toBe(`${PAGE}?xong=tat`)
    expect((await open(PAGE)).body).toContain('Đang chỉnh lý sổ gốc.')
    await site.post(PAGE, `${PAGE}/bat`, { 'ly-do': 'Đã chỉnh lý xong.' })

    as(world.people.supervisor)
    expect((await open(PAGE)).body).not.toContain('Lưu bản nháp')
    as(world.people.head)
    expect((await open(PAGE)).statusCode).toBe(403)
  })

  test('of the citizen and the officer: who decided, on which checks, and a person on request', async () => {
    const code = await issued()
    const { people, read } = world
    const own = await read(getDossier, people.hanh, { dossierCode: code })
    const request = { server: { app: world.app } } as never
    const told = htmlOf(await instantTrackingSection.render(request, own.dossier))
    expect(told).toContain('do hệ thống phát hành tự động')
    expect(told).toContain('121/QĐ-UBND')
    expect(told).toContain(`/ho-so/${code}/xem-lai`)

    as(people.dong)
    expect((await open(`/ho-so/${code}/xem-lai`)).statusCode).toBe(404)
    as(people.hanh)
    const page = `/ho-so/${code}/xem-lai`
    const empty = await site.post(page, page, { 'ly-do': ' ' })
    expect(empty.statusCode).toBe(422)
    expect((await site.post(page, page, { 'ly-do': 'Ghi thiếu nơi sinh.' })).headers.location).toBe(`/ho-so/${code}`)
    expect((await open(page)).headers.location).toBe(`/ho-so/${code}`)
    const asked = htmlOf(await instantTrackingSection.render(request, own.dossier))
    expect(asked).toContain('Bạn đã đề nghị cán bộ xem lại ngày 20/11/2026')

    const theirs = await read(getDossier, people.specialist, { dossierCode: code })
    const tab = htmlOf(await instantSection.render(request, theirs))
    expect(tab).toContain('Người nộp xin cho chính mình')
    expect(tab).toContain('Người dân đề nghị cán bộ xem lại ngày 20/11/2026')
  })

  test('of the officer: the reason where a person has it', async () => {
    world.register({ lookUp: () => Promise.reject(new Error('away')) })
    const code = await issued()
    world.register({})
    const theirs = await world.read(getDossier, world.people.desk, { dossierCode: code })
    const tab = htmlOf(await instantSection.render({ server: { app: world.app } } as never, theirs))
    expect(tab).toContain('Không kết nối được cơ sở dữ liệu dân cư nên chưa đối chiếu được.')
    expect(tab).toContain('Chưa chắc')
  })

  test('of programs: the same by the API', async () => {
    as(world.people.supervisor)
    const view = await site.web.inject({ url: `/api/v1/instant/${FROM_THE_BOOK}` })
    expect(view.json()).toMatchObject({ procedure: { code: FROM_THE_BOOK }, inForce: { version: 2 } })
    const payload = { on: false, reason: 'Không được phép.' }
    const refused = await site.web.inject({ method: 'POST', url: `/api/v1/instant/${FROM_THE_BOOK}/switch`, payload })
    expect(refused.statusCode).toBe(403)
  })
})
