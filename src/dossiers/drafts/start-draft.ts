import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import {
  leftOutByGuide,
  procedureInForce,
  publishable,
  whyNotOnline,
  type ProcedureVersion,
} from '../../catalogue/index.ts'
import { organisationsOf } from '../../identity/index.ts'
import { WHOM_PAGE } from '../../forms/index.ts'
import { answersFor, type Whom } from '../acting/whom.ts'
import { accountOf } from '../move-handling.ts'
import { newResumeCode } from './resume-code.ts'
import { keepUntil, omissionPage, type Draft } from './draft.ts'
import { insertDraft } from './store.ts'

const TRIES = 20

const WhomInput = Type.Union([
  Type.Object({ for: Type.Enum(['self', 'parent', 'guardian', 'authorised', 'sent']) }),
  Type.Object({ for: Type.Literal('member'), businessCode: Type.String({ minLength: 1, maxLength: 20 }) }),
])

/**
 * Begins a form for a procedure and gives the code by which it is taken up again. Answers given in the procedure's guide mark
 * the papers that are not this person's; every mark can be taken back.
 */
export const startDraft = action({
  name: 'dossiers.start-draft',
  roles: ['citizen', 'intake-officer'],
  input: Type.Object({
    procedureCode: Type.String({ minLength: 1, maxLength: 30 }),
    competentUnitCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    /** For whom; themselves unless told. */
    whom: Type.Optional(WhomInput),
    guideAnswers: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 40 }), { maxProperties: 10 })),
  }),
  async run(ctx, actor, { procedureCode, competentUnitCode, whom, guideAnswers }): Promise<Draft> {
    const procedure = await procedureInForce(ctx.db, procedureCode, vietnamDate(ctx.now))
    if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code: procedureCode })
    refuse(actor.kind === 'citizen' ? whyNotOnline(procedure) : publishable(procedure))
    return keepNew(ctx, procedure, {
      ownerAccountId: accountOf(actor) ?? '',
      competentUnitCode,
      guideAnswers,
      pages: await whomPageOf(ctx.db, actor, whom, ctx.now),
    })
  },
})

/** A person's own form, begun with somebody's help. */
export async function beginDraft(
  ctx: ActionContext,
  { accountId, procedureCode }: { accountId: string; procedureCode: string },
): Promise<Draft> {
  const procedure = await procedureInForce(ctx.db, procedureCode, vietnamDate(ctx.now))
  if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code: procedureCode })
  return keepNew(ctx, procedure, { ownerAccountId: accountId, pages: { [WHOM_PAGE]: answersFor({ for: 'self' }, []) } })
}

type NewDraft = Pick<Draft, 'ownerAccountId' | 'pages'> & {
  competentUnitCode?: string | undefined
  guideAnswers?: Record<string, string> | undefined
}

async function keepNew(
  { db, now, journal }: Pick<ActionContext, 'db' | 'now' | 'journal'>,
  procedure: ProcedureVersion,
  { ownerAccountId, pages, competentUnitCode, guideAnswers = {} }: NewDraft,
): Promise<Draft> {
  const left = leftOutByGuide(procedure, guideAnswers).map(({ no, why }) => [omissionPage(no), { omitted: why }])
  const draft: Draft = {
    id: newId(),
    resumeCode: '',
    ownerAccountId,
    procedureCode: procedure.code,
    procedureVersionId: procedure.id,
    competentUnitCode: competentUnitCode ?? null,
    pages: { ...Object.fromEntries(left), ...pages },
    createdAt: now,
    updatedAt: now,
    keepUntil: keepUntil(now),
    helperAccountIds: [],
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    draft.resumeCode = newResumeCode()
    if (!(await insertDraft(db, draft))) continue
    journal({ subject: `draft:${draft.id}`, what: 'dossiers.draft-started', facts: { procedure: procedure.code } })
    return draft
  }
  throw new Error('no free resume code: too many drafts are kept')
}

/** Who signed in files for themselves unless they said otherwise; at a desk nothing is known before the person speaks. */
async function whomPageOf(db: Db, actor: Actor, whom: Whom | undefined, now: Date): Promise<Draft['pages']> {
  if (actor.kind !== 'citizen') return {}
  const memberships = whom?.for === 'member' ? await organisationsOf(db, actor.citizenId, vietnamDate(now)) : []
  return { [WHOM_PAGE]: answersFor(whom ?? { for: 'self' }, memberships) }
}
