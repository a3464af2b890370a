import { describe, expect, test } from 'vitest'
import { inStatedOrder } from './component-order.ts'

const order = (...names: string[]) => inStatedOrder(names.map((name) => ({ name }))).map(({ name }) => name)

describe('inStatedOrder', () => {
  test.each([
    ['roman', ['(iv) D', '(v) E', '(ii) B', '(iii) C', '(i) A'], ['(i) A', '(ii) B', '(iii) C', '(iv) D', '(v) E']],
    ['letters with đ', ['đ) E', 'a) A', 'd) D', 'e) F'], ['a) A', 'd) D', 'đ) E', 'e) F']],
    ['numbers', ['10. J', '2. B', '1. A'], ['1. A', '2. B', '10. J']],
    ['nested numbers', ['(1.10) Z', '(1.2) B', '(1.1) A'], ['(1.1) A', '(1.2) B', '(1.10) Z']],
    [
      'letters, not roman, when no second roman number stands there',
      ['c) C', 'i) I', 'a) A'],
      ['a) A', 'c) C', 'i) I'],
    ],
    ['a group without numbers stays', ['- Đơn', '- Bản sao', '- Ảnh'], ['- Đơn', '- Bản sao', '- Ảnh']],
    ['a group with one unnumbered item stays', ['b) B', 'a) A', 'Đơn'], ['b) B', 'a) A', 'Đơn']],
    ['a number used twice stays', ['2. B', '1. A', '1. A2'], ['2. B', '1. A', '1. A2']],
  ])('%s', (_, given, expected) => {
    expect(order(...given)).toEqual(expected)
  })
})
