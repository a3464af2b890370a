import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { reaction } from '../platform/events.ts'
import { dossierById, dossierReceived } from '../dossiers/index.ts'
import { insertReception } from './store.ts'

const COUNTER = { kind: 'system', name: 'desk.counter' } as const

/** Counts a received dossier for the desk that took it. */
export const countReception = action({
  name: 'desk.count-reception',
  roles: ['system'],
  input: Type.Object({ dossierId: Type.String() }),
  unjournalled: 'a figure; the reception itself is in the dossier’s journal',
  async run({ db }, _, { dossierId }): Promise<void> {
    const dossier = await dossierById(db, dossierId)
    if (!dossier?.receivedAt) return
    const { helpedAtUnitId, receivedByUnitId, procedureCode, channel, receivedAt } = dossier
    await insertReception(db, dossierId, {
      unitId: helpedAtUnitId ?? receivedByUnitId,
      receivedOn: vietnamDate(receivedAt),
      procedureCode,
      channel,
    })
  },
})

export const countReceived = reaction(dossierReceived, 'desk.count-received', async (app, { dossierId }) => {
  await runAction(app, countReception, COUNTER, { dossierId })
})
