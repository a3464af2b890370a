import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { contactOf } from '../../identity/index.ts'
import { isAddress } from '../delivery.ts'
import { mailOfficer } from './mail-officer.ts'
import { OFFICER_TEMPLATES } from './notice.ts'
import { insertNotice } from './store.ts'

/** Tells one officer of all that a round of reminders has for them: in the application, and by e-mail where an address is known. */
export const tellReminded = action({
  name: 'notifications.tell-reminded',
  roles: ['system'],
  input: Type.Object({
    /** Names the round: told once, however often the event comes. */
    eventKey: Type.String({ minLength: 1, maxLength: 200 }),
    accountId: Type.String(),
    template: Type.Enum([...OFFICER_TEMPLATES]),
    /** Null where it is about several. */
    dossierId: Type.Union([Type.String(), Type.Null()]),
    facts: Type.Record(Type.String(), Type.String()),
    lines: Type.Array(Type.Object({ code: Type.String(), text: Type.String(), href: Type.String({ pattern: '^/' }) })),
    href: Type.String({ pattern: '^/' }),
  }),
  unjournalled: 'the journal of each dossier says who was reminded of it',
  async run({ db, now, enqueue }, _system, { accountId, ...notice }): Promise<{ told: boolean }> {
    const address = (await contactOf(db, accountId))?.email ?? ''
    const mailState = isAddress(address) ? ('queued' as const) : null
    const noticeId = await insertNotice(db, accountId, { ...notice, mailState }, now)
    if (noticeId === undefined) return { told: false }
    if (mailState) await enqueue(mailOfficer, { accountId, noticeId })
    return { told: true }
  },
})
