import { expect, test } from 'vitest'
import { newlyAsked, whyNotGuide } from './guidance.ts'

const birth = { componentCode: 'A', what: 'Giấy chứng sinh', how: null }
const deed = { componentCode: null, what: 'Giấy uỷ quyền có chứng thực', how: null }

test('a sheet with nothing on it is not given', () =>
  expect(whyNotGuide([], [], null)?.code).toBe('desk.nothing-missing'))
test('the first time needs no reason', () => expect(whyNotGuide([birth, deed], [], null)).toBeUndefined())
test('the same again needs no reason', () =>
  expect(whyNotGuide([birth], [{ items: [birth, deed] }], null)).toBeUndefined())
test('something new does', () => {
  expect(whyNotGuide([birth, deed], [{ items: [birth] }], null)).toEqual({
    code: 'desk.guided-before',
    facts: { what: deed.what },
  })
  expect(whyNotGuide([birth, deed], [{ items: [birth] }], 'Người nộp đổi người được uỷ quyền')).toBeUndefined()
})
test('what was asked in any earlier sheet is not new', () =>
  expect(newlyAsked([birth, deed], [{ items: [birth] }, { items: [deed] }])).toEqual([]))
