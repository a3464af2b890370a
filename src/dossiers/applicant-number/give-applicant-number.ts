import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { defineEvent } from '../../platform/events.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { findCitizenByPersonalId, rememberCitizen } from '../../identity/index.ts'
import type { DossierEvent } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotGiveNumber } from './applicant-number.ts'
import { saveApplicantNumber } from './store.ts'

/** The applicant is known from now on: what waited for an owner finds one. */
export const applicantNumberGiven = defineEvent<DossierEvent>('dossiers.applicant-number-given')

/**
 * An officer writes down the number that the applicant did not have when somebody filed for them: a child whose birth was registered
 * meanwhile. Its papers and results then enter its own vault. Căn cứ: Luật Căn cước 2023, Điều 12.
 */
export const giveApplicantNumber = action({
  name: 'dossiers.give-applicant-number',
  roles: ['intake-officer', 'head-of-division', 'specialist'],
  input: Type.Object({ dossierCode: DossierCodeInput, personalId: Type.String({ pattern: '^\\d{12}$' }) }),
  async run(ctx, officer, { dossierCode, personalId }): Promise<void> {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    if (!dossier.roles.some((role) => WRITERS.has(role))) throw new Refusal('platform.forbidden')
    const known = await findCitizenByPersonalId(db, personalId)
    refuse(whyNotGiveNumber(dossier.applicant, { personalId, known }, vietnamDate(now)))
    const { fullName, bornOn } = dossier.applicant
    const born = bornOn?.length === 4 ? { birthYear: Number(bornOn) } : { bornOn }
    const { id: applicantCitizenId } = known ?? (await rememberCitizen(ctx, { personalId, fullName, ...born }))
    const applicant = { ...dossier.applicant, personalId }
    if (!(await saveApplicantNumber(db, dossier, { applicant, applicantCitizenId })))
      throw new Refusal('platform.conflict')
    const version = dossier.version + 1
    noteChanged(ctx, dossier.id, { dossier: [{ version, applicant, applicantCitizenId }] })
    const facts = { citizen: applicantCitizenId }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.applicant-number-given', facts })
    await ctx.emit(applicantNumberGiven, eventOf({ ...dossier, version }))
  },
})

const WRITERS: ReadonlySet<string> = new Set(['intake-officer', 'head-of-division', 'specialist'])
