import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { defineJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { GIVE_UP_AFTER_HOURS, subjectOf, type Delivery } from './delivery.ts'
import { letterOf } from './mail/letter.tsx'
import { MailFailure, mailerPort } from './mail/mailer.ts'
import { deliveryById, forgottenLetters, markSent, markTried, requeue } from './store.ts'

export const SYSTEM: Actor = { kind: 'system', name: 'notifications' }

/** Records what became of a try to send a letter. */
const recordTry = action({
  name: 'notifications.record-try',
  roles: ['system'],
  input: Type.Object({
    deliveryId: Type.String(),
    outcome: Type.Enum(['sent', 'queued', 'failed']),
    error: Type.Optional(Type.String()),
  }),
  unjournalled: 'a try that will be repeated stands in the delivery; the journal tells the end',
  async run(ctx, _system, { deliveryId, outcome, error = '' }) {
    const delivery = await deliveryById(ctx.db, deliveryId)
    if (!delivery) throw new Refusal('platform.not-found')
    const isNew =
      outcome === 'sent'
        ? await markSent(ctx.db, deliveryId, ctx.now)
        : await markTried(ctx.db, deliveryId, outcome, error, ctx.now)
    if (!isNew || outcome === 'queued') return
    const facts = {
      template: delivery.template,
      channel: delivery.channel,
      tries: delivery.tries + 1,
      ...(error ? { error } : {}),
    }
    ctx.journal({ subject: subjectOf(delivery), what: `notifications.${outcome}`, facts })
  },
})

/** Sends one letter; a server that is away is tried again with growing pauses. */
export const sendMail = defineJob<{ deliveryId: string }>(
  'notifications.send-mail',
  { retryLimit: 9 },
  async (app, { deliveryId }) => {
    const delivery = await deliveryById(app.db, deliveryId)
    if (!delivery || delivery.state !== 'queued') return
    try {
      await app.ports.get(mailerPort).send(letterOf(delivery, app.settings.publicAddress))
    } catch (error) {
      const failure = error instanceof MailFailure ? error : new MailFailure(String(error), false)
      const outcome = failure.isPermanent || isTooOld(delivery, app.clock.now()) ? 'failed' : 'queued'
      await runAction(app, recordTry, SYSTEM, { deliveryId, outcome, error: failure.message })
      if (outcome === 'queued') throw failure
      return
    }
    await runAction(app, recordTry, SYSTEM, { deliveryId, outcome: 'sent' })
  },
)

function isTooOld({ createdAt }: Delivery, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > GIVE_UP_AFTER_HOURS * 3_600_000
}

const FORGOTTEN_AFTER_MINUTES = 30

/** Takes up letters whose job is used up or lost, until they go or are too old. */
export const resendForgotten = defineJob<object>(
  'notifications.resend-forgotten',
  { retryLimit: 1, schedule: '*/15 * * * *' },
  async (app) => {
    const before = new Date(app.clock.now().getTime() - FORGOTTEN_AFTER_MINUTES * 60_000)
    for (const { id } of await forgottenLetters(app.db, before, 500)) {
      await app.jobs.enqueue(app.db, sendMail, { deliveryId: id }, { singletonKey: id })
    }
  },
)

/** An administrator has a letter tried again, also one that was given up. */
export const resendLetter = action({
  name: 'notifications.resend',
  roles: ['administrator'],
  input: Type.Object({ deliveryId: Type.String({ format: 'uuid' }) }),
  async run(ctx, _officer, { deliveryId }) {
    const delivery = await deliveryById(ctx.db, deliveryId)
    if (!delivery) throw new Refusal('platform.not-found')
    if (!(await requeue(ctx.db, deliveryId))) throw new Refusal('notifications.not-waiting')
    await ctx.enqueue(sendMail, { deliveryId })
    ctx.journal({
      subject: subjectOf(delivery),
      what: 'notifications.resent',
      facts: { template: delivery.template },
    })
    return { deliveryId }
  },
})
