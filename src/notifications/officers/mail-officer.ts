import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { contactOf } from '../../identity/index.ts'
import { GIVE_UP_AFTER_HOURS } from '../delivery.ts'
import { composeLetter } from '../mail/letter.tsx'
import { MailFailure, mailerPort } from '../mail/mailer.ts'
import { SYSTEM } from '../send-mail.ts'
import { forgottenOfficerMail, mailOf, saveMailTry } from './store.ts'
import { noticeWords } from './texts.ts'

/** Records what became of a try: `sent` says that the next server took the letter, not that it arrived. */
const recordOfficerMail = action({
  name: 'notifications.record-officer-mail',
  roles: ['system'],
  input: Type.Object({
    accountId: Type.String(),
    noticeId: Type.String(),
    state: Type.Enum(['sent', 'queued', 'failed']),
    error: Type.Union([Type.String(), Type.Null()]),
  }),
  unjournalled: 'the state of a letter stands with its notice',
  async run({ db, now }, _system, { accountId, noticeId, state, error }) {
    await saveMailTry(db, accountId, noticeId, { state, error, at: now })
    return { state }
  },
})

/** Sends an officer the letter of a notice: codes and days, no names. A server that is away is tried again. */
export const mailOfficer = defineJob<{ accountId: string; noticeId: string }>(
  'notifications.mail-officer',
  { retryLimit: 9 },
  async (app, { accountId, noticeId }) => {
    const notice = await mailOf(app.db, accountId, noticeId)
    const address = (await contactOf(app.db, accountId))?.email
    if (!notice || !address) return
    const record = (state: 'sent' | 'queued' | 'failed', error: string | null) =>
      runAction(app, recordOfficerMail, SYSTEM, { accountId, noticeId, state, error })
    const words = { ...noticeWords(notice.template, notice.facts), lines: notice.lines }
    try {
      await app.ports
        .get(mailerPort)
        .send(composeLetter({ id: noticeId, to: address, ...words, href: notice.href }, app.settings.publicAddress))
    } catch (error) {
      const failure = error instanceof MailFailure ? error : new MailFailure(String(error), false)
      const hours = (app.clock.now().getTime() - notice.createdAt.getTime()) / 3_600_000
      const isOver = failure.isPermanent || hours > GIVE_UP_AFTER_HOURS
      await record(isOver ? 'failed' : 'queued', failure.message)
      if (!isOver) throw failure
      return
    }
    await record('sent', null)
  },
)

const FORGOTTEN_AFTER_MINUTES = 30

/** Takes up officers' letters whose job is used up or lost. */
export const mailForgottenOfficers = defineJob<object>(
  'notifications.mail-forgotten-officers',
  { retryLimit: 1, schedule: '*/15 * * * *' },
  async (app) => {
    const before = new Date(app.clock.now().getTime() - FORGOTTEN_AFTER_MINUTES * 60_000)
    for (const { accountId, noticeId } of await forgottenOfficerMail(app.db, before, 500)) {
      await app.jobs.enqueue(app.db, mailOfficer, { accountId, noticeId }, { singletonKey: noticeId })
    }
  },
)
