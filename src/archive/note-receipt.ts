import { Type } from 'typebox'
import { officerOf } from '../platform/acting.ts'
import { action } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { markArchived } from '../documents/index.ts'
import { unitsInCharge } from '../organisation/index.ts'
import { RECORD_KEEPERS } from './due-papers.ts'
import { packageCode, whyNotNoteReceipt, type ArchivePackage } from './package.ts'
import { packageById, papersOfPackage, saveReceipt } from './store.ts'

const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
export const PackageId = Type.String({ format: 'uuid' })
export const Day = Type.String({ format: 'date' })

export async function packageWithinReach(
  db: Db,
  actor: Actor,
  id: string,
  roles: Parameters<typeof unitsInCharge>[2] = RECORD_KEEPERS,
): Promise<ArchivePackage> {
  const found = await packageById(db, id)
  if (!found || !(await unitsInCharge(db, actor, roles)).includes(found.unitId)) throw new Refusal('platform.not-found')
  return found
}

/** The archive has taken the package: from now on each paper says where it is kept. */
export const noteReceipt = action({
  name: 'archive.note-receipt',
  roles: [...RECORD_KEEPERS],
  input: Type.Object({ packageId: PackageId, archiveName: Words, number: Words, receivedOn: Day, receiverName: Words }),
  async run(ctx, actor, { packageId, ...receipt }): Promise<void> {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const found = await packageWithinReach(db, actor, packageId)
    const madeOn = vietnamDate(found.madeAt)
    refuse(whyNotNoteReceipt({ ...found, madeOn }, receipt, vietnamDate(now)))
    await saveReceipt(db, packageId, receipt, officer.fullName, now)
    const papers = await papersOfPackage(db, packageId)
    await markArchived(
      ctx,
      papers.map(({ entryId }) => entryId),
      { archiveName: receipt.archiveName, receiptNumber: receipt.number, receivedOn: receipt.receivedOn },
    )
    const { number, receivedOn, archiveName } = receipt
    ctx.journal({
      subject: `archive-package:${packageId}`,
      what: 'archive.receipt-noted',
      facts: { code: packageCode(found), number, receivedOn, archiveName },
    })
  },
})
