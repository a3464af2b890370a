import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { actorName, dossierWithinReach } from '../../dossiers/index.ts'
import { DossierCode } from '../result-input.ts'
import { resultForUpdate } from '../store.ts'
import { whyNotUse, writtenSerial } from './blank.ts'
import { blankSubject } from './keeper.ts'
import { whyNotPrint } from './original.ts'
import { blankForUpdate, blankOfResult, saveBlank } from './store.ts'

/** Notes on which blank of the deciding agency the approved result is printed. A blank serves one result, and never again. */
export const useBlank = action({
  name: 'results.use-blank',
  roles: ['specialist', 'clerk'],
  input: Type.Object({ dossierCode: DossierCode, serial: Type.String({ minLength: 1, maxLength: 40 }) }),
  async run(ctx, officer, { dossierCode, serial }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const result = await resultForUpdate(db, dossier.id)
    refuse(whyNotPrint(result))
    const kind = result?.blankKind
    if (!result || !kind) throw new Refusal('results.not-on-blank')
    const chosen = await blankOfResult(db, dossier.id, result.no)
    if (chosen) throw new Refusal('results.blank-already-chosen', { serial: chosen.serial })
    const blank = await blankForUpdate(db, kind, writtenSerial(serial))
    refuse(whyNotUse(blank, { kind, unitId: result.unitId }))
    if (!blank) throw new Refusal('results.blank-not-here')
    const use = { dossierId: dossier.id, dossierCode: dossier.code, resultNo: result.no, usedAt: now }
    await saveBlank(db, { ...blank, ...use, state: 'used', usedByName: actorName(officer) })
    const facts = { kind, serial: blank.serial, dossier: dossier.id, no: result.no }
    ctx.journal({ subject: blankSubject(kind, blank.serial), what: 'results.blank-used', facts })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.blank-used', facts })
    return { serial: blank.serial }
  },
})
