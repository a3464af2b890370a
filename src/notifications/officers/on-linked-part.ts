import { runAction } from '../../platform/action.ts'
import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { linkedPartMoved, peopleOfPart, workPath, type PartNews, type PeopleOfPart } from '../../dossiers/index.ts'
import { SYSTEM } from '../send-mail.ts'
import type { OfficerTemplate } from './notice.ts'
import { tellOfficers } from './tell-officers.ts'

type Told = { template: OfficerTemplate; to: readonly string[]; at: 'part' | 'dossier' }

/**
 * Who hears what: the body of its work, the lead of what came of it, both one-stop desks of what is sent up or late. Căn cứ: Nghị
 * định 61/2018/NĐ-CP, Điều 19 khoản 6–7.
 */
const TOLD: Record<PartNews, (people: PeopleOfPart) => Told[]> = {
  sent: ({ body, bodyDesk }) => [{ template: 'linked-part-sent', to: [...body, ...bodyDesk], at: 'part' }],
  reminded: ({ body }) => [{ template: 'linked-part-reminded', to: body, at: 'part' }],
  overdue: ({ body, bodyDesk, inCharge, leadHeads, desk }) => [
    { template: 'linked-part-overdue-body', to: [...body, ...bodyDesk], at: 'part' },
    { template: 'linked-part-overdue', to: [...inCharge, ...leadHeads, ...desk], at: 'dossier' },
  ],
  returned: ({ inCharge, leadHeads, desk }) => [
    { template: 'linked-part-returned', to: [...inCharge, ...leadHeads, ...desk], at: 'dossier' },
  ],
  done: ({ inCharge, desk }) => [{ template: 'linked-part-done', to: [...inCharge, ...desk], at: 'dossier' }],
  released: ({ body, bodyDesk }) => [{ template: 'linked-part-released', to: [...body, ...bodyDesk], at: 'part' }],
}

export const linkedPartReactions = [
  reaction(
    linkedPartMoved,
    'notifications.tell-linked-part-moved',
    async (app, { dossierId, code, partId, news, count }) => {
      const people = await peopleOfPart(app.db, partId, vietnamDate(app.clock.now()))
      const { procedureName, unitName, leadUnitName, duty, dueOn } = people
      for (const { template, to, at } of TOLD[news](people)) {
        await runAction(app, tellOfficers, SYSTEM, {
          eventKey: `${template}:${partId}:${count}`,
          template,
          dossierId,
          facts: { code, procedureName, unitName, leadUnitName, duty, dueOn: formatDate(dueOn) },
          href: at === 'part' ? `/lien-thong/${partId}` : workPath(code, '?the=lien-thong'),
          accountIds: [...to],
        })
      }
    },
  ),
]
