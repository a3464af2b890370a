import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { rows, sql } from '../platform/db.ts'
import { nameInSentence, splitUnitName } from './unit.ts'
import {
  agenciesServedBy,
  agencyOfCommune,
  centreServing,
  communes,
  descendantsOf,
  findUnits,
  loadOrganisation,
  predecessorsOf,
  provinces,
  successorsOf,
  unitByCode,
  unitBySlug,
  unitsInForce,
} from './index.ts'

const TODAY = '2026-11-21'

describe('names of units', () => {
  it.each([
    ['Phường Bãi Cháy', 'phuong', 'Bãi Cháy', 'phường Bãi Cháy'],
    ['Đặc khu Vân Đồn', 'dac-khu', 'Vân Đồn', 'đặc khu Vân Đồn'],
    ['Thị trấn Ba Chẽ', 'thi-tran', 'Ba Chẽ', 'thị trấn Ba Chẽ'],
    ['Thành phố Hạ Long', 'thanh-pho-thuoc-tinh', 'Hạ Long', 'thành phố Hạ Long'],
  ])('%s', (name, form, ownName, sentence) => {
    expect(splitUnitName(name)).toMatchObject({ form, ownName })
    expect(nameInSentence(name)).toBe(sentence)
  })

  it('refuses a form it does not know', () => expect(() => splitUnitName('Tổng Bãi Cháy')).toThrow('Tổng Bãi Cháy'))
})

describe('the province', () => {
  let world: TestApp
  const db = () => world.app.db
  beforeAll(async () => {
    world = await openTestApp()
    await loadOrganisation(world.app)
  })
  afterAll(() => world.close())

  it('has 54 communes: 30 phường, 22 xã, 2 đặc khu', async () => {
    const forms = (await communes(db(), TODAY)).map((commune) => commune.form)
    const count = (form: string) => forms.filter((item) => item === form).length
    expect([forms.length, count('phuong'), count('xa'), count('dac-khu')]).toEqual([54, 30, 22, 2])
  })

  it('was a tỉnh until 31 August 2026 and is a centrally-run city since', async () => {
    expect((await unitByCode(db(), '22', '2026-08-31'))?.name).toBe('Tỉnh Quảng Ninh')
    expect((await unitByCode(db(), '22', '2026-09-01'))?.name).toBe('Thành phố Quảng Ninh')
    expect((await unitBySlug(db(), 'ubnd-thanh-pho', '2026-08-31'))?.name).toBe('Ủy ban nhân dân tỉnh Quảng Ninh')
    expect((await unitBySlug(db(), 'ubnd-thanh-pho', TODAY))?.name).toBe('Ủy ban nhân dân thành phố Quảng Ninh')
    expect((await provinces(db(), '2026-08-31')).find(({ code }) => code === '22')).toBeUndefined()
    expect((await provinces(db(), TODAY)).length).toBe(34)
  })

  it('gives one code to different units at different times', async () => {
    expect((await unitByCode(db(), '06709', '2025-06-30'))?.name).toBe('Phường Ka Long')
    expect((await unitByCode(db(), '06709', '2025-07-01'))?.name).toBe('Phường Móng Cái 2')
  })

  it('keeps every edge from old to new communes, the split ones marked', async () => {
    const edges = await rows(
      db(),
      sql<{ kind: string; many: bigint }>`
      select s.kind, count(*) as many from organisation.unit_successor s join organisation.unit u on u.id = s.unit_id
      where u.kind = 'commune' group by s.kind order by s.kind`,
    )
    expect(edges.map(({ kind, many }) => [kind, Number(many)])).toEqual([
      ['ambiguous', 23],
      ['merged', 158],
      ['split-population', 2],
      ['unchanged', 1],
    ])
    const old = (await unitsInForce(db(), '2025-06-30', { kind: 'commune' })).length
    expect(old).toBe(171)
    const mongCai = await unitByCode(db(), '06712', TODAY)
    expect((await predecessorsOf(db(), mongCai?.id ?? '')).map(({ unit }) => unit.name).sort()).toEqual([
      'Phường Bình Ngọc',
      'Phường Hải Hòa',
      'Phường Trà Cổ',
      'Phường Trần Phú',
      'Xã Hải Xuân',
    ])
    const haKhau = await unitByCode(db(), '06655', '2025-06-30')
    expect((await successorsOf(db(), haKhau?.id ?? '')).map(({ unit, kind }) => [unit.name, kind])).toEqual([
      ['Phường Tuần Châu', 'ambiguous'],
      ['Phường Việt Hưng', 'ambiguous'],
    ])
  })

  it('gives each commune its People’s Committee and the centre that receives for it', async () => {
    for (const commune of await communes(db(), TODAY)) {
      const agency = await agencyOfCommune(db(), commune.code, TODAY)
      const centre = await centreServing(db(), agency?.id ?? '', TODAY)
      expect(agency?.name).toBe(`Ủy ban nhân dân ${nameInSentence(commune.name)}`)
      expect(centre?.communeCode).toBe(commune.code)
      expect((await descendantsOf(db(), commune.id)).map(({ kind }) => kind).sort()).toEqual([
        'centre',
        'peoples-committee',
      ])
    }
  })

  it('lets the provincial centre receive for every provincial body', async () => {
    const centre = await unitBySlug(db(), 'trung-tam-thanh-pho', TODAY)
    const served = (await agenciesServedBy(db(), centre?.id ?? '', TODAY)).map(({ slug }) => slug)
    const { prefixes, fallback } = (await import('../../data/organisation/sector-departments.json')).default
    for (const slug of new Set([...Object.values(prefixes), fallback])) expect(served, slug).toContain(slug)
    expect(served).not.toContain('so-giao-thong-van-tai')
  })

  it.each([
    ['bai chay', 'Phường Bãi Cháy', null, true],
    ['Giếng Đáy', 'Phường Việt Hưng', 'Phường Giếng Đáy', true],
    ['ha khau', 'Phường Tuần Châu', 'Phường Hà Khẩu', false],
    ['giao thông vận tải', 'Sở Xây dựng', 'Sở Giao thông vận tải', true],
    ['ủy ban nhân dân tỉnh', 'Ủy ban nhân dân thành phố Quảng Ninh', 'Ủy ban nhân dân tỉnh Quảng Ninh', true],
  ])('finds "%s"', async (words, name, formerly, isCertain) => {
    const matches = await findUnits(db(), words, TODAY)
    expect(matches.map((match) => [match.unit.name, match.formerly?.name ?? null, match.isCertain])).toContainEqual([
      name,
      formerly,
      isCertain,
    ])
  })

  it('treats % and _ as letters', async () => expect(await findUnits(db(), '%_', TODAY)).toEqual([]))

  it('loads a second time without a change and without a line', async () => {
    const before = await unitByCode(db(), '06673', TODAY)
    expect(await loadOrganisation(world.app)).toEqual({ units: 0 })
    expect(await unitByCode(db(), '06673', TODAY)).toEqual(before)
    const lines = await rows(db(), sql`select 1 from platform.journal_line where subject = 'organisation:units'`)
    expect(lines.length).toBe(1)
  })
})
