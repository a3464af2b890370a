import { describe, expect, test } from 'vitest'
import type { Hint } from '../bench/hint.ts'
import type { Judged, PaperValue } from '../bench/value.ts'
import { declaredBeside } from './declared.ts'
import { originOf, shownText, verifiedValues } from './origin.ts'
import { originText } from './texts.ts'

const judged = (text: string | null, name = 'Vũ Ngọc Ánh'): Judged => ({
  verdict: text === null ? 'unreadable' : text === '120' ? 'accepted' : 'corrected',
  text,
  normalised: text,
  accountId: name,
  name,
  at: '2026-11-20T02:00:00.000Z',
})
const value = (changes: Partial<PaperValue>): PaperValue => ({
  id: '',
  paperId: '',
  place: 1,
  name: 'area',
  label: 'Diện tích',
  source: 'print',
  page: 1,
  box: null,
  readText: '120',
  readNormalised: 120,
  confidence: 0.62,
  alternatives: [],
  faults: [],
  hints: [],
  needsTwo: false,
  state: 'read',
  first: null,
  second: null,
  settled: null,
  version: 1,
  ...changes,
})
const settled = (text: string | null, changes: Partial<PaperValue> = {}) =>
  value({ state: 'settled', first: judged(text), settled: judged(text), ...changes })

describe('the mark of a value', () => {
  test.each([
    ['read and seen by nobody', value({}), 'read', 'Máy đọc, chưa ai kiểm (62%)'],
    ['seen by one of two', value({ state: 'once', first: judged('120') }), 'under-way', 'Đang kiểm, chưa chốt'],
    ['expected and not found', value({ source: 'none', readText: '' }), 'absent', 'Máy không thấy, chưa ai kiểm'],
    ['right as read', settled('120'), 'verified', 'Đã kiểm: Vũ Ngọc Ánh, 09:00 ngày 20/11/2026'],
    [
      'by two',
      settled('125', { second: judged('125', 'Hoàng Thuý Nga') }),
      'verified',
      'Đã sửa: Vũ Ngọc Ánh và Hoàng Thuý Nga, 09:00 ngày 20/11/2026',
    ],
    ['not to be read', settled(null), 'unreadable', 'Không đọc được: Vũ Ngọc Ánh, 09:00 ngày 20/11/2026'],
  ])('%s', (_, one, kind, words) => {
    const origin = originOf(one)
    expect([origin.kind, originText(origin)]).toEqual([kind, words])
  })

  test('only what a person settled counts as verified', () => {
    const all = [value({}), value({ state: 'once', first: judged('120') }), settled(null), settled('125')]
    expect(verifiedValues(all).map(({ text }) => text)).toEqual(['125'])
    expect(all.map(shownText)).toEqual(['120', '120', '', '125'])
  })
})

describe('beside what was declared', () => {
  const hint = (text: string): Hint => ({ source: 'declared', about: 'A', text, agrees: true, at: '' })
  const answers = [
    { label: 'Diện tích', text: '1.20' },
    { label: 'Giới tính', text: 'Nữ' },
  ]
  test.each([
    ['the question of the same name', value({}), { text: '1.20', differs: false }],
    ['and what differs is told', settled('125'), { text: '1.20', differs: true }],
    [
      'a person’s word about the same person',
      value({ name: 'fullName', hints: [hint('Lê Văn Đông')] }),
      { text: 'Lê Văn Đông', differs: true },
    ],
    ['nothing of what may be another person', value({ name: 'sex', label: 'Giới tính' }), undefined],
  ])('%s', (_, one, declared) => {
    expect(declaredBeside(one, answers)).toEqual(declared)
  })
  test('of two questions of one name neither is taken', () => {
    expect(declaredBeside(value({}), [...answers, ...answers])).toBeUndefined()
  })
})
