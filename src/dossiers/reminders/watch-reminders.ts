import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { defineJob } from '../../platform/jobs.ts'
import { tally } from '../../platform/operations/measure.ts'
import { announceUnit, remindDossier } from './remind-dossier.ts'
import { dossiersToRemind, unitsToRemind, unitsToTell } from './store.ts'

const SYSTEM = { kind: 'system', name: 'dossiers.reminders' } as const
const AT_ONCE = 200

/** Looks at the dossiers of one unit whose time has come. One that fails is left for the next round and holds up no other. */
export const remindUnit = defineJob<{ unitId: string }>(
  'dossiers.remind-unit',
  { retryLimit: 3 },
  async (app, { unitId }) => {
    const failed = new Set<string>()
    for (;;) {
      // What was looked at is due later; only what failed is met again.
      const found = await dossiersToRemind(app.db, unitId, app.clock.now(), AT_ONCE + failed.size)
      const waiting = found.filter((id) => !failed.has(id))
      if (waiting.length === 0) break
      for (const dossierId of waiting) if (!(await look(app, unitId, dossierId))) failed.add(dossierId)
    }
    for (;;) {
      const { announced } = await runAction(app, announceUnit, SYSTEM, { unitId })
      if (announced === 0) return
    }
  },
)

async function look(app: App, unitId: string, dossierId: string): Promise<boolean> {
  try {
    const { sent, overtaken } = await runAction(app, remindDossier, SYSTEM, { dossierId })
    tally('reminders', 'sent', sent)
    tally('reminders', 'overtaken', overtaken)
    return true
  } catch (error) {
    tally('reminders', 'failed', 1)
    app.log.error({ unitId, dossierId, reason: String(error) }, 'reminders of a dossier failed')
    return false
  }
}

/**
 * Gives every unit with something due a job of its own. After a standstill the next round finds all that was missed; a
 * unit's trouble stays in its own job.
 */
export const watchReminders = defineJob('dossiers.watch-reminders', { schedule: '*/10 * * * *' }, async (app) => {
  const due = (await unitsToRemind(app.db, app.clock.now())).map(({ unitId }) => unitId)
  for (const unitId of new Set([...due, ...(await unitsToTell(app.db))])) {
    await app.jobs.enqueue(app.db, remindUnit, { unitId }, { singletonKey: unitId })
  }
})
