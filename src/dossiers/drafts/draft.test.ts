import { expect, test } from 'vitest'
import { answersOf, asOmission, omissionPage } from './draft.ts'

test('answers are those of the form; why a paper is left out is none of them', () => {
  const pages = {
    'nguoi-nop': { fullName: 'Nguyễn Thu Hạnh', phone: '0912000512' },
    [omissionPage(2)]: { omitted: 'not-my-case' },
    'noi-dung': { phone: '0912000513' },
  }
  expect(answersOf({ pages })).toEqual({ fullName: 'Nguyễn Thu Hạnh', phone: '0912000513' })
})

test('only known reasons leave a paper out', () => {
  expect([asOmission('held-by-the-state'), asOmission('because'), asOmission(undefined)]).toEqual([
    'held-by-the-state',
    null,
    null,
  ])
})
