import type { App } from '../../platform/app.ts'
import { definePortCheck, type PortCheck } from '../../platform/operations/checks.ts'
import type { OwnGauge } from '../../platform/operations/gauges.ts'
import { countToRemind, unitsToRemind } from './store.ts'

/** Rounds come every ten minutes: a dossier that waits longer than this shows that the watcher stands still. */
const BEHIND_MINUTES = 30
const COUNT_NO_FURTHER = 10_000

/** How the watcher of reminders keeps up: what waits to be looked at, and for how long the longest of it. */
export async function watcherLag({
  db,
  clock,
}: Pick<App, 'db' | 'clock'>): Promise<{ minutes: number; units: number }> {
  const now = clock.now()
  const units = await unitsToRemind(db, now)
  const first = units[0]?.since
  return { minutes: first ? (now.getTime() - first.getTime()) / 60_000 : 0, units: units.length }
}

export function isBehind({ minutes }: { minutes: number }): boolean {
  return minutes > BEHIND_MINUTES
}

/** Unwell when dossiers whose time has come are not looked at. */
export function remindersCheck(app: App): PortCheck {
  const check = async () => {
    const lag = await watcherLag(app)
    if (isBehind(lag)) throw new Error(`${lag.units} units wait, the longest for ${Math.round(lag.minutes)} minutes`)
  }
  return definePortCheck('reminders', 'embedded', check, { servedBy: 'dossiers.watch-reminders', freshSeconds: 60 })
}

export function remindersGauges(app: App): OwnGauge[] {
  return [
    {
      name: 'motcua_reminders_lag_seconds',
      help: 'How long the longest waiting dossier has waited to be looked at for reminders',
      labelNames: [],
      read: async () => [{ labels: {}, value: (await watcherLag(app)).minutes * 60 }],
    },
    {
      name: 'motcua_reminders_due',
      help: 'Dossiers waiting to be looked at for reminders',
      labelNames: [],
      read: async () => [{ labels: {}, value: await countToRemind(app.db, app.clock.now(), COUNT_NO_FURTHER) }],
    },
  ]
}
