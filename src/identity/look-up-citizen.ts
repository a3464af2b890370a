import { Type, type Static } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import { isPersonalId, maskPersonalId } from './citizen.ts'
import { citizenRegistryPort, type RegistryAnswer } from './citizen-registry/port.ts'
import { findCitizenByPersonalId } from './store/citizens.ts'

const Question = Type.Object({
  personalId: Type.String({ maxLength: 20 }),
  fullName: Type.Optional(Type.String({ maxLength: 200 })),
  birthYear: Type.Optional(Type.Integer({ minimum: 1850, maximum: 2200 })),
  /** What the answer is needed for, e.g. the code and name of the procedure. */
  purpose: Type.String({ minLength: 1, maxLength: 300 }),
  dossierId: Type.Optional(Type.String({ format: 'uuid' })),
})

const noteRegistryQuestion = action({
  name: 'identity.askRegistry',
  roles: ['intake-officer', 'specialist', 'citizen', 'system'],
  input: Question,
  async run(ctx, actor, { personalId, purpose, dossierId }) {
    if (!isPersonalId(personalId, ctx.now)) throw new Refusal('identity.personal-id-wrong')
    // A citizen asks about nobody else.
    if (actor.kind === 'citizen' && actor.personalId !== personalId) throw new Refusal('platform.not-found')
    const known = await findCitizenByPersonalId(ctx.db, personalId)
    const facts = { purpose, personalId: maskPersonalId(personalId), ...(dossierId ? { dossier: dossierId } : {}) }
    if (known) ctx.journal({ subject: `citizen:${known.id}`, what: 'identity.registry-asked', facts })
    if (dossierId) ctx.journal({ subject: `dossier:${dossierId}`, what: 'identity.registry-asked', facts })
    if (actor.kind !== 'anonymous' && actor.kind !== 'system') {
      ctx.journal({ subject: `account:${actor.accountId}`, what: 'identity.registry-asked', facts })
    }
  },
})

/**
 * Asks the register of citizens. Who asked, about whom and for what is journalled before the question is put, so also
 * when no answer comes. Refuses `identity.personal-id-wrong`, `identity.registry-away`.
 */
export async function lookUpCitizen(
  app: App,
  actor: Actor,
  question: Static<typeof Question>,
): Promise<RegistryAnswer> {
  await runAction(app, noteRegistryQuestion, actor, question)
  const { personalId, fullName, birthYear } = question
  return app.ports
    .get(citizenRegistryPort)
    .lookUp({ personalId, ...(fullName ? { fullName } : {}), ...(birthYear ? { birthYear } : {}) })
}
