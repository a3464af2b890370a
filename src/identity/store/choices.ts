import { execute, rows, sql, type Db } from '../../platform/db.ts'
import { isLanguage, type Language } from '../../platform/language.ts'
import type { Choices } from '../../platform/web/choices.ts'

/** Adds to what an account chose before. */
export async function saveChoices(db: Db, accountId: string, choices: Partial<Choices> | object): Promise<void> {
  await execute(
    db,
    sql`update identity.account set choices = choices || ${JSON.stringify(choices)}::jsonb where id = ${accountId}`,
  )
}

/** In which language citizens are written to; those who chose none are not among them. */
export async function languagesOfCitizens(
  db: Db,
  citizenIds: readonly string[],
): Promise<ReadonlyMap<string, Language>> {
  const found = await rows(
    db,
    sql<{ citizenId: string; language: string | null }>`
      select citizen_id, choices ->> 'ngon-ngu' as language from identity.account where citizen_id = any(${citizenIds})`,
  )
  return new Map(found.flatMap(({ citizenId, language }) => (isLanguage(language) ? [[citizenId, language]] : [])))
}
