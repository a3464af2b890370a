import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldKind, FieldSpec } from '../form.ts'
import { kindOf, kinds } from './kinds.ts'
import { formatNumber } from './numbers.ts'
import { isPersonalId, personalIdFacts } from './personal-id.ts'
import { compile } from '../check-schema.ts'

const TODAY = '2026-11-21'
const ab = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const options = [{ value: '06709', label: 'Phường Móng Cái 2' }]

function spec(kind: FieldKind, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name: 'x', kind, label: 'X', required: true, ...more }
}

/** What a kind makes of typed text: the stored value, or the problem. */
function outcome(kind: FieldKind, typed: string, more: Partial<FieldSpec> = {}): unknown {
  const asked = spec(kind, more)
  const scope = { today: TODAY }
  const reading = kindOf(kind).read(typed, asked, scope)
  if ('problem' in reading) return reading.problem
  if (!('value' in reading)) throw new Error('undecided')
  return kindOf(kind).check?.(reading.value, asked, scope)?.problem ?? reading.value
}

const table: [FieldKind, string, unknown, Partial<FieldSpec>?][] = [
  ['text', 'Hội   quán', 'Hội quán'],
  ['long-text', 'dòng một  \ndòng hai', 'dòng một\ndòng hai'],
  ['personal-name', 'Nguyễn  Thu Hạnh', 'Nguyễn Thu Hạnh'],
  ['personal-name', "K'Brếp Y-Bhiăn", "K'Brếp Y-Bhiăn"],
  ['personal-name', 'Nguyễn Thu Hạnh'.normalize('NFD'), 'Nguyễn Thu Hạnh'.normalize('NFD')],
  ['personal-name', 'Nguyễn Văn 2', 'not-letters'],
  ['personal-name', '<b>An</b>', 'not-letters'],
  ['personal-id', '022 188 001 512', '022188001512'],
  ['personal-id', '022.188.001.512', '022188001512'],
  ['personal-id', '０２２１８８００１５１２', '022188001512'],
  ['personal-id', '022188001', 'old-id-number'],
  ['personal-id', '02218800151', 'wrong-length'],
  ['personal-id', '0221880015121', 'wrong-length'],
  ['personal-id', '02218800151a', 'not-digits'],
  ['personal-id', '023188001512', 'unknown-province'],
  ['personal-id', '000188001512', 'unknown-province'],
  ['personal-id', '120188001512', '120188001512'],
  ['personal-id', '022226001512', '022226001512'],
  ['personal-id', '022227001512', 'born-later'],
  ['personal-id', '022488001512', 'born-later'],
  ['old-id', '100 234 567', '100234567'],
  ['old-id', '1002345678', 'wrong-length'],
  ['passport', 'c 1234567', 'C1234567'],
  ['passport', 'ABCDEFG', 'unreadable'],
  ['date', '20/11/2026', '2026-11-20'],
  ['date', '1/2/2026', '2026-02-01'],
  ['date', '20-11-2026', '2026-11-20'],
  ['date', '20 . 11 . 2026', '2026-11-20'],
  ['date', '20112026', '2026-11-20'],
  ['date', '2026-11-20', '2026-11-20'],
  ['date', 'ngày 20/11/2026', '2026-11-20'],
  ['date', '29/02/2024', '2024-02-29'],
  ['date', '29/02/2026', 'no-such-day'],
  ['date', '31/04/2026', 'no-such-day'],
  ['date', '11/20/2026', 'unreadable'],
  ['date', '20/11/26', 'unreadable'],
  ['date', 'hôm qua', 'unreadable'],
  ['date', '22/11/2026', '2026-11-22'],
  ['date', '22/11/2026', 'in-the-future', { past: true }],
  ['date', '21/11/2026', '2026-11-21', { past: true }],
  ['month', '9/2003', '2003-09'],
  ['month', '09-2003', '2003-09'],
  ['month', '092003', '2003-09'],
  ['month', 'Tháng 9 năm 2003', '2003-09'],
  ['month', '2003-09', '2003-09'],
  ['month', '13/2003', 'unreadable'],
  ['month', '0/2003', 'unreadable'],
  ['month', '2003', 'unreadable'],
  ['month', '1/9/2003', 'unreadable'],
  ['month', '12/2026', 'in-the-future', { past: true }],
  ['month', '11/2026', '2026-11', { past: true }],
  ['year', '2026', 2026],
  ['year', '26', 'unreadable'],
  ['year', '2027', 'in-the-future', { past: true }],
  ['time', '8h30', '08:30'],
  ['time', '8 giờ 5 phút', '08:05'],
  ['time', '14 giờ', '14:00'],
  ['time', '24:00', 'unreadable'],
  ['time', '8', 'unreadable'],
  ['birth-date', '14/03/1988', '1988-03-14'],
  ['birth-date', '1948', '1948'],
  ['birth-date', '2027', 'in-the-future'],
  ['birth-date', '22/11/2026', 'in-the-future'],
  ['birth-date', '1899', 'too-long-ago'],
  ['phone', '0900 000 214', '0900000214'],
  ['phone', '+84 900 000 214', '0900000214'],
  ['phone', '(0900) 000-214', '0900000214'],
  ['phone', '0200000214', 'unknown-prefix'],
  ['phone', '900000214', 'wrong-length'],
  ['phone', 'không có', 'not-digits'],
  ['email', 'thuhanh@example.com', 'thuhanh@example.com'],
  ['email', 'thuhanh@example', 'unreadable'],
  ['email', 'thu hạnh@example.com', 'unreadable'],
  ['address', 'Số 12,  khu 4', 'Số 12, khu 4'],
  ['commune', '06709', '06709', { options }],
  ['choice', 'a', 'a', { options: [{ value: 'a', label: 'A' }] }],
  ['choices', 'b\na', ['a', 'b'], { options: ab }],
  ['choices', 'a\nc', 'not-an-option', { options: ab }],
  ['place', 'không đọc từ một ô', 'unreadable'],
  ['confirm', 'yes', true],
  ['confirm', 'no', 'not-an-option'],
  ['number', '18,2', 18.2],
  ['number', '1.846', 1846],
  ['number', '1 846,25', 1846.25],
  ['number', '1.234.567,5', 1234567.5],
  ['number', '227.4', 227.4],
  ['number', '227,4 m²', 227.4, { unit: 'm²' }],
  ['number', '-3', -3],
  ['number', '12.34.5', 'unreadable'],
  ['number', '1,2,3', 'unreadable'],
  ['number', '1e5', 'unreadable'],
  ['number', 'Infinity', 'unreadable'],
  ['number', '9999999999999999', 'unreadable'],
  ['number', '1,234', 'too-many-decimals'],
  ['number', '1,5', 'too-many-decimals', { decimals: 0 }],
  ['money', '1.200.000', 1200000],
  ['money', '1200000', 1200000],
  ['money', '1 200 000 đồng', 1200000],
  ['money', '1.200.000đ', 1200000],
  ['money', '1,200,000 VND', 1200000],
  ['money', '1.200.00', 'unreadable'],
  ['money', '1,5', 'unreadable'],
  ['money', '-5', 'unreadable'],
  ['money', '1,2 triệu', 'unreadable'],
  ['business-code', '5701234566', '5701234566'],
  ['business-code', '5701234566-001', '5701234566-001'],
  ['business-code', '5701 234 566 001', '5701234566-001'],
  ['business-code', '0100109106', '0100109106'],
  ['business-code', '0300588569', '0300588569'],
  ['business-code', '0101243150', '0101243150'],
  ['business-code', '5701234567', 'wrong-check-digit'],
  ['business-code', '5701234567-001', 'wrong-check-digit'],
  ['business-code', '022 188 001 512', '022188001512'],
  ['business-code', '023 188 001 512', 'wrong-check-digit'],
  ['business-code', '570123456', 'wrong-length'],
  ['business-code', 'MST5701234566', 'not-digits'],
]

describe('each kind of answer', () => {
  it.each(table)('%s: “%s” gives %s', (kind, typed, expected, more) => {
    expect(outcome(kind, typed, more)).toEqual(expected)
  })

  it('stands in the table', () => {
    expect(new Set(table.map(([kind]) => kind))).toEqual(new Set(Object.keys(kinds)))
  })

  it.each(Object.entries(kinds))('%s: its own example is understood, fits its schema and shows again', (name, kind) => {
    // A place is read from several boxes: `place.test.ts`.
    if (kind.example === '' || kind.boxes) return
    const asked = spec(name as FieldKind)
    const scope = { today: TODAY }
    const reading = kind.read(kind.example, asked, scope)
    expect(reading).toHaveProperty('value')
    const { value } = reading as { value: unknown }
    expect(compile(kind.schema(asked))(value)).toBe(true)
    expect(kind.read(kind.show(value, asked), asked, scope)).toEqual({ value })
  })
})

const year = fc.integer({ min: 1900, max: 2026 })
const serial = fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0'))

describe('personal identification numbers', () => {
  it('tell the year and sex they were made from, however they are grouped', () => {
    fc.assert(
      fc.property(
        year,
        fc.constantFrom('male', 'female'),
        serial,
        fc.constantFrom('', ' ', '.', '-'),
        (born, sex, tail, gap) => {
          const century = (Math.floor(born / 100) - 19) * 2 + (sex === 'male' ? 0 : 1)
          const number = `022${century}${String(born % 100).padStart(2, '0')}${tail}`
          expect(personalIdFacts(number)).toEqual({ provinceCode: '022', sex, birthYear: born })
          expect(isPersonalId(number, TODAY)).toBe(true)
          expect(outcome('personal-id', number.replace(/(\d{3})(?=\d)/g, `$1${gap}`))).toBe(number)
        },
      ),
    )
  })

  it('never take another count of digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        fc.pre(digits.length !== 12)
        expect(isPersonalId(digits, TODAY)).toBe(false)
        expect(['wrong-length', 'old-id-number']).toContain(outcome('personal-id', digits))
      }),
    )
  })
})

describe('dates', () => {
  const day = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2100-12-31T00:00:00Z'),
    noInvalidDate: true,
  })

  it('read every real day day-first, with any separator', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' '), (instant, mark) => {
        const iso = instant.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-')
        expect(outcome('date', [d, m, y].join(mark))).toBe(iso)
        expect(outcome('date', [Number(d), Number(m), y].join(mark))).toBe(iso)
      }),
    )
  })

  it('refuse every day that no calendar has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), year, (d, m, y) => {
        const instant = new Date(Date.UTC(y, m - 1, d))
        const isReal = instant.getUTCMonth() === m - 1
        expect(outcome('date', `${d}/${m}/${y}`) === 'no-such-day').toBe(!isReal)
      }),
    )
  })
})

describe('numbers', () => {
  it('come back from how they are shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, '0')}`)
          expect(outcome('number', formatNumber(value))).toBe(value === 0 ? 0 : value)
        },
      ),
    )
  })
})
