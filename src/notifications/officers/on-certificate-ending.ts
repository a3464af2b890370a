import { runAction } from '../../platform/action.ts'
import { formatDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { certificateEnding } from '../../signing/index.ts'
import { SYSTEM } from '../send-mail.ts'
import type { OfficerTemplate } from './notice.ts'
import { tellReminded } from './tell-reminded.ts'

/** Holders and administrators hear that a certificate ends or has ended, each mark of the warnings once. */
export const certificateReaction = reaction(
  certificateEnding,
  'notifications.tell-certificate-ending',
  async (app, { fingerprint, subject, unitName, lastDay, daysLeft, mark, holders, administrators }) => {
    const facts = { subject, unitName, lastDay: formatDate(lastDay), daysLeft: String(daysLeft) }
    const isOver = daysLeft < 0
    const tell = (template: OfficerTemplate, href: string) => (accountId: string) =>
      runAction(app, tellReminded, SYSTEM, {
        eventKey: `certificate-ending:${fingerprint}:${mark}`,
        accountId,
        template,
        dossierId: null,
        facts,
        lines: [],
        href,
      })
    for (const one of holders) await tell(isOver ? 'certificate-ended' : 'certificate-ending', '/viec/thong-bao')(one)
    const others = administrators.filter((one) => !holders.includes(one))
    const watched = isOver ? 'certificate-ended-watched' : 'certificate-ending-watched'
    for (const one of others) await tell(watched, `/quan-tri/chung-thu-so/${fingerprint}`)(one)
  },
)
