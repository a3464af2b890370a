import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { ExtractionTemplate } from '../extraction/template.ts'
import type { ReadLine } from '../reading/recogniser.ts'
import type { StoredTemplate } from './template-rules.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const TEMPLATE = sql`id, type_code, no, content, state, made_by_name, made_at, published_at, version`

/** The content of every template administrators put in force. */
export async function changedTemplates(db: Db): Promise<ExtractionTemplate[]> {
  const found = await rows<{ content: ExtractionTemplate }>(
    db,
    sql`select content from digitisation.template where state = 'in-force' order by type_code`,
  )
  return found.map(({ content }) => content)
}

/** Every version of a type, the newest first. */
export function versionsOf(db: Db, typeCode: string): Promise<StoredTemplate[]> {
  return rows(
    db,
    sql<StoredTemplate>`select ${TEMPLATE} from digitisation.template where type_code = ${typeCode} order by no desc`,
  )
}

export function allDrafts(db: Db): Promise<StoredTemplate[]> {
  return rows(db, sql<StoredTemplate>`select ${TEMPLATE} from digitisation.template where state = 'draft'`)
}

export function draftOf(db: Db, typeCode: string): Promise<StoredTemplate | undefined> {
  return maybeRow(
    db,
    sql<StoredTemplate>`
      select ${TEMPLATE} from digitisation.template where type_code = ${typeCode} and state = 'draft'`,
  )
}

/** Two who begin at once take turns. */
export async function holdTemplate(db: Db, typeCode: string): Promise<void> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtext('digitisation.template'), hashtext(${typeCode}))`)
}

type NewDraft = Pick<StoredTemplate, 'id' | 'typeCode' | 'content' | 'madeByName' | 'madeAt'> & {
  madeByAccountId: string
}

export async function insertDraft(db: Db, draft: NewDraft): Promise<void> {
  const { id, typeCode, content, madeByAccountId, madeByName, madeAt } = draft
  await execute(
    db,
    sql`insert into digitisation.template (id, type_code, no, content, state, made_by_account_id, made_by_name, made_at)
        select ${id}, ${typeCode}, coalesce(max(no), 0) + 1, ${json(content)}, 'draft', ${madeByAccountId}, ${madeByName}, ${madeAt}
        from digitisation.template where type_code = ${typeCode}`,
  )
}

/** False when somebody else changed it meanwhile. */
export async function saveDraft(
  db: Db,
  { id, version, content }: Pick<StoredTemplate, 'id' | 'version' | 'content'>,
): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update digitisation.template set content = ${json(content)}, version = version + 1
        where id = ${id} and version = ${version} and state = 'draft'`,
  )
  return changed === 1
}

export async function deleteDraft(db: Db, id: string): Promise<void> {
  await execute(db, sql`delete from digitisation.template where id = ${id} and state = 'draft'`)
}

export async function putInForce(db: Db, { id, typeCode }: StoredTemplate, at: Date): Promise<void> {
  await execute(
    db,
    sql`update digitisation.template set state = 'replaced' where type_code = ${typeCode} and state = 'in-force'`,
  )
  await execute(db, sql`update digitisation.template set state = 'in-force', published_at = ${at} where id = ${id}`)
}

export type Sample = {
  id: string
  typeCode: string
  name: string
  fileId: string
  /** Of the file, from 1. */
  page: number
  state: 'waiting' | 'read' | 'failed'
  pictureSha256: string | null
  width: number | null
  height: number | null
  lines: ReadLine[] | null
  failure: string | null
  addedByName: string
}

const SAMPLE = sql`id, type_code, name, file_id, page, state, picture_sha256, width, height, lines, failure, added_by_name`

export function samplesOf(db: Db, typeCode: string): Promise<Sample[]> {
  return rows(
    db,
    sql<Sample>`select ${SAMPLE} from digitisation.template_sample where type_code = ${typeCode} order by added_at, page, id`,
  )
}

export function sampleById(db: Db, id: string): Promise<Sample | undefined> {
  return maybeRow(db, sql<Sample>`select ${SAMPLE} from digitisation.template_sample where id = ${id}`)
}

export async function insertSample(
  db: Db,
  sample: Pick<Sample, 'id' | 'typeCode' | 'name' | 'fileId' | 'page' | 'addedByName'>,
  at: Date,
): Promise<void> {
  const { id, typeCode, name, fileId, page, addedByName } = sample
  await execute(
    db,
    sql`insert into digitisation.template_sample (id, type_code, name, file_id, page, state, added_by_name, added_at)
        values (${id}, ${typeCode}, ${name}, ${fileId}, ${page}, 'waiting', ${addedByName}, ${at})`,
  )
}

type SampleRead = { pictureSha256: string; width: number; height: number; lines: ReadLine[] }

export async function saveSampleRead(db: Db, id: string, read: SampleRead): Promise<void> {
  const { pictureSha256, width, height, lines } = read
  await execute(
    db,
    sql`update digitisation.template_sample set state = 'read', failure = null, picture_sha256 = ${pictureSha256}, width = ${width},
          height = ${height}, lines = ${json(lines)} where id = ${id}`,
  )
}

export async function saveSampleFailure(db: Db, id: string, failure: string): Promise<void> {
  await execute(
    db,
    sql`update digitisation.template_sample set state = 'failed', failure = ${failure} where id = ${id} and state = 'waiting'`,
  )
}

export async function deleteSample(db: Db, id: string): Promise<void> {
  await execute(db, sql`delete from digitisation.template_sample where id = ${id}`)
}
