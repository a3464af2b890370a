import type { Db } from '../../platform/db.ts'
import { unitById } from '../../organisation/index.ts'
import { copyNumber } from './certified-copy.ts'
import { copyByFiles } from './store.ts'

/** What anybody may know of a copy they hold: which desk made it, its number and day. Nothing about whose paper it is. */
export async function knownCopy(db: Db, sha256s: readonly string[]) {
  const copy = await copyByFiles(db, sha256s)
  if (!copy) return undefined
  const { stage, year, no, certifiedOn, signatures } = copy
  return {
    stage,
    sha256: (stage === 'sealed' ? copy.sealedSha256 : null) ?? copy.signedSha256,
    number: no === null || year === null ? null : copyNumber({ no, year }),
    certifiedOn,
    agency: (await unitById(db, copy.unitId))?.name ?? '',
    issuedSignatures: signatures ?? 0,
  }
}
