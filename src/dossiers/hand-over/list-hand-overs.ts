import { Type } from 'typebox'
import { unitsOf, type Actor } from '../../platform/actor.ts'
import { addDays, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import type { Reason } from '../../platform/refusal.ts'
import { accountById, leaversFrom, type Leaver } from '../../identity/index.ts'
import { candidatesFor, type Candidate } from '../appraisal/assign-dossier.ts'
import { AccountIdInput } from '../filing/filing-input.ts'
import { processOf, procedureNamesOf } from '../known.ts'
import { whyNot } from '../process.ts'
import { postsOf, type Post } from '../reach.ts'
import { assigneesIn, countToMove, heldBy, type HeldDossier } from './store.ts'

/** Who leaves within this time shows already, so that the work is handed over while they can still explain it. */
const DAYS_AHEAD = 30
const MOST = 500

export type HandOverDossier = HeldDossier & {
  procedureName: string
  /** Why it cannot be given to somebody else now; null when it can. */
  reason: Reason | null
}
export type HandOver = {
  person: { accountId: string; fullName: string; position: string }
  /** Null for somebody who stays. */
  leaving: Pick<Leaver, 'lastDay' | 'isClosed'> | null
  dossiers: HandOverDossier[]
}
export type HandOvers = {
  handOvers: HandOver[]
  candidates: Candidate[]
  /** Everybody with open dossiers here, to choose one. */
  holders: { accountId: string; fullName: string; count: number }[]
}

/** Open dossiers of specialists who left or will leave, and of one more person the head of division names. */
export const listHandOvers = query({
  name: 'dossiers.list-hand-overs',
  roles: ['head-of-division'],
  input: Type.Object({ accountId: Type.Optional(AccountIdInput) }),
  async run({ db, clock }, head, { accountId }): Promise<HandOvers> {
    const now = clock.now()
    const leavers = await leaversOf(db, head, vietnamDate(now))
    const offices = await officesOf(db, head)
    const counts = new Map<string, number>()
    for (const office of offices) {
      for (const { accountId: id, count } of await assigneesIn(db, office))
        counts.set(id, (counts.get(id) ?? 0) + count)
    }
    const names = new Map<string, string>()
    for (const id of counts.keys()) names.set(id, (await accountById(db, id))?.fullName ?? '')
    const people = [...new Set([...leavers.map((one) => one.accountId), ...(accountId ? [accountId] : [])])]
    const held: HeldDossier[] = []
    for (const office of offices) held.push(...(await heldBy(db, office, people, MOST)))
    const dossiers = await judged(db, head, held)
    const candidates = await candidatesFor({ db, now }, head)
    return {
      handOvers: people
        .map((id): HandOver => {
          const leaver = leavers.find((one) => one.accountId === id)
          const position = leaver?.position ?? candidates.find((one) => one.accountId === id)?.position ?? ''
          return {
            person: { accountId: id, fullName: leaver?.fullName ?? names.get(id) ?? '', position },
            leaving: leaver ? { lastDay: leaver.lastDay, isClosed: leaver.isClosed } : null,
            dossiers: dossiers.filter(({ assigneeAccountId }) => assigneeAccountId === id),
          }
        })
        .filter((one) => one.dossiers.length > 0),
      candidates: candidates.filter((one) => !leavers.some((leaver) => leaver.accountId === one.accountId)),
      holders: [...counts].map(([id, count]) => ({ accountId: id, fullName: names.get(id) ?? '', count })),
    }
  },
})

/** How many dossiers of people who left or leave wait for this head of division. */
export async function countHandOvers(db: Db, actor: Actor, now: Date): Promise<number> {
  const leavers = await leaversOf(db, actor, vietnamDate(now))
  if (leavers.length === 0) return 0
  const people = leavers.map(({ accountId }) => accountId)
  let count = 0
  for (const office of await officesOf(db, actor)) count += await countToMove(db, office, people, MOST)
  return count
}

async function leaversOf(db: Db, head: Actor, today: LegalDate): Promise<Leaver[]> {
  const units = [...new Set(unitsOf(head, 'head-of-division'))]
  return units.length === 0 ? [] : leaversFrom(db, units, 'specialist', addDays(today, DAYS_AHEAD))
}

async function officesOf(db: Db, head: Actor): Promise<Post[]> {
  const posts = (await postsOf(db, head)).filter(({ role }) => role === 'head-of-division')
  return [...new Map(posts.map((post) => [JSON.stringify([post.unitIds, post.agencyId]), post])).values()]
}

async function judged(db: Db, head: Actor, held: readonly HeldDossier[]): Promise<HandOverDossier[]> {
  const names = await procedureNamesOf(
    db,
    held.map(({ procedureVersionId }) => procedureVersionId),
  )
  const judgedOnes: HandOverDossier[] = []
  for (const dossier of held) {
    const process = await processOf(db, dossier.processId)
    const reason = whyNot('assignDossier', { ...dossier, roles: ['head-of-division'] }, head, process) ?? null
    judgedOnes.push({ ...dossier, reason, procedureName: names.get(dossier.procedureVersionId)?.name ?? '' })
  }
  return judgedOnes
}
