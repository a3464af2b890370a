import { describe, expect, test } from 'vitest'
import { buildApplicationForm, schemaOf, type FormDefinition, type FormLayout } from '../../forms/index.ts'
import { placesOn } from '../../organisation/index.ts'
import { counterFacts, type HeardInput } from './counter-facts.ts'
import { heldAnswers, originsOf, type HeldFact } from './prefill.ts'
import { originForOfficers } from './officers.texts.ts'
import { originWords } from './texts.ts'

const ON = '2026-11-21'
const takenAt = new Date('2026-11-12T02:00:00Z')
const form = buildApplicationForm({ id: 'x', version: 1, subjects: ['Công dân Việt Nam'], cases: [] })
const fact = (name: string, value: unknown, source: HeldFact['source'] = 'citizen-registry'): HeldFact => ({
  fact: name,
  value,
  source,
  takenAt,
  reference: null,
})

describe('what is held of a person', () => {
  test('is put in as it would be typed, and locked where only the register may change it', () => {
    const facts = [fact('fullName', 'Nguyễn Thu Hạnh'), fact('bornOn', '1988-03-14'), fact('phone', '0912000512')]
    expect(heldAnswers(form, facts, ON)).toEqual({
      locked: { fullName: 'Nguyễn Thu Hạnh', bornOn: '14/03/1988' },
      suggested: { phone: '0912 000 512' },
      origins: Object.fromEntries(
        ['fullName', 'bornOn', 'phone'].map((name) => [name, { source: 'citizen-registry', takenAt, reference: null }]),
      ),
    })
  })

  test('is only suggested when a desk or an earlier dossier says so', () => {
    const facts = [fact('bornOn', '1988-03-14', 'desk'), fact('fullName', 'Hạnh', 'earlier-dossier')]
    const { locked, suggested } = heldAnswers(form, facts, ON)
    expect([locked, suggested]).toEqual([{}, { bornOn: '14/03/1988', fullName: 'Hạnh' }])
  })

  test('is taken from the first source that knows it; what no rule names is not put in', () => {
    const facts = [fact('phone', '0912000512'), fact('phone', '0900000000', 'earlier-dossier'), fact('request', 'cũ')]
    expect(heldAnswers(form, facts, ON).suggested).toEqual({ phone: '0912 000 512' })
    expect(heldAnswers(form, facts, '2025-06-30').suggested).toEqual({})
  })

  test('answers the question that asks for it under another name, as the form says', () => {
    const layout: FormLayout = {
      pages: [
        {
          id: 'me',
          title: 'Mẹ',
          sections: [
            {
              fields: [
                {
                  name: 'motherName',
                  kind: 'personal-name',
                  label: 'Họ và tên mẹ',
                  required: true,
                  prefill: { fact: 'fullName', change: 'allowed' },
                },
                {
                  name: 'home',
                  kind: 'place',
                  label: 'Nơi ở',
                  required: true,
                  prefill: { fact: 'residence', change: 'refused' },
                },
              ],
            },
          ],
        },
      ],
    }
    const own: FormDefinition = { id: 'm', version: 1, format: 2, layout, schema: schemaOf(layout) }
    const home = {
      provinceCode: '22',
      communeCode: '06673',
      name: 'Phường Bãi Cháy, Thành phố Quảng Ninh',
      detail: 'khu 4',
    }
    const held = heldAnswers(own, [fact('fullName', 'Nguyễn Thu Hạnh'), fact('residence', home)], ON)
    expect(held.suggested).toEqual({ motherName: 'Nguyễn Thu Hạnh' })
    expect(held.locked).toMatchObject({ 'home.noi': home.name, 'home.chi-tiet': 'khu 4' })
  })
})

test('is put in only for whom an answer says', () => {
  const when = { field: 'relation', is: 'mother' }
  const layout: FormLayout = {
    pages: [
      {
        id: 'me',
        title: 'Mẹ',
        sections: [
          {
            fields: [
              { name: 'relation', kind: 'text', label: 'Bạn là gì?', required: true },
              {
                name: 'motherName',
                kind: 'personal-name',
                label: 'Họ và tên mẹ',
                required: true,
                prefill: { fact: 'fullName', change: 'refused', when },
              },
            ],
          },
        ],
      },
    ],
  }
  const own: FormDefinition = { id: 'm', version: 1, format: 3, layout, schema: schemaOf(layout) }
  const facts = [fact('fullName', 'Nguyễn Thu Hạnh')]
  expect(heldAnswers(own, facts, ON, { relation: 'mother' }).locked).toEqual({ motherName: 'Nguyễn Thu Hạnh' })
  expect(heldAnswers(own, facts, ON, { relation: 'father' })).toEqual({ locked: {}, suggested: {}, origins: {} })
  const told = (relation: string) => originsOf(own, { relation, motherName: 'Trần An' }, facts, ON)
  expect(told('mother')).toMatchObject([{ field: 'motherName', changed: true }])
  expect(told('father')).toEqual([])
})

test('at a desk the register is believed before the card, and papers taken from the vault speak as well', async () => {
  const heard: HeardInput[] = [
    {
      source: 'identity-card',
      at: '2026-11-21T01:00:00Z',
      values: { fullName: 'NGUYỄN THU HẠNH', sex: 'female', address: 'Tổ 5' },
    },
    {
      source: 'citizen-registry',
      at: '2026-11-21T01:00:00Z',
      values: { fullName: 'Nguyễn Thu Hạnh', bornOn: '14/03/1988' },
    },
  ]
  const facts = counterFacts(form, heard, [], { today: ON, places: await placesOn(ON) })
  expect(facts.map(({ fact: name, value, source }) => [name, value, source])).toEqual([
    ['fullName', 'Nguyễn Thu Hạnh', 'citizen-registry'],
    ['bornOn', '1988-03-14', 'citizen-registry'],
    ['sex', 'female', 'identity-card'],
    ['fullName', 'NGUYỄN THU HẠNH', 'identity-card'],
    ['address', 'Tổ 5', 'identity-card'],
  ])
  const answers = { fullName: 'Nguyễn Thu Hạnh', address: 'Khu 1', resultDelivery: 'counter' }
  expect(originsOf(form, answers, facts, ON).map(({ field, source, changed }) => [field, source, changed])).toEqual([
    ['fullName', 'citizen-registry', false],
    ['address', 'identity-card', true],
  ])
})

test('the origin of each answer is kept, with whether the person said otherwise', () => {
  const facts = [
    fact('fullName', 'Nguyễn Thu Hạnh'),
    fact('phone', '0912000512', 'identity-provider'),
    fact('email', 'a@b.vn'),
  ]
  const origins = originsOf(form, { fullName: 'Nguyễn Thu Hạnh', phone: '0900000214', request: 'x' }, facts, ON)
  expect(origins.map(({ field, source, changed }) => [field, source, changed])).toEqual([
    ['fullName', 'citizen-registry', false],
    ['phone', 'identity-provider', true],
  ])
  expect(origins.map(originForOfficers)).toEqual([
    'Điền từ Cơ sở dữ liệu quốc gia về dân cư, 12/11/2026',
    'Người nộp ghi khác tài khoản định danh, 12/11/2026',
  ])
})

test('the person is told who said it and when', () => {
  expect(originWords({ source: 'citizen-registry', takenAt })).toBe('Từ Cơ sở dữ liệu quốc gia về dân cư, 12/11/2026')
  expect(originWords({ source: 'identity-provider', takenAt: null })).toBe('Từ tài khoản định danh bạn đăng nhập')
})
