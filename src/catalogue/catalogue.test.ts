import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { CLEANING_RULES, cleanProcedure } from './cleaning/clean-procedure.ts'
import {
  lifeEvents,
  loadCatalogue,
  procedureCounts,
  procedureInForce,
  processInForce,
  publishable,
  searchProcedures,
  sectors,
  FIVE_STEPS,
} from './index.ts'
import { readCatalogueSource } from './read-source.ts'
import { storedContent } from './store.ts'

const ON = '2026-11-21'
let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  await loadCatalogue(world.app)
})
afterAll(() => world.close())

const search = (q: string, rest: Partial<Parameters<typeof searchProcedures>[1]> = {}) =>
  searchProcedures(world.app.db, { q, on: ON, ...rest })
const codesOf = async (q: string, rest = {}) => (await search(q, rest)).procedures.map(({ code }) => code)

describe('the catalogue of the data files', () => {
  test('holds every procedure, and can be filed for', async () => {
    const counted = await procedureCounts(world.app.db, ON)
    expect(counted.total).toBe(2813)
    expect(Object.keys(counted.byLifeEvent).sort()).toEqual(lifeEvents.map(({ slug }) => slug).sort())
    expect(counted.byLevel).toEqual({ province: 2349, commune: 771 })
    expect(await sectors(world.app.db)).toHaveLength(228)
    const birth = await procedureInForce(world.app.db, '1.001193', ON)
    expect(birth && publishable(birth)).toBeUndefined()
  })

  test('loads nothing a second time', async () => {
    expect(await loadCatalogue(world.app)).toBeUndefined()
  })

  test('has the five-step process in force', async () => {
    expect((await processInForce(world.app.db, FIVE_STEPS, ON))?.definition.steps.map(({ name }) => name)).toEqual([
      'Tiếp nhận',
      'Thẩm định',
      'Phê duyệt',
      'Ký số',
      'Trả kết quả',
    ])
  })

  test('birth registration: papers apart from notes, one case, nothing to pay', async () => {
    const birth = await procedureInForce(world.app.db, '1.001193', ON)
    expect(birth?.cases).toEqual([
      expect.objectContaining({ code: '1.001193.01', term: { quantity: 1, unit: 'working-day' } }),
    ])
    const kinds = birth?.components.map(({ kind }) => kind)
    expect(kinds?.filter((kind) => kind === 'paper').length).toBeGreaterThanOrEqual(6)
    expect(
      birth?.components.filter(({ groupName }) => /lưu ý/i.test(groupName)).every(({ kind }) => kind !== 'paper'),
    ).toBe(true)
  })

  test('certified copies: a fee by the page and one in dollars, neither collected', async () => {
    const copy = await procedureInForce(world.app.db, '2.000815', ON)
    expect(copy?.fees.map(({ amountDong, chargeable, doubt }) => [amountDong, chargeable, doubt])).toEqual([
      [2000n, false, 'fee.per-unit'],
      [null, false, 'fee.foreign-currency'],
    ])
  })

  test('household business: the charge is the council’s to set', async () => {
    const business = await procedureInForce(world.app.db, '1.001612', ON)
    expect(business?.fees.every(({ chargeable, doubt }) => !chargeable && doubt === 'fee.set-by-council')).toBe(true)
    expect(business?.cases.map(({ term }) => term)).toEqual([{ quantity: 3, unit: 'working-day' }])
  })

  test('the number of the cleaning rules is raised when what comes out changes', async () => {
    const source = await readCatalogueSource()
    const hash = createHash('sha256')
    for (const procedure of source.procedures) {
      const { content, findings } = cleanProcedure(procedure, { legal: new Map() })
      hash.update(JSON.stringify([storedContent(content), findings]))
    }
    expect({ rules: CLEANING_RULES, digest: hash.digest('hex').slice(0, 16) }).toEqual({
      rules: 4,
      digest: '50cc54c391976bb5',
    })
  })
})

describe('searchProcedures', () => {
  test.each([
    ['đăng ký khai sinh', '1.001193', 'words'],
    ['dang ky khai sinh', '1.001193', 'words'],
    ['ĐĂNG KÝ KHAI SINH'.normalize('NFD'), '1.001193', 'words'],
    ['chứng thực bản sao từ bản chính', '2.000815', 'words'],
    ['sao y bản chính', '2.000815', 'official-words'],
    ['mở quán ăn', '1.001612', 'official-words'],
    ['thành lập hộ kinh doanh', '1.001612', 'words'],
    ['tôi muốn đăng ký kết hôn', '1.000894', 'words'],
    ['dang ky ket hom', '1.000894', 'alike'],
    ['cấp lại bằng lái xe', '3.000348', 'official-words'],
    ['trợ cấp cho người 75 tuổi', '1.014027', 'official-words'],
    ['xin phép xây nhà', '1.013225', 'official-words'],
    ['1.004194.000.00.00.H49', '1.004194', 'code'],
    ['1.001193.01', '1.001193', 'code'],
  ])('"%s" finds %s', async (q, code, match) => {
    const found = await search(q, { limit: 5 })
    expect(found.match).toBe(match)
    expect(found.procedures.map((procedure) => procedure.code)).toContain(code)
  })

  test.each([
    ['làm sổ đỏ cho mảnh vườn', '1.013978'],
    ['toi muon mo quan com thi dang ky o dau', '1.001612'],
    ['con moi sinh lam giay to gi', '1.001193'],
    ['khai sinh cho con', '1.001193'],
    ['mất căn cước làm lại ở đâu', '1.014064'],
    ['bố mới mất, khai tử thế nào', '1.000656'],
    ['xin giấy độc thân để cưới vợ', '1.004873'],
    ['lam ho chieu di nuoc ngoai', '1.001456'],
    ['phô tô công chứng bằng đại học', '2.000815'],
    ['bà tôi 80 tuổi chưa có tiền trợ cấp', '1.014027'],
    ['nghỉ không bán hàng nữa', '1.001266'],
    ['chia đất cho con', '1.012784'],
    ['đăng ký tạm chú', '1.004194'],
    ['sửa tên sai trong giấy khai sinh', '1.004859'],
    ['mã 1.004222 cần giấy tờ gì', '1.004222'],
  ])('everyday words: "%s" finds %s among the first three', async (q, code) => {
    const { procedures } = await search(q, { limit: 3 })
    expect(procedures.map((one) => `${one.code} ${one.name}`).join('\n')).toContain(code)
  })

  test('marks typed as they stand in the name come first', async () => {
    const [taxed] = (await search('thuế', { limit: 1 })).procedures
    const [rented] = (await search('thuê', { limit: 1 })).procedures
    expect(taxed?.name.toLowerCase()).toContain('thuế')
    expect(rented?.name.toLowerCase()).toContain('thuê')
  })

  test('filters by sector, level, body, life event and kind of applicant together with words', async () => {
    const page = await search('khai sinh', {
      level: 'commune',
      sector: 'G15-TP07',
      agency: 'so-tu-phap',
      lifeEvent: 'co-con-nho',
      subject: 'Công dân Việt Nam',
    })
    expect(page.procedures.length).toBeGreaterThan(1)
    for (const { levels, sectors: found, department, lifeEvent, subjects } of page.procedures) {
      expect([
        levels.includes('commune'),
        found[0]?.code,
        department,
        lifeEvent,
        subjects.includes('Công dân Việt Nam'),
      ]).toEqual([true, 'G15-TP07', 'so-tu-phap', 'co-con-nho', true])
    }
    const taxes = await search('khai thuế', { sector: 'G12-TC18' })
    expect(new Set(taxes.procedures.map(({ department }) => department))).toEqual(new Set(['thue']))
  })

  test.each(['', 'giấy phép', 'dang ky ket hom', '1.00'])('pages of "%s" join without a gap or a repeat', async (q) => {
    const whole = await codesOf(q, { limit: 60 })
    const joined: string[] = []
    let after: string | undefined
    do {
      const page = await search(q, { limit: 7, ...(after && { after }) })
      joined.push(...page.procedures.map(({ code }) => code))
      after = page.next ?? undefined
    } while (after && joined.length < 60)
    expect(joined.slice(0, whole.length)).toEqual(whole)
    expect(new Set(joined).size).toBe(joined.length)
  })

  test.each(['zzzqqq xxkk', '!!! ???', "'); drop table x; --", 'zzz:* & | !qqq', '%%%', '9.9'])(
    '"%s" finds nothing and breaks nothing',
    async (q) => {
      expect((await search(q)).procedures).toEqual([])
    },
  )

  test('a cursor that is not ours begins anew', async () => {
    expect(await codesOf('khai sinh', { after: 'words~x~1', limit: 3 })).toEqual(
      await codesOf('khai sinh', { limit: 3 }),
    )
  })
})
