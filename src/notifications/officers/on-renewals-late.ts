import { runAction } from '../../platform/action.ts'
import { formatDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { renewalsLate } from '../../results/index.ts'
import { SYSTEM } from '../send-mail.ts'
import { tellReminded } from './tell-reminded.ts'

/** Clerks and administrators hear once a week that documents wait for their archive time stamp beyond their day. */
export const renewalsReaction = reaction(
  renewalsLate,
  'notifications.tell-renewals-late',
  async (app, { unitId, unitName, count, oldest, week, clerks, administrators }) => {
    const tell = (accountId: string, href: string) =>
      runAction(app, tellReminded, SYSTEM, {
        eventKey: `renewals-late:${unitId}:${week}`,
        accountId,
        template: 'renewals-late',
        dossierId: null,
        facts: { unitName, count: String(count), oldest: formatDate(oldest) },
        lines: [],
        href,
      })
    for (const one of administrators) await tell(one, '/quan-tri/chung-thu-so/gia-han')
    for (const one of clerks.filter((clerk) => !administrators.includes(clerk))) await tell(one, '/viec/thong-bao')
  },
)
