import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { accountById } from '../../identity/index.ts'
import { demandOf } from '../application/application.ts'
import { citizenOnly } from '../application/open-application.ts'
import { procedureOf } from '../known.ts'
import { whyNotAgree, whyNotOpenLink } from './co-applicant.ts'
import { coApplicantAnswered } from './events.ts'
import { isToken } from './link.ts'
import { PersonIdInput } from './name-co-applicants.ts'
import { ownInvitationAlone } from './open-draft-together.ts'
import { askedContent, coApplicantById, saveAnswer, saveOpened } from './store.ts'
import { tellingNo } from './void-agreements.ts'

/** The person named opens the link, once, signed in under the number named; from then on it is among what they are asked. */
export const openInvitation = action({
  name: 'dossiers.open-co-invitation',
  roles: ['citizen'],
  input: Type.Object({ id: PersonIdInput, token: Type.String({ minLength: 1, maxLength: 100 }) }),
  async run({ db, now, settings, journal }, actor, { id, token }): Promise<void> {
    const { personalId, citizenId } = citizenOnly(actor)
    const person = await coApplicantById(db, id)
    const isLatest = person !== undefined && isToken(settings.secret, person, token)
    refuse(whyNotOpenLink(person, { personalId, isLatest }, now))
    await saveOpened(db, id, citizenId, now)
    journal({ subject: `draft:${person?.draftId ?? ''}`, what: 'dossiers.co-invitation-opened', facts: { person: id } })
  },
})

const Answer = Type.Union([
  /** The hash of what was shown: nobody agrees to what they have not seen. */
  Type.Object({
    agreed: Type.Literal(true),
    shownSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    how: Type.Enum(['recorded-consent', 'confirmed-identity']),
  }),
  Type.Object({ agreed: Type.Literal(false), reason: Type.String({ minLength: 1, maxLength: 1_000 }) }),
])

/** Agrees to the very content shown, or declines with a reason. Recorded with who, when and the hash; no electronic signature
 * (`signTogether` makes one). */
export const answerInvitation = action({
  name: 'dossiers.answer-co-invitation',
  roles: ['citizen'],
  input: Type.Object({ id: PersonIdInput, answer: Answer }),
  async run(ctx, actor, { id, answer }): Promise<void> {
    const { db, now } = ctx
    const { citizen, draft, person } = await ownInvitationAlone(db, actor, id)
    if (person.answer) throw new Refusal('dossiers.co-answered-before')
    const content = await askedContent(db, draft.id)
    if (answer.agreed) {
      const provedAt = (await accountById(db, citizen.accountId))?.lastSignInAt ?? null
      const said = {
        how: answer.how,
        demand: demandOf(draft.procedureCode, vietnamDate(now)),
        askedAt: content?.askedAt,
        shownSha256: answer.shownSha256,
        contentSha256: content?.contentSha256,
      }
      refuse(whyNotAgree(said, provedAt, now))
      const { how, shownSha256 } = answer
      await saveAnswer(db, id, { answer: 'agreed', how, contentSha256: shownSha256, reason: null }, now)
    } else {
      await saveAnswer(db, id, { answer: 'declined', how: null, contentSha256: null, reason: answer.reason }, now)
    }
    const facts = answer.agreed ? { person: id, how: answer.how, sha256: answer.shownSha256 } : { person: id }
    ctx.journal({
      subject: `draft:${draft.id}`,
      what: answer.agreed ? 'dossiers.co-applicant-agreed' : 'dossiers.co-applicant-declined',
      facts,
    })
    await ctx.emit(coApplicantAnswered, {
      draftId: draft.id,
      no: tellingNo(now),
      resumeCode: draft.resumeCode,
      procedureName: (await procedureOf(db, draft.procedureVersionId)).name,
      ownerAccountId: draft.ownerAccountId,
      agreed: answer.agreed,
    })
  },
})
