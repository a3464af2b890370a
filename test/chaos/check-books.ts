import type { Pool } from 'pg'
import type { FiledDossier } from './file-all.ts'

type Written = {
  key: string | null
  id: string
  code: string
  answered: { dossierId: string; code: string } | null
  components: number
  given: number
  fileIds: string[]
  steps: number
  version: number
  journal: { what: string; facts: { files?: string[]; code?: string } }[]
  told: number
}

/** Compares what was acknowledged with what is in the books, both ways. */
export async function checkBooks(pool: Pool, filed: FiledDossier[]): Promise<string[]> {
  const { rows: written } = await pool.query<Written>(`
    select r.key, d.id, d.code, r.result -> 'value' as answered, d.version,
      (select count(*)::int from dossiers.component c where c.dossier_id = d.id) as components,
      (select count(*)::int from dossiers.component c where c.dossier_id = d.id and c.form is not null) as given,
      array(select f.file_id::text from dossiers.component_file f where f.dossier_id = d.id) as "fileIds",
      (select count(*)::int from dossiers.step s where s.dossier_id = d.id) as steps,
      coalesce((select json_agg(json_build_object('what', l.what, 'facts', l.facts) order by l.seq)
        from platform.journal_line l where l.subject = 'dossier:' || d.id and l.what <> 'read'), '[]') as journal,
      (select count(*)::int from notifications.delivery n where n.dossier_id = d.id and n.channel = 'in-app') as told
    from dossiers.dossier d left join platform.handled_request r
      on r.action = 'dossiers.submit' and r.result -> 'value' ->> 'dossierId' = d.id::text`)
  const byId = Map.groupBy(written, ({ id }) => id)
  const acknowledged = new Set(filed.map(({ dossierId }) => dossierId))
  return [
    ...filed.flatMap((dossier) => missing(dossier, byId.get(dossier.dossierId) ?? [])),
    ...written
      .filter(({ id }) => !acknowledged.has(id))
      .map(({ code }) => `${code} is in the books, acknowledged to nobody`),
    ...written.flatMap(halfWritten),
    ...(await strayRows(pool)),
    ...(await wrongCodes(pool)),
  ]
}

function missing({ key, dossierId, code, files }: FiledDossier, found: Written[]): string[] {
  const [row, ...more] = found
  if (!row) return [`${code} was acknowledged and is not there`]
  const faults: string[] = []
  if (more.length > 0) faults.push(`${code} is there ${found.length} times`)
  if (row.code !== code) faults.push(`${code} is there as ${row.code}`)
  if (row.key !== key) faults.push(`${code} was filed under another key`)
  if (row.answered?.dossierId !== dossierId || row.answered.code !== code)
    faults.push(`${code}: another answer is kept`)
  const wanted = files.map(({ id }) => id).toSorted()
  if (row.fileIds.toSorted().join() !== wanted.join()) faults.push(`${code} has not the files it was filed with`)
  if (row.journal[0]?.facts.files?.toSorted().join() !== wanted.join())
    faults.push(`${code}: the journal names other files`)
  return faults
}

function halfWritten({ code, components, given, steps, version, journal, told }: Written): string[] {
  const faults: string[] = []
  if (components === 0 || given !== 1) faults.push(`${code} has ${components} components, ${given} given`)
  if (steps !== 1 || version !== 1) faults.push(`${code} has ${steps} steps at version ${version}`)
  const submitted = journal.filter(({ what }) => what === 'dossiers.submitted')
  if (submitted.length !== 1 || submitted[0]?.facts.code !== code) {
    faults.push(`${code} has ${submitted.length} journal lines of its filing`)
  }
  if (told !== 1) faults.push(`${code}: its citizen was told ${told} times`)
  return faults
}

async function strayRows(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ what: string; count: number }>(`
    select 'journal lines of dossiers that are not there' as what, count(*)::int as count
      from platform.journal_line l where l.what = 'dossiers.submitted'
        and not exists (select from dossiers.dossier d where 'dossier:' || d.id = l.subject)
    union all select 'requests noted without an answer', count(*)::int from platform.handled_request where result is null
    union all select 'drafts', count(*)::int from dossiers.draft
    union all select 'codes given twice', count(*)::int
      from (select code from dossiers.dossier group by code having count(*) > 1) twice
    union all select 'files of dossiers that were never received', count(*)::int from dossiers.component_file c
      where not exists (select from documents.file f where f.id = c.file_id)`)
  return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`)
}

/** Numbers of a desk and day run from 1 without a gap, up to its counter. */
async function wrongCodes(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ unit: string; last: number; count: number; most: number }>(`
    select c.unit_id as unit, c.last_no as last, count(d.id)::int as count,
      max(substring(d.code from '(\\d+)$')::int) as most
    from dossiers.day_counter c left join dossiers.dossier d on d.received_by_unit_id = c.unit_id
      and (d.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date = c.on_date
    group by c.unit_id, c.on_date, c.last_no`)
  return rows
    .filter(({ last, count, most }) => last !== count || most !== count)
    .map(({ unit, last, count, most }) => `desk ${unit}: ${count} dossiers, counter ${last}, highest number ${most}`)
}
