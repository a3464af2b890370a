import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { whyNotByAuthority } from './draft-source.ts'
import { DossierCode } from './result-input.ts'
import { fileAt, whyNotSign } from './result.ts'
import { filesOf, insertFile, resultForUpdate, saveResult } from './store.ts'

/**
 * In the place of a signature, where a recorded instrument lets results go out with no officer: nobody signs, the very file that
 * was approved goes on to the agency's own signature. A technical account never signs for a person (Nghị định 30/2020/NĐ-CP,
 * Điều 13); that the instrument is in force is asked here and once more when it is sealed.
 */
export const releaseResult = action({
  name: 'results.release',
  roles: ['system'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run(ctx, system, { dossierCode }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, system, dossierCode)
    const after = await moveHandling(ctx, system, dossier, 'signResult', {
      leaves: [{ kind: 'result', isSigned: false }],
    })
    const result = await resultForUpdate(db, dossier.id)
    const unsigned = result && fileAt(result, await filesOf(db, result), 'unsigned')
    refuse(whyNotSign(result, unsigned, null))
    if (!result || !unsigned) throw new Refusal('results.not-approved')
    refuse(await whyNotByAuthority(db, result, dossier, now))
    await saveResult(db, { ...result, state: 'signed' }, result)
    await insertFile(db, result, { ...unsigned, stage: 'signed', madeAt: now })
    const { no, version, authorityId } = result
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.released',
      facts: { no, version, sha256: unsigned.sha256, authority: authorityId },
    })
    return { code: dossier.code, handling: after.handling }
  },
})
