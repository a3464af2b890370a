import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import { askBodies } from './ask-bodies.ts'
import { COMPLETENESS_RULES, whyNotBegin } from './consultation.ts'

export const Words = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })

const Body = Type.Object({
  unitCode: Type.String({ minLength: 1, maxLength: 40 }),
  /** Its own question, beside the common one. */
  question: Type.Optional(Words(4_000)),
  /** Working days of the body's calendar. */
  termDays: Type.Integer({ minimum: 1, maximum: 60 }),
  /** Why it may answer on or after the day the dossier is due. */
  whyAfterDue: Type.Optional(Words(1_000)),
})

/**
 * Asks several bodies for their opinion at once. The content and the term of each are put on record; the term of the dossier
 * runs on. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5, nay là Nghị định 118/2025/NĐ-CP.
 */
export const requestOpinions = action({
  name: 'dossiers.request-opinions',
  roles: ['specialist', 'head-of-division'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    question: Words(4_000),
    completeness: Type.Enum([...COMPLETENESS_RULES]),
    /** On which silence rests; needed where it means agreement. */
    legalBasis: Type.Optional(Words(1_000)),
    bodies: Type.Array(Body, { minItems: 1, maxItems: 20 }),
    /** Files of the dossier that the bodies may see. */
    fileIds: Type.Optional(Type.Array(FileIdInput, { maxItems: 50 })),
  }),
  async run(ctx, officer, { dossierCode, question, completeness, legalBasis, bodies, fileIds = [] }) {
    const dossier = await dossierWithinReach(ctx.db, officer, dossierCode)
    refuse(whyNotBegin(dossier, officer))
    const leadUnitId = dossier.handlingUnitId ?? dossier.competentUnitId
    const asking = { stepCode: null, leadUnitId, question, completeness, legalBasis, bodies, fileIds }
    return askBodies(ctx, officer, dossier, asking)
  },
})
