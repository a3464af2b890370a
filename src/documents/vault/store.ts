import { execute, maybeRow, rows, send, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { ServedDecision } from './decided.ts'
import type { RegisterUse } from './register-uses.ts'
import type { VaultEntry, VaultOwner } from './entry.ts'

export const ENTRY = sql.raw(
  `e.id, json_build_object('kind', e.owner_kind, 'number', e.owner_number) as owner, e.paper_id, e.version, e.type_code, e.title, e.about,
   e.number, e.issuer, e.issued_on, e.valid_from, e.valid_until, e.state, e.ended_at, e.end_reason, e.replaced_by, e.content_sha256,
   e.proof, e.verification_code, e.source, e.source_code, e.keeper_unit_id, e.entered_at,
   (select json_agg(f.file_id order by f.no) from documents.vault_file f where f.entry_id = e.id) as file_ids`,
)

/** False when the owner has this content already. */
export async function insertEntry(db: Db, entry: VaultEntry, enteredBy: string): Promise<boolean> {
  const { owner, fileIds } = entry
  const inserted = await rows(
    db,
    sql`
      with entered as (
        insert into documents.vault_entry (id, owner_kind, owner_number, paper_id, version, type_code, title, about, number, issuer,
          issued_on, valid_from, valid_until, state, content_sha256, proof, verification_code, source, source_code, keeper_unit_id,
          entered_at, entered_by)
        values (${entry.id}, ${owner.kind}, ${owner.number}, ${entry.paperId}, ${entry.version}, ${entry.typeCode}, ${entry.title},
          ${entry.about}, ${entry.number}, ${entry.issuer}, ${entry.issuedOn}, ${entry.validFrom}, ${entry.validUntil}, ${entry.state},
          ${entry.contentSha256}, ${entry.proof}, ${entry.verificationCode}, ${entry.source}, ${entry.sourceCode},
          ${entry.keeperUnitId}, ${entry.enteredAt}, ${enteredBy})
        on conflict on constraint vault_entry_content_uq do nothing
        returning id
      )
      insert into documents.vault_file (entry_id, no, file_id)
      select entered.id, f.no, f.id from entered, unnest(${fileIds}::uuid[]) with ordinality as f(id, no)
      returning entry_id`,
  )
  return inserted.length > 0
}

export function entryById(db: Db, id: string): Promise<VaultEntry | undefined> {
  return maybeRow(db, sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e where e.id = ${id}`)
}

/** Held until the transaction ends, so that two changes of one entry take turns. */
export function entryWithContent(db: Db, owner: VaultOwner, sha256: string): Promise<VaultEntry | undefined> {
  return maybeRow(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where e.owner_kind = ${owner.kind} and e.owner_number = ${owner.number} and e.content_sha256 = ${sha256} for update of e`,
  )
}

/** The same for what can be checked by a code. */
export function entryWithCode(db: Db, owner: VaultOwner, verificationCode: string): Promise<VaultEntry | undefined> {
  return maybeRow(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where e.owner_kind = ${owner.kind} and e.owner_number = ${owner.number} and e.verification_code = ${verificationCode}
      for update of e`,
  )
}

/** The same by its id. */
export function entryToReplace(db: Db, owner: VaultOwner, id: string): Promise<VaultEntry | undefined> {
  return maybeRow(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where e.id = ${id} and e.owner_kind = ${owner.kind} and e.owner_number = ${owner.number} for update of e`,
  )
}

/** What came from one source, such as `dossier:<id>`, in the order it entered. */
export function entriesFrom(db: Db, source: string): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e where e.source = ${source} order by e.entered_at, e.id`,
  )
}

export function entriesByIds(db: Db, ids: readonly string[]): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e where e.id = any(${[...ids]}::uuid[]) order by e.id`,
  )
}

/** What these owners have, newest first. */
export function entriesOf(db: Db, owners: readonly VaultOwner[], limit = 500): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where (e.owner_kind, e.owner_number) in (
        select kind, number from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as o(kind text, number text))
      order by e.entered_at desc, e.id desc limit ${limit}`,
  )
}

export function versionsOf(db: Db, paperId: string): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e where e.paper_id = ${paperId} order by e.version desc`,
  )
}

export async function endEntry(
  db: Db,
  id: string,
  end: { state: 'replaced' | 'revoked'; at: Date; reason: string | null; replacedBy: string | null },
): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update documents.vault_entry set state = ${end.state}, ended_at = ${end.at}, end_reason = ${end.reason},
          replaced_by = ${end.replacedBy} where id = ${id} and state = 'in-force'`,
  )
  return touched === 1
}

/** The papers of an owner that look like this type and have a number, those in force. */
export function numberedEntriesOf(db: Db, owner: VaultOwner, typeCode: string): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where e.owner_kind = ${owner.kind} and e.owner_number = ${owner.number} and e.type_code = ${typeCode}
        and e.number is not null and e.state = 'in-force' order by e.entered_at, e.id`,
  )
}

/** Makes an entry the next version of another paper. */
export async function joinPaper(
  db: Db,
  id: string,
  { paperId, version }: Pick<VaultEntry, 'paperId' | 'version'>,
): Promise<void> {
  await execute(db, sql`update documents.vault_entry set paper_id = ${paperId}, version = ${version} where id = ${id}`)
}

/** What is known of a paper becomes surer or more. */
export async function saveFacts(db: Db, entry: VaultEntry): Promise<void> {
  await execute(
    db,
    sql`update documents.vault_entry set proof = ${entry.proof}, type_code = ${entry.typeCode}, number = ${entry.number},
          issuer = ${entry.issuer}, issued_on = ${entry.issuedOn}, valid_from = ${entry.validFrom}, valid_until = ${entry.validUntil},
          verification_code = ${entry.verificationCode}, keeper_unit_id = ${entry.keeperUnitId}
        where id = ${entry.id}`,
  )
}

export type VaultUse = {
  entryId: string
  /** The journal's subject it served, such as `dossier:<id>`. */
  usedFor: string
  componentCode: string
  version: number
  usedForCode: string
  procedureCode: string
  procedureName: string
  unitId: string
  ground: 'chosen-by-owner' | 'taken-at-desk'
  usedAt: Date
}

export async function insertUses(db: Db, uses: readonly VaultUse[], usedBy: string): Promise<void> {
  await send(
    db,
    sql`insert into documents.vault_use (entry_id, used_for, component_code, version, used_for_code, procedure_code, procedure_name,
          unit_id, ground, used_at, used_by)
        select u."entryId", u."usedFor", u."componentCode", u.version, u."usedForCode", u."procedureCode", u."procedureName",
          u."unitId", u.ground, u."usedAt", ${usedBy}
        from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u("entryId" uuid, "usedFor" text, "componentCode" text,
          version int, "usedForCode" text, "procedureCode" text, "procedureName" text, "unitId" uuid, ground text, "usedAt" timestamptz)
        on conflict do nothing`,
  )
}

const USE = sql.raw(
  'u.entry_id, u.used_for, u.component_code, u.version, u.used_for_code, u.procedure_code, u.procedure_name, u.unit_id, u.ground, u.used_at',
)

export function usesFor(db: Db, usedFor: string): Promise<VaultUse[]> {
  return rows(
    db,
    sql<VaultUse>`select ${USE} from documents.vault_use u where u.used_for = ${usedFor} order by u.component_code, u.entry_id`,
  )
}

export function usesForAll(db: Db, usedFor: readonly string[]): Promise<VaultUse[]> {
  return rows(
    db,
    sql<VaultUse>`select ${USE} from documents.vault_use u where u.used_for = any(${[...usedFor]}::text[])
      order by u.used_for, u.component_code, u.entry_id`,
  )
}

/** What was issued in these, such as `dossier:<id>`, as the vaults keep it. */
export function issuedEntries(db: Db, sources: readonly string[]): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where e.source = any(${[...sources]}::text[]) and e.proof = 'issued-here' order by e.entered_at, e.id`,
  )
}

export function usesOf(db: Db, entryIds: readonly string[]): Promise<VaultUse[]> {
  return rows(
    db,
    sql<VaultUse>`select ${USE} from documents.vault_use u where u.entry_id = any(${[...entryIds]}::uuid[])
      order by u.used_at desc, u.used_for, u.component_code`,
  )
}

/** False when it was written down before. */
export async function insertDecision(db: Db, decision: ServedDecision, at: Date): Promise<boolean> {
  const { usedFor, resultCode, number, title, issuer, decidedOn, conclusion } = decision
  const inserted = await execute(
    db,
    sql`insert into documents.vault_decision (used_for, result_code, number, title, issuer, decided_on, conclusion, recorded_at)
        values (${usedFor}, ${resultCode}, ${number}, ${title}, ${issuer}, ${decidedOn}, ${conclusion}, ${at})
        on conflict do nothing`,
  )
  return inserted === 1
}

export function decisionsFor(db: Db, usedFor: readonly string[]): Promise<ServedDecision[]> {
  return rows(
    db,
    sql<ServedDecision>`select used_for, result_code, number, title, issuer, decided_on, conclusion
      from documents.vault_decision where used_for = any(${[...usedFor]}::text[]) order by recorded_at`,
  )
}

/** How many were not written down before. */
export function insertRegisterUses(db: Db, uses: readonly RegisterUse[], at: Date): Promise<number> {
  return execute(
    db,
    sql`insert into documents.register_use (used_for, component_code, type_code, register, told_at, ground, used_for_code, procedure_code,
          procedure_name, unit_id, used_at)
        select u."usedFor", u."componentCode", u."typeCode", u.register, u."toldAt", u.ground, u."usedForCode", u."procedureCode",
          u."procedureName", u."unitId", ${at}
        from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u("usedFor" text, "componentCode" text, "typeCode" text, register text,
          "toldAt" timestamptz, ground text, "usedForCode" text, "procedureCode" text, "procedureName" text, "unitId" uuid)
        on conflict do nothing`,
  )
}

/** Which components a register stood for in these, such as `dossier:<id>`. */
export function registerUsesForAll(
  db: Db,
  usedFor: readonly string[],
): Promise<Pick<RegisterUse, 'usedFor' | 'componentCode'>[]> {
  return rows(
    db,
    sql<Pick<RegisterUse, 'usedFor' | 'componentCode'>>`select used_for, component_code from documents.register_use
      where used_for = any(${[...usedFor]}::text[]) order by used_for, component_code`,
  )
}

export type ReuseCount = {
  unitId: string
  procedureCode: string
  procedureName: string
  papers: bigint
  dossiers: bigint
}

/** Papers not filed again: each paper of each dossier that came from a vault or that a register stood for, by desk and procedure. */
export function countUses(db: Db, unitIds: readonly string[], from: LegalDate, to: LegalDate): Promise<ReuseCount[]> {
  return rows(
    db,
    sql<ReuseCount>`
      select unit_id, procedure_code, max(procedure_name) as procedure_name,
        count(distinct (used_for, component_code)) as papers, count(distinct used_for) as dossiers
      from (
        select unit_id, procedure_code, procedure_name, used_for, component_code, used_at from documents.vault_use
        union all
        select unit_id, procedure_code, procedure_name, used_for, component_code, used_at from documents.register_use) u
      where unit_id = any(${[...unitIds]}::uuid[]) and used_at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and used_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by unit_id, procedure_code order by papers desc, procedure_code`,
  )
}
