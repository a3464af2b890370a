import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { tellingNo } from '../co-applicants/void-agreements.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { actorName, eventOf } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotJudge } from './acting.ts'
import { groundAccepted, groundDoubted } from './events.ts'
import { actingOfDossier, saveVerdict } from './store.ts'

/**
 * An officer looked at the paper by which somebody acts for the applicant, and accepts or doubts it. While it is doubted nothing is
 * taken or granted that rests on it (`whyNotWhileDoubted`); the doubt leads to a supplement, to a refusal with its reason, or is settled
 * here. Both sides are told.
 */
export const judgeGround = action({
  name: 'dossiers.judge-ground',
  roles: ['intake-officer', 'head-of-division', 'specialist'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    verdict: Type.Enum(['accepted', 'doubted']),
    /** What is doubted; needed with a doubt. */
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  }),
  async run(ctx, officer, { dossierCode, verdict, note = null }): Promise<void> {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    if (!dossier.roles.some((role) => JUDGES.has(role))) throw new Refusal('platform.forbidden')
    refuse(whyNotJudge(await actingOfDossier(db, dossier.id), dossier.handling, { verdict, note }))
    const judged = { verdict, verdictNote: note, verdictBy: actorName(officer), verdictAt: now }
    await saveVerdict(db, dossier.id, judged)
    noteChanged(ctx, dossier.id, { acting: [judged] })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.ground-judged', facts: { verdict } })
    const told = verdict === 'doubted' ? groundDoubted : groundAccepted
    await ctx.emit(told, { ...eventOf(dossier), no: tellingNo(now) })
  },
})

const JUDGES: ReadonlySet<string> = new Set(['intake-officer', 'head-of-division', 'specialist'])
