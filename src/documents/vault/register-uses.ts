import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { insertRegisterUses } from './store.ts'

/** A component left out because a register of the State holds what it says. */
export type RegisterUse = {
  usedFor: string
  componentCode: string
  typeCode: string
  register: 'identity-provider' | 'citizen-registry'
  toldAt: Date | null
  ground: string
  usedForCode: string
  procedureCode: string
  procedureName: string
  unitId: string
}

/** Writes into the ledger which papers were not asked for, and which register stood for them. Told twice, nothing changes. */
export const recordRegisterUses = action({
  name: 'documents.record-register-uses',
  roles: ['system'],
  input: Type.Object({ uses: Type.Unsafe<RegisterUse[]>({}) }),
  unjournalled: 'written once; told again nothing changes',
  async run({ db, now, journal }, _, { uses }): Promise<void> {
    const written = await insertRegisterUses(db, uses, now)
    for (const { usedFor, componentCode, register, ground } of written === 0 ? [] : uses)
      journal({
        subject: usedFor,
        what: 'documents.register-used',
        facts: { component: componentCode, register, ground },
      })
  },
})
