import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { FormCode } from '../form-input.ts'
import type { FormLayout } from '../form.ts'
import { nameOf } from '../publish-form.ts'
import { keepStep, takeStep } from './draft-steps.ts'
import { deleteDraft, formDrafts, saveDraft } from './draft-store.ts'

/** The revision somebody saw; 0: there was no draft. */
export const Revision = Type.Integer({ minimum: 0, maximum: 1_000_000 })

const Item = { additionalProperties: true }
const Draft = Type.Object(
  {
    pages: Type.Array(
      Type.Object(
        {
          id: Type.String({ maxLength: 60 }),
          title: Type.String({ maxLength: 500 }),
          sections: Type.Array(
            Type.Object(
              {
                fields: Type.Array(
                  Type.Object(
                    {
                      name: Type.String({ maxLength: 60 }),
                      kind: Type.String({ maxLength: 60 }),
                      label: Type.String({ maxLength: 500 }),
                      required: Type.Boolean(),
                    },
                    Item,
                  ),
                  { maxItems: 300 },
                ),
              },
              Item,
            ),
            { maxItems: 100 },
          ),
        },
        Item,
      ),
      { maxItems: 50 },
    ),
  },
  Item,
)

/** Saves the draft of a form over the revision its writer saw. Only its outline is checked: a draft may be wrong. */
export const draftForm = action({
  name: 'forms.draft',
  roles: ['administrator'],
  input: Type.Object({ code: FormCode, layout: Draft, over: Revision }),
  // What a draft may lack is what `faultsOf` looks for.
  run: (ctx, actor, { code, layout, over }) => keepDraft(ctx, actor, code, layout as FormLayout, over),
})

/** Throws `forms.draft-changed` when somebody else has saved since. */
async function keepDraft(
  { db, now, journal }: ActionContext,
  actor: Actor,
  code: string,
  layout: FormLayout,
  over: number,
): Promise<{ code: string; revision: number }> {
  if (over > 0) await keepStep(db, code)
  return saveOver({ db, now, journal }, actor, code, layout, over)
}

async function saveOver(
  { db, now, journal }: Pick<ActionContext, 'db' | 'now' | 'journal'>,
  actor: Actor,
  code: string,
  layout: FormLayout,
  over: number,
): Promise<{ code: string; revision: number }> {
  const revision = over + 1
  const byAccountId = actor.kind === 'officer' ? actor.accountId : null
  const draft = { code, layout, revision, savedAt: now, byName: nameOf(actor) }
  if (!(await saveDraft(db, { ...draft, byAccountId }, over))) throw await whyNotOver(db, code)
  journal({ subject: `form:${code}`, what: 'forms.drafted', facts: { revision } })
  return { code, revision }
}

/** Undoes the last saving of a draft, or does again what was undone; `forms.nothing-to-undo` at the end of that way. */
export const stepFormDraft = action({
  name: 'forms.step-draft',
  roles: ['administrator'],
  input: Type.Object({ code: FormCode, revision: Revision, way: Type.Enum(['back', 'ahead']) }),
  async run(ctx, actor, { code, revision, way }) {
    const layout = await takeStep(ctx.db, code, way)
    const saved = layout && (await saveOver(ctx, actor, code, layout, revision))
    return saved ?? refuseStep(ctx.db, code, revision)
  },
})

async function refuseStep(db: ActionContext['db'], code: string, revision: number): Promise<never> {
  const [current] = await formDrafts(db, code)
  throw current?.revision === revision ? new Refusal('forms.nothing-to-undo') : await whyNotOver(db, code)
}

/** Throws a draft away; what is in force stays. */
export const discardFormDraft = action({
  name: 'forms.discard-draft',
  roles: ['administrator'],
  input: Type.Object({ code: FormCode, revision: Revision }),
  async run({ db, journal }, _actor, { code, revision }) {
    if (!(await deleteDraft(db, code, revision))) throw await whyNotOver(db, code)
    journal({ subject: `form:${code}`, what: 'forms.draft-discarded', facts: { revision } })
  },
})

async function whyNotOver(db: ActionContext['db'], code: string): Promise<Refusal> {
  const [current] = await formDrafts(db, code)
  return current ? new Refusal('forms.draft-changed', { by: current.byName }) : new Refusal('forms.no-draft', { code })
}
