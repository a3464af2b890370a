import type { Actor } from '../../platform/actor.ts'
import type { VaultOwner } from '../../documents/index.ts'
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
 * Whose papers may be looked for when this person files: a citizen's own alone, since a number typed proves nothing; at the desk, where
 * the people are seen, those of applicant and submitter.
 */
export function ownersWithin(actor: Actor, { applicant, submitter }: Parties): VaultOwner[] {
  if (actor.kind === 'citizen') return [{ kind: 'personal-id', number: actor.personalId }]
  if (actor.kind !== 'officer') return []
  const owners = [applicant, submitter].flatMap((party) => vaultOwnerOf(party) ?? [])
  return [...new Map(owners.map((owner) => [`${owner.kind} ${owner.number}`, owner])).values()]
}
