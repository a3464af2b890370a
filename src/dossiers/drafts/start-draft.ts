import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { leftOutByGuide, procedureInForce, publishable, whyNotOnline } from '../../catalogue/index.ts'
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
  async run(
    { db, now, journal },
    actor,
    { procedureCode, competentUnitCode, whom, guideAnswers = {} },
  ): Promise<Draft> {
    const procedure = await procedureInForce(db, procedureCode, vietnamDate(now))
    if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code: procedureCode })
    refuse(actor.kind === 'citizen' ? whyNotOnline(procedure) : publishable(procedure))
    const draft: Draft = {
      id: newId(),
      resumeCode: '',
      ownerAccountId: accountOf(actor) ?? '',
      procedureCode: procedure.code,
      procedureVersionId: procedure.id,
      competentUnitCode: competentUnitCode ?? null,
      pages: {
        ...Object.fromEntries(
          leftOutByGuide(procedure, guideAnswers).map(({ no, why }) => [omissionPage(no), { omitted: why }]),
        ),
        ...(await whomPageOf(db, actor, whom, now)),
      },
      createdAt: now,
      updatedAt: now,
      keepUntil: keepUntil(now),
    }
    for (let tries = 0; tries < TRIES; tries += 1) {
      draft.resumeCode = newResumeCode()
      if (!(await insertDraft(db, draft))) continue
      journal({ subject: `draft:${draft.id}`, what: 'dossiers.draft-started', facts: { procedure: procedure.code } })
      return draft
    }
    throw new Error('no free resume code: too many drafts are kept')
  },
})

/** Who signed in files for themselves unless they said otherwise; at a desk nothing is known before the person speaks. */
async function whomPageOf(db: Db, actor: Actor, whom: Whom | undefined, now: Date): Promise<Draft['pages']> {
  if (actor.kind !== 'citizen') return {}
  const memberships = whom?.for === 'member' ? await organisationsOf(db, actor.citizenId, vietnamDate(now)) : []
  return { [WHOM_PAGE]: answersFor(whom ?? { for: 'self' }, memberships) }
}
