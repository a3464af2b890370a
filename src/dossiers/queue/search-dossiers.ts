import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import { query } from '../../platform/query.ts'
import { coversProcedure, unitsByIds } from '../../organisation/index.ts'
import { parseCode } from '../filing/dossier-code.ts'
import { procedureNamesOf } from '../known.ts'
import { accountOf } from '../move-handling.ts'
import { postsOf, type Post } from '../reach.ts'
import { keysUnder, searchWords, unitKey } from '../filing/search-keys.ts'
import { dossierRows, idsByCodes, idsByPersonalId, idsByKeys, type DossierRow } from './store.ts'

const MOST = 50
const FEW = 5
// Those who look over more units read the province's keys at once.
const UNITS_ONE_BY_ONE = 8

export type FoundDossier = DossierRow & { procedureCode: string; procedureName: string }

/**
 * Finds dossiers among those an officer may reach: by code, by the day and number of a code alone, by personal number, or by
 * words of a name with or without diacritics; newest first, at most fifty.
 */
export const searchDossiers = query({
  name: 'dossiers.search',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ q: Type.String({ minLength: 2, maxLength: 120 }) }),
  async run(app, actor, { q }): Promise<FoundDossier[]> {
    const { db } = app
    const posts = (await postsOf(db, actor)).filter(({ role }) => role !== 'administrator')
    const found = await dossierRows(db, await idsFor(app, q.trim(), unitsOfPosts(posts)))
    const reached = found.filter((row) => isAt(row, unitsOfPosts(posts)))
    const procedures = await procedureNamesOf(
      db,
      reached.map(({ procedureVersionId }) => procedureVersionId),
    )
    const named = reached.map((row) => {
      const procedure = procedures.get(row.procedureVersionId)
      return { ...row, procedureCode: procedure?.code ?? '', procedureName: procedure?.name ?? '' }
    })
    return named.filter((row) =>
      posts.some((post) => coversProcedure(post, row.procedureCode) && isAt(row, unitsOfPosts([post]))),
    )
  },
  // Looking one person up is on record with their dossiers; a long list is on record with the one who looked.
  reads: (actor, _, found) =>
    found.length <= FEW ? found.map(({ id }) => `dossier:${id}`) : [`account:${accountOf(actor) ?? ''}`],
})

function isAt({ competentUnitId, receivedByUnitId, helpedAtUnitId }: DossierRow, unitIds: readonly string[]): boolean {
  return unitIds.some((unitId) => [competentUnitId, receivedByUnitId, helpedAtUnitId].includes(unitId))
}

function unitsOfPosts(posts: readonly Post[]): string[] {
  return [...new Set(posts.flatMap(({ unitIds, agencyId }) => (agencyId === null ? unitIds : [...unitIds, agencyId])))]
}

async function idsFor({ db, settings: { provinceCode } }: App, q: string, unitIds: string[]): Promise<string[]> {
  if (unitIds.length === 0) return []
  if (parseCode(q)) return idsByCodes(db, [q.toUpperCase()])
  if (/^\d{6}-\d{4,7}$/.test(q)) {
    const units = await unitsByIds(db, unitIds)
    return idsByCodes(
      db,
      units.map(({ code }) => `${code}-${q}`),
    )
  }
  const digits = q.replace(/\s/g, '')
  if (/^(\d{9}|\d{12})$/.test(digits)) return idsByPersonalId(db, digits, unitIds, MOST)
  const words = searchWords(q)
  if (words.length === 0) return []
  if (unitIds.length > UNITS_ONE_BY_ONE) return idsByKeys(db, keysUnder(provinceCode, words), MOST)
  const found: string[] = []
  for (const unitId of unitIds) found.push(...(await idsByKeys(db, keysUnder(unitKey(unitId), words), MOST)))
  return [...new Set(found)].toSorted().toReversed().slice(0, MOST)
}
