import { expect, test } from 'vitest'
import { isAskedFor } from './asked-for.ts'

test.each<[string | null, string | null, string, boolean | undefined]>([
  ['birth-certificate', 'Giấy khai sinh', '1. Bản sao Giấy khai sinh', true],
  ['marriage-certificate', 'Giấy chứng nhận kết hôn', 'Giấy khai sinh', false],
  ['marriage-certificate', 'Giấy chứng nhận kết hôn', 'Giấy khai sinh hoặc giấy chứng nhận kết hôn', true],
  ['identity-card-back', 'Thẻ căn cước, mặt sau', 'Thẻ căn cước', true],
  ['birth-declaration', 'Tờ khai đăng ký khai sinh', 'Giấy khai sinh', false],
  [null, null, 'Giấy khai sinh', undefined],
  ['birth-certificate', 'Giấy khai sinh', 'Giấy tờ chứng minh nơi ở', undefined],
  ['a-kind-of-ours', 'Giấy xác nhận của thôn', 'Giấy khai sinh', undefined],
])('%s, called %s, is what “%s” asks for: %s', (code, name, component, answer) => {
  expect(isAskedFor({ code, name }, component)).toBe(answer)
})
