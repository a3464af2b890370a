import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { rows, sql } from '../platform/db.ts'
import { importProcedures } from './import-procedures.ts'
import { procedureInForce, procedureVersionById, qualityList, qualityOf, versionsOf } from './store.ts'
import { searchProcedures } from './search/search-procedures.ts'
import type { SourceProcedure } from './source-procedure.ts'
import { aSourceProcedure } from './testing.ts'

const DAY_ONE = new Date('2026-11-01T02:00:00Z')
const DAY_TWO = new Date('2026-11-10T02:00:00Z')

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())

const birth = aSourceProcedure()
const death = aSourceProcedure({ code: '1.000656', name: 'Đăng ký khai tử', cases: [], methods: [], results: [] })
const load = (procedures: SourceProcedure[], now: Date) =>
  importProcedures(
    world.app.db,
    { procedures, sectors: [{ code: 'G15-TP07', name: 'Hộ tịch' }], results: [], legalDocuments: [], processes: [] },
    'a'.repeat(64),
    now,
  )
const counts = ({ added, changed, ended, unchanged }: Awaited<ReturnType<typeof load>>) => [
  added,
  changed,
  ended,
  unchanged,
]

describe('importProcedures', () => {
  test('keeps every version, and records what each load changed', async () => {
    const { db } = world.app
    expect(counts(await load([birth, death], DAY_ONE))).toEqual([2, 0, 0, 0])
    const first = await procedureInForce(db, '1.001193', '2026-11-01')
    expect(first).toMatchObject({ version: 1, validFrom: '2026-01-16', validTo: null })
    expect(first?.fees).toEqual([expect.objectContaining({ amountDong: 0n })])

    expect(counts(await load([birth, death], DAY_ONE))).toEqual([0, 0, 0, 2])
    expect(await versionsOf(db, '1.001193')).toHaveLength(1)

    const renamed = { ...birth, name: 'Đăng ký khai sinh', results: [] }
    const second = await load([renamed], DAY_TWO)
    expect(counts(second)).toEqual([0, 1, 1, 0])
    expect(second.difference).toEqual([
      { code: '1.001193', kind: 'changed', parts: ['name', 'results'] },
      { code: '1.000656', kind: 'ended' },
    ])
    expect((await procedureInForce(db, '1.001193', '2026-11-09'))?.name).toBe('Thủ tục đăng ký khai sinh')
    expect((await procedureInForce(db, '1.001193', '2026-11-10'))?.name).toBe('Đăng ký khai sinh')
    expect(await procedureInForce(db, '1.000656', '2026-11-10')).toBeUndefined()
    expect((await procedureVersionById(db, first?.id ?? ''))?.validTo).toBe('2026-11-09')

    const runs = await rows(db, sql<{ n: number }>`select changed_count as n from catalogue.import_run order by at, id`)
    expect(runs.map(({ n }) => n)).toEqual([0, 0, 1])
  })

  test('two changes on one day leave one version in force', async () => {
    const { db } = world.app
    await load([{ ...birth, name: 'Bản thứ ba' }], DAY_TWO)
    expect((await procedureInForce(db, '1.001193', '2026-11-10'))?.name).toBe('Bản thứ ba')
    expect((await procedureInForce(db, '1.001193', '2026-11-09'))?.version).toBe(1)
    const found = await searchProcedures(db, { q: '1.001193', on: '2026-11-10' })
    expect(found.procedures.map(({ name }) => name)).toEqual(['Bản thứ ba'])
  })

  test('a procedure not in force before its announcement is not found then', async () => {
    expect(await procedureInForce(world.app.db, '1.001193', '2026-01-15')).toBeUndefined()
  })

  test('lists what must be settled, by procedure and by the unit that decides', async () => {
    const { db } = world.app
    await load(
      [
        death,
        {
          ...birth,
          methods: [{ channel: 'DIRECT', time: 1, unit: 'WORKING_DAY', text: '', fees: [{ type: 'FEE', value: 20 }] }],
        },
      ],
      DAY_TWO,
    )
    expect((await qualityOf(db, '1.000656', '2026-11-10')).map(({ code }) => code)).toEqual([
      'case.missing',
      'term.unclear',
      'result.none',
    ])
    const page = await qualityList(db, { on: '2026-11-10' }, '', 1)
    expect(page).toMatchObject({ entries: [{ procedureCode: '1.000656' }], next: '1.000656' })
    const finance = await qualityList(db, { on: '2026-11-10', decidedBy: 'so-tai-chinh' })
    expect(
      finance.entries.map(({ procedureCode, findings }) => [procedureCode, findings.map(({ code }) => code)]),
    ).toEqual([['1.001193', ['fee.tiny-amount']]])
  })

  test('the application may not rewrite or remove a version', async () => {
    const { db } = world.app
    await expect(sql`update catalogue.procedure_version set name = 'x'`.execute(db)).rejects.toThrow(
      /permission denied/,
    )
    await expect(sql`delete from catalogue.procedure_version`.execute(db)).rejects.toThrow(/permission denied/)
  })
})
