import { describe, expect, it } from 'vitest'
import { arrange, whyNotArrange, type Placed } from './arrange.ts'

const placed = (...rows: [pageId: string, paperNo: number, place: number][]): Placed[] =>
  rows.map(([pageId, paperNo, place]) => ({ pageId, paperNo, place }))

describe('arranging the pages of a scan', () => {
  it('orders, splits, joins and leaves out by numbers alone', () => {
    expect(arrange(placed(['a', 2, 2], ['b', 1, 1], ['c', 2, 1], ['d', 0, 1], ['e', 7, 1]))).toEqual({
      papers: [
        { no: 1, pageIds: ['b'] },
        { no: 2, pageIds: ['c', 'a'] },
        { no: 7, pageIds: ['e'] },
      ],
      leftOut: ['d'],
    })
  })

  it('keeps the order in which pages came where two have the same place', () => {
    expect(arrange(placed(['a', 1, 1], ['b', 1, 1], ['c', 1, 0])).papers[0]?.pageIds).toEqual(['c', 'a', 'b'])
  })

  const pages = [
    { id: 'a', no: 1, paperId: 'open', place: 1 },
    { id: 'b', no: 2, paperId: 'read', place: 1 },
  ]
  const papers = [
    { id: 'open', no: 1, state: 'assembling' as const },
    { id: 'read', no: 2, state: 'waiting' as const },
  ]
  it.each([
    ['as it is', placed(['a', 1, 1], ['b', 2, 1]), undefined],
    ['a new paper', placed(['a', 3, 1], ['b', 2, 1]), undefined],
    ['out of a paper that went on', placed(['a', 1, 1], ['b', 1, 2]), 'digitisation.page-read-already'],
    ['into a paper that went on', placed(['a', 2, 2], ['b', 2, 1]), 'digitisation.page-read-already'],
    ['a page missing', placed(['a', 1, 1]), 'digitisation.scan-changed'],
    ['a page twice', placed(['a', 1, 1], ['a', 1, 2]), 'digitisation.scan-changed'],
    ['a page of another scan', placed(['a', 1, 1], ['x', 1, 2]), 'digitisation.scan-changed'],
  ])('%s', (_, asked, code) => {
    expect(whyNotArrange(asked, pages, papers)?.code).toBe(code)
  })
})
