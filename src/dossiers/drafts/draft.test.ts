import { expect, test } from 'vitest'
import { answersOf, asOmission, isChangedElsewhere, markOf, omissionPage } from './draft.ts'

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

const [before, mine, theirs] = [{ phone: '1' }, { phone: '2' }, { phone: '3' }]
test.each([
  ['nothing happened meanwhile', before, markOf(before), false],
  ['an untouched page', undefined, markOf(undefined), false],
  ['the same was sent already and its answer lost', mine, markOf(before), false],
  ['somebody saved something else', theirs, markOf(before), true],
  ['somebody saved where there was nothing', theirs, markOf(undefined), true],
])('a page is changed elsewhere, or not: %s', (_, stored, basedOn, isChanged) => {
  expect(isChangedElsewhere(stored, { basedOn, answers: mine })).toBe(isChanged)
})
