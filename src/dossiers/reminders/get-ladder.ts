import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { ladderInForce, type Ladder } from './ladder.ts'
import { isBehind, watcherLag } from './watcher-health.ts'

/** The ladder of reminders in force and how the watcher keeps up with it. */
export const getLadder = query({
  name: 'dossiers.get-reminder-ladder',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({}),
  async run(app): Promise<{ ladder: Ladder | undefined; lag: { minutes: number; units: number }; isBehind: boolean }> {
    const lag = await watcherLag(app)
    return { ladder: ladderInForce(vietnamDate(app.clock.now())), lag, isBehind: isBehind(lag) }
  },
})
