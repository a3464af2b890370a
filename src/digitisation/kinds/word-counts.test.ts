import { expect, test } from 'vitest'
import kinds from '../../../data/digitisation/kinds.json' with { type: 'json' }
import { templates } from '../extraction/template.ts'
import { printedOn } from '../extraction/understand-paper.ts'
import { linesOf } from '../pairs/testing.ts'
import { formWords, withoutValues } from './form-words.ts'
import { joinKinds, kindShares, learnKinds, wordsIn } from './word-counts.ts'

const BIRTH = [
  'GIẤY KHAI SINH',
  'Họ, chữ đệm, tên: PHẠM THÙY NGUYỆT',
  'ghi bằng chữ: ngày mười ba',
  'Họ, chữ đệm, tên người mẹ: TRIỆU THỊ HƯỜNG',
  'Nơi đăng ký khai sinh: UBND phường Cẩm Phả',
  'Nay chứng nhận cho bà Triệu Thị Hường',
]
const wordsOn = (lines: readonly string[]) =>
  formWords(printedOn(1, { lines: linesOf(...lines), width: 2_000, height: 3_000 }), templates)

test('words of a form tell which of the known kinds it is rather', () => {
  expect(kindShares(kinds, wordsOn(BIRTH))[0]?.type).toBe('birth-certificate')
  const declared = ['TỜ KHAI ĐĂNG KÝ KHAI SINH', 'Quan hệ với người được khai sinh: mẹ đẻ', ...BIRTH.slice(1)]
  expect(kindShares(kinds, wordsOn(declared))[0]?.type).toBe('birth-declaration')
})

test('of a page only titles and labels count: no value, no running text, no name', () => {
  const words = [...wordsOn(BIRTH)]
  expect(words).toEqual(expect.arrayContaining(['khai sinh', 'dem ten', 'nguoi me']))
  for (const word of ['thuy nguyet', 'trieu thi', 'thi huong', 'cam pha', 'muoi ba', 'chung nhan'])
    expect(words).not.toContain(word)
  // Where a slip put a name into a label, what people settled takes it out again.
  const slipped = wordsIn(['PHẠM THÙY NGUYỆT Giới tính'])
  expect([...withoutValues(slipped, ['Phạm Thùy Nguyệt'])]).toEqual(['nguyet gioi', 'gioi tinh'])
})

test('what is learned is what papers of a kind have in common, not whose they are', () => {
  const papers = Array.from({ length: 6 }, (_, no) => ({
    type: 'leave',
    words: wordsIn([`Đơn xin nghỉ phép của Nguyễn Văn ${'ABCDEF'[no]}x`]),
  }))
  const model = learnKinds('2', papers)
  expect(Object.keys(model.kinds.leave?.words ?? {})).toContain('nghi phep')
  expect(Object.keys(model.kinds.leave?.words ?? {})).not.toContain('van ax')
  expect(learnKinds('2', papers)).toEqual(model)
  expect(learnKinds('2', papers.slice(0, 4)).kinds).toEqual({})
})

test('what is learned is added to what was known', () => {
  const papers = Array.from({ length: 5 }, () => ({ type: 'birth-certificate', words: wordsIn(['Khai sinh lại']) }))
  const { kinds: joined } = joinKinds(kinds, learnKinds('2', papers))
  expect(joined['birth-certificate']).toMatchObject({ papers: 35, words: { 'khai sinh': 35, 'sinh lai': 5 } })
  expect(joined['land-use-right']).toEqual(kinds.kinds['land-use-right'])
})
