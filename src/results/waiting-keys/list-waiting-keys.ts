import { Type } from 'typebox'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { administeredUnits, keyTrouble, type KeyTrouble } from '../../signing/index.ts'
import { dueDatesOf } from '../../dossiers/index.ts'
import { keysAwaited, papersAwaiting, type KeyAwaited, type PaperAwaiting } from './store.ts'
import { mostUrgentFirst, type WaitingPaper } from './waiting-paper.ts'

/** More than a page shows; a province with so many has one cause for them all. */
const MOST = 500

export type WaitingKeys = { papers: WaitingPaper[]; isMore: boolean }

/**
 * chờ chứng thư số mới: approved papers whose signatory, and signed papers whose agency, has no certificate that counts. What is on a
 * blank is signed by hand.
 */
export const listWaitingKeys = query({
  name: 'results.list-waiting-keys',
  roles: ['administrator'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<WaitingKeys> {
    const within = await administeredUnits(db, actor)
    const found: WaitingPaper[] = []
    for (const key of await keysAwaited(db, within)) {
      const trouble = await keyTrouble(db, ownerOf(key), clock.now())
      if (trouble) found.push(...(await withDueDates(db, await papersAwaiting(db, key, within), trouble)))
    }
    const papers = mostUrgentFirst(found)
    return { papers: papers.slice(0, MOST), isMore: papers.length > MOST }
  },
})

const ownerOf = ({ accountId, unitId }: KeyAwaited) => (accountId === null ? { unitId: unitId ?? '' } : { accountId })

async function withDueDates(db: Db, papers: readonly PaperAwaiting[], trouble: KeyTrouble): Promise<WaitingPaper[]> {
  const ids = papers.flatMap(({ dossierIds }) => dossierIds)
  const dossiers = new Map((await dueDatesOf(db, ids)).map((one) => [one.id, one]))
  return papers.map(({ dossierIds, ...paper }) => {
    const [first] = mostUrgentFirst(dossierIds.flatMap((id) => dossiers.get(id) ?? []))
    return { ...paper, code: first?.code ?? '', dueAt: first?.dueAt ?? null, of: dossierIds.length, trouble }
  })
}
