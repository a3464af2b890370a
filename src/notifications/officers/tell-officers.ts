import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { OFFICER_TEMPLATES } from './notice.ts'
import { insertNotices } from './store.ts'

/** Tells officers in the application about something that concerns their work; each of them once. */
export const tellOfficers = action({
  name: 'notifications.tell-officers',
  roles: ['system'],
  input: Type.Object({
    /** Names what happened: told once to each, however often the event comes. */
    eventKey: Type.String({ minLength: 1, maxLength: 200 }),
    template: Type.Enum([...OFFICER_TEMPLATES]),
    dossierId: Type.String(),
    facts: Type.Record(Type.String(), Type.String()),
    href: Type.String({ pattern: '^/' }),
    accountIds: Type.Array(Type.String()),
  }),
  unjournalled: 'an event that comes again, or that concerns nobody, changes nothing',
  async run(ctx, _system, { accountIds, ...notice }) {
    const told = await insertNotices(ctx.db, [...new Set(accountIds)], notice, ctx.now)
    const { dossierId, template } = notice
    if (told > 0) {
      ctx.journal({ subject: `dossier:${dossierId}`, what: 'notifications.officers-told', facts: { template, told } })
    }
    return { told }
  },
})
