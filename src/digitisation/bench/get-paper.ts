import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filesByIds, type StoredFile } from '../../documents/index.ts'
import type { OfficerAt } from '../../identity/index.ts'
import { knownOn } from '../known-on.ts'
import type { Page, Paper } from '../intake/scan.ts'
import { isPrepared } from '../intake/scan.ts'
import { pagesOfPaper } from '../intake/store.ts'
import { progressOf, type Progress } from '../readings/store.ts'
import { askedFor, type AskedFor } from './asked-for.ts'
import { handOverOf, type HandOver } from './hand-over-store.ts'
import { scanOfPaper } from './list-store.ts'
import { BENCH_ROLES, checkersFor, paperWithinReach } from './reach.ts'
import { valuesOf } from './store.ts'
import type { PaperValue } from './value.ts'

const Id = Type.String({ format: 'uuid' })

export type BenchPaper = {
  paper: Paper
  scan: { title: string; source: string; dossierCode: string | null; takenAt: Date }
  typeName: string | null
  /** Missing where the paper lies in no dossier. */
  askedFor: AskedFor | undefined
  /** Every kind it may be called. */
  types: { type: string; name: string }[]
  pages: Page[]
  values: PaperValue[]
  progress: Progress | undefined
  handOver: HandOver | undefined
  checkers: OfficerAt[]
  /** Of the file it was scanned in, when that was let go. */
  originalLetGo: StoredFile['letGo']
}

/** What the second person may see: what the machine read, and not what the first found. */
export function blind(value: PaperValue, accountId: string): PaperValue {
  return value.state === 'once' && value.first?.accountId !== accountId ? { ...value, first: null } : value
}

/** A paper on the bench: its pages, what was read on them, and what people found. */
export const getPaper = query({
  name: 'digitisation.get-paper',
  roles: [...BENCH_ROLES],
  input: Type.Object({ paperId: Id }),
  async run({ db, clock }, actor, { paperId }): Promise<BenchPaper> {
    const paper = await paperWithinReach(db, actor, paperId)
    const accountId = actor.kind === 'officer' ? actor.accountId : ''
    const now = clock.now()
    const [scan, pages, values, [progress], handOver, checkers, { templates }] = await Promise.all([
      scanOfPaper(db, paperId),
      pagesOfPaper(db, paperId),
      valuesOf(db, paperId),
      progressOf(db, [paperId]),
      handOverOf(db, paperId),
      checkersFor(db, paper, actor, now),
      knownOn(db, vietnamDate(now)),
    ])
    if (!scan) throw new Error(`paper ${paperId} came in with no scan`)
    const types = templates.map(({ type, name }) => ({ type, name }))
    const typeName = types.find(({ type }) => type === paper.typeCode)?.name ?? null
    const asked = await askedFor(db, paper, typeName)
    const seen = values.map((value) => blind(value, accountId))
    const originals = await filesByIds(
      db,
      pages.map(({ fileId }) => fileId),
    )
    const originalLetGo = originals.find(({ letGo }) => letGo)?.letGo
    const shown = { paper, scan, typeName, askedFor: asked, types, pages, values: seen }
    return { ...shown, progress, handOver, checkers, originalLetGo }
  },
  reads: (_, { paperId }, { paper }) => [
    `paper:${paperId}`,
    ...(paper.dossierId === null ? [] : [{ subject: `dossier:${paper.dossierId}`, facts: { paper: paperId } }]),
  ],
})

/** The picture of a page; that the paper was looked at is on record with the page that shows it. */
export const getPagePicture = query({
  name: 'digitisation.get-page-picture',
  roles: [...BENCH_ROLES],
  input: Type.Object({ paperId: Id, place: Type.Integer({ minimum: 1 }) }),
  async run({ db }, actor, { paperId, place }): Promise<{ sha256: string; size: number }> {
    await paperWithinReach(db, actor, paperId)
    const page = (await pagesOfPaper(db, paperId)).find((one) => one.place === place)
    if (!page || !isPrepared(page)) throw new Refusal('platform.not-found')
    return { sha256: page.pictureSha256, size: page.pictureSize }
  },
})
