import { expect, test } from 'vitest'
import { isSure } from '../bench/value.ts'
import { extractedOf } from '../extracted.ts'
import { shippedKnown } from '../known-on.ts'
import { linesOf } from '../pairs/testing.ts'
import type { ReadPage } from '../reading/read-page.ts'
import { whatPaperSays, type ReadPlace } from './paper-says.ts'
import { BIRTH_PAPER } from './testing.ts'

const read: ReadPage = {
  width: 2_000,
  height: 3_000,
  lines: linesOf(...BIRTH_PAPER),
  codes: [],
  card: undefined,
  recogniser: 'recorded',
}
const says = async (faults: ReadPlace['faults']) =>
  whatPaperSays([{ place: 1, read, faults }], await shippedKnown('2026-11-30')).fields
const sure = async (faults: ReadPlace['faults']) =>
  (await says(faults)).filter((field) => isSure({ ...field, readText: field.text, hints: [] })).map(({ name }) => name)

test('where two papers lie on one page no value is sure, and each says why', async () => {
  expect(await sure([])).toContain('fullName')
  expect(await sure([{ kind: 'coarse' }])).toContain('fullName')
  const two = [{ kind: 'two-papers' }] as const
  expect(await sure(two)).toEqual([])
  for (const { source, faults } of await says(two)) expect(faults.includes('two-papers')).toBe(source === 'print')
})

test('the command halves how sure it is of them, of labels and values too', async () => {
  const known = await shippedKnown('2026-11-30')
  const [alone, beside] = [[], [{ kind: 'two-papers' }] as const].map((faults) =>
    extractedOf([{ place: 1, read, faults }], known, undefined),
  )
  expect(alone?.fields.length).toBeGreaterThan(3)
  for (const part of ['fields', 'pairs'] as const) {
    const halved = alone?.[part].map(({ confidence }) => confidence / 2) ?? []
    for (const [at, { confidence }] of (beside?.[part] ?? []).entries())
      expect(confidence).toBeCloseTo(halved[at] ?? -1, 2)
  }
})

const CARD = {
  personalId: '022171763235',
  fullName: 'Triệu Thị Kim Lựu',
  bornOn: '1971-04-09',
  sex: 'female',
  issuedOn: '2022-11-25',
  source: 'qr',
} as const

test('a day printed on a card that is not what its code says is for a person to look at, with both', async () => {
  const known = await shippedKnown('2026-11-30')
  const back = (day: string) => {
    const lines = linesOf(
      'Đặc điểm nhận dạng / Personal identification: Nốt ruồi',
      `Ngày, tháng, năm / Date, month, year: ${day}`,
    )
    const page = { ...read, lines, card: CARD }
    const { fields } = whatPaperSays([{ place: 1, read: page, faults: [] }], known, 'identity-card-back')
    return fields.find(({ name }) => name === 'issuedOn')
  }
  expect(back('25/11/2022')).toMatchObject({ source: 'code', faults: [], normalised: '2022-11-25' })
  expect(back('08/09/2024')).toMatchObject({
    source: 'print',
    faults: ['code-differs'],
    normalised: '2024-09-08',
    alternatives: [{ text: '25/11/2022', normalised: '2022-11-25' }],
  })
  // Print nobody is sure of was read wrongly, then: the code checks itself.
  expect(back('08/09/2024?')).toMatchObject({ source: 'code', faults: [], normalised: '2022-11-25' })
})
