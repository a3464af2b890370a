import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { organisationsOf } from '../../identity/index.ts'
import { tellingNo } from '../co-applicants/void-agreements.ts'
import type { Dossier } from '../dossier.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotEnd } from './acting.ts'
import { actingEnded } from './events.ts'
import { actingOfDossier, saveEnd } from './store.ts'

/**
 * The applicant takes back the right they gave, or the filer gives it up: from now on the filer sees the dossier no more. Căn cứ: Bộ
 * luật Dân sự 2015, Điều 140 khoản 3, Điều 569.
 */
export const endActing = action({
  name: 'dossiers.end-acting',
  roles: ['citizen'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, citizen, { dossierCode }): Promise<void> {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    const on = vietnamDate(now)
    const endedBy = await sideOf(db, citizen, dossier, on)
    refuse(whyNotEnd(await actingOfDossier(db, dossier.id), on))
    const end = { endedAt: now, endedBy }
    if (!(await saveEnd(db, dossier.id, end))) throw new Refusal('dossiers.acting-over')
    noteChanged(ctx, dossier.id, { acting: [end] })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.acting-ended', facts: { by: endedBy } })
    await ctx.emit(actingEnded, { ...eventOf(dossier), no: tellingNo(now) })
  },
})

/** An organisation speaks through its representative; its other people leave the matter to them. */
async function sideOf(db: Db, actor: Actor, dossier: Dossier, on: LegalDate): Promise<'applicant' | 'filer'> {
  const citizenId = actor.kind === 'citizen' ? actor.citizenId : null
  if (dossier.applicantCitizenId === citizenId) return 'applicant'
  if (dossier.submitterCitizenId === citizenId) return 'filer'
  const { businessCode } = dossier.applicant
  const own = citizenId === null ? [] : await organisationsOf(db, citizenId, on)
  const represents = own.some((one) => one.businessCode === businessCode && one.role === 'representative')
  if (represents) return 'applicant'
  throw new Refusal('dossiers.acting-not-yours')
}
