import { Type } from 'typebox'
import { languagesOfCitizens } from '../identity/index.ts'
import { action } from '../platform/action.ts'
import { TEMPLATES, recipientsOf, subjectOf } from './delivery.ts'
import { sendMail } from './send-mail.ts'
import { insertDelivery } from './store.ts'

const OptionalDay = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))

/** Tells people about something that happened to a dossier: in the application at once, by e-mail through the queue. */
export const tellPeople = action({
  name: 'notifications.tell',
  roles: ['system'],
  input: Type.Object({
    dossierId: Type.String(),
    /** The version the dossier got by what happened: told once, however often the event comes. */
    eventNo: Type.Integer(),
    template: Type.Enum([...TEMPLATES]),
    facts: Type.Object({
      code: Type.String(),
      procedureName: Type.String(),
      unitName: Type.String(),
      dueOn: OptionalDay,
      replyBy: OptionalDay,
      documentNumber: Type.Optional(Type.String()),
      replacedNumber: Type.Optional(Type.String()),
      paperTitle: Type.Optional(Type.String()),
      entryId: Type.Optional(Type.String()),
      path: Type.Optional(Type.String()),
    }),
    persons: Type.Array(
      Type.Object({
        citizenId: Type.Union([Type.String(), Type.Null()]),
        email: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  unjournalled: 'an event that comes again, or that concerns nobody who can be reached, changes nothing',
  async run(ctx, _system, { dossierId, eventNo, template, facts, persons }) {
    const channels: string[] = []
    const languages = await languagesOfCitizens(
      ctx.db,
      persons.flatMap(({ citizenId }) => citizenId ?? []),
    )
    for (const { channel, recipient } of recipientsOf(persons)) {
      const person = persons.find(
        ({ citizenId, email }) => citizenId === recipient || email?.trim().toLowerCase() === recipient,
      )
      const language = languages.get(person?.citizenId ?? '') ?? 'vi'
      const delivery = { dossierId, eventNo, template, channel, recipient, language, facts }
      const id = await insertDelivery(ctx.db, delivery, ctx.now)
      if (id === undefined) continue
      channels.push(channel)
      if (channel === 'e-mail') await ctx.enqueue(sendMail, { deliveryId: id })
    }
    if (channels.length > 0)
      ctx.journal({
        subject: subjectOf({ template, dossierId }),
        what: 'notifications.told',
        facts: { template, channels },
      })
    return { channels }
  },
})
