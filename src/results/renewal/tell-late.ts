import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { addDays, vietnamDate, weekdayOf } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { officersAt } from '../../identity/index.ts'
import { unitById } from '../../organisation/index.ts'
import { administratorsOver } from '../../signing/index.ts'
import { renewalsLate } from '../events.ts'
import { lateByUnit } from './store.ts'

const KEEPER = { kind: 'system', name: 'results.renewal' } as const

/** Tells the clerks of an agency and the nearest administrators that documents are renewed too late, once a week as long as it lasts. */
const tellLate = action({
  name: 'results.tell-late-renewals',
  roles: ['system'],
  input: Type.Object({ unitId: Type.String(), count: Type.Integer(), oldest: Type.String({ format: 'date' }) }),
  async run(ctx, _, { unitId, count, oldest }) {
    const today = vietnamDate(ctx.now)
    const [unit, clerks, administrators] = await Promise.all([
      unitById(ctx.db, unitId),
      officersAt(ctx.db, unitId, 'clerk', today),
      administratorsOver(ctx.db, unitId, today),
    ])
    const people = { clerks: clerks.map(({ accountId }) => accountId), administrators }
    const week = addDays(today, -((weekdayOf(today) + 6) % 7))
    await ctx.emit(renewalsLate, { unitId, unitName: unit?.name ?? '', count, oldest, week, ...people })
    ctx.journal({ subject: `unit:${unitId}`, what: 'results.told-late-renewals', facts: { count, oldest, ...people } })
  },
})

/** After the night in which they should have been renewed. */
export const watchRenewals = defineJob('results.watch-renewals', { schedule: '50 6 * * *' }, async (app) => {
  for (const one of await lateByUnit(app.db, vietnamDate(app.clock.now()))) await runAction(app, tellLate, KEEPER, one)
})
