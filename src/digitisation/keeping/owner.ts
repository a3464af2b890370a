import type { VaultOwner } from '../../documents/index.ts'
import { vaultOwnerOf, type Party } from '../../dossiers/index.ts'
import { nfc } from '../../platform/text.ts'
import type { VerifiedValue } from '../provenance/origin.ts'

/** How templates name the person a paper belongs to. */
const OWNER_NAMES = ['fullName', 'ownerName', 'applicantName', 'name']
const OWNER_NUMBERS = ['personalId', 'ownerId']

const plain = (name: string) => nfc(name).toLocaleUpperCase('vi').replace(/\s+/g, ' ').trim()

/** Whose paper it is by what people verified on it. */
export function ownerNamed(values: readonly VerifiedValue[]): string | null {
  return (
    OWNER_NAMES.map((name) => values.find((one) => one.name === name)?.text).find((text) => text !== undefined) ?? null
  )
}

/**
 * In whose vault a certified copy is kept: of whom the officer said it is, known by a number that was verified on the paper, or by the
 * dossier where the paper names that very person. Undefined where neither is sure: nobody's paper goes into another's vault.
 */
export function vaultOwner(
  ownerName: string,
  values: readonly VerifiedValue[],
  parties: readonly Party[],
): VaultOwner | undefined {
  const named = ownerNamed(values)
  if (named === null || plain(named) !== plain(ownerName)) return undefined
  const numbers = OWNER_NUMBERS.map((name) => values.find((one) => one.name === name)?.normalised)
  const number = numbers.find((one) => typeof one === 'string')
  if (typeof number === 'string') return { kind: 'personal-id', number }
  const party = parties.find(({ fullName }) => plain(fullName) === plain(ownerName))
  return party && vaultOwnerOf(party)
}
