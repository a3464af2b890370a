import { Type } from 'typebox'
import { action, type ActionContext } from '../platform/action.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { isPersonalId, mergeCitizen, readPersonalId, type Citizen, type CitizenFacts } from './citizen.ts'
import { citizenById, findCitizenByPersonalId, insertCitizen, saveCitizen } from './store/citizens.ts'

/**
 * The citizen with this personal ID, made or brought up to date with what was told.
 * Refuses `identity.personal-id-wrong` for an ID that cannot be one.
 */
export async function rememberCitizen(ctx: ActionContext, told: CitizenFacts): Promise<Citizen> {
  if (!isPersonalId(told.personalId, ctx.now)) throw new Refusal('identity.personal-id-wrong')
  const known = await findCitizenByPersonalId(ctx.db, told.personalId)
  if (known) return updateCitizen(ctx, known, told)
  const parts = readPersonalId(told.personalId)
  const birthYear = told.birthYear ?? (told.bornOn ? Number(told.bornOn.slice(0, 4)) : (parts?.birthYear ?? null))
  const source = told.source ?? 'desk'
  const made: Citizen = {
    id: newId(),
    personalId: told.personalId,
    fullName: told.fullName,
    bornOn: told.bornOn ?? null,
    birthYear,
    sex: told.sex ?? parts?.sex ?? null,
    address: told.address ?? null,
    communeCode: told.communeCode ?? null,
    phone: told.phone ?? null,
    email: told.email ?? null,
    source,
    version: 1,
  }
  if (await insertCitizen(ctx.db, made, ctx.now)) {
    ctx.journal({ subject: `citizen:${made.id}`, what: 'identity.citizen-added', facts: { source } })
    return made
  }
  // Somebody else wrote the same person a moment ago.
  const other = await findCitizenByPersonalId(ctx.db, told.personalId)
  if (!other) throw new Refusal('platform.conflict')
  return updateCitizen(ctx, other, told)
}

async function updateCitizen(ctx: ActionContext, known: Citizen, told: CitizenFacts): Promise<Citizen> {
  const merged = mergeCitizen(known, told)
  const changed = (Object.keys(merged) as (keyof Citizen)[]).filter((name) => merged[name] !== known[name])
  if (changed.length === 0) return known
  await saveCitizen(ctx.db, merged, ctx.now)
  ctx.journal({
    subject: `citizen:${known.id}`,
    what: 'identity.citizen-changed',
    facts: { source: merged.source, changed },
  })
  return { ...merged, version: known.version + 1 }
}

/** A citizen says how to be reached. */
export const changeContact = action({
  name: 'identity.changeContact',
  roles: ['citizen'],
  input: Type.Object({
    phone: Type.Union([Type.Null(), Type.String({ pattern: '^0\\d{9}$' })]),
    email: Type.Union([Type.Null(), Type.String({ pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', maxLength: 200 })]),
  }),
  async run(ctx, actor, { phone, email }) {
    const known = actor.kind === 'citizen' ? await citizenById(ctx.db, actor.citizenId) : undefined
    if (!known) throw new Refusal('platform.not-found')
    await saveCitizen(ctx.db, { ...known, phone, email }, ctx.now)
    ctx.journal({
      subject: `citizen:${known.id}`,
      what: 'identity.contact-changed',
      facts: { phone: phone !== null, email: email !== null },
    })
  },
})
