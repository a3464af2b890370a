import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import { handledReminders, type HandledReminder } from './store.ts'

export type ReminderView = HandledReminder

/** Which reminders of a dossier went to whom, the newest first, for officers who reach it. */
export const listReminders = query({
  name: 'dossiers.list-reminders',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db }, actor, { dossierCode }): Promise<{ code: string; reminders: ReminderView[] }> {
    const { id, code } = await dossierWithinReach(db, actor, dossierCode)
    return { code, reminders: (await handledReminders(db, id)).toReversed() }
  },
})
