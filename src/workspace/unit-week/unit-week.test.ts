import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUnitWeek, type Session } from '../../deadlines/index.ts'
import { deadlinesWorkspaceRoutes } from '../../deadlines/workspace/routes.tsx'
import { catalogueWorkspaceRoutes } from '../../catalogue/workspace/routes.tsx'
import { clockOfDossier, dossierById, previewUnitWeek, receiveDossier, submitDossier } from '../../dossiers/index.ts'
import { remindersRoutes } from '../../dossiers/reminders/routes.tsx'
import { aFiling } from '../../dossiers/testing.ts'
import { unitBySlug } from '../../organisation/index.ts'
import { runAction } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import { oneRow, sql } from '../../platform/db.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { pageFindings } from '../../ui/testing.ts'
import { openOfficersScreen, openOfficersSite, type OfficersScreen, type OfficersSite } from '../testing.ts'
import { unitWeekRoutes } from './routes.tsx'

const DAM_PLAN = '1.003440'
const SUPERVISOR = 'binh.nth'
const SPECIALIST = 'huy.pq'
const TODAY = '2026-11-20'
const PAGE = '/lich-lam-viec/gio-rieng?co-quan=ubnd-bai-chay'

let site: OfficersSite
let screen: OfficersScreen
let unitId: string
let dossierId: string

beforeAll(async () => {
  site = await openOfficersSite(async (web) => {
    await deadlinesWorkspaceRoutes(web)
    await unitWeekRoutes(web)
    await remindersRoutes(web)
    await catalogueWorkspaceRoutes(web)
  })
  screen = await openOfficersScreen(site)
  unitId = (await unitBySlug(site.world.app.db, 'ubnd-bai-chay', TODAY))?.id ?? ''
  // Twenty working days from Friday 20 November 2026: due at 16:30 on Monday 21 December.
  dossierId = await received()
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

async function received(): Promise<string> {
  const { app } = site.world
  const citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { code } = await runAction(app, submitDossier, citizen, await aFiling(app, citizen, DAM_PLAN))
  await runAction(app, receiveDossier, await site.officer('anh.vn'), { dossierCode: code })
  return (await oneRow(app.db, sql<{ id: string }>`select id from dossiers.dossier where code = ${code}`)).id
}

const promised = async (id: string) => {
  const { db, clock } = site.world.app
  const dossier = await dossierById(db, id)
  if (!dossier) throw new Error(id)
  const { clock: reckoned } = await clockOfDossier(db, dossier, clock.now())
  return { kept: dossier.dueOn, reckoned: reckoned.current?.dueOn }
}

const day: Session[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '16:30' },
]
const morning: Session[] = [{ from: '07:30', to: '11:30' }]
const withSaturdays = { validFrom: '2026-12-01', sessions: [[], day, day, day, day, day, morning] }
const withoutMondays = { validFrom: '2026-12-01', sessions: [[], [], day, day, day, day, []] }
const preview = async (who: string | Officer, week: object) =>
  runQuery(site.world.app, previewUnitWeek, typeof who === 'string' ? await site.officer(who) : who, {
    unitId,
    ...week,
  })
const set = async (who: string | Officer, week: object) =>
  runAction(site.world.app, setUnitWeek, typeof who === 'string' ? await site.officer(who) : who, {
    unitId,
    order: '56/QĐ-UBND',
    reason: 'Làm thêm sáng thứ Bảy',
    ...week,
  })

describe('a unit’s own week', () => {
  test('is looked at before: whose date would be another, and who is promised a moment the office will be closed', async () => {
    expect(await preview(SUPERVISOR, withSaturdays)).toEqual({
      open: 1,
      isMore: false,
      later: 0,
      earlier: 1,
      closedThen: 0,
    })
    expect(await preview(SUPERVISOR, withoutMondays)).toEqual({
      open: 1,
      isMore: false,
      later: 1,
      earlier: 0,
      closedThen: 1,
    })
    expect((await preview(SUPERVISOR, { ...withSaturdays, validFrom: '2026-12-22' })).open).toBe(0)
    expect(await promised(dossierId)).toEqual({ kept: '2026-12-21', reckoned: '2026-12-21' })
  })

  test('is not for specialists, nor for those of another body; nothing reaches into the past', async () => {
    const elsewhere: Officer = {
      ...(await site.officer(SUPERVISOR)),
      grants: [{ role: 'supervisor', unitId: '0192f0c0-0000-7000-8000-00000000d001', unitCode: 'x', reach: 'subtree' }],
    }
    for (const ask of [preview, set]) {
      await expect(ask(SPECIALIST, withSaturdays)).rejects.toThrow(new Refusal('platform.forbidden'))
      await expect(ask(elsewhere, withSaturdays)).rejects.toThrow(new Refusal('platform.not-found'))
      await expect(ask(SUPERVISOR, { ...withSaturdays, validFrom: TODAY })).rejects.toThrow('deadlines.week-in-past')
    }
    expect((await site.get(PAGE, SPECIALIST)).statusCode).toBe(403)
  })

  test('hours that cannot be read are asked again, and nothing typed is lost', async () => {
    const typed = {
      from: '2026-12-01',
      'hours-1': 'cả ngày',
      'hours-6': '7h30-11h30',
      order: '56/QĐ-UBND',
      reason: 'x',
      viec: 'xem',
    }
    const { statusCode, body } = await site.send(PAGE, SUPERVISOR, typed)
    expect(statusCode).toBe(422)
    expect(body).toContain('Thứ Hai: chưa đọc được giờ làm việc')
    for (const value of ['cả ngày', '7h30-11h30', '56/QĐ-UBND']) expect(body).toContain(`value="${value}"`)
  })

  test('holds for dossiers received from then on; a promised date stays', async () => {
    site.world.clock.advance(10)
    const hours = '07:30-11:30, 13:00-16:30'
    const week = Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [`hours-${weekday}`, hours]))
    const form = {
      ...week,
      from: '2026-12-01',
      'hours-6': '07:30-11:30',
      order: '56/QĐ-UBND',
      reason: 'Làm thêm sáng thứ Bảy',
    }
    const looked = await site.send(PAGE, SUPERVISOR, { ...form, viec: 'xem' })
    expect(looked.body).toContain('1 hồ sơ lẽ ra hẹn sớm hơn')
    expect(looked.body).toContain('Ngày đã hẹn với người dân không đổi.')
    expect((await site.send(PAGE, SUPERVISOR, { ...form, viec: 'ghi' })).statusCode).toBe(303)
    expect(await promised(dossierId)).toEqual({ kept: '2026-12-21', reckoned: '2026-12-21' })
    site.world.clock.advance(10)
    expect(await promised(await received())).toEqual({ kept: '2026-12-17', reckoned: '2026-12-17' })
    const lines = await linesOf(site.world.app.db, `calendar:${unitId}`, 0, 10)
    expect(lines.map(({ what }) => what)).toEqual(['deadlines.unit-week-set'])
    await expect(set(SUPERVISOR, withSaturdays)).rejects.toThrow('deadlines.week-exists')
    expect((await site.get('/lich-lam-viec?co-quan=ubnd-bai-chay', SUPERVISOR)).body).toContain('Theo 56/QĐ-UBND')
  })
})

test('the pages of weeks, reminders and terms stand at both widths', async () => {
  const { code } = await oneRow(
    site.world.app.db,
    sql<{ code: string }>`
      select code from catalogue.procedure_version where valid_to is null and content -> 'cases' -> 0 -> 'term' = 'null'
      order by code limit 1`,
  )
  const addresses = {
    'tuan-lam-viec': PAGE,
    'nhac-viec': '/quan-tri/nhac-viec',
    'ghi-thoi-han': `/quan-tri/thu-tuc/${code}/thoi-han`,
  }
  for (const [name, address] of Object.entries(addresses)) {
    const page = await screen.open(address, 'linh.tk')
    expect(await pageFindings(page, name)).toEqual([])
  }
}, 120_000)
