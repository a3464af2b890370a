import { expect, it } from 'vitest'
import { foldText } from '../../platform/text.ts'
import { buildWordIndex } from './word-index.ts'
import { wordsOf } from './search-words.ts'

const NAMES = [
  'Đăng ký khai sinh',
  'Cấp phiếu lý lịch tư pháp',
  'Đăng ký thường trú',
  'Khai thuế',
  'Chặt cây trong rừng',
  'Hoá chất',
  'Trụ chủ',
]
const index = buildWordIndex(
  NAMES.flatMap((name) => Array.from({ length: 7 }, (_, no) => ({ name, no }))).map(({ name, no }, at) => ({
    code: String(at),
    name: foldText(`${name} ${no}`),
    accentedName: name.toLowerCase(),
    related: '',
    isNear: false,
    isEveryday: false,
  })),
)

it.each([
  ['khai sin', 'khai sinh'],
  ['khai sing', 'khai sinh'],
  ['li lich', 'ly lich'],
  ['lí lịch', 'ly lich'],
  ['thuong chu', 'thuong tru'],
  ['fieu li lich', 'phieu ly lich'],
  // A word that stands well beside its neighbour, or was typed with its marks, is meant.
  ['khai thue', 'khai thue'],
  ['chặt cây', 'chat cay'],
  ['khai thúe', 'khai thue'],
])('%s is taken for %s', (typed, meant) => {
  const [own = []] = wordsOf(index, typed)?.queries ?? []
  expect(own.map(({ word }) => word).join(' ')).toBe(meant)
})
