import { describe, expect, test } from 'vitest'
import type { Term } from '../../platform/term.ts'
import { otherTerms, publishedTerms, termFact } from './terms.ts'

const days = (quantity: number): Term => ({ quantity, unit: 'working-day' })
const aCase = (term: Term | null, termText = '7 WORKING_DAY') => ({ code: '1', name: 'Cấp', term, termText })
const online = (term: Term | null, text = '') => ({ channel: 'online' as const, term, text })

test.each([
  [[days(7)], { kind: 'one', words: '7 ngày làm việc' }],
  [[days(7), days(20)], { kind: 'several', words: ['7 ngày làm việc', '20 ngày làm việc'] }],
  [[days(7), null], { kind: 'several', words: ['7 ngày làm việc'] }],
  [[null], { kind: 'unknown' }],
])('terms %j', (terms, fact) => {
  expect(termFact(terms)).toEqual(fact)
})

describe('terms that contradict', () => {
  test.each([
    ['the same', [aCase(days(7))], [online(days(7))], []],
    ['one of the ways says the same', [aCase(days(7))], [online(days(7)), online(days(5))], []],
    ['none does', [aCase(days(20))], [online(days(10))], ['10 ngày làm việc']],
    ['an unknown term contradicts nothing', [aCase(null)], [online(days(10))], []],
  ])('%s', (_, cases, methods, told) => {
    expect(otherTerms({ cases, methods })).toEqual(told)
  })
})

test('words about time are shown, codes are not', () => {
  const words = 'Trong 2 ngày làm việc'
  expect(
    publishedTerms({
      cases: [aCase(days(2)), aCase(null, '0 OTHER')],
      methods: [online(null, words), online(null, words)],
    }),
  ).toEqual([words])
})
