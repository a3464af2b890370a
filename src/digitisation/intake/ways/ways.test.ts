import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf } from '../../../../test/support/code-of.ts'
import { limitedPdfium } from '../../../platform/limited-pdfium.ts'
import { readBarCodes } from '../../../platform/read-bar-codes.ts'
import { runAction } from '../../../platform/action.ts'
import { runErrand } from '../../../platform/errand.ts'
import { runQuery } from '../../../platform/query.ts'
import type { Citizen } from '../../../platform/actor.ts'
import { submitDossier } from '../../../dossiers/index.ts'
import { dossierByCode } from '../../../dossiers/store.ts'
import { aFiling } from '../../../dossiers/testing.ts'
import { openOfficersSite, type OfficersSite } from '../../../workspace/testing.ts'
import { waysWorkspaceRoutes } from '../../workspace/ways/routes.tsx'
import { digitisationJobs } from '../../index.ts'
import { installQueues } from '../../../platform/jobs/queue.ts'
import { digitisationRefusals } from '../../texts.ts'
import { takeFiledPapers } from '../on-dossier-submitted.ts'
import { printSeparators } from '../separators/print-separators.ts'
import { separatorsByCodes } from '../separators/store.ts'
import { SEPARATOR_CODE } from '../split.ts'
import { filesOfScan, scansOfUnits } from '../store.ts'
import { endWay, listWays, setUpWay } from './set-up-way.ts'
import sharp from 'sharp'

let site: OfficersSite
beforeAll(async () => {
  site = await openOfficersSite(waysWorkspaceRoutes)
  await installQueues(site.world.database.url('motcua_owner'), digitisationJobs)
  Object.assign(site.world.app.refusals, digitisationRefusals)
}, 180_000)
afterAll(() => site?.close())

const [ADMINISTRATOR, ANH, LAN] = ['linh.tk', 'anh.vn', 'lan.dtm']

async function setUp(given: { kind: 'folder' | 'portal'; unitId: string; place?: string }, as = ADMINISTRATOR) {
  const how = { place: '', splitAt: 'file', handsOn: 'by-person' } as const
  return runAction(site.world.app, setUpWay, await site.officer(as), { ...how, ...given })
}
const deskOf = async (name: string) => (await site.officer(name)).grants[0]?.unitId ?? ''

it('an administrator binds a folder to a desk, each once, and ends it', async () => {
  const { app } = site.world
  const linh = await site.officer(ADMINISTRATOR)
  const unitId = await deskOf(ANH)
  await setUp({ kind: 'folder', unitId, place: 'quay-1' })
  expect(await codeOf(setUp({ kind: 'folder', unitId: await deskOf(LAN), place: 'quay-1' }))).toBe(
    'digitisation.way-taken',
  )
  for (const place of ['../etc', 'Quầy 1', '/tmp', ''])
    expect(await codeOf(setUp({ kind: 'folder', unitId, place }))).toBe('digitisation.folder-name')
  const [way] = (await runQuery(app, listWays, linh, {})).ways
  expect(way).toMatchObject({ place: 'quay-1', kind: 'folder', unitId })
  await runAction(app, endWay, linh, { wayId: way?.id ?? '' })
  expect(await codeOf(runAction(app, endWay, linh, { wayId: way?.id ?? '' }))).toBe('digitisation.way-ended')
  await setUp({ kind: 'folder', unitId: await deskOf(LAN), place: 'quay-1' })
})

it('others bind nothing, and a unit out of reach is not there', async () => {
  const unitId = await deskOf(ANH)
  expect(await codeOf(setUp({ kind: 'folder', unitId, place: 'quay-2' }, ANH))).toBe('platform.forbidden')
  const linh = await site.officer(ADMINISTRATOR)
  const narrow = { ...linh, grants: linh.grants.map((grant) => ({ ...grant, unitId, reach: 'unit' as const })) }
  const elsewhere = {
    kind: 'folder',
    unitId: await deskOf(LAN),
    place: 'quay-3',
    splitAt: 'file',
    handsOn: 'by-person',
  } as const
  expect(await codeOf(runAction(site.world.app, setUpWay, narrow, elsewhere))).toBe('platform.not-found')
})

it('what is filed online becomes papers where the desk wants it, once for each component', async () => {
  const { app } = site.world
  const hanh: Citizen = await site.citizen('022188000512', 'Nguyễn Thu Hạnh')
  const { code } = await runAction(app, submitDossier, hanh, await aFiling(app, hanh, '2.000815'))
  const dossier = await dossierByCode(app.db, code)
  const told = { dossierId: dossier?.id ?? '', code, version: 1 }
  const unitId = dossier?.receivedByUnitId ?? ''
  const scans = () => scansOfUnits(app.db, [unitId], { before: undefined, limit: 20 })
  await takeFiledPapers.run(app, told)
  expect(await scans()).toEqual([])
  await setUp({ kind: 'portal', unitId })
  await takeFiledPapers.run(app, told)
  await takeFiledPapers.run(app, told)
  const found = await scans()
  expect(found.length).toBeGreaterThan(0)
  expect(new Set(found.map(({ componentCode }) => componentCode)).size).toBe(found.length)
  for (const scan of found) {
    expect(scan).toMatchObject({ source: 'portal', dossierId: told.dossierId, state: 'preparing' })
    expect(await filesOfScan(app.db, scan.id)).not.toEqual([])
  }
})

it('separator sheets are printed with codes that machines read, for desks of one’s own alone', async () => {
  const { app } = site.world
  const anh = await site.officer(ANH)
  const asked = { unitId: await deskOf(ANH), label: 'Sổ khai sinh 1994, quyển 2', count: 2 }
  const pdf = await runErrand(app, printSeparators, anh, asked)
  const document = await (await limitedPdfium()).loadDocument(pdf)
  expect(document.getPageCount()).toBe(2)
  const { data, width, height } = await document.getPage(1).render({ scale: 100 / 72, render: 'bitmap' })
  const picture = await sharp(data, { raw: { width, height, channels: 4 } })
    .rotate(180)
    .png()
    .toBuffer()
  const codes = [...new Set((await readBarCodes(picture, ['QRCode'])).map(({ text }) => text))]
  expect(codes).toHaveLength(1)
  expect(codes[0]).toMatch(SEPARATOR_CODE)
  expect(await separatorsByCodes(app.db, codes)).toMatchObject([{ label: 'Sổ khai sinh 1994, quyển 2, số 2' }])
  expect(await codeOf(runErrand(app, printSeparators, await site.officer(LAN), asked))).toBe('platform.not-found')
})

it('the pages say what is wrong and keep what was typed', async () => {
  const unitId = await deskOf(ANH)
  const wrong = await site.send('/quan-tri/duong-vao', ADMINISTRATOR, {
    loai: 'folder',
    cho: 'Quầy số 1',
    'bo-phan': unitId,
  })
  expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('Tên thư mục chỉ gồm chữ thường')])
  expect(wrong.body).toContain('value="Quầy số 1"')
  const sheets = '/so-hoa/quet/to-phan-cach'
  expect((await site.send(sheets, ANH, { ghi: '', 'so-to': '500' })).body).toContain('Số tờ từ 1 đến 100')
  const printed = await site.send(sheets, ANH, { ghi: 'Sổ cũ', 'so-to': '1' })
  expect(printed.headers['content-type']).toBe('application/pdf')
  expect((await site.get('/quan-tri/duong-vao', ANH)).statusCode).toBe(403)
})
