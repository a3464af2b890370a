import { describe, expect, test } from 'vitest'
import { repairText } from './repair-text.ts'

describe('repairText', () => {
  test.each([
    ['plain text stays', 'Đơn đề nghị; bản sao', 'Đơn đề nghị; bản sao', false, false],
    ['decomposed letters are composed', 'Tờ khai'.normalize('NFD'), 'Tờ khai', false, false],
    ['spaces and blank lines shrink', 'Giấy  tờ \n\n\n\n kèm\u00a0theo:', 'Giấy tờ\n\nkèm theo:', false, false],
    ['invisible marks go without a word', 'đăng k\u200eý hộ tịch', 'đăng ký hộ tịch', false, false],
    ['a leftover hyphen inside a word goes', 'ngoài n¬ước', 'ngoài nước', true, false],
    ['a symbol-font bullet becomes a dash', '\uf076 Văn bản đề nghị', '- Văn bản đề nghị', true, false],
    ['a Cyrillic letter becomes Latin', 'TР. Hạ Long', 'TP. Hạ Long', true, false],
    [
      'a line broken inside a sentence is joined',
      'học sinh được tổ\nchức theo lớp',
      'học sinh được tổ chức theo lớp',
      true,
      false,
    ],
    ['list items keep their lines', 'gồm:\na) Đơn;\nb) Bản sao', 'gồm:\na) Đơn;\nb) Bản sao', false, false],
    ['a sentence that ended keeps its line', 'Nộp hồ sơ.\nnhận kết quả', 'Nộp hồ sơ.\nnhận kết quả', false, false],
    ['a torn word is left and marked', 'tại S ở Ngoại vụ', 'tại S ở Ngoại vụ', false, true],
    ['a lost letter is marked', 'h\ufffd sơ', 'h\ufffd sơ', false, true],
  ])('%s', (_, source, text, repaired, damaged) => {
    expect(repairText(source)).toEqual({ text, repaired, damaged })
  })
})
