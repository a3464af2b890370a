import type { Actor } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { organisationsOf } from '../../identity/index.ts'
import type { VaultOwner } from './entry.ts'

/** A vault a person has before them: their own, or that of an organisation they file for. */
export type OpenVault = {
  owner: VaultOwner
  /** Null for their own. */
  organisation: string | null
  /** Whether they may share its papers and say that one is wrong: an organisation speaks through who represents it. */
  decides: boolean
}

/** Whose papers a signed-in person has as a person. */
export function ownVault(actor: Actor): VaultOwner {
  if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
  return { kind: 'personal-id', number: actor.personalId }
}

/** Their own, then those of the organisations that wrote them down as one of theirs (Bộ luật Dân sự 2015, Điều 137, 138). */
export async function vaultsOpenTo(db: Db, actor: Actor, on: LegalDate): Promise<OpenVault[]> {
  const own = { owner: ownVault(actor), organisation: null, decides: true }
  if (actor.kind !== 'citizen') return [own]
  const organisations = (await organisationsOf(db, actor.citizenId, on)).map(
    ({ businessCode, name, role }): OpenVault => {
      const owner = { kind: 'business-code', number: businessCode } as const
      return { owner, organisation: name, decides: role === 'representative' }
    },
  )
  return [own, ...organisations]
}
