import type { Reason } from '../../platform/refusal.ts'
import type { Page, Paper } from './scan.ts'

/** Where a person puts a page: which paper of the scan, from 1 (0: none), and where in it; equal places keep their order. */
export type Placed = { pageId: string; paperNo: number; place: number }

export type Arrangement = {
  papers: { no: number; pageIds: string[] }[]
  leftOut: string[]
}

type Standing = Pick<Page, 'id' | 'no' | 'paperId' | 'place'>

/** The papers as they are to be; numbers nobody used close up behind those of papers that stay. */
export function arrange(placed: readonly Placed[]): Arrangement {
  const leftOut = placed.filter(({ paperNo }) => paperNo === 0).map(({ pageId }) => pageId)
  const byPaper = Map.groupBy(
    placed.filter(({ paperNo }) => paperNo > 0),
    ({ paperNo }) => paperNo,
  )
  const papers = [...byPaper]
    .toSorted(([a], [b]) => a - b)
    .map(([no, own]) => ({ no, pageIds: own.toSorted((a, b) => a.place - b.place).map(({ pageId }) => pageId) }))
  return { papers, leftOut }
}

/** Every page is placed once; one of a paper that went on stays where it is, and no page joins it. */
export function whyNotArrange(
  placed: readonly Placed[],
  pages: readonly Standing[],
  papers: readonly Pick<Paper, 'id' | 'no' | 'state'>[],
): Reason | undefined {
  const ids = new Set(placed.map(({ pageId }) => pageId))
  if (ids.size !== placed.length || ids.size !== pages.length || pages.some(({ id }) => !ids.has(id)))
    return { code: 'digitisation.scan-changed' }
  const byId = new Map(pages.map((page) => [page.id, page]))
  for (const { pageId, paperNo } of placed) {
    const page = byId.get(pageId)
    const from = papers.find(({ id }) => id === page?.paperId)
    const to = papers.find(({ no }) => no === paperNo)
    const isStuck = [from, to].some((paper) => paper && paper.state !== 'assembling')
    if (page && isStuck && from !== to) return { code: 'digitisation.page-read-already', facts: { page: page.no } }
  }
  return undefined
}
