import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import { query } from '../../platform/query.ts'
import { coversProcedure, unitsByIds } from '../../organisation/index.ts'
import { parseCode } from '../filing/dossier-code.ts'
import { lately, procedureNamesOf } from '../known.ts'
import { accountOf } from '../move-handling.ts'
import { postsOf, type Post } from '../reach.ts'
import { keysUnder, searchWords, unitKey, yearOf } from '../filing/search-keys.ts'
import { dossierRows, idsByCodes, idsByKeys, idsByPersonalId, oldestSubmission, type DossierRow } from './store.ts'

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

async function idsFor(app: App, q: string, unitIds: string[]): Promise<string[]> {
  const { db, settings } = app
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
  const scopes = unitIds.length > UNITS_ONE_BY_ONE ? [settings.provinceCode] : unitIds.map(unitKey)
  const found: string[] = []
  for (const year of await yearsKept(app)) {
    if (found.length === MOST) break
    const sets = scopes.map((scope) => keysUnder(scope, year, words))
    found.push(...(await idsByKeys(db, sets, MOST - found.length)))
  }
  return found
}

/** The years of which dossiers are kept, the newest first. */
async function yearsKept({ db, clock, settings }: App): Promise<number[]> {
  const now = clock.now()
  const oldest = await lately({ settings, now }, 'oldest submission', () => oldestSubmission(db))
  const newest = yearOf(now)
  return Array.from({ length: newest - yearOf(oldest ?? now) + 1 }, (_, back) => newest - back)
}
