import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../test/support/bare-web.ts'
import type { Actor } from '../../platform/actor.ts'
import { execute, sql } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { sealJournal } from '../../platform/journal/seal.ts'
import { readTable } from '../../platform/spreadsheet/read-table.ts'
import type { GoodRow } from '../../catalogue/digitised/digitised-list.ts'
import { insertList } from '../../catalogue/digitised/store.ts'
import { insertCopy, saveSealedCopy, takeCopyNumber } from '../../desk/copies/store.ts'
import { recordRegisterUses } from '../../documents/index.ts'
import { countedDossiers, getDossier } from '../../dossiers/index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../../results/testing.ts'
import { supervisionRefusals } from '../texts.ts'
import { supervisionWorkspaceRoutes } from '../workspace/routes.ts'
import { getComponentCoverage, getFieldCoverage } from './get-coverage.ts'
import { getDigitisedFigures, getDigitisedYears, listBehindFigure } from './get-figures.ts'
import { numbersCommand } from './numbers.command.ts'
import { followJournal, reckonAll, reckonDigitised } from './reckon.ts'
import type { DossierFacts } from './facts.ts'
import { sumMonths } from './months-store.ts'
import { saveFacts } from './store.ts'

const DAYS = { from: '2026-11-01', to: '2026-11-30' }

let world: ResultsWorld
let site: BareWeb
let actor: Actor
let received: string
let sealed: string

beforeAll(async () => {
  world = await openResultsWorld()
  Object.assign(world.app.refusals, supervisionRefusals)
  actor = world.people.supervisor
  site = await openBareWeb(world.app, () => actor, supervisionWorkspaceRoutes)
  received = await world.appraised()
  sealed = await world.sealed()
  await world.app.jobs.drain()
  await settle()
}, 180_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function settle(): Promise<void> {
  await sealJournal(world.app, { full: true })
  await followJournal(world.app)
}
/** As the journal would leave it. */
async function stored(facts: DossierFacts[]): Promise<void> {
  const changed = await saveFacts(world.app.db, facts)
  await sumMonths(
    world.app.db,
    changed.flatMap(({ months }) => months),
  )
}
const total = async (who: Actor = actor) => (await world.read(getDigitisedFigures, who, { ...DAYS, by: 'unit' })).total
const behind = async (column: string, who: Actor = actor, more = {}) =>
  (await world.read(listBehindFigure, who, { ...DAYS, column, limit: 50, ...more })).dossiers.map(({ code }) => code)

describe('the numbers', () => {
  test('follow the journal: what was received, how deep, and what was resolved', async () => {
    expect(await total()).toMatchObject({
      received: 2,
      notDigitised: 2,
      digitised: 0,
      withFile: 2,
      withSignature: 0,
      resolved: 1,
      carriedOver: 0,
      resultDigitised: 1,
      resultWithData: 1,
    })
    expect(await behind('received')).toEqual(expect.arrayContaining([received, sealed]))
    expect(await behind('resultDigitised')).toEqual([sealed])
    expect(await behind('withSignature')).toEqual([])
  })

  test('change when the desk certifies a copy', async () => {
    const { dossier } = await world.read(getDossier, world.people.desk, { dossierCode: received })
    const [counted] = await countedDossiers(world.app.db, [dossier.id])
    for (const fileId of counted?.papers.flatMap(({ fileIds }) => fileIds) ?? [])
      await certified(counted?.id ?? '', fileId)
    await world.run(reckonDigitised, { kind: 'system', name: 'test' }, { dossierIds: [counted?.id ?? ''] })
    expect(await total()).toMatchObject({ digitised: 1, withSignature: 1, withData: 0 })
    expect(await behind('digitised')).toEqual([received])
  })

  test('tell papers not asked again, those of registers apart from those of vaults', async () => {
    const { dossier } = await world.read(getDossier, world.people.desk, { dossierCode: received })
    const use = {
      usedFor: `dossier:${dossier.id}`,
      componentCode: 'held',
      typeCode: 'identity-card',
      register: 'citizen-registry' as const,
      toldAt: null,
      ground: 'Nghị định 118/2025/NĐ-CP',
      usedForCode: received,
      procedureCode: '2.000815',
      procedureName: 'Chứng thực bản sao',
      unitId: world.people.desk.grants[0]?.unitId ?? '',
    }
    await world.run(recordRegisterUses, { kind: 'system', name: 'test' }, { uses: [use] })
    await settle()
    expect(await total()).toMatchObject({ reused: 1, reusedVault: 0, reusedRegister: 1, registerPapers: 1 })
    expect(await behind('reusedRegister')).toEqual([received])
    expect(await behind('reusedVault')).toEqual([])
  })

  test('can be made anew: the command says how much stood otherwise and puts it right', async () => {
    expect(await reckonAll(world.app)).toMatchObject({ changed: 0, months: 0 })
    const [row] = (await world.read(listBehindFigure, actor, { ...DAYS, column: 'digitised', limit: 1 })).dossiers
    if (!row) throw new Error('nothing was counted')
    const { unitName: _unit, ...facts } = row
    await saveFacts(world.app.db, [{ ...facts, isDigitised: false, signedPapers: 0, dataPapers: 0 }])
    const said: string[] = []
    const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) }
    expect(await numbersCommand.run(['rebuild', '--json'], io, world.app)).toBe(1)
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ changed: 1, months: 0 })
    expect(await total()).toMatchObject({ digitised: 1 })
    expect(await numbersCommand.run(['count'], io, world.app)).toBe(2)
    await execute(world.app.db, sql`update supervision.digitised_month set received = received + 1`)
    expect((await reckonAll(world.app)).months).toBeGreaterThan(0)
    expect(await reckonAll(world.app)).toMatchObject({ changed: 0, months: 0 })
  })

  test('are those of the reader’s agencies; others and other roles are refused', async () => {
    const { people } = world
    expect(await total(people.head)).toMatchObject({ received: 2 })
    expect(await total(people.desk)).toMatchObject({ received: 2 })
    expect(await total(people.otherLeader)).toMatchObject({ received: 0 })
    expect(await behind('received', people.otherLeader)).toEqual([])
    const { rows } = await world.read(getDigitisedFigures, actor, { ...DAYS, by: 'unit' })
    const unitId = rows[0]?.key ?? ''
    const asked = { ...DAYS, unitId, by: 'procedure' }
    expect((await world.read(getDigitisedFigures, actor, asked)).rows).toMatchObject([{ key: '2.000815' }])
    expect(await codeOf(world.read(getDigitisedFigures, people.otherLeader, asked))).toBe('platform.not-found')
    expect(await codeOf(world.read(getDigitisedFigures, people.specialist, asked))).toBe('platform.forbidden')
    const reversed = { from: '2026-11-30', to: '2026-11-01', by: 'unit' }
    expect(await codeOf(world.read(getDigitisedFigures, actor, reversed))).toBe('supervision.days-reversed')
  })

  test('by year and level count a result in the year it was issued, carried over from the year before', async () => {
    const [row] = (await world.read(listBehindFigure, actor, { ...DAYS, column: 'resolved', limit: 1 })).dossiers
    if (!row) throw new Error('nothing was resolved')
    const { unitName: _unit, ...facts } = row
    const old = { ...facts, dossierId: newId(), receivedOn: '2025-12-30', finishedOn: '2026-01-05' }
    const province = { ...facts, dossierId: newId(), level: 'province' as const, finishedOn: null }
    await stored([old, province])
    const years = await world.read(getDigitisedYears, actor, { years: 4 })
    expect(
      years.map(({ year, level, figures }) => [year, level, figures.received, figures.resolved, figures.carriedOver]),
    ).toEqual([
      [2026, 'province', 1, 0, 0],
      [2026, 'commune', 2, 2, 1],
      [2025, 'commune', 1, 0, 0],
    ])
  })

  test('open into pages of dossiers without a gap', async () => {
    const [row] = (await world.read(listBehindFigure, actor, { ...DAYS, column: 'received', limit: 1 })).dossiers
    if (!row) throw new Error('nothing was received')
    const { unitName: _unit, ...facts } = row
    const many = Array.from({ length: 120 }, (_, no) => {
      const day = `2024-0${1 + (no % 3)}-1${no % 7}`
      return { ...facts, dossierId: newId(), code: `X-${no}`, receivedOn: day, finishedOn: null }
    })
    await stored(many)
    const asked = { from: '2024-01-01', to: '2024-12-31', column: 'received', limit: 50 }
    const seen: string[] = []
    for (let after: object = {}; ;) {
      const page = await world.read(listBehindFigure, actor, { ...asked, ...after })
      seen.push(...page.dossiers.map(({ code }) => code))
      if (!page.next) break
      after = { after: page.next }
    }
    expect(seen.toSorted()).toEqual(many.map(({ code }) => code).toSorted())
  })
})

const get = async (path: string) => (await site.web.inject({ url: path, headers: { accept: 'text/html' } })).body

describe('the pages', () => {
  test('show the years, the agencies, and lead from a number to its dossiers', async () => {
    actor = world.people.supervisor
    const years = await get('/giam-sat/so-hoa')
    expect(years).toContain('2026, Cấp xã')
    expect(years).toContain('Mọi giấy tờ phải số hóa của hồ sơ đều có tệp')
    const agencies = await get('/giam-sat/so-hoa?xem=co-quan&tu=2026-11-01&den=2026-11-30')
    const link = /href="([^"]*cot=digitised[^"]*)"/.exec(agencies)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const behindIt = await get(link)
    expect(behindIt).toContain(received)
    expect(behindIt).not.toContain(sealed)
    expect(await get('/giam-sat/so-hoa?xem=co-quan&tu=2026-11-30&den=2026-11-01')).toContain('Chọn lại hai ngày')
    expect((await site.web.inject('/giam-sat/so-hoa/ho-so?cot=la')).statusCode).toBe(404)
  })

  test('give the table as a spreadsheet with the official names', async () => {
    const { rawPayload } = await site.web.inject('/giam-sat/so-hoa.xlsx?xem=co-quan&tu=2026-11-01&den=2026-11-30')
    const { rows } = readTable(rawPayload, { sheet: 'Số hóa', mostRows: 100 })
    const texts = rows.map(({ cells }) => [...cells.values()].map(({ text }) => text))
    expect(texts[1]).toEqual([
      'tiepNhan',
      'chuaSoHoaTPHS',
      'coSoHoaTPHS',
      'coTaiSuDungTPHS',
      'coTaiSuDungTPHSTuDvcQg',
      'daGiaiQuyet',
      'daGiaiQuyetChuaSoHoa',
      'daGiaiQuyetDaSoHoa',
    ])
    expect(texts[2]?.slice(1, 4)).toEqual(['3', '2', '1'])
  })
})

describe('coverage of an approved list', () => {
  const FIELD = 'G15-TEST'
  const NEVER = 'never-seen'
  let code: string
  beforeAll(async () => {
    const { dossier } = await world.read(getDossier, world.people.desk, { dossierCode: received })
    const [counted] = await countedDossiers(world.app.db, [dossier.id])
    code = counted?.papers[0]?.code ?? ''
    const list = {
      id: newId(),
      sectorCode: FIELD,
      number: '12/QĐ-UBND',
      decidedOn: '2026-01-02',
      issuer: 'Chủ tịch UBND tỉnh',
      validFrom: '2026-01-05',
      leftOut: 0,
      fileName: 'danh-muc.xlsx',
      fileSha256: 'b'.repeat(64),
      adoptedAt: world.clock.now(),
      adoptedByAccountId: newId(),
      adoptedByName: 'Tạ Khánh Linh',
    }
    const papers = [code, 'held', NEVER].map((componentCode) => ({ componentCode, name: `Giấy ${componentCode}` }))
    const good = papers.map((paper) => ({ ...paper, procedureCode: '2.000815' }) as GoodRow)
    await insertList(world.app.db, list, good)
    await reckonAll(world.app)
  })
  const of = (asked: object, who: Actor = actor) => world.read(getComponentCoverage, who, { ...DAYS, ...asked })

  test('tells of each paper how often it came and how deep, what a register held, and what never came', async () => {
    const { papers } = await of({ sectorCode: FIELD })
    const figures = new Map(papers.map((paper) => [paper.componentCode, paper]))
    expect(figures.get(code)).toMatchObject({ handedIn: 2, file: 2, signed: 1, data: 0, digitised: 1, notAsked: 0 })
    expect(figures.get('held')).toMatchObject({ handedIn: 0, digitised: 0, notAsked: 1 })
    expect(figures.get(NEVER)).toMatchObject({ handedIn: 0, notAsked: 0 })
    expect(await world.read(getFieldCoverage, actor, DAYS)).toMatchObject([
      { list: { sectorCode: FIELD }, papers: 3, once: 1, never: 0, unseen: 1, handedIn: 2, digitised: 1 },
    ])
    const old = await world.read(getFieldCoverage, actor, { from: '2025-01-01', to: '2025-12-31' })
    expect(old).toEqual([])
  })

  test('opens into the dossiers of one paper, within the reader’s agencies', async () => {
    const paper = (figure: string, componentCode = code) => ({ paper: { componentCode, figure } })
    expect(await behind('received', actor, paper('signed'))).toEqual([received])
    expect(await behind('received', actor, paper('handedIn'))).toHaveLength(2)
    expect(await behind('received', actor, paper('notAsked', 'held'))).toEqual([received])
    expect(await behind('received', world.people.otherLeader, paper('handedIn'))).toEqual([])
    expect((await of({ sectorCode: FIELD }, world.people.otherLeader)).papers[0]).toMatchObject({ handedIn: 0 })
    expect(await codeOf(of({ sectorCode: FIELD }, world.people.specialist))).toBe('platform.forbidden')
    expect(await codeOf(of({ sectorCode: 'none' }))).toBe('platform.not-found')
  })

  test('is shown from the field to its papers to their dossiers', async () => {
    actor = world.people.supervisor
    const days = 'tu=2026-11-01&den=2026-11-30'
    const fields = await get(`/giam-sat/so-hoa/danh-muc?${days}`)
    expect(fields).toContain('12/QĐ-UBND')
    const papers = await get(`/giam-sat/so-hoa/danh-muc?${days}&linh-vuc=${FIELD}`)
    expect(papers).toContain('Chưa có hồ sơ nào nộp')
    const link = /href="([^"]*muc=signed[^"]*)"/.exec(papers)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const dossiers = await get(link)
    expect(dossiers).toContain(received)
    expect(dossiers).not.toContain(sealed)
    expect(dossiers).toContain(`Giấy ${code}`)
    expect(await get('/giam-sat/so-hoa/danh-muc?tu=2026-11-30&den=2026-11-01')).toContain('Chọn lại hai ngày')
    expect((await site.web.inject('/giam-sat/so-hoa/danh-muc?linh-vuc=x')).statusCode).toBe(404)
  })
})

/** As a desk leaves it: signed by who compared it, sealed with a number of the book. */
async function certified(dossierId: string, sourceFileId: string): Promise<void> {
  const { app, people, clock } = world
  const unitId = people.desk.grants[0]?.unitId ?? ''
  const id = newId()
  const sha256 = 'a'.repeat(64)
  const unsealed = {
    year: null,
    no: null,
    certifiedOn: null,
    sealedFileId: null,
    sealedSha256: null,
    sealedByName: null,
    sealedAt: null,
    droppedByName: null,
    droppedAt: null,
    reason: null,
  }
  await insertCopy(app.db, {
    id,
    dossierId,
    dossierCode: received,
    paperId: null,
    unitId,
    title: 'Bằng tốt nghiệp',
    ownerName: 'Nguyễn Thu Hạnh',
    ownerNumber: null,
    pages: 1,
    sourceFileId,
    sourceSha256: sha256,
    signedFileId: newId(),
    signedSha256: sha256,
    signedByAccountId: people.desk.accountId,
    signedByName: people.desk.fullName,
    signedAt: clock.now(),
    state: 'signed',
    ...unsealed,
  })
  await saveSealedCopy(app.db, id, {
    year: 2026,
    no: await takeCopyNumber(app.db, unitId, 2026),
    certifiedOn: '2026-11-20',
    fileId: newId(),
    sha256,
    signatures: 2,
    byName: 'Trung tâm',
    at: clock.now(),
  })
}
