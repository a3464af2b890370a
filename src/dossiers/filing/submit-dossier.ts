import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findCitizenByPersonalId, organisationsOf } from '../../identity/index.ts'
import { enterDossier } from './enter-dossier.ts'
import { dossierSubmitted } from '../events.ts'
import { FILING_FIELDS } from './filing-input.ts'
import { eventOf } from '../move-handling.ts'

/**
 * A citizen files online, for themselves or for somebody else. The code is given at once; the term begins when the desk
 * receives. Căn cứ: Nghị định 118/2025/NĐ-CP (nộp trực tuyến); Nghị định 45/2020/NĐ-CP, Điều 9.
 */
export const submitDossier = action({
  name: 'dossiers.submit',
  roles: ['citizen'],
  input: Type.Object(FILING_FIELDS),
  async run(ctx, actor, input) {
    if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
    const dossier = await enterDossier(ctx, actor, input, {
      action: 'submitDossier',
      channel: 'online',
      deskFor: ({ desk }) => desk,
      helpedAtUnitId: null,
      async citizensOf({ applicant, submitter }) {
        // Who hands in is who signed in; the form may not say otherwise.
        if (submitter.personalId !== null && submitter.personalId !== actor.personalId)
          throw new Refusal('dossiers.not-you')
        const submitterCitizenId = actor.citizenId
        // What an organisation asks for is its own, whoever of its people hands in.
        if (applicant.kind === 'organisation') return { applicantCitizenId: null, submitterCitizenId }
        if (applicant.personalId === actor.personalId || applicant === submitter)
          return { applicantCitizenId: actor.citizenId, submitterCitizenId }
        const other =
          applicant.personalId === null ? undefined : await findCitizenByPersonalId(ctx.db, applicant.personalId)
        return { applicantCitizenId: other?.id ?? null, submitterCitizenId }
      },
      isMember: async (businessCode) =>
        (await organisationsOf(ctx.db, actor.citizenId, vietnamDate(ctx.now))).some(
          (one) => one.businessCode === businessCode,
        ),
    })
    await ctx.emit(dossierSubmitted, eventOf(dossier))
    return { dossierId: dossier.id, code: dossier.code, submittedAt: dossier.submittedAt }
  },
})
