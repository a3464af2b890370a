import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { accountById } from '../store/accounts.ts'
import { appointmentsOf, officersNamed, type Appointment, type OfficerRow } from './store.ts'

export type AppointmentView = Appointment & { unitName: string; isOver: boolean }
export type OfficerView = OfficerRow & { posts: AppointmentView[] }

/** Officers' accounts with what they hold now and will hold, by sign-in name. */
export const listOfficers = query({
  name: 'identity.listOfficers',
  roles: ['administrator'],
  input: Type.Object({
    words: Type.Optional(Type.String({ maxLength: 100 })),
    after: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  async run({ db, clock }, _actor, { words = '', after, limit = 50 }) {
    const found = await officersNamed(db, words.trim(), after ?? null, limit + 1)
    const shown = found.slice(0, limit)
    const ids = shown.map(({ id }) => id)
    const posts = await viewsOf(db, await appointmentsOf(db, ids), vietnamDate(clock.now()))
    const officers = shown.map((row): OfficerView => ({
      ...row,
      posts: posts.filter(({ accountId, isOver }) => accountId === row.id && !isOver),
    }))
    return { officers, next: found.length > limit ? (shown.at(-1)?.signInName ?? null) : null }
  },
})

/** Every role somebody has or had, newest first. */
export const listAppointments = query({
  name: 'identity.listAppointments',
  roles: ['administrator'],
  input: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
  async run({ db, clock }, _actor, { accountId }): Promise<AppointmentView[]> {
    if ((await accountById(db, accountId))?.kind !== 'officer') throw new Refusal('platform.not-found')
    return viewsOf(db, await appointmentsOf(db, [accountId]), vietnamDate(clock.now()))
  },
})

async function viewsOf(
  db: Parameters<typeof unitsByIds>[0],
  posts: readonly Appointment[],
  today: string,
): Promise<AppointmentView[]> {
  const units = await unitsByIds(db, [...new Set(posts.map(({ unitId }) => unitId))])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return posts.map((post) => ({
    ...post,
    unitName: names.get(post.unitId) ?? '',
    isOver: post.validTo !== null && post.validTo < today,
  }))
}
