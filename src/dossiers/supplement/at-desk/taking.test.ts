import { describe, expect, test } from 'vitest'
import { componentsTaken, itemsLeft, whyNotKeep, whyNotTake, withMore, withoutPaper, type TakenItem } from './taking.ts'

const asked = (no: number, componentCode: string | null) => ({
  no,
  componentCode,
  what: `Mục ${no}`,
  reason: 'Thiếu',
  how: 'Nộp lại',
})
const REQUEST = { items: [asked(1, 'KQ1'), asked(2, 'KQ2'), asked(3, null)] }
const brought = (no: number, more: Partial<TakenItem> = {}): TakenItem => ({
  no,
  form: 'original',
  fileIds: [],
  vaultEntryIds: [],
  reason: null,
  ...more,
})
const PAPER = { fileIds: ['a'] }
const WORDS = { reason: 'Đã mất' }

describe('what may be taken for a request', () => {
  test.each<[string, TakenItem[], string | undefined]>([
    ['every item by its paper or by words', [brought(1, PAPER), brought(2, WORDS), brought(3, WORDS)], undefined],
    ['a paper of the vault', [brought(1, { vaultEntryIds: ['v'] }), brought(2, PAPER), brought(3, WORDS)], undefined],
    ['one item left', [brought(1, PAPER), brought(3, WORDS)], 'dossiers.item-unanswered'],
    ['neither paper nor words', [brought(1, PAPER), brought(2), brought(3, WORDS)], 'dossiers.item-unanswered'],
    ['what nobody asked for', [brought(1, PAPER), brought(4, PAPER)], 'dossiers.item-not-asked'],
    ['an item twice', [brought(1, PAPER), brought(1, PAPER)], 'dossiers.item-not-asked'],
    ['a file where no paper was asked', [brought(1, PAPER), brought(3, PAPER)], 'dossiers.item-no-paper'],
  ])('%s: %o', (_, items, code) => {
    expect(whyNotTake(REQUEST, items)?.code).toBe(code)
  })

  test('half of it may be kept, and what is left is named', () => {
    const half = [brought(1, PAPER), brought(2)]
    expect(whyNotKeep(REQUEST, half)).toBeUndefined()
    expect(itemsLeft(REQUEST, half).map(({ no }) => no)).toEqual([2, 3])
  })

  test('two items of one paper become one component', () => {
    const twice = { items: [asked(1, 'KQ1'), asked(2, 'KQ1')] }
    expect(componentsTaken(twice, [brought(1, { fileIds: ['a', 'b'] }), brought(2, { fileIds: ['b', 'c'] })])).toEqual([
      { componentCode: 'KQ1', form: 'original', fileIds: ['a', 'b', 'c'] },
    ])
    expect(componentsTaken(REQUEST, [brought(1, WORDS)])).toEqual([])
  })

  test('what two windows bring is all kept, what was said last counts, a wrong file goes', () => {
    const both = withMore([brought(1, PAPER)], [brought(2, WORDS), brought(1, { fileIds: ['b'], form: 'copy' })])
    expect(both).toEqual([brought(1, { fileIds: ['a', 'b'], form: 'copy' }), brought(2, WORDS)])
    expect(withoutPaper(both, 'a')[0]?.fileIds).toEqual(['b'])
  })
})
