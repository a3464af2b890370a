import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { stateOf } from './key-holder.ts'
import { linesOf, type CertificateLine } from './list-certificates.ts'
import { holdersEndingBy } from './list-store.ts'
import { administeredUnits } from './reach-certificate.ts'
import { warnDaysOn } from './warning.ts'

const MOST = 500
const DAY_MS = 86_400_000

/** Certificates in use whose end is near, the nearest first. */
export const listExpiring = query({
  name: 'signing.list-expiring',
  roles: ['administrator'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<CertificateLine[]> {
    const now = clock.now()
    const warnDays = warnDaysOn(vietnamDate(now))
    const until = new Date(now.getTime() + (warnDays + 1) * DAY_MS)
    const within = await administeredUnits(db, actor)
    const lines = await linesOf(db, await holdersEndingBy(db, { from: now, until, within }, MOST), now)
    return lines.filter((one) => stateOf(one, now, warnDays) === 'expiring')
  },
})
