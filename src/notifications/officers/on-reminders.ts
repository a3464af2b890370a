import { runAction } from '../../platform/action.ts'
import { formatDate, formatDateTime, vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { latestApology, rulesFor, type DeadlineRules } from '../../deadlines/index.ts'
import { remindersDue, workPath, type ReminderItem } from '../../dossiers/index.ts'
import { SYSTEM } from '../send-mail.ts'
import type { NoticeLine, OfficerTemplate } from './notice.ts'
import { tellReminded } from './tell-reminded.ts'
import { apologyWords, reminderLine } from './texts.ts'

/**
 * Officers hear of a round of reminders in one message each, with a list where it is about several dossiers. Căn cứ nhắc
 * trước hạn: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9.
 */
export const remindersReaction = reaction(
  remindersDue,
  'notifications.tell-reminders',
  async (app, { roundId, items }) => {
    const now = app.clock.now()
    const rules = await rulesFor(app.db, vietnamDate(now))
    const byPerson = Map.groupBy(
      items.flatMap((item) => item.told.map(({ accountId }) => ({ accountId, item }))),
      ({ accountId }) => accountId,
    )
    for (const [accountId, own] of byPerson) {
      const message = messageOf(
        own.map(({ item }) => item),
        rules,
        now,
      )
      await runAction(app, tellReminded, SYSTEM, { eventKey: `reminders:${roundId}`, accountId, ...message })
    }
  },
)

const MOST_LINES = 100

function messageOf(items: readonly ReminderItem[], rules: DeadlineRules, now: Date) {
  const ordered = items.toSorted((a, b) => a.markAt.localeCompare(b.markAt))
  const [first] = ordered
  if (first && ordered.every(({ dossierId }) => dossierId === first.dossierId)) {
    const item = ordered.find(({ about }) => about === 'due') ?? first
    return {
      template: `reminder-${item.about}-${item.side}` satisfies OfficerTemplate,
      dossierId: item.dossierId,
      facts: factsOf(item, rules, now),
      lines: [],
      href: workPath(item.code),
    }
  }
  const lines = ordered.slice(0, MOST_LINES).map((item): NoticeLine => {
    return { code: item.code, text: reminderLine(item, factsOf(item, rules, now)), href: workPath(item.code) }
  })
  const late = ordered.filter(({ side }) => side === 'after').length
  const facts = { count: String(ordered.length), late: String(late) }
  return { template: 'reminders-many' as const, dossierId: null, facts, lines, href: '/viec' }
}

function factsOf({ code, about, side, markAt, stepName }: ReminderItem, rules: DeadlineRules, now: Date) {
  const at = new Date(markAt)
  const latest = latestApology(vietnamDate(at), rules)
  const canApologise = about === 'due' && side === 'before' && vietnamDate(now) <= latest
  return {
    code,
    at: formatDateTime(at),
    stepName: stepName ?? '',
    apology: canApologise ? apologyWords(formatDate(latest)) : '',
  }
}
