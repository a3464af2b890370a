import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { ownVault, vaultsOpenTo, type VaultOwner } from '../../documents/index.ts'
import type { Party } from '../dossier.ts'
import type { Parties } from '../filing/parties.ts'

/** Whose vault a party's papers are in; nothing for whoever gave no identifier. */
export function vaultOwnerOf({ kind, personalId, passportNumber, businessCode }: Party): VaultOwner | undefined {
  if (kind === 'organisation')
    return businessCode === null ? undefined : { kind: 'business-code', number: businessCode }
  if (personalId !== null) return { kind: 'personal-id', number: personalId }
  return passportNumber === null ? undefined : { kind: 'passport', number: passportNumber }
}

/**
 * Whose papers may be looked for when this person files: a citizen's own, since a number typed proves nothing, and those of an
 * organisation that wrote them down as one of theirs; at the desk, where the people are seen, those of applicant and submitter.
 */
export async function ownersWithin(
  db: Db,
  actor: Actor,
  { applicant, submitter }: Parties,
  now: Date,
): Promise<VaultOwner[]> {
  if (actor.kind === 'citizen') {
    if (applicant.kind !== 'organisation') return [ownVault(actor)]
    const vaults = await vaultsOpenTo(db, actor, vietnamDate(now))
    return vaults
      .filter(({ owner, organisation }) => organisation === null || owner.number === applicant.businessCode)
      .map(({ owner }) => owner)
  }
  if (actor.kind !== 'officer') return []
  const owners = [applicant, submitter].flatMap((party) => vaultOwnerOf(party) ?? [])
  return [...new Map(owners.map((owner) => [`${owner.kind} ${owner.number}`, owner])).values()]
}
