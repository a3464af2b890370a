import type { Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import { keyOfAccount, keyOfUnit, withUnits } from './find-key.ts'
import { lastHolderOf } from './holder-store.ts'
import { unusableSince, whyNotUse, type UsableHolder } from './key-holder.ts'
import { refusedAsAnothersSince } from './store.ts'

/** Whose key: a person's or an agency's. */
export type KeyOwner = { accountId: string } | { unitId: string }

/** `since`: null where nobody ever had a certificate. `certificate`: the one that is in the way, or the last there was. */
export type KeyTrouble = { reason: Reason; since: Date | null; certificate: UsableHolder | undefined }

/**
 * Why nothing can be signed with the key of this person or agency, a token beside it included: no certificate in force, or the
 * device that should hold its key answers with another's.
 */
export async function keyTrouble(db: Db, owner: KeyOwner, now: Date): Promise<KeyTrouble | undefined> {
  const holder = await keyOf(db, owner, now)
  const reason = whyNotUse(holder, now)
  if (reason) {
    const onToken = await keyOf(db, owner, now, 'token')
    if (!whyNotUse(onToken, now)) return undefined
    const certificate = holder ?? (await lastOf(db, owner))
    return { reason, since: certificate ? unusableSince(certificate, now) : null, certificate }
  }
  const since = holder && (await refusedAsAnothersSince(db, holder.fingerprint))
  return since ? { reason: { code: 'signing.certificate-of-another' }, since, certificate: holder } : undefined
}

const keyOf = (db: Db, owner: KeyOwner, now: Date, signer?: string) =>
  'accountId' in owner ? keyOfAccount(db, owner.accountId, now, signer) : keyOfUnit(db, owner.unitId, now, signer)

async function lastOf(db: Db, owner: KeyOwner): Promise<UsableHolder | undefined> {
  const last = await lastHolderOf(db, { accountId: null, unitId: null, ...owner })
  return last && (await withUnits(db, [last]))[0]
}
