import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { newId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { arrange, whyNotArrange } from './arrange.ts'
import { SCANNERS, scanToChange } from './reach.ts'
import type { Paper, Scan } from './scan.ts'
import {
  insertPaper,
  pagesOfScan,
  paperForUpdate,
  papersOfScan,
  placePages,
  setPaperState,
  setScanState,
  takeOut,
} from './store.ts'

const Uuid = Type.String({ format: 'uuid' })
const MOST_PAGES = 4000

/** Puts the pages of a scan in order as a person says: moved between papers, split, joined, left out. */
export const arrangePages = action({
  name: 'digitisation.arrange-pages',
  roles: SCANNERS,
  input: Type.Object({
    scanId: Uuid,
    /** Of the scan as it was looked at. */
    version: Type.Integer(),
    placed: Type.Array(
      Type.Object({
        pageId: Uuid,
        paperNo: Type.Integer({ minimum: 0, maximum: MOST_PAGES }),
        place: Type.Integer({ minimum: 0, maximum: MOST_PAGES }),
      }),
      { maxItems: MOST_PAGES },
    ),
  }),
  async run(ctx, actor, { scanId, version, placed }): Promise<void> {
    const { db, journal } = ctx
    const scan = await scanToChange(db, actor, scanId)
    refuse(scan.version === version ? undefined : { code: 'digitisation.scan-changed' })
    refuse(['ready', 'handed-on'].includes(scan.state) ? undefined : { code: 'digitisation.scan-not-ready' })
    const pages = (await pagesOfScan(db, scanId)).filter(({ replacedBy }) => replacedBy === null)
    const papers = await papersOfScan(db, scanId)
    refuse(whyNotArrange(placed, pages, papers))
    const open = arrange(placed.filter(({ paperNo }) => !isOn(papers.find(({ no }) => no === paperNo))))
    await takeOut(db, [...open.leftOut, ...open.papers.flatMap(({ pageIds }) => pageIds)])
    for (const { no, pageIds } of open.papers) {
      const paperId = papers.find((paper) => paper.no === no)?.id ?? (await newPaper(ctx, scan, no))
      await placePages(db, paperId, pageIds)
    }
    await setScanState(db, scanId, open.papers.length > 0 ? 'ready' : scan.state)
    journal({ subject: `scan:${scanId}`, what: 'digitisation.pages-arranged', facts: { papers: open.papers.length } })
  },
})

const isOn = (paper: Paper | undefined) => paper !== undefined && paper.state !== 'assembling'

async function newPaper({ db, now }: ActionContext, scan: Scan, no: number): Promise<string> {
  const { id: scanId, unitId, draftId, dossierId, componentCode } = scan
  const blank = { separatorCode: null, fileId: null, typeCode: null, typeConfidence: null, failure: null, version: 1 }
  const paper = { id: newId(), scanId, no, unitId, draftId, dossierId, componentCode, ...blank, createdAt: now }
  await insertPaper(db, { ...paper, state: 'assembling' })
  return paper.id
}

/** Takes a paper that went on back, to mend its pages; what was read of it is read again afterwards. */
export const takeBackPaper = action({
  name: 'digitisation.take-back-paper',
  roles: SCANNERS,
  input: Type.Object({ paperId: Uuid }),
  async run({ db, journal }, actor, { paperId }): Promise<void> {
    const paper = await paperForUpdate(db, paperId)
    refuse(paper ? undefined : { code: 'platform.not-found' })
    if (!paper) return
    await scanToChange(db, actor, paper.scanId)
    const isOpen = ['waiting', 'reading', 'to-check', 'failed'].includes(paper.state)
    refuse(isOpen ? undefined : { code: 'digitisation.paper-checked-already' })
    await setPaperState(db, paper, 'assembling')
    await setScanState(db, paper.scanId, 'ready')
    journal({ subject: `paper:${paperId}`, what: 'digitisation.paper-taken-back' })
  },
})
