import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { Refusal } from '../platform/refusal.ts'
import { actorName } from '../dossiers/index.ts'
import { ProcedureCode } from './edit-declaration.ts'
import { declarationsOf, insertSwitch, lastSwitchOf } from './store.ts'

/** Turns deciding by machine off for a procedure, or on again: from the next dossier on, and for what has begun and is not sealed. */
export const switchInstant = action({
  name: 'instant.switch',
  roles: ['administrator'],
  input: Type.Object({
    procedureCode: ProcedureCode,
    on: Type.Boolean(),
    reason: Type.String({ minLength: 5, maxLength: 500 }),
  }),
  async run({ db, now, journal }, actor, { procedureCode, on, reason }) {
    const [newest] = await declarationsOf(db, procedureCode)
    if (!newest) throw new Refusal('instant.not-declared')
    const last = await lastSwitchOf(db, procedureCode)
    if ((last?.isOn ?? true) === on) throw new Refusal('instant.switch-same')
    const no = (last?.no ?? 0) + 1
    await insertSwitch(db, { procedureCode, no, isOn: on, reason, at: now, byName: actorName(actor) })
    const what = on ? 'instant.switched-on' : 'instant.switched-off'
    journal({ subject: `procedure:${procedureCode}`, what, facts: { reason } })
    return { procedureCode, on }
  },
})
