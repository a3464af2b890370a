import { expect, test } from 'vitest'
import { fieldId } from './field-id.ts'

test('a field is never named like the content of the page, which the way past the menu leads to', () => {
  expect(fieldId('noi-dung')).toBe('noi-dung-o')
  expect(fieldId('cq-1-ma')).toBe('cq-1-ma')
  expect(fieldId('nguoi nhan[1]')).toBe('nguoi-nhan-1-')
})
