import { work } from '../../src/app.tsx'
import { readSettings } from '../../src/config.ts'
import { openApp, type OpenApp } from '../../src/context.ts'
import { accountBySignInName, grantsOf } from '../../src/identity/index.ts'
import type { Officer } from '../../src/platform/actor.ts'
import { vietnamDate } from '../../src/platform/dates.ts'
import { refusals } from '../../src/refusals.ts'
import { seatPorts } from '../../src/seat-ports.ts'
import { databaseOf } from '../support/system-database.ts'
import type { System } from '../support/system.ts'

/** The application in this process, beside the running system and on the same database and files. */
export async function openBenchApp(system: System): Promise<OpenApp> {
  const settings = readSettings({ ...system.environment, LOG_LEVEL: 'silent' })
  const app = await openApp({ settings, databaseUrl: await databaseOf(system, 'motcua_app'), work, refusals })
  await seatPorts(app)
  return app
}

export async function officer({ db, clock }: OpenApp, signInName: string): Promise<Officer> {
  const account = await accountBySignInName(db, signInName)
  if (!account) throw new Error(`nobody signs in as ${signInName}`)
  const grants = await grantsOf(db, account.id, vietnamDate(clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}
