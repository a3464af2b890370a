import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { insertDecision, usesFor } from './store.ts'

/** quyết định: the result whose dossier a paper of the vault served. */
export type ServedDecision = {
  /** The journal's subject it was made in, such as `dossier:<id>`. */
  usedFor: string
  resultCode: string
  number: string
  title: string
  issuer: string
  decidedOn: LegalDate
  conclusion: 'granted' | 'refused'
}

const Words = Type.String({ minLength: 1, maxLength: 1_000 })

/** Completes the ledger of uses: papers of the vault served this decision. Told twice, or of a dossier without such papers, nothing changes. */
export const recordDecision = action({
  name: 'documents.record-decision',
  roles: ['system'],
  input: Type.Object({
    usedFor: Words,
    resultCode: Words,
    number: Words,
    title: Words,
    issuer: Words,
    decidedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    conclusion: Type.Enum(['granted', 'refused']),
  }),
  unjournalled: 'most dossiers took no paper from a vault',
  async run({ db, now, journal }, _, decision) {
    const uses = await usesFor(db, decision.usedFor)
    if (uses.length === 0 || !(await insertDecision(db, decision, now))) return { papers: 0 }
    const { usedFor, resultCode, number, conclusion } = decision
    for (const entryId of new Set(uses.map((use) => use.entryId)))
      journal({
        subject: `vault:${entryId}`,
        what: 'documents.vault-served-decision',
        facts: { for: usedFor, resultCode, number, conclusion },
      })
    return { papers: uses.length }
  },
})
