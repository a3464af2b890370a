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
  const number = numbersIn(values).find(({ normalised }) => typeof normalised === 'string')?.normalised
  if (typeof number === 'string') return { kind: 'personal-id', number }
  const party = parties.find(({ fullName }) => plain(fullName) === plain(ownerName))
  return party && vaultOwnerOf(party)
}

const numbersIn = (values: readonly VerifiedValue[]) =>
  OWNER_NUMBERS.flatMap((name) => values.find((one) => one.name === name) ?? [])

const PERSONAL = /^\d{12}$/

/** The personal number verified on a paper, kept as printed or not; an older kind of number says nothing about it. */
export function ownerNumbered(values: readonly VerifiedValue[]): string | null {
  const printed = numbersIn(values).map(({ normalised, text }) => String(normalised ?? text).replace(/\s/g, ''))
  return printed.find((number) => PERSONAL.test(number)) ?? null
}

/**
 * The same of a paper of no dossier: of whom the officer named with a checked number, where the paper names that very person and no
 * other number.
 */
export function ownerGiven(
  ownerName: string,
  ownerNumber: string | null,
  values: readonly VerifiedValue[],
): VaultOwner | undefined {
  const named = ownerNamed(values)
  if (named === null || ownerNumber === null || plain(named) !== plain(ownerName)) return undefined
  return (ownerNumbered(values) ?? ownerNumber) === ownerNumber
    ? { kind: 'personal-id', number: ownerNumber }
    : undefined
}
