import { Type } from 'typebox'
import { Refusal, type Facts } from '../../platform/refusal.ts'
import { query } from '../../platform/query.ts'
import { passById } from './store.ts'

/** How a signing with the token ended, as the server knows it: the page asks after the local program has answered. */
export const getPassOutcome = query({
  name: 'signing.get-token-outcome',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'],
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  async run({ db }, officer, { id }): Promise<{ outcome: string | null; facts: Facts }> {
    const pass = await passById(db, id)
    const isTheirs = officer.kind === 'officer' && pass?.accountId === officer.accountId
    if (!pass || !isTheirs) throw new Refusal('platform.not-found')
    return { outcome: pass.outcome, facts: pass.outcomeFacts ?? {} }
  },
})
