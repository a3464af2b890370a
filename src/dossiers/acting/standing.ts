import { momentOf } from '../../platform/acting.ts'
import type { Citizen } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { organisationsOf } from '../../identity/index.ts'
import { sharedWith } from '../co-applicants/store.ts'
import type { Dossier } from '../dossier.ts'
import { holdsOn } from './acting.ts'
import { actingOfDossiers } from './store.ts'

type Filed = Pick<Dossier, 'id' | 'applicant' | 'applicantCitizenId' | 'submitterCitizenId'>

/**
 * Which of these dossiers are a citizen's to see, by id: their own, those of organisations they file for, and those they filed
 * for others while the right to do so holds, and those where they are one of several applicants (Bộ luật Dân sự 2015, Điều 140).
 */
export async function dossiersOpenTo(db: Db, citizen: Citizen, dossiers: readonly Filed[]): Promise<Set<string>> {
  const own = dossiers.filter(({ applicantCitizenId }) => applicantCitizenId === citizen.citizenId)
  const others = dossiers.filter((dossier) => !own.includes(dossier))
  const open = new Set(own.map(({ id }) => id))
  if (others.length === 0) return open
  const on = vietnamDate(momentOf(citizen))
  const codes = await codesOf(db, citizen, others, on)
  const filed = others.filter(({ submitterCitizenId }) => submitterCitizenId === citizen.citizenId)
  const rights = new Map(
    (
      await actingOfDossiers(
        db,
        filed.map(({ id }) => id),
      )
    ).map((acting) => [acting.dossierId, acting]),
  )
  for (const dossier of others) {
    const right = rights.get(dossier.id)
    const isMembers = dossier.applicant.kind === 'organisation' && codes.has(dossier.applicant.businessCode ?? '')
    // Dossiers of before rights were written down stay open to whoever handed them in.
    const isFilers = filed.includes(dossier) && (!right || (right.capacity !== 'member' && holdsOn(right, on)))
    if (isMembers || isFilers) open.add(dossier.id)
  }
  const shared = await sharedWith(
    db,
    citizen.citizenId,
    others.map(({ id }) => id),
  )
  for (const id of shared) open.add(id)
  return open
}

async function codesOf(db: Db, { citizenId }: Citizen, dossiers: readonly Filed[], on: string): Promise<Set<string>> {
  if (!dossiers.some(({ applicant }) => applicant.kind === 'organisation')) return new Set()
  return new Set((await organisationsOf(db, citizenId, on)).map(({ businessCode }) => businessCode))
}
