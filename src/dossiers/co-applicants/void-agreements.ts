import type { ActionContext } from '../../platform/action.ts'
import { saveVoided } from '../application/store.ts'
import type { Draft } from '../drafts/draft.ts'
import { procedureOf } from '../known.ts'
import { coAgreementVoided } from './events.ts'
import { requestPath } from './link.ts'
import { askedContent, draftCoApplicants, voidAnswers } from './store.ts'

type Changed = 'answers' | 'files' | 'people'

/**
 * What people agreed to is bound to its very content: after a change in the draft nobody has agreed, and who had is told so. Nothing
 * happens to a draft nobody was asked about. Signatures on the application fall with them, the filer's too.
 */
export async function voidAgreements(
  ctx: Pick<ActionContext, 'db' | 'now' | 'journal' | 'emit'>,
  draft: Pick<Draft, 'id' | 'resumeCode' | 'procedureVersionId'>,
  changed: Changed,
): Promise<void> {
  if (!(await askedContent(ctx.db, draft.id))) return
  const agreed = (await draftCoApplicants(ctx.db, draft.id)).filter(({ answer }) => answer === 'agreed')
  await voidAnswers(ctx.db, draft.id, ctx.now)
  await saveVoided(ctx.db, draft.id, ctx.now)
  const signed = agreed.filter(({ how }) => how === 'digital-signature')
  const facts = { changed, agreed: agreed.map(({ id }) => id), signed: signed.map(({ id }) => id) }
  ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.co-agreements-voided', facts })
  const { name } = await procedureOf(ctx.db, draft.procedureVersionId)
  for (const person of agreed) {
    await ctx.emit(coAgreementVoided, {
      draftId: draft.id,
      no: tellingNo(ctx.now),
      resumeCode: draft.resumeCode,
      procedureName: name,
      personalId: person.personalId,
      email: person.email,
      path: requestPath(person),
    })
  }
}

/** Tells one telling about a draft from the next: drafts have no versions of their own. */
export function tellingNo(now: Date): number {
  return Math.floor(now.getTime() / 1_000)
}
