import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor, Citizen } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findCitizenByPersonalId, organisationsOf } from '../../identity/index.ts'
import type { Dossier } from '../dossier.ts'
import { openDraft } from '../drafts/open-draft.ts'
import type { Help } from '../helping/help.ts'
import { filerOf, HELPERS, openHelp } from '../helping/open-help.ts'
import { noteHelpStep, saveHelp } from '../helping/store.ts'
import { enterDossier } from './enter-dossier.ts'
import { dossierSubmitted } from '../events.ts'
import { heldFacts } from '../prefill/held-facts.ts'
import { FILING_FIELDS } from './filing-input.ts'
import { eventOf } from '../move-handling.ts'

/**
 * A citizen files online, for themselves or for somebody else. The code is given at once; the term begins when the desk
 * receives. Căn cứ: Nghị định 118/2025/NĐ-CP (nộp trực tuyến); Nghị định 45/2020/NĐ-CP, Điều 9.
 */
export const submitDossier = action({
  name: 'dossiers.submit',
  roles: ['citizen', ...HELPERS],
  input: Type.Object(FILING_FIELDS),
  async run(ctx, actor, input) {
    const { filer, help } = await filedBy(ctx, actor, input.draftCode)
    const dossier = await enterDossier(ctx, actor, input, {
      action: 'submitDossier',
      channel: 'online',
      deskFor: ({ desk }) => desk,
      helpedAtUnitId: help?.unitId ?? null,
      filer,
      held: (_form, _papers, on) => heldFacts(ctx.db, filer, on),
      async citizensOf({ applicant, submitter }) {
        // Who hands in is who signed in; the form may not say otherwise.
        if (submitter.personalId !== null && submitter.personalId !== filer.personalId)
          throw new Refusal('dossiers.not-you')
        const submitterCitizenId = filer.citizenId
        // What an organisation asks for is its own, whoever of its people hands in.
        if (applicant.kind === 'organisation') return { applicantCitizenId: null, submitterCitizenId }
        if (applicant.personalId === filer.personalId || applicant === submitter)
          return { applicantCitizenId: filer.citizenId, submitterCitizenId }
        const other =
          applicant.personalId === null ? undefined : await findCitizenByPersonalId(ctx.db, applicant.personalId)
        return { applicantCitizenId: other?.id ?? null, submitterCitizenId }
      },
      isMember: async (businessCode) =>
        (await organisationsOf(ctx.db, filer.citizenId, vietnamDate(ctx.now))).some(
          (one) => one.businessCode === businessCode,
        ),
    })
    if (help) await noteHelped(ctx, help, dossier)
    await ctx.emit(dossierSubmitted, eventOf(dossier))
    return { dossierId: dossier.id, code: dossier.code, submittedAt: dossier.submittedAt }
  },
})

type FiledBy = { filer: Citizen; help: Help | undefined }

/** The person signed in; or the one whose form a helper sends for them, while the help lasts. */
async function filedBy({ db, now }: ActionContext, actor: Actor, draftCode: string | undefined): Promise<FiledBy> {
  if (actor.kind === 'citizen') return { filer: actor, help: undefined }
  if (draftCode === undefined) throw new Refusal('platform.forbidden')
  const draft = await openDraft(db, actor, draftCode, now)
  return { filer: await filerOf(db, actor, draft, now), help: await openHelp(db, actor, draft, now) }
}

/** The dossier keeps who helped; the help keeps what became of it. */
async function noteHelped(ctx: ActionContext, help: Help, { id, procedureCode }: Dossier): Promise<void> {
  await saveHelp(ctx.db, { ...help, dossierId: id })
  await noteHelpStep(ctx.db, help.id, { what: 'submitted', about: procedureCode, at: ctx.now })
  const facts = { help: help.id, helper: help.helperAccountId, unit: help.unitId }
  ctx.journal({ subject: `dossier:${id}`, what: 'dossiers.filed-with-help', facts })
}
