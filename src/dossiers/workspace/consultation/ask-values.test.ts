import { describe, expect, test } from 'vitest'
import { checkAsk, readAsk } from './ask-values.ts'

describe('what was typed', () => {
  const form = { 'so-dong': '2', 'cq-1-ma': 'H49.1', 'cq-1-ngay': '3', 'cq-2-ma': 'H49.2', 'cq-2-ngay': '61' }

  test('gets one more row when every row is filled, and not otherwise', () => {
    expect(readAsk({ ...form, them: '1' }).bodies).toHaveLength(3)
    expect(readAsk({ ...form, 'cq-2-ma': '', them: '1' }).bodies).toHaveLength(2)
    expect(readAsk({ 'so-dong': '999' }).bodies).toHaveLength(20)
  })

  test('is told where it lacks something', () => {
    expect(checkAsk(readAsk(form)).map(({ field }) => field)).toEqual(['cau-hoi', 'cq-2-ngay', 'quy-tac'])
    expect(checkAsk(readAsk({ 'quy-tac': 'silence-agrees' })).map(({ field }) => field)).toEqual([
      'cau-hoi',
      'cq-1-ma',
      'can-cu',
    ])
  })
})
