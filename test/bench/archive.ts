import pg from 'pg'
import { searchWords } from '../../src/dossiers/filing/search-keys.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { readDemoFile } from '../../src/identity/demo-source.ts'
import { ARCHIVE_SQL } from './archive-sql.ts'

const NAMES = 60_000
/** Fewer are no archive yet: the open ones are written first. */
const FEW = 10_000
const FILLED = ['dossiers.dossier', 'dossiers.component', 'dossiers.step']
/** Of a hundred people; the rest share the other names. */
const FAMILY_SHARES = [31, 11, 10, 7, 5, 4, 3, 3, 2, 2]

/**
 * Fills the real tables with dossiers as a province keeps them: spread over communes and departments, nearly all closed, a few
 * hundred open at each agency. Written by the database itself; triggers off, indexes made anew afterwards.
 */
export async function openArchive(
  databaseUrl: string,
): Promise<{ grow(total: number): Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'`,
  )
  await client.query(ARCHIVE_SQL.prepare)
  await client.query(ARCHIVE_SQL.fillNames, [JSON.stringify(await names())])
  const counted = await client.query<{ count: number }>('select count(*)::int as count from dossiers.dossier')
  let kept = counted.rows[0]?.count ?? 0
  return {
    async grow(total) {
      const indexes = await dropIndexes(client)
      if (kept < FEW) {
        const { rowCount } = await client.query(ARCHIVE_SQL.chooseOpen)
        kept += rowCount ?? 0
        await write(client)
      }
      await client.query(ARCHIVE_SQL.chooseClosed, [Math.max(0, total - kept)])
      kept = total
      await write(client)
      for (const definition of indexes) await client.query(definition)
      for (const table of FILLED) await client.query(`vacuum (analyze) ${table}`)
    },
    async close() {
      await client.query('drop schema if exists bench cascade')
      await client.end()
    },
  }
}

async function write(client: pg.Client): Promise<void> {
  for (const statement of [ARCHIVE_SQL.dossiers, ARCHIVE_SQL.components, ARCHIVE_SQL.steps])
    await client.query(statement)
  await client.query('truncate bench.chosen')
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisprimary and not i.indisunique`,
    [FILLED],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** Names as often as people have them: a third are called Nguyễn. */
async function names(): Promise<{ no: number; name: string; words: string[] }[]> {
  const random = seededRandom(20_261_121)
  const { nameParts } = await readDemoFile()
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const family = () => {
    let share = random() * 100
    const common = FAMILY_SHARES.findIndex((part) => (share -= part) < 0)
    return common < 0 ? pick(nameParts.family) : (nameParts.family[common] ?? '')
  }
  return Array.from({ length: NAMES }, (_, no) => {
    const [middle, given] =
      random() < 0.5
        ? [pick(nameParts.middleMale), pick(nameParts.givenMale)]
        : [random() < 0.6 ? 'Thị' : pick(nameParts.middleFemale), pick(nameParts.givenFemale)]
    const name = `${family()} ${middle} ${given}`
    return { no, name, words: searchWords(name) }
  })
}
