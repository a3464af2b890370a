import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { unitsOf, type Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import { rememberCitizen } from '../../identity/index.ts'
import { isInForce, placesOn, unitsByIds, type Unit } from '../../organisation/index.ts'
import type { Party } from '../dossier.ts'
import { enterDossier } from './enter-dossier.ts'
import { dossierReceived } from '../events.ts'
import { counterFacts, HeardInput } from '../prefill/counter-facts.ts'
import { papersFillingIn } from '../prefill/vault-facts.ts'
import { FILING_FIELDS } from './filing-input.ts'
import type { FilingPlace } from './filing-place.ts'
import { eventOf } from '../move-handling.ts'
import { printAppointmentSlip } from '../papers/print-papers.ts'

/**
 * A desk officer files for a walk-in person or a letter and receives in the same act: code, due date and appointment slip
 * (form 01) at once. The officer helps; applicant and submitter stay who they are. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều
 * 16–17, nay là Nghị định 118/2025/NĐ-CP.
 */
export const fileAtCounter = action({
  name: 'dossiers.file-at-counter',
  roles: ['intake-officer'],
  input: Type.Object({
    ...FILING_FIELDS,
    /** Came by post; left out for a person at the desk. */
    channel: Type.Optional(Type.Enum(['counter', 'postal'])),
    /** The desk the officer sits at, for one who works at several. */
    deskCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    /** What was read there of the person, for the origins of the answers. */
    heard: Type.Optional(Type.Array(HeardInput, { maxItems: 2 })),
  }),
  async run(ctx, officer, { channel, deskCode, heard = [], ...input }) {
    const own = await ownDesk(ctx, officer, deskCode)
    const dossier = await enterDossier(ctx, officer, input, {
      action: 'fileAtCounter',
      channel: channel ?? 'counter',
      deskFor: (place, procedure) => deskFor(own, place, procedure),
      helpedAtUnitId: own.id,
      filer: null,
      held: async (form, papers, on) => {
        const known = await papersFillingIn(ctx.db, officer, form, input.answers, ctx.now)
        return counterFacts(form, heard, [...papers, ...known], { today: on, places: await placesOn(on) })
      },
      async citizensOf({ applicant, submitter }) {
        const submitterCitizenId = await citizenIdOf(ctx, submitter)
        if (applicant.kind === 'organisation') return { applicantCitizenId: null, submitterCitizenId }
        const applicantCitizenId = applicant === submitter ? submitterCitizenId : await citizenIdOf(ctx, applicant)
        return { applicantCitizenId, submitterCitizenId }
      },
      // Members of an organisation are known by signing in; whoever stands here shows a paper.
      isMember: () => Promise.resolve(false),
    })
    const { dueAt, dueOn } = dossier
    if (!dueAt || !dueOn) throw new Error('a received dossier has a due date')
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.received', facts: { dueAt, dueOn } })
    await ctx.emit(dossierReceived, { ...eventOf(dossier), dueAt: dueAt.toISOString(), dueOn })
    await ctx.enqueue(printAppointmentSlip, { dossierId: dossier.id, no: 1 })
    return { dossierId: dossier.id, code: dossier.code, receivedAt: ctx.now, dueAt, dueOn }
  },
})

async function ownDesk({ db, now }: ActionContext, officer: Actor, deskCode: string | undefined): Promise<Unit> {
  const on = vietnamDate(now)
  const desks = (await unitsByIds(db, unitsOf(officer, 'intake-officer'))).filter((unit) => isInForce(unit, on))
  const found = deskCode === undefined ? desks[0] : desks.find(({ code }) => code === deskCode)
  if (!found) throw new Refusal('platform.forbidden')
  return found
}

/** Procedures may be filed at any desk (phi địa giới) only where they say so; others go to the desk of the body that decides. */
function deskFor(own: Unit, { desk }: FilingPlace, { anyDesk }: ProcedureVersion): Unit {
  if (own.id === desk.id || anyDesk) return own
  throw new Refusal('dossiers.other-desk', { desk: desk.name })
}

async function citizenIdOf(ctx: ActionContext, party: Party): Promise<string | null> {
  const { personalId, fullName, bornOn, address, communeCode, phone, email } = party
  if (personalId === null) return null
  // Old papers name the year alone.
  const born = bornOn !== null && /^\d{4}$/.test(bornOn) ? { birthYear: Number(bornOn) } : { bornOn }
  return (await rememberCitizen(ctx, { personalId, fullName, ...born, address, communeCode, phone, email })).id
}
