import type { Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import { successorsOf, unitByCode, unitsNamed } from './store.ts'
import { isInForce, type Unit, type UnitKind, type UnitMatch } from './unit.ts'

const MOST = 20

/**
 * Units in force whose name, or the name of a unit they came from, contains the words; with or without diacritics.
 * People's papers keep the old names: `giếng đáy` finds phường Việt Hưng and says why.
 */
export async function findUnits(
  db: Db,
  words: string,
  on: LegalDate,
  kind: UnitKind | null = null,
): Promise<UnitMatch[]> {
  const matches: UnitMatch[] = []
  const add = (match: UnitMatch) => {
    if (!matches.some((known) => known.unit.id === match.unit.id && known.formerly?.id === match.formerly?.id))
      matches.push(match)
  }
  for (const found of await unitsNamed(db, words, kind, MOST)) {
    if (isInForce(found, on)) add({ unit: found, formerly: null, isCertain: true })
    else
      for (const { unit, isCertain } of await currentSuccessors(db, found, on))
        add({ unit, formerly: found, isCertain })
  }
  return matches
}

/**
 * The unit that does today what the one with this code did on the day it was named: the same, or the only one that took over
 * from it. Codes were given again to other units, so a code alone says nothing.
 */
export async function unitNow(db: Db, code: string, namedOn: LegalDate, on: LegalDate): Promise<Unit | undefined> {
  const named = (await unitByCode(db, code, namedOn)) ?? (await unitByCode(db, code, on))
  if (!named || isInForce(named, on)) return named
  const [only, ...others] = await currentSuccessors(db, named, on)
  return only?.isCertain && others.length === 0 ? only.unit : undefined
}

/** Where an old unit's work is now, over several changes of name or merger. */
async function currentSuccessors(db: Db, old: Unit, on: LegalDate): Promise<{ unit: Unit; isCertain: boolean }[]> {
  const direct = await successorsOf(db, old.id)
  const found = []
  for (const { unit } of direct) {
    const isCertain = direct.length === 1
    if (isInForce(unit, on)) found.push({ unit, isCertain })
    else
      for (const next of await currentSuccessors(db, unit, on))
        found.push({ unit: next.unit, isCertain: isCertain && next.isCertain })
  }
  return found
}
