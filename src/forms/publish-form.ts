import { Type } from 'typebox'
import { action, type ActionContext } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import type { LegalDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { compile } from './check-schema.ts'
import { FORM_FORMAT, type FormLayout } from './form.ts'
import { FormCode, FormVersionNumber, LayoutInput, ValidFrom } from './form-input.ts'
import { schemaOf } from './schema.ts'
import { insertForm } from './store.ts'
import { whyUnsound } from './why-unsound.ts'

/** Publishes a version of a form, in force from a day on. Versions are never changed: dossiers keep the one they began with. */
export const publishForm = action({
  name: 'forms.publish',
  roles: ['administrator'],
  input: Type.Object({
    code: FormCode,
    version: FormVersionNumber,
    validFrom: ValidFrom,
    layout: LayoutInput,
  }),
  run: (ctx, actor, form) => publish(ctx, actor, form),
})

export type NewForm = { code: string; version: number; validFrom: LegalDate; layout: FormLayout }

/** Refuses with `forms.unsound` and `forms.version-exists`. */
export async function publish(
  { db, now, journal }: ActionContext,
  actor: Actor,
  { code, version, validFrom, layout }: NewForm,
): Promise<{ code: string; version: number }> {
  const reason = whyUnsound(layout)
  if (reason) throw new Refusal('forms.unsound', { reason })
  const schema = schemaOf(layout)
  compile(schema)
  const definition = { id: code, version, format: FORM_FORMAT, schema, layout }
  const isNew = await insertForm(db, newId(), definition, validFrom, { at: now, by: nameOf(actor) })
  if (!isNew) throw new Refusal('forms.version-exists', { code, version })
  journal({ subject: `form:${code}`, what: 'forms.published', facts: { version, validFrom } })
  return { code, version }
}

export function nameOf(actor: Actor): string {
  return actor.kind === 'officer' || actor.kind === 'citizen' ? actor.fullName : ''
}
