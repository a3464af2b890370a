import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { defineJob } from '../../platform/jobs.ts'
import { tally } from '../../platform/operations/measure.ts'
import { announceUnit, remindDossier } from './remind-dossier.ts'
import { dossiersToRemind, unitsToRemind } from './store.ts'

const SYSTEM = { kind: 'system', name: 'dossiers.reminders' } as const
const AT_ONCE = 200

/** Looks at the dossiers of one unit whose time has come. One that fails is left for the next round and holds up no other. */
export const remindUnit = defineJob<{ unitId: string }>(
  'dossiers.remind-unit',
  { retryLimit: 3 },
  async (app, { unitId }) => {
    const tried = new Set<string>()
    for (;;) {
      const found = await dossiersToRemind(app.db, unitId, app.clock.now(), AT_ONCE + tried.size)
      const waiting = found.filter((id) => !tried.has(id))
      if (waiting.length === 0) break
      for (const dossierId of waiting) {
        tried.add(dossierId)
        await look(app, unitId, dossierId)
      }
    }
    for (;;) {
      const { announced } = await runAction(app, announceUnit, SYSTEM, { unitId })
      if (announced === 0) return
    }
  },
)

async function look(app: App, unitId: string, dossierId: string): Promise<void> {
  try {
    const { sent, overtaken } = await runAction(app, remindDossier, SYSTEM, { dossierId })
    tally('reminders', 'sent', sent)
    tally('reminders', 'overtaken', overtaken)
  } catch (error) {
    tally('reminders', 'failed', 1)
    app.log.error({ unitId, dossierId, reason: String(error) }, 'reminders of a dossier failed')
  }
}

/**
 * Gives every unit with something due a job of its own. After a standstill the next round finds all that was missed; a
 * unit's trouble stays in its own job.
 */
export const watchReminders = defineJob('dossiers.watch-reminders', { schedule: '*/10 * * * *' }, async (app) => {
  for (const { unitId } of await unitsToRemind(app.db, app.clock.now())) {
    await app.jobs.enqueue(app.db, remindUnit, { unitId }, { singletonKey: unitId })
  }
})
