import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { refuse, type Reason } from '../../platform/refusal.ts'
import { paperAssembled } from '../events.ts'
import { mustBeScannedAgain } from './quality/quality.ts'
import { SCANNERS, scanToChange } from './reach.ts'
import type { Page, Paper } from './scan.ts'
import { pagesOfScan, papersOfScan, setPaperState, setScanState } from './store.ts'

/** The archival file of a paper is made in one piece, in memory. */
export const MOST_PAGES_OF_PAPER = 200

/** Why a paper is not read yet: each reason names the first page a person has to do something about. */
export function whyNotHandOn({ state }: Pick<Paper, 'state'>, pages: readonly Page[]): Reason | undefined {
  if (state !== 'assembling') return { code: 'digitisation.handed-on-before' }
  if (pages.length === 0) return { code: 'digitisation.paper-without-pages' }
  if (pages.length > MOST_PAGES_OF_PAPER)
    return { code: 'digitisation.paper-too-long', facts: { pages: pages.length, most: MOST_PAGES_OF_PAPER } }
  const failed = pages.find((page) => page.state !== 'prepared')
  if (failed) return { code: 'digitisation.page-not-there', facts: { page: failed.no } }
  const faulty = pages.find(({ quality, acceptedBy }) => quality && !acceptedBy && mustBeScannedAgain(quality))
  return faulty && { code: 'digitisation.page-faulty', facts: { page: faulty.no } }
}

/** Hands on every paper of a scan that is ready; refused when one has a page a person has not looked at. */
export const handOn = action({
  name: 'digitisation.hand-on',
  roles: SCANNERS,
  input: Type.Object({ scanId: Type.String({ format: 'uuid' }) }),
  async run(ctx, actor, { scanId }): Promise<{ papers: number }> {
    const scan = await scanToChange(ctx.db, actor, scanId)
    refuse(scan.state === 'ready' ? undefined : { code: 'digitisation.scan-not-ready' })
    const pages = await pagesOfScan(ctx.db, scanId)
    const papers = (await papersOfScan(ctx.db, scanId)).filter(({ state }) => state === 'assembling')
    refuse(papers.length > 0 ? undefined : { code: 'digitisation.no-papers' })
    for (const paper of papers) {
      const own = pages.filter(({ paperId }) => paperId === paper.id)
      refuse(whyNotHandOn(paper, own))
    }
    await handOnPapers(ctx, scanId, papers)
    return { papers: papers.length }
  },
})

/** The papers are for whoever reads them; a scan with none left to look at is done. */
export async function handOnPapers(
  { db, emit, journal }: ActionContext,
  scanId: string,
  papers: readonly Paper[],
): Promise<void> {
  for (const paper of papers) {
    await setPaperState(db, paper, 'waiting')
    await emit(paperAssembled, { paperId: paper.id, version: paper.version + 1 })
    journal({ subject: `paper:${paper.id}`, begins: true, what: 'digitisation.paper-assembled', facts: { scanId } })
  }
  const left = (await papersOfScan(db, scanId)).some(({ state }) => state === 'assembling')
  if (left || papers.length === 0) return
  await setScanState(db, scanId, 'handed-on')
  journal({ subject: `scan:${scanId}`, what: 'digitisation.scan-handed-on', facts: { papers: papers.length } })
}
