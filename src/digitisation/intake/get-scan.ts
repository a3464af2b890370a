import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { originalsOf, type Original } from '../originals/get-original.ts'
import { SCANNERS, scanningUnits, scanWithinReach } from './reach.ts'
import type { Page, Paper, Scan, ScanFile } from './scan.ts'
import {
  figuresOfScans,
  filesOfScan,
  pageById,
  pagesOfScan,
  papersOfScan,
  scansOfUnits,
  type ScanFigures,
} from './store.ts'

const Uuid = Type.String({ format: 'uuid' })
const A_PAGE = 30

export type ListedScan = Scan & ScanFigures & { unitName: string }
export type ScanList = {
  scans: ListedScan[]
  /** Where the next page of the list begins. */
  next: string | null
  /** Desks this person may take papers in at. */
  units: { id: string; name: string }[]
}

/** What came in at the desks of a person, the newest first. */
export const listScans = query({
  name: 'digitisation.list-scans',
  roles: SCANNERS,
  input: Type.Object({ before: Type.Optional(Uuid) }),
  async run({ db }, actor, { before }): Promise<ScanList> {
    const units = await unitsByIds(db, scanningUnits(actor))
    const found = await scansOfUnits(
      db,
      units.map(({ id }) => id),
      { before, limit: A_PAGE + 1 },
    )
    const scans = found.slice(0, A_PAGE)
    const figures = new Map(
      (
        await figuresOfScans(
          db,
          scans.map(({ id }) => id),
        )
      ).map((one) => [one.scanId, one]),
    )
    const names = new Map(units.map(({ id, name }) => [id, name]))
    return {
      scans: scans.map((scan) => {
        const own = figures.get(scan.id)
        if (!own) throw new Error(`scan ${scan.id} has no figures`)
        return { ...scan, ...own, unitName: names.get(scan.unitId) ?? '' }
      }),
      next: found.length > A_PAGE ? (scans.at(-1)?.id ?? null) : null,
      units: units.map(({ id, name }) => ({ id, name })),
    }
  },
})

export type OpenScan = {
  scan: Scan
  files: ScanFile[]
  originals: Original[]
  papers: (Paper & { pages: Page[] })[]
  /** Blank pages, separators and what a person left out. */
  besides: Page[]
  pages: number
  made: number
}

/** A scan with its papers and pages. */
export const getScan = query({
  name: 'digitisation.get-scan',
  roles: SCANNERS,
  input: Type.Object({ scanId: Uuid }),
  reads: (_, { scanId }) => [`scan:${scanId}`],
  async run({ db }, actor, { scanId }): Promise<OpenScan> {
    const scan = await scanWithinReach(db, actor, scanId)
    const [files, found, papers] = await Promise.all([
      filesOfScan(db, scanId),
      pagesOfScan(db, scanId),
      papersOfScan(db, scanId),
    ])
    const pages = found.filter(({ replacedBy }) => replacedBy === null)
    const of = (paperId: string | null) => pages.filter((page) => page.paperId === paperId)
    return {
      scan,
      files,
      originals: await originalsOf(db, files),
      papers: papers.map((paper) => ({
        ...paper,
        pages: of(paper.id).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)),
      })),
      besides: scan.state === 'preparing' && papers.length === 0 ? [] : of(null),
      pages: pages.length,
      made: pages.filter(({ state }) => state !== 'waiting').length,
    }
  },
})

/** One page of a scan of this person's desk. */
export const getScanPage = query({
  name: 'digitisation.get-scan-page',
  roles: SCANNERS,
  input: Type.Object({ pageId: Uuid }),
  async run({ db }, actor, { pageId }): Promise<{ page: Page; scan: Scan; paper: Paper | undefined }> {
    const page = await pageById(db, pageId)
    if (!page) throw new Refusal('platform.not-found')
    const scan = await scanWithinReach(db, actor, page.scanId)
    const paper = (await papersOfScan(db, scan.id)).find(({ id }) => id === page.paperId)
    return { page, scan, paper }
  },
})
