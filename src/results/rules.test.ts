import { describe, expect, test } from 'vitest'
import { tidyTitle } from './default-content.ts'
import { agencyLetters, dateText, numberText } from './document-number.ts'
import { whyNotApprove, whyNotDeliver, whyNotSeal, whyNotSign, type Result } from './result.ts'
import { placeLetters, readVerificationCode, verificationCode } from './verification-code.ts'

const UBND = { kind: 'peoples-committee', shortName: 'UBND phường Bãi Cháy' } as const
const SCT = { kind: 'department', shortName: 'Sở Công Thương' } as const

test.each([
  [1, 'licence', 'Giấy chứng nhận đăng ký hộ kinh doanh', UBND, '01/GCN-UBND'],
  [118, 'licence', 'Giấy phép kinh doanh', SCT, '118/GP-SCT'],
  [12, 'decision', 'Quyết định trợ cấp', UBND, '12/QĐ-UBND'],
  [7, 'reply', 'Văn bản trả lời', SCT, '07/SCT'],
  [9, 'rejection', 'Phiếu từ chối giải quyết hồ sơ', UBND, '09/TCGQ-UBND'],
  [30, 'civil-status', 'Giấy khai sinh', UBND, '30/HT-UBND'],
] as const)('number %i of a %s "%s"', (no, template, title, unit, text) =>
  expect(numberText(no, { template, title }, unit)).toBe(text),
)

test.each([
  ['Sở Xây dựng', 'SXD'],
  ['Văn phòng UBND thành phố', 'VPUBNDTP'],
])('%s is %s', (shortName, letters) => expect(agencyLetters({ kind: 'department', shortName })).toBe(letters))

test('dates as Annex I writes them', () => {
  expect(dateText('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
  expect(dateText('2026-03-09')).toBe('ngày 09 tháng 3 năm 2026')
  expect(dateText('2026-11-20')).toBe('ngày 20 tháng 11 năm 2026')
})

describe('verification codes', () => {
  test('are read as people type them', () => {
    const code = verificationCode(
      'QN',
      Uint8Array.from({ length: 16 }, (_, index) => index),
    )
    expect(code).toBe('QN-0123-4567-89AB-CDEF')
    for (const typed of ['qn 0123 4567 89ab cdef', 'QN-OI23-4567-89AB-CDEF', 'QNol2345678 9ABCDEF'])
      expect(readVerificationCode(typed)).toBe(code)
    for (const typed of ['', 'QN-0123', 'QN-0123-4567-89AB-CDEU', `${code}0`])
      expect(readVerificationCode(typed)).toBeUndefined()
  })
  test('use every letter evenly', () => {
    const seen = new Set(
      [...Array(256).keys()].map((byte) => verificationCode('QN', new Uint8Array(16).fill(byte)).charAt(3)),
    )
    expect(seen.size).toBe(32)
  })
  test.each([
    ['Quảng Ninh', 'QN'],
    ['Đà Nẵng', 'DN'],
    ['Thừa Thiên Huế', 'TH'],
  ])('%s begins with %s', (name, letters) => expect(placeLetters(name)).toBe(letters))
})

test.each([
  ['- Giấy chứng nhận lưu hành tự do (CFS).', 'Giấy chứng nhận lưu hành tự do (CFS)'],
  ['Giấy phép nhập khẩu hoặc văn bản thông báo không cấp', 'Giấy phép nhập khẩu'],
  ['giấy xác nhận; thông báo', 'Giấy xác nhận'],
])('%s is titled %s', (name, title) => expect(tidyTitle(name)).toBe(title))

describe('who may do what when', () => {
  const content = { signature: { fullName: 'Bùi Đức Thịnh' } } as Result['content']
  const approved = {
    state: 'approved',
    signatoryAccountId: 'a',
    approvedSha256: 'x',
    content,
    blankKind: null,
  } as const
  test.each([
    ['results.not-approved', undefined, { sha256: 'x' }, 'a'],
    ['results.not-approved', { ...approved, state: 'draft' as const }, { sha256: 'x' }, 'a'],
    ['results.not-approved', approved, undefined, 'a'],
    ['results.not-the-named-signatory', approved, { sha256: 'x' }, 'b'],
    ['results.changed-after-approval', approved, { sha256: 'y' }, 'a'],
    ['results.on-blank', { ...approved, blankKind: 'gcn-dat' }, { sha256: 'x' }, 'a'],
    [undefined, approved, { sha256: 'x' }, 'a'],
  ] as const)('signing: %s', (code, result, file, account) =>
    expect(whyNotSign(result, file, account)?.code).toBe(code),
  )
  test('approving, sealing, handing over', () => {
    expect(whyNotApprove(undefined)?.code).toBe('results.no-draft')
    expect(whyNotApprove({ state: 'draft', version: 2 }, 1)?.code).toBe('results.draft-changed')
    expect(whyNotApprove({ state: 'draft', version: 2 }, 2)).toBeUndefined()
    const people = { authorityId: null, template: 'decision', blankKind: null } as const
    const machine = { authorityId: 'a', template: 'decision', blankKind: null } as const
    const extract = { authorityId: null, template: 'extract', blankKind: null } as const
    expect(whyNotSeal({ state: 'approved', ...people }, undefined, false)?.code).toBe('results.not-signed')
    expect(whyNotSeal({ state: 'signed', ...people }, { signatures: 1 }, false)).toBeUndefined()
    // What nobody signs is sealed by the system alone, and the system seals nothing else.
    expect(whyNotSeal({ state: 'signed', ...machine }, { signatures: 0 }, true)).toBeUndefined()
    expect(whyNotSeal({ state: 'signed', ...machine }, { signatures: 0 }, false)?.code).toBe('results.not-signed')
    expect(whyNotSeal({ state: 'signed', ...people }, { signatures: 1 }, true)?.code).toBe('results.not-signed')
    const onBlank = { state: 'signed', ...people, blankKind: 'gcn-dat' } as const
    expect(whyNotSeal(onBlank, { signatures: 0 }, false)?.code).toBe('results.on-blank')
    // An extract carries the agency's signature alone, put on by the clerk.
    expect(whyNotSeal({ state: 'signed', ...extract }, { signatures: 0 }, false)).toBeUndefined()
    expect(whyNotSeal({ state: 'signed', ...extract }, { signatures: 0 }, true)?.code).toBe('results.not-signed')
    expect(whyNotSeal({ state: 'signed', ...people }, { signatures: 0 }, false)?.code).toBe('results.not-signed')
    const way = { how: 'counter', receiverName: null, postalCode: null } as const
    expect(whyNotDeliver({ state: 'signed' }, way)?.code).toBe('results.not-issued')
    expect(whyNotDeliver({ state: 'sealed' }, way)?.code).toBe('results.receiver-missing')
    expect(whyNotDeliver({ state: 'sealed' }, { ...way, how: 'postal' })?.code).toBe('results.postal-code-missing')
    expect(whyNotDeliver({ state: 'sealed' }, { ...way, how: 'electronic' })).toBeUndefined()
  })
})
