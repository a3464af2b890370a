import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { newId } from '../../platform/id.ts'
import { dossierById } from '../../dossiers/index.ts'
import { handOnPapers, whyNotHandOn } from './hand-on.ts'
import type { Page, Paper, Scan } from './scan.ts'
import { split, type Group } from './split.ts'
import { separatorsByCodes, type Separator } from './separators/store.ts'
import { insertPaper, pagesOfScan, papersOfScan, placePages, scanForUpdate, setScanState } from './store.ts'

/**
 * Cuts a scan into papers when its last page is made, and hands them on where nobody needs to look first. Made again pages
 * (turned, replaced) keep the papers that are there.
 */
export const settleScan = action({
  name: 'digitisation.settle-scan',
  roles: ['system'],
  input: Type.Object({ scanId: Type.String({ format: 'uuid' }) }),
  unjournalled: 'told again of a scan that is settled, it does nothing; else it writes its line',
  async run(ctx, _, { scanId }): Promise<void> {
    const { db, journal } = ctx
    const scan = await scanForUpdate(db, scanId)
    if (scan?.state !== 'preparing') return
    const pages = (await pagesOfScan(db, scanId)).filter(({ replacedBy }) => replacedBy === null)
    if (pages.some(({ state }) => state === 'waiting')) return
    const before = await papersOfScan(db, scanId)
    if (before.length === 0) await assemble(ctx, scan, pages)
    await setScanState(db, scanId, 'ready')
    journal({ subject: `scan:${scanId}`, what: 'digitisation.scan-ready', facts: { pages: pages.length } })
    if (scan.handsOn === 'by-itself' && before.length === 0) await handOnFaultless(ctx, scan)
  },
})

async function assemble({ db, now }: ActionContext, scan: Scan, pages: readonly Page[]): Promise<void> {
  const groups = split(pages, scan.splitAt)
  const codes = groups.flatMap(({ separatorCode }) => separatorCode ?? [])
  const separators = new Map((await separatorsByCodes(db, codes)).map((one) => [one.code, one]))
  for (const [at, group] of groups.entries()) {
    const paper = await paperOf(db, scan, group, { no: at + 1, separators, now })
    await insertPaper(db, paper)
    await placePages(db, paper.id, group.pageIds)
  }
}

/** A sheet printed at the same desk says to which dossier a paper belongs; another desk's only separates. */
async function paperOf(
  db: ActionContext['db'],
  scan: Scan,
  { separatorCode }: Group,
  { no, separators, now }: { no: number; separators: ReadonlyMap<string, Separator>; now: Date },
): Promise<Paper> {
  const sheet = separators.get(separatorCode ?? '')
  const isOwn = sheet?.unitId === scan.unitId && sheet.dossierId !== null
  const dossier = isOwn && sheet.dossierId ? await dossierById(db, sheet.dossierId) : undefined
  return {
    id: newId(),
    scanId: scan.id,
    no,
    unitId: scan.unitId,
    draftId: scan.draftId,
    dossierId: dossier?.id ?? scan.dossierId,
    componentCode: dossier ? (sheet?.componentCode ?? null) : scan.componentCode,
    separatorCode,
    fileId: null,
    state: 'assembling',
    typeCode: null,
    typeConfidence: null,
    failure: null,
    createdAt: now,
    version: 1,
  }
}

/** The papers whose pages are all good; the others wait for a person, with the reason at each page. */
async function handOnFaultless(ctx: ActionContext, scan: Scan): Promise<void> {
  const [papers, pages] = await Promise.all([papersOfScan(ctx.db, scan.id), pagesOfScan(ctx.db, scan.id)])
  const good = papers.filter(
    (paper) =>
      !whyNotHandOn(
        paper,
        pages.filter(({ paperId }) => paperId === paper.id),
      ),
  )
  await handOnPapers(ctx, scan.id, good)
}
