import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { endRun } from './store.ts'

const DossierId = Type.String({ format: 'uuid' })

/** The result lies sealed: the run is over. */
export const noteIssued = action({
  name: 'instant.note-issued',
  roles: ['system'],
  input: Type.Object({ dossierId: DossierId }),
  unjournalled: 'a run that has ended is left as it is; ending it writes its line',
  async run({ db, now, journal }, _, { dossierId }) {
    if (!(await endRun(db, { dossierId, state: 'issued', reason: null, at: now }))) return
    journal({ subject: `dossier:${dossierId}`, what: 'instant.issued' })
  },
})

/** A person has it from now on, and why. */
export const noteHandedOver = action({
  name: 'instant.note-handed-over',
  roles: ['system'],
  input: Type.Object({ dossierId: DossierId, code: Type.String({ maxLength: 100 }) }),
  unjournalled: 'a run that has ended is left as it is; ending it writes its line',
  async run({ db, now, journal }, _, { dossierId, code }) {
    if (!(await endRun(db, { dossierId, state: 'to-person', reason: { code }, at: now }))) return
    journal({ subject: `dossier:${dossierId}`, what: 'instant.handed-over', facts: { reason: code } })
  },
})
