import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { unitById } from '../../organisation/index.ts'
import { certificateEnding } from './events.ts'
import { holderForUpdate } from './holder-store.ts'
import { daysLeft } from './key-holder.ts'
import { holdersEndingBy } from './list-store.ts'
import { peopleOf } from './people-of-certificate.ts'
import { subjectOf } from './reach-certificate.ts'
import { insertWarnings, warningsOf } from './warning-store.ts'
import { tellDaysOn, warnDaysOn, warningDue, warningRuleInForce } from './warning.ts'

const SYSTEM = { kind: 'system', name: 'signing.register' } as const
const AT_ONCE = 1000
const DAY_MS = 86_400_000

/** Warns of one certificate's end, before and after it, each mark once; after a standstill the nearest mark stands for those passed. */
export const warnOfEnd = action({
  name: 'signing.warn-of-end',
  roles: ['system'],
  input: Type.Object({ fingerprint: Type.String() }),
  unjournalled: 'a look at a certificate of which nobody is warned changes nothing of record',
  async run(ctx, _, { fingerprint }): Promise<{ warned: boolean }> {
    const { db, now } = ctx
    const today = vietnamDate(now)
    const rule = warningRuleInForce(today)
    const holder = await holderForUpdate(db, fingerprint)
    if (!rule || !holder || holder.withdrawnAt || holder.servesUntil || holder.kind === 'citizen')
      return { warned: false }
    const due = warningDue(holder, rule, await warningsOf(db, fingerprint), now)
    if (!due) return { warned: false }
    const people = await peopleOf(db, holder, today)
    await insertWarnings(db, fingerprint, [due.tell, ...due.passed], people, now)
    const unit = holder.namedUnitId === null ? undefined : await unitById(db, holder.namedUnitId)
    await ctx.emit(certificateEnding, {
      fingerprint,
      kind: holder.kind,
      subject: holder.subject,
      unitName: unit?.name ?? holder.organisation,
      lastDay: vietnamDate(holder.validTo),
      daysLeft: daysLeft(holder, now),
      mark: due.tell,
      ...people,
    })
    const facts = { fingerprint, mark: due.tell, passed: due.passed, validTo: holder.validTo }
    ctx.journal({ subject: subjectOf(holder), what: 'signing.warned-of-end', facts })
    return { warned: true }
  },
})

/** Every hour, so that a day on which the system stood still is made up for as soon as it runs. */
export const warnOfEnds = defineJob('signing.warn-of-ends', { schedule: '20 * * * *' }, async (app) => {
  const now = app.clock.now()
  const until = new Date(now.getTime() + (warnDaysOn(vietnamDate(now)) + 1) * DAY_MS)
  const from = new Date(now.getTime() - (tellDaysOn(vietnamDate(now)) + 1) * DAY_MS)
  for (const { fingerprint } of await holdersEndingBy(app.db, { from, until, within: null }, AT_ONCE)) {
    await runAction(app, warnOfEnd, SYSTEM, { fingerprint }).catch((error: unknown) =>
      app.log.error({ fingerprint, reason: String(error) }, 'a warning of a certificate failed'),
    )
  }
})
