import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openOfficersSite, type OfficersSite } from '../../workspace/testing.ts'
import { runAction } from '../../platform/action.ts'
import { runErrand } from '../../platform/errand.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { runQuery } from '../../platform/query.ts'
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts'
import { pageFindings } from '../../ui/testing.ts'
import { openOfficersScreen, type OfficersScreen } from '../../workspace/testing.ts'
import { procedureInForce } from '../store.ts'
import { catalogueWorkspaceRoutes } from '../workspace/routes.tsx'
import { adoptList, sendList } from './adopt-list.ts'
import { checkRows, whyNotAdopt, type GoodRow, type TypedRow } from './digitised-list.ts'
import { getDigitisedList, getListSheet, getSentList, listDigitisedLists } from './get-lists.ts'
import { readList, writeList } from './read-list.ts'
import { dueComponents } from './store.ts'

const [ADMINISTRATOR, DESK] = ['linh.tk', 'anh.vn']
const COPY = '2.000815'
const TODAY = '2026-11-20'

let site: OfficersSite
let screen: OfficersScreen | undefined
let component: { code: string; name: string }
let sector: string

beforeAll(async () => {
  site = await openOfficersSite(catalogueWorkspaceRoutes)
  const procedure = await procedureInForce(site.world.app.db, COPY, TODAY)
  const paper = procedure?.components.find(({ kind, eform }) => kind === 'paper' && !eform)
  component = { code: paper?.code ?? '', name: paper?.name ?? '' }
  sector = procedure?.sectors[0]?.code ?? ''
}, 180_000)
afterAll(async () => {
  await screen?.close()
  await site?.close()
})

const row = (typed: Partial<TypedRow>): TypedRow => ({
  line: 2,
  procedureCode: COPY,
  componentCode: '',
  componentName: '',
  sectorCode: '',
  hasFormula: false,
  ...typed,
})
const decision = {
  number: '1234/QĐ-UBND',
  decidedOn: '2026-01-10',
  issuer: 'Chủ tịch UBND tỉnh',
  validFrom: '2026-02-01',
}
const sheet = (...rows: string[][]) =>
  writeWorkbook([
    {
      name: 'Bảng 1',
      columns: [],
      rows: [['PHỤ LỤC danh mục'], ['TT', 'Mã TTHC', 'Thành phần hồ sơ', 'Mã thành phần'], ...rows],
    },
  ])

async function send(bytes: Uint8Array, facts: Partial<typeof decision> = {}, as = ADMINISTRATOR): Promise<void> {
  const { app } = site.world
  await runErrand(app, sendList, await site.officer(as), { ...decision, ...facts, fileName: 'danh-muc.xlsx', bytes })
}
const sent = async () => runQuery(site.world.app, getSentList, await site.officer(ADMINISTRATOR), {})
const adopt = async (leaveOutFaulty = false, as = ADMINISTRATOR) =>
  runAction(site.world.app, adoptList, await site.officer(as), { draftId: (await sent())?.id ?? '', leaveOutFaulty })

describe('a row of the sheet', () => {
  const paper = { code: 'A', name: 'a) Giấy khai sinh', kind: 'paper' as const, eform: false }
  const known = new Map([
    [
      '1.000001',
      {
        code: '1.000001',
        sectors: [{ code: 'G15-TP01', name: 'Hộ tịch' }],
        components: [
          paper,
          { ...paper, code: 'B', name: 'Ảnh thẻ' },
          { ...paper, code: 'C', name: 'Ảnh thẻ' },
          { ...paper, code: 'D', name: 'Tờ khai', eform: true },
        ] as never,
      },
    ],
  ])
  test.each([
    [{ componentCode: 'A' }, undefined],
    [{ componentName: 'GIẤY KHAI SINH' }, undefined],
    [{ componentCode: 'A', sectorCode: 'G15-TP01' }, undefined],
    [{ componentCode: 'A', sectorCode: 'G12-TC04' }, 'other-sector'],
    [{ componentCode: 'Z' }, 'unknown-component'],
    [{ componentName: 'Ảnh thẻ' }, 'several-components'],
    [{ componentName: 'Tờ khai' }, 'declaration'],
    [{}, 'no-component'],
    [{ procedureCode: '' }, 'no-procedure'],
    [{ procedureCode: '9.9' }, 'unknown-procedure'],
    [{ componentCode: 'A', hasFormula: true }, 'formula'],
  ])('%o: %s', (typed, fault) => {
    expect(checkRows([row({ procedureCode: '1.000001', ...typed })], known)[0]?.fault).toBe(fault)
  })

  test('that stands there twice is a fault the second time', () => {
    const rows = [
      row({ procedureCode: '1.000001', componentCode: 'A' }),
      row({ procedureCode: '1.000001', componentName: 'Giấy khai sinh' }),
    ]
    expect(checkRows(rows, known).map(({ fault }) => fault)).toEqual([undefined, 'twice'])
  })
})

test('lists go forward, and never before their decision', () => {
  const good = [{ sectorCodes: ['S'] }] as GoodRow[]
  expect(whyNotAdopt(decision, good, [])).toBeUndefined()
  expect(whyNotAdopt({ ...decision, validFrom: '2026-01-09' }, good, [])?.code).toBe('catalogue.list-before-decision')
  expect(whyNotAdopt(decision, [], [])?.code).toBe('catalogue.list-empty')
  expect(whyNotAdopt(decision, good, [{ sectorCode: 'S', validFrom: '2026-02-01' }])?.code).toBe(
    'catalogue.list-not-after',
  )
  expect(whyNotAdopt(decision, good, [{ sectorCode: 'T', validFrom: '2026-02-01' }])).toBeUndefined()
})

test('our own sheet is read as it was written; one without headings is refused with what to do', () => {
  const written = { procedureCode: COPY, componentCode: 'A', componentName: 'Giấy', sectorCode: 'S' }
  expect(readList(writeList([written]))).toEqual([{ line: 2, ...written, hasFormula: false }])
  const bare = writeWorkbook([{ name: 'x', columns: [], rows: [['a', 'b']] }])
  expect(() => readList(bare)).toThrow('catalogue.list-no-headings')
})

describe('a sheet that is sent', () => {
  test('binds nobody until its sender adopts it; faults keep it back unless they are left out', async () => {
    const { app } = site.world
    await send(
      sheet(
        ['1', `${COPY}.000.00.00.H49`, component.name, ''],
        ['2', COPY, 'Giấy không có', ''],
        ['3', '9.999999', 'x', ''],
      ),
    )
    expect((await sent())?.rows.map(({ fault }) => fault)).toEqual([
      undefined,
      'unknown-component',
      'unknown-procedure',
    ])
    expect(await dueComponents(app.db, COPY, TODAY)).toEqual(new Set())
    expect(await codeOf(adopt())).toBe('catalogue.list-faulty')
    expect(await codeOf(adopt(true, DESK))).toBe('platform.forbidden')
    expect(await codeOf(send(sheet(['1', COPY, component.name, '']), {}, DESK))).toBe('platform.forbidden')
    await adopt(true)
    expect(await sent()).toBeUndefined()
    expect(await dueComponents(app.db, COPY, TODAY)).toEqual(new Set([component.code]))
    expect(await dueComponents(app.db, COPY, '2026-01-31')).toEqual(new Set())
    expect((await linesOf(app.db, `digitised-list:${sector}`)).at(-1)).toMatchObject({
      what: 'catalogue.digitised-list-adopted',
      facts: { number: '1234/QĐ-UBND', components: 1, leftOut: 2 },
    })
  })

  test('is refused for a day that is not after the list in force; the next one ends it', async () => {
    const { app } = site.world
    const first = sheet(['1', COPY, '', component.code])
    await send(first)
    expect(await codeOf(adopt())).toBe('catalogue.list-not-after')
    await send(first, { validFrom: '2026-12-01', number: '99/QĐ-UBND' })
    await adopt()
    const officer = await site.officer(DESK)
    const field = (await runQuery(app, listDigitisedLists, officer, {})).find(({ sectorCode }) => sectorCode === sector)
    expect(field?.current).toMatchObject({ number: '1234/QĐ-UBND', procedures: 1, components: 1 })
    expect(field?.others).toMatchObject([{ number: '99/QĐ-UBND', validFrom: '2026-12-01' }])
    const id = field?.current?.id ?? ''
    const view = await runQuery(app, getDigitisedList, officer, { id })
    expect(view.components).toMatchObject([{ procedureCode: COPY, componentCode: component.code }])
    expect(readList(await runQuery(app, getListSheet, officer, { id }))).toMatchObject([
      { procedureCode: COPY, sectorCode: sector },
    ])
    const refused = await codeOf(runQuery(app, listDigitisedLists, await site.citizen('022188000512', 'Hạnh'), {}))
    expect(refused).toBe('platform.forbidden')
  })
})

test('the pages show it in the browser: what is sent, what is wrong with it, what is in force', async () => {
  screen = await openOfficersScreen(site)
  const page = await screen.open('/quan-tri/danh-muc-so-hoa', ADMINISTRATOR)
  await page.getByLabel('Số quyết định').fill('77/QĐ-UBND')
  await page.getByLabel('Ngày ký quyết định').fill('2026-11-01')
  await page.getByLabel('Áp dụng từ ngày').fill('2027-01-01')
  const buffer = Buffer.from(sheet(['1', COPY, component.name, ''], ['2', COPY, 'Giấy lạ', '']))
  await page.getByLabel('Bảng tính').setInputFiles({ name: 'dm.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Gửi lên để xem trước' }).click()
  expect(await page.locator('main').innerText()).toContain('Thủ tục không có thành phần hồ sơ này')
  expect(await pageFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Nhận danh mục' }).click()
  expect(await page.locator('main').innerText()).toContain('Bảng còn 1 dòng có lỗi')
  await page.getByLabel('Bỏ 1 dòng lỗi ra').check()
  await page.getByRole('button', { name: 'Nhận danh mục' }).click()
  expect(await page.locator('main').innerText()).toContain('1234/QĐ-UBND ngày 10/01/2026')
  expect(await page.locator('main').innerText()).toContain('từ 01/01/2027')
  expect(await pageFindings(page)).toEqual([])
  const unfilled = await site.get('/quan-tri/danh-muc-so-hoa', DESK)
  expect(unfilled.body).not.toContain('Gửi lên để xem trước')
})
