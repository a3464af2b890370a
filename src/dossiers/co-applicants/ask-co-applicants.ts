import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { contentSha256, demandOf } from '../application/application.ts'
import { FilingOfDraft, layOut } from '../application/prepare-application.ts'
import type { Draft } from '../drafts/draft.ts'
import { checkAnswers, filingForm } from '../filing/filing-form.ts'
import { procedureOf } from '../known.ts'
import { linkUntil, standsFor, whyNotRemind, type DraftCoApplicant } from './co-applicant.ts'
import { coApplicantAsked } from './events.ts'
import { invitationPath } from './link.ts'
import { PersonIdInput, ResumeCodeInput } from './name-co-applicants.ts'
import { ownDraftTogether } from './open-draft-together.ts'
import { askedContent, draftCoApplicants, saveAsked, saveLink } from './store.ts'
import { tellingNo } from './void-agreements.ts'

/**
 * What will be filed is set down as it stands, and each person named is sent a link to read it and agree. Who agreed to this very
 * content already is left alone.
 */
export const askCoApplicants = action({
  name: 'dossiers.ask-co-applicants',
  roles: ['citizen'],
  input: Type.Object({ filing: FilingOfDraft }),
  async run(ctx, actor, { filing }): Promise<{ asked: number }> {
    const { citizen, draft, people } = await ownDraftTogether(ctx.db, actor, filing.draftCode)
    if (people.length === 0) throw new Refusal('dossiers.co-applicants-nobody')
    const today = vietnamDate(ctx.now)
    const procedure = await procedureOf(ctx.db, draft.procedureVersionId)
    await checkAnswers(await filingForm(ctx.db, procedure, today), filing.answers, today)
    const content = contentSha256(filing, people)
    await saveAsked(ctx.db, draft.id, { input: filing, contentSha256: content, askedAt: ctx.now })
    const demand = demandOf(draft.procedureCode, today)
    if (demand !== 'none') await layOut(ctx, { draft, filing, filerName: citizen.fullName, people })
    const toAsk = people.filter((person) => !standsFor(person, content, demand))
    for (const { id } of toAsk) await saveLink(ctx.db, id, linkUntil(ctx.now), null)
    const asked = toAsk.map(({ id }) => id)
    ctx.journal({
      subject: `draft:${draft.id}`,
      what: 'dossiers.co-applicants-asked',
      facts: { people: asked, sha256: content },
    })
    await tell(ctx, draft, asked)
    return { asked: asked.length }
  },
})

/** The same with a new link, for who has not answered; the link before opens nothing any more. */
export const remindCoApplicant = action({
  name: 'dossiers.remind-co-applicant',
  roles: ['citizen'],
  input: Type.Object({ resumeCode: ResumeCodeInput, id: PersonIdInput }),
  async run(ctx, actor, { resumeCode, id }): Promise<void> {
    const { draft, people } = await ownDraftTogether(ctx.db, actor, resumeCode)
    const person = people.find((one) => one.id === id)
    if (!person || !(await askedContent(ctx.db, draft.id))) throw new Refusal('dossiers.co-request-not-found')
    refuse(whyNotRemind(person, ctx.now))
    await saveLink(ctx.db, id, linkUntil(ctx.now), ctx.now)
    const facts = { person: id, times: person.reminders + 1 }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.co-applicant-reminded', facts })
    await tell(ctx, draft, [id])
  },
})

async function tell(ctx: ActionContext, draft: Draft, ids: readonly string[]): Promise<void> {
  const { name } = await procedureOf(ctx.db, draft.procedureVersionId)
  const people: DraftCoApplicant[] = (await draftCoApplicants(ctx.db, draft.id)).filter(({ id }) => ids.includes(id))
  for (const person of people) {
    await ctx.emit(coApplicantAsked, {
      draftId: draft.id,
      no: tellingNo(ctx.now),
      resumeCode: draft.resumeCode,
      procedureName: name,
      personalId: person.personalId,
      email: person.email,
      path: invitationPath(ctx.settings.secret, person),
    })
  }
}
