import { describe, expect, test } from 'vitest'
import { componentsOf, whyNotFile, whyNotTakeFiles } from './filing.ts'
import type { HandedIn } from './filing-input.ts'
import { partiesOf, resultDeliveryOf } from './parties.ts'
import { searchKeysOf, searchWords } from './search-keys.ts'

const papers = [
  { code: 'A', name: 'Giấy chứng sinh', conditional: false, eform: false },
  { code: 'B', name: 'Văn bản uỷ quyền', conditional: true, eform: false },
  { code: 'T', name: 'Tờ khai', conditional: false, eform: true },
]
const given = (componentCode: string, ...fileIds: string[]) => ({ componentCode, form: 'copy' as const, fileIds })

describe('what stops a filing', () => {
  const cases: [string, HandedIn, string | undefined][] = [
    ['everything there', { components: [given('A', 'f1')] }, undefined],
    [
      'left out with a reason',
      { components: [], omitted: [{ componentCode: 'A', reason: 'held-by-the-state' }] },
      undefined,
    ],
    ['a paper asked of everybody missing', { components: [given('B', 'f1')] }, 'dossiers.component-missing'],
    [
      'a paper of another procedure',
      { components: [given('A', 'f1'), given('X', 'f2')] },
      'dossiers.unknown-component',
    ],
    ['a paper without a file', { components: [given('A')] }, 'dossiers.component-without-file'],
    ['a paper named twice', { components: [given('A', 'f1'), given('A', 'f2')] }, 'dossiers.component-twice'],
    [
      'given and left out',
      { components: [given('A', 'f1')], omitted: [{ componentCode: 'A', reason: 'not-my-case' }] },
      'dossiers.component-twice',
    ],
    ['one file for two papers', { components: [given('A', 'f1'), given('B', 'f1')] }, 'dossiers.file-twice'],
    ['too many files', { components: [given('A', 'f1', 'f2', 'f3', 'f4')] }, 'dossiers.too-many-files'],
  ]
  test.each(cases)('%s', (_, filing, code) => {
    expect(whyNotFile(filing, papers, 3)?.code).toBe(code)
  })

  test('the reason names the paper in the words of the procedure', () => {
    expect(whyNotFile({ components: [] }, papers, 3)?.facts).toEqual({ component: 'Giấy chứng sinh' })
  })

  const mine = { id: 'f1', size: 10, uploadedBy: 'citizen:me', scanVerdict: 'clean' }
  test.each([
    ['mine', [mine], undefined],
    ['not there', [], 'dossiers.file-not-found'],
    ["a stranger's", [{ ...mine, uploadedBy: 'citizen:other' }], 'dossiers.file-not-found'],
    ['empty', [{ ...mine, size: 0 }], 'dossiers.file-empty'],
    ['infected', [{ ...mine, scanVerdict: 'infected' }], 'dossiers.file-infected'],
  ])('a file that is %s', (_, files, code) => {
    expect(whyNotTakeFiles(['f1'], files, ['citizen:me'])?.code).toBe(code)
  })

  test('components keep the order of the procedure and say why a paper is not there', () => {
    const filing: HandedIn = {
      components: [given('B', 'f2', 'f3')],
      omitted: [{ componentCode: 'A', reason: 'not-my-case' }],
    }
    expect(componentsOf(filing, papers)).toEqual([
      { no: 1, code: 'A', form: null, omitted: 'not-my-case', files: [] },
      {
        no: 2,
        code: 'B',
        form: 'copy',
        omitted: null,
        files: [
          { fileId: 'f2', round: 0 },
          { fileId: 'f3', round: 0 },
        ],
      },
      { no: 3, code: 'T', form: null, omitted: 'filled-on-screen', files: [] },
    ])
  })
})

describe('who asks and who hands in', () => {
  const person = {
    fullName: 'Đặng Xuân Tùng',
    personalId: '022090000123',
    phone: '0900000214',
    resultDelivery: 'postal',
  }

  test('for oneself', () => {
    const { applicant, submitter } = partiesOf({ ...person, onBehalf: 'self' })
    expect(applicant).toEqual(submitter)
    expect(applicant).toMatchObject({
      kind: 'citizen',
      fullName: 'Đặng Xuân Tùng',
      personalId: '022090000123',
      email: null,
    })
  })

  test('for somebody else', () => {
    const { applicant, submitter } = partiesOf({
      ...person,
      onBehalf: 'other',
      ownerName: 'Chíu Sám Múi',
      ownerPersonalId: '022151000007',
    })
    expect(applicant).toMatchObject({ fullName: 'Chíu Sám Múi', personalId: '022151000007', phone: null })
    expect(submitter.fullName).toBe('Đặng Xuân Tùng')
  })

  test('for an organisation', () => {
    const { applicant, submitter } = partiesOf({
      ...person,
      organisationName: 'Công ty TNHH Biển Ngọc',
      businessCode: '5700000124',
    })
    expect(applicant).toMatchObject({
      kind: 'organisation',
      organisationName: 'Công ty TNHH Biển Ngọc',
      fullName: 'Đặng Xuân Tùng',
    })
    expect(submitter.kind).toBe('citizen')
  })

  test('search words are folded, under each unit and the year in Vietnam, once', () => {
    expect(searchWords('Đặng  Xuân-Tùng Đặng')).toEqual(['dang', 'xuan', 'tung'])
    const held = {
      receivedByUnitId: '0190aaaa-0000-7000-8000-00000000000a',
      competentUnitId: '0190aaaa-0000-7000-8000-00000000000b',
      helpedAtUnitId: '0190aaaa-0000-7000-8000-00000000000a',
    }
    const submittedAt = new Date('2026-12-31T17:00:00Z')
    expect(searchKeysOf({ ...partiesOf({ fullName: 'Vi Sáng' }), ...held, provinceCode: '22', submittedAt })).toEqual([
      '22.27:vi',
      '22.27:sang',
      '00000000000a.27:vi',
      '00000000000a.27:sang',
      '00000000000b.27:vi',
      '00000000000b.27:sang',
    ])
  })

  test('without a choice the result waits at the desk', () => {
    expect(resultDeliveryOf(person)).toBe('postal')
    expect(resultDeliveryOf({ resultDelivery: 'pigeon' })).toBe('counter')
  })
})
