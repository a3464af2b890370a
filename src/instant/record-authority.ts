import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { procedureInForce } from '../catalogue/index.ts'
import { actorName } from '../dossiers/index.ts'
import { officersAt } from '../identity/index.ts'
import {
  insertIssueAuthority,
  isAuthorityInForce,
  issueAuthoritiesFor,
  issueAuthorityById,
  saveAuthorityRevocation,
  whyNotAuthorise,
  type IssueAuthority,
} from '../organisation/index.ts'
import { ProcedureCode } from './edit-declaration.ts'

const Day = Type.String({ format: 'date' })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most })

export const AuthorityInput = Type.Object({
  procedureCode: ProcedureCode,
  unitId: Type.String({ format: 'uuid' }),
  authorisedByAccountId: Type.String({ format: 'uuid', description: 'a signatory of that unit' }),
  instrumentKind: Words(120),
  instrumentNumber: Words(60),
  signedOn: Day,
  issuer: Words(200),
  validFrom: Day,
  validTo: Day,
})

/**
 * Writes down by which instrument an agency's results of a procedure may be issued with no officer. The administrator writes
 * what it says; who signs at the agency has authorised it. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13; Nghị định 224/2026/NĐ-CP,
 * Điều 16.
 */
export const recordIssueAuthority = action({
  name: 'instant.record-authority',
  roles: ['administrator'],
  input: AuthorityInput,
  async run({ db, now, journal }, actor, input) {
    const { procedureCode, unitId, authorisedByAccountId, validFrom, validTo } = input
    const today = vietnamDate(now)
    if (!(await procedureInForce(db, procedureCode, today))) {
      throw new Refusal('instant.unknown-procedure', { code: procedureCode })
    }
    const signatory = (await officersAt(db, unitId, 'signatory', today)).find(
      ({ accountId }) => accountId === authorisedByAccountId,
    )
    if (!signatory) throw new Refusal('instant.not-a-signatory')
    const { instrumentKind: kind, instrumentNumber: number, signedOn, issuer } = input
    const instrument = { kind, number, signedOn, issuer }
    refuse(whyNotAuthorise({ validFrom, validTo, instrument }, today))
    const standing = await issueAuthoritiesFor(db, procedureCode)
    const isHeld = (one: IssueAuthority) =>
      one.unitId === unitId && one.revokedAt === null && one.validFrom <= validTo && one.validTo >= validFrom
    if (standing.some(isHeld)) throw new Refusal('instant.authority-standing')
    const made: IssueAuthority = {
      id: newId(),
      unitId,
      procedureCode,
      instrument,
      authorisedByAccountId,
      authorisedByName: signatory.fullName,
      authorisedByPosition: signatory.position,
      validFrom,
      validTo,
      certainty: 'recorded',
      recordedAt: now,
      recordedByName: actorName(actor),
      revokedAt: null,
      revokedByName: null,
      revokeReason: null,
    }
    await insertIssueAuthority(db, made)
    const facts = { authority: made.id, unitId, instrument, by: authorisedByAccountId, validFrom, validTo }
    journal({ subject: `procedure:${procedureCode}`, what: 'instant.authorised', facts })
    journal({ subject: `unit:${unitId}`, what: 'instant.authorised', facts: { ...facts, procedureCode } })
    return { id: made.id, isInForce: isAuthorityInForce(made, today) }
  },
})

/** Takes an authority back: from now on nothing more is issued under it. */
export const revokeIssueAuthority = action({
  name: 'instant.revoke-authority',
  roles: ['administrator'],
  input: Type.Object({
    authorityId: Type.String({ format: 'uuid' }),
    reason: Type.String({ minLength: 5, maxLength: 500 }),
  }),
  async run({ db, now, journal }, actor, { authorityId, reason }) {
    const found = await issueAuthorityById(db, authorityId)
    const byName = actorName(actor)
    if (!found || !(await saveAuthorityRevocation(db, { id: authorityId, at: now, byName, reason }))) {
      throw new Refusal('instant.unknown-authority')
    }
    const { procedureCode, unitId } = found
    const facts = { authority: authorityId, unitId, reason }
    journal({ subject: `procedure:${procedureCode}`, what: 'instant.authority-revoked', facts })
    journal({ subject: `unit:${unitId}`, what: 'instant.authority-revoked', facts: { ...facts, procedureCode } })
    return { procedureCode }
  },
})
