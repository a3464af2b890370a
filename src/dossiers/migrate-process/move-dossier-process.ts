import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { processVersions } from '../../catalogue/index.ts'
import { processOf } from '../known.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { dossierByCode } from '../store.ts'
import { whyNotMoveProcess } from './process-move.ts'
import { pinProcess } from './store.ts'

/**
 * Lets one running dossier go on under the version of a process in force today; its state, its officer and its due date
 * stay. An administrator's act: it shows nothing of the dossier.
 */
export const moveDossierProcess = action({
  name: 'dossiers.move-process',
  roles: ['administrator'],
  input: Type.Object({
    dossierCode: Type.String({ maxLength: 40 }),
    processCode: Type.String({ minLength: 1, maxLength: 60 }),
  }),
  async run(ctx, _actor, { dossierCode, processCode }) {
    const { db, now, journal } = ctx
    const dossier = await dossierByCode(db, dossierCode.trim().toUpperCase())
    if (!dossier) throw new Refusal('platform.not-found')
    const on = vietnamDate(now)
    const versions = await processVersions(db, processCode)
    const target = versions.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
    if (!target) throw new Refusal('dossiers.process-not-in-force', { code: processCode })
    const from = await processOf(db, dossier.processId)
    refuse(whyNotMoveProcess(dossier, from, target.definition))
    if (!(await pinProcess(db, dossier, target.id, now))) throw new Refusal('platform.conflict')
    noteChanged(ctx, dossier.id, { dossier: [{ processId: target.id, version: dossier.version + 1 }] })
    const { version } = target.definition
    journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.process-moved',
      facts: { code: dossier.code, from: `${from.code} ${from.version}`, to: `${processCode} ${version}` },
    })
    return { dossierCode: dossier.code, version, handling: dossier.handling, dueOn: dossier.dueOn }
  },
})
