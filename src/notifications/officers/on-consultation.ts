import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import {
  bodyReleased,
  opinionGiven,
  opinionOverdue,
  opinionReminded,
  opinionRequested,
  peopleOfConsulted,
  type ConsultedEvent,
  type ConsultedPeople,
  workPath,
} from '../../dossiers/index.ts'
import { SYSTEM } from '../send-mail.ts'
import type { OfficerTemplate } from './notice.ts'
import { tellOfficers } from './tell-officers.ts'

type Told = { template: OfficerTemplate; key: string; to: readonly string[]; at: 'question' | 'dossier' }

async function tell(
  app: App,
  { dossierId, code, bodyId }: ConsultedEvent,
  whom: (people: ConsultedPeople) => Told[],
): Promise<void> {
  const people = await peopleOfConsulted(app.db, bodyId, vietnamDate(app.clock.now()))
  const { procedureName, unitName, leadUnitName, replyBy } = people
  for (const { template, key, to, at } of whom(people)) {
    await runAction(app, tellOfficers, SYSTEM, {
      eventKey: `${template}:${bodyId}:${key}`,
      template,
      dossierId,
      facts: { code, procedureName, unitName, leadUnitName, replyBy: formatDate(replyBy) },
      href: at === 'question' ? `/y-kien/${bodyId}` : workPath(code, '?the=y-kien'),
      accountIds: [...to],
    })
  }
}

/**
 * Consulted officers are told of questions and terms, the lead of answers; of an answer that is late or missing also the lead
 * body's head and the one-stop desk. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5.
 */
export const consultationReactions = [
  reaction(opinionRequested, 'notifications.tell-opinion-requested', (app, event) =>
    tell(app, event, ({ consulted }) => [{ template: 'opinion-requested', key: '1', to: consulted, at: 'question' }]),
  ),
  reaction(opinionReminded, 'notifications.tell-opinion-reminded', (app, event) =>
    tell(app, event, ({ consulted }) => [
      { template: 'opinion-reminded', key: String(event.count), to: consulted, at: 'question' },
    ]),
  ),
  reaction(opinionOverdue, 'notifications.tell-opinion-overdue', (app, event) =>
    tell(app, event, ({ consulted, inCharge, leadHeads, desk, deskHeads, silenceAgrees }) => [
      { template: 'opinion-overdue-body', key: '1', to: consulted, at: 'question' },
      {
        template: silenceAgrees ? 'opinion-silent' : 'opinion-overdue',
        key: '1',
        to: [...inCharge, ...leadHeads, ...desk, ...deskHeads],
        at: 'dossier',
      },
    ]),
  ),
  reaction(bodyReleased, 'notifications.tell-body-released', (app, event) =>
    tell(app, event, ({ consulted, leadHeads, desk, deskHeads }) => [
      { template: 'opinion-released-body', key: '1', to: consulted, at: 'question' },
      { template: 'opinion-released', key: '1', to: [...leadHeads, ...desk, ...deskHeads], at: 'dossier' },
    ]),
  ),
  reaction(opinionGiven, 'notifications.tell-opinion-given', (app, event) =>
    tell(app, event, ({ inCharge, leadHeads, desk, deskHeads }) => [
      event.isLate
        ? {
            template: 'opinion-given-late',
            key: String(event.no),
            to: [...inCharge, ...leadHeads, ...desk, ...deskHeads],
            at: 'dossier',
          }
        : { template: 'opinion-given', key: String(event.no), to: inCharge, at: 'dossier' },
    ]),
  ),
]
