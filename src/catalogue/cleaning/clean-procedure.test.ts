import { describe, expect, test } from 'vitest'
import { aSourceProcedure } from '../testing.ts'
import { cleanProcedure } from './clean-procedure.ts'
import { markSameNames } from './same-names.ts'

const titles = { legal: new Map([['60/2014/QH13', 'Luật Hộ tịch']]) }
const codes = (changes: Parameters<typeof aSourceProcedure>[0]) =>
  cleanProcedure(aSourceProcedure(changes), titles).findings.map(({ code }) => code)

describe('cleanProcedure', () => {
  test('a plain procedure comes out whole and without doubt', () => {
    const { content, findings } = cleanProcedure(aSourceProcedure(), titles)
    expect(findings).toEqual([])
    expect(content).toMatchObject({
      code: '1.001193',
      levels: ['commune'],
      alsoElsewhere: false,
      department: 'so-tu-phap',
      cases: [{ code: '1.001193.01', term: { quantity: 1, unit: 'working-day' } }],
      components: [{ code: 'KQ1', kind: 'paper', originals: 1, conditional: false }],
      fees: [{ channel: 'counter', kind: 'charge', amountDong: 0n, chargeable: true }],
      legal: [{ code: '60/2014/QH13', name: 'Luật Hộ tịch' }],
    })
  })

  test.each<[string, Parameters<typeof aSourceProcedure>[0], string[]]>([
    ['a malformed code', { code: '2.009182739' }, ['code.malformed']],
    ['a code marked as deleted', { code: '1.014955-Xoa' }, ['code.malformed']],
    ['no paper at all', { component_groups: [] }, ['component.none']],
    [
      'only a note among the papers',
      { component_groups: [{ name: 'Lưu ý:', items: [{ code: 'A', name: 'Nộp đúng hạn', orig: 0, copy: 0 }] }] },
      ['component.note', 'component.none'],
    ],
    ['no result paper', { results: [] }, ['result.none']],
    ['an old name in the steps', { steps: [{ name: '', text: 'Nộp tại UBND cấp huyện' }] }, ['wording.district-level']],
    [
      'a body of another province',
      { executing: ['Ủy ban nhân dân cấp xã', 'Sở Tư pháp Thành phố Hà Nội'] },
      ['wording.other-province'],
    ],
    ['a repaired text', { conditions: 'Người\nnước ngoài' }, ['text.repaired']],
  ])('%s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected)
  })

  test('says which unit must decide', () => {
    const { findings } = cleanProcedure(
      aSourceProcedure({
        code: '9.1',
        results: [],
        methods: [{ channel: 'DIRECT', time: 1, unit: 'WORKING_DAY', text: '', fees: [{ type: 'FEE', value: 20 }] }],
      }),
      titles,
    )
    expect(Object.fromEntries(findings.map(({ code, decidedBy }) => [code, decidedBy]))).toEqual({
      'code.malformed': 'so-tu-phap',
      'fee.tiny-amount': 'so-tai-chinh',
      'result.none': 'so-tu-phap',
    })
  })

  test('a paper listed twice counts once; only a declaration is filled in on screen', () => {
    const items = ['Đơn đề nghị', '02 ảnh màu', '02 ảnh màu'].map((name, no) => ({
      code: `K${no}`,
      name,
      orig: 1,
      copy: 0,
      eform: true,
    }))
    const { content, findings } = cleanProcedure(aSourceProcedure({ component_groups: [{ name: '', items }] }), titles)
    expect(content.components.map(({ code, eform }) => [code, eform])).toEqual([
      ['K0', true],
      ['K1', false],
    ])
    expect(findings.map(({ code }) => code)).toEqual(['component.repeated'])
  })

  test('one component code used twice gets two keys', () => {
    const items = [1, 2].map((no) => ({ code: 'KQ1', name: `Giấy tờ ${no}`, orig: 1, copy: 0 }))
    const { content } = cleanProcedure(aSourceProcedure({ component_groups: [{ name: '', items }] }), titles)
    expect(content.components.map(({ code }) => code)).toEqual(['KQ1', 'KQ1~2'])
  })
})

describe('markSameNames', () => {
  test('marks both of two procedures with one name, and no other', () => {
    const cleaned = [
      aSourceProcedure({ code: '1.000001', name: 'Thủ tục cấp thẻ' }),
      aSourceProcedure({ code: '1.000002', name: 'Cấp thẻ.' }),
      aSourceProcedure({ code: '1.000003', name: 'Cấp lại thẻ' }),
    ].map((source) => cleanProcedure(source, titles))
    expect(markSameNames(cleaned).map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['procedure.same-name'],
      ['procedure.same-name'],
      [],
    ])
  })
})
