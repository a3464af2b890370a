import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ProcessInput, type ProcessDefinition } from './process.ts'
import { deleteDraft, processDrafts, saveDraft } from './store.ts'

/** Longest code of a process in an address. */
export const ProcessCode = Type.String({ minLength: 1, maxLength: 60 })
/** The revision somebody saw; 0: there was no draft. */
export const Revision = Type.Integer({ minimum: 0, maximum: 1_000_000 })

/** Saves the draft of a process, over the revision its writer saw. Nothing is checked but its form: a draft may be wrong. */
export const draftProcess = action({
  name: 'catalogue.draft-process',
  roles: ['administrator'],
  input: Type.Object({ definition: ProcessInput, over: Revision }),
  run: (ctx, actor, { definition, over }) => keepDraft(ctx, actor, definition, over, 'catalogue.process-drafted'),
})

/** Keeps a draft with its journal line. Throws `catalogue.draft-changed` when somebody else has saved since. */
export async function keepDraft(
  { db, now, journal }: ActionContext,
  actor: Actor,
  definition: ProcessDefinition,
  over: number,
  what: string,
): Promise<{ code: string; revision: number }> {
  const { code } = definition
  const revision = over + 1
  const draft = { definition, revision, savedAt: now, byName: nameOf(actor), byAccountId: accountOf(actor) }
  if (!(await saveDraft(db, draft, over))) {
    const [current] = await processDrafts(db, code)
    if (!current) throw new Refusal('catalogue.no-process-draft', { code })
    throw new Refusal('catalogue.draft-changed', { by: current.byName })
  }
  journal({ subject: `process:${code}`, what, facts: { code, revision } })
  return { code, revision }
}

/** Throws a draft away; what is in force stays. */
export const discardProcessDraft = action({
  name: 'catalogue.discard-process-draft',
  roles: ['administrator'],
  input: Type.Object({ code: ProcessCode, revision: Revision }),
  async run({ db, journal }, _actor, { code, revision }) {
    if (!(await deleteDraft(db, code, revision))) {
      const [current] = await processDrafts(db, code)
      throw current
        ? new Refusal('catalogue.draft-changed', { by: current.byName })
        : new Refusal('catalogue.no-process-draft', { code })
    }
    journal({ subject: `process:${code}`, what: 'catalogue.process-draft-discarded', facts: { code, revision } })
  },
})

export function nameOf(actor: Actor): string {
  return actor.kind === 'officer' || actor.kind === 'citizen' ? actor.fullName : ''
}

function accountOf(actor: Actor): string | null {
  return actor.kind === 'officer' || actor.kind === 'citizen' ? actor.accountId : null
}
