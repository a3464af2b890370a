import type { ActionContext } from '../../../platform/action.ts'
import type { LegalDate } from '../../../platform/dates.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { closedCopyOf, insertArchived, saveClosed } from './store.ts'

/** nơi lưu giữ: the archive that has taken a paper; once closed, offices no longer open their copy. */
export type Archived = {
  archiveName: string
  receiptNumber: string
  receivedOn: LegalDate
  closedAt: Date | null
  decisionNumber: string | null
}

type Ctx = Pick<ActionContext, 'db' | 'now' | 'journal'>

/** Says of papers that an archive has taken them, as part of the action that noted its receipt. */
export async function markArchived(
  { db, journal }: Ctx,
  entryIds: readonly string[],
  kept: Pick<Archived, 'archiveName' | 'receiptNumber' | 'receivedOn'>,
): Promise<void> {
  await insertArchived(db, entryIds, kept)
  const { archiveName: archive, receiptNumber: receipt } = kept
  for (const id of entryIds)
    journal({ subject: `vault:${id}`, what: 'documents.vault-archived', facts: { archive, receipt } })
}

/** Offices no longer open their copies of these papers; owners go on reading theirs. */
export async function closeCopies(
  { db, now, journal }: Ctx,
  entryIds: readonly string[],
  decisionNumber: string,
): Promise<void> {
  await saveClosed(db, entryIds, decisionNumber, now)
  for (const id of entryIds)
    journal({ subject: `vault:${id}`, what: 'documents.vault-copy-closed', facts: { decision: decisionNumber } })
}

/** Refuses an officer the copy of their office once it was destroyed; owners read their own. */
export async function refuseClosedCopy(db: Db, actor: Actor, fileId: string): Promise<void> {
  if (actor.kind !== 'officer') return
  const closed = await closedCopyOf(db, fileId)
  if (closed) throw new Refusal('documents.copy-closed', { archive: closed.archiveName, receipt: closed.receiptNumber })
}
