import type { WebRequest } from '../../platform/web/web.ts'
import { confirmedIn, keyOfAccount, keyOfUnit } from '../../signing/index.ts'

/** The application in which this person confirms before their key, or the seal they keep, is used; nothing for a PIN. */
export async function appOfKey(
  { actor, server: { app } }: WebRequest,
  as: 'signatory' | 'clerk',
  unitId: string,
): Promise<string | undefined> {
  if (actor.kind !== 'officer') return undefined
  const now = app.clock.now()
  return confirmedIn(
    app,
    as === 'clerk' ? await keyOfUnit(app.db, unitId, now) : await keyOfAccount(app.db, actor.accountId, now),
  )
}
