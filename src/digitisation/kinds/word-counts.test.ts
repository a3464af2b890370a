import { expect, test } from 'vitest'
import kinds from '../../../data/digitisation/kinds.json' with { type: 'json' }
import { kindShares, learnKinds } from './word-counts.ts'

const BIRTH =
  'GIẤY KHAI SINH\nHọ, chữ đệm, tên: A\nghi bằng chữ: ngày\nHọ, chữ đệm, tên người mẹ\nNơi đăng ký khai sinh'

test('words of a page tell which of the known kinds it is rather', () => {
  expect(kindShares(kinds, BIRTH)[0]?.type).toBe('birth-certificate')
  expect(
    kindShares(
      kinds,
      BIRTH.replace('GIẤY KHAI SINH', 'Kính gửi: UBND\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nQuan hệ với người được khai sinh'),
    )[0]?.type,
  ).toBe('birth-declaration')
})

test('what is learned is what papers of a kind have in common, not whose they are', () => {
  const papers = [1, 2, 3, 4].map((no) => ({
    type: 'leave',
    text: `Đơn xin nghỉ phép của Nguyễn Văn ${'ABCD'[no - 1]}x`,
  }))
  const model = learnKinds('2', papers)
  expect(Object.keys(model.kinds.leave?.words ?? {})).toContain('nghi phep')
  expect(Object.keys(model.kinds.leave?.words ?? {})).not.toContain('van ax')
  expect(learnKinds('2', papers)).toEqual(model)
})
