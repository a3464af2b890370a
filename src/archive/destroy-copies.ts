import { Type } from 'typebox'
import { officerOf } from '../platform/acting.ts'
import { action } from '../platform/action.ts'
import type { Role } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { closeCopies, vaultEntriesByIds } from '../documents/index.ts'
import { holdsOn, RECORD_KEEPERS } from './due-papers.ts'
import { Day, packageWithinReach, PackageId } from './note-receipt.ts'
import { packageCode, whyNotConfirm, whyNotPropose } from './package.ts'
import { deleteProposal, destructionOf, insertDestruction, papersOfPackage, saveConfirmation } from './store.ts'

/** The second person: another clerk, or who leads the unit. */
export const CONFIRMERS = ['clerk', 'head-of-division', 'signatory'] as const satisfies readonly Role[]
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

/** Asks that the copies officers work with be destroyed, on a decision; nothing happens before a second person confirms. */
export const proposeDestruction = action({
  name: 'archive.propose-destruction',
  roles: [...RECORD_KEEPERS],
  input: Type.Object({ packageId: PackageId, decisionNumber: Words, decidedOn: Day, decidedBy: Words }),
  async run({ db, now, journal }, actor, { packageId, ...decision }): Promise<void> {
    const { accountId: proposedByAccountId, fullName: proposedByName } = officerOf(actor)
    const found = await packageWithinReach(db, actor, packageId)
    const destruction = await destructionOf(db, packageId)
    refuse(whyNotPropose({ receipt: found.receipt, destruction }, decision, vietnamDate(now)))
    await insertDestruction(db, { packageId, ...decision, proposedAt: now, proposedByAccountId, proposedByName })
    journal({
      subject: `archive-package:${packageId}`,
      what: 'archive.destruction-proposed',
      facts: { code: packageCode(found), decision: decision.decisionNumber, decidedOn: decision.decidedOn },
    })
  },
})

/** Takes a proposal back before it is confirmed. */
export const withdrawProposal = action({
  name: 'archive.withdraw-destruction',
  roles: [...CONFIRMERS],
  input: Type.Object({ packageId: PackageId }),
  async run({ db, journal }, actor, { packageId }): Promise<void> {
    await packageWithinReach(db, actor, packageId, CONFIRMERS)
    if ((await deleteProposal(db, packageId)) === 0) throw new Refusal('archive.not-proposed')
    journal({ subject: `archive-package:${packageId}`, what: 'archive.destruction-withdrawn' })
  },
})

/**
 * A second person confirms: officers no longer open these copies, owners go on reading theirs. What is held stays as it is and is
 * counted in the record.
 */
export const confirmDestruction = action({
  name: 'archive.confirm-destruction',
  roles: [...CONFIRMERS],
  input: Type.Object({ packageId: PackageId }),
  async run(ctx, actor, { packageId }): Promise<{ closed: number; held: number }> {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const found = await packageWithinReach(db, actor, packageId, CONFIRMERS)
    const destruction = await destructionOf(db, packageId)
    refuse(whyNotConfirm(destruction, officer.accountId))
    const ids = (await papersOfPackage(db, packageId)).map(({ entryId }) => entryId)
    const holds = await holdsOn(db, await vaultEntriesByIds(db, ids))
    const closing = ids.filter((id) => !holds.has(id))
    await closeCopies(ctx, closing, destruction?.decisionNumber ?? '')
    const done = { closed: closing.length, held: ids.length - closing.length }
    await saveConfirmation(db, packageId, officer, { at: now, ...done })
    ctx.journal({
      subject: `archive-package:${packageId}`,
      what: 'archive.copies-destroyed',
      facts: {
        code: packageCode(found),
        decision: destruction?.decisionNumber ?? '',
        proposedBy: destruction?.proposedByName ?? '',
        ...done,
      },
    })
    return done
  },
})
