import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { definePortCheck, type PortCheck } from '../../platform/operations/checks.ts'
import type { OwnGauge } from '../../platform/operations/gauges.ts'
import { query } from '../../platform/query.ts'
import { countBehind, countByYear, type PlanCounts } from './store.ts'

/** kế hoạch gia hạn: how many issued documents need their next archive time stamp in which year. */
export type RenewalPlan = { years: PlanCounts; late: number; unplanned: number }

export const renewalPlan = query({
  name: 'results.renewal-plan',
  roles: ['administrator', 'system'],
  input: Type.Object({}),
  async run({ db, clock }): Promise<RenewalPlan> {
    const [years, behind] = await Promise.all([countByYear(db), countBehind(db, vietnamDate(clock.now()))])
    return { years, ...behind }
  },
})

const lateNow = async ({ db, clock }: Pick<App, 'db' | 'clock'>) =>
  (await countBehind(db, vietnamDate(clock.now()))).late

/** Unwell when documents are not renewed by their day: their proof ends some months later. */
export function renewalCheck(app: App): PortCheck {
  const check = async () => {
    const late = await lateNow(app)
    if (late > 0) throw new Error(`${late} issued documents wait for their archive time stamp beyond their day`)
  }
  return definePortCheck('archive-renewal', 'embedded', check, { servedBy: 'results.renew-issued', freshSeconds: 300 })
}

export function renewalGauges(app: App): OwnGauge[] {
  return [
    {
      name: 'motcua_archive_renewals_late',
      help: 'Issued documents whose next archive time stamp should be there already',
      labelNames: [],
      read: async () => [{ labels: {}, value: await lateNow(app) }],
    },
  ]
}
