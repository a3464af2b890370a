import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { tellingNo } from '../co-applicants/void-agreements.ts'
import { hasEnded } from '../dossier.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { eventOf } from '../move-handling.ts'
import { dossierById } from '../store.ts'
import { actingEnded } from './events.ts'
import { markEndTold, rightsRunOut } from './store.ts'

const SYSTEM = { kind: 'system', name: 'rights' } as const

/** A right is over by its day: both sides are told, once, and nobody of a dossier that has ended. */
export const tellRunOut = action({
  name: 'dossiers.tell-acting-run-out',
  roles: ['system'],
  input: Type.Object({ dossierId: FileIdInput }),
  unjournalled: 'told before, ended meanwhile, or of a dossier that has ended: nothing anybody sees changes',
  async run(ctx, _system, { dossierId }): Promise<{ told: boolean }> {
    const dossier = await dossierById(ctx.db, dossierId)
    if (!dossier || !(await markEndTold(ctx.db, dossierId, ctx.now))) return { told: false }
    if (hasEnded(dossier.handling)) return { told: false }
    ctx.journal({ subject: `dossier:${dossierId}`, what: 'dossiers.acting-run-out', facts: {} })
    await ctx.emit(actingEnded, { ...eventOf(dossier), no: tellingNo(ctx.now) })
    return { told: true }
  },
})

const AT_ONCE = 500

/** Every hour. After a standstill it makes up for what was missed; one failure stops no other. */
export const watchRights = defineJob('dossiers.watch-rights', { schedule: '5 * * * *' }, async (app) => {
  for (const { dossierId } of await rightsRunOut(app.db, vietnamDate(app.clock.now()), AT_ONCE)) {
    try {
      await runAction(app, tellRunOut, SYSTEM, { dossierId })
    } catch (error) {
      app.log.error({ dossierId, reason: String(error) }, 'nobody could be told that a right to act is over')
    }
  }
})
