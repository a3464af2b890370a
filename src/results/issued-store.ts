import { execute, maybeRow, oneRow, rows, sql, type Db } from '../platform/db.ts'
import type { HeldNumber, IssuedDocument } from './issued.ts'
import type { Result } from './result.ts'
import type { KnownVersion } from './verification.ts'

type OfResult = Pick<Result, 'dossierId' | 'no' | 'unitId'>

/**
 * Holds a number of the agency's book for this result until `until`: the one it holds already, else the lowest whose holder
 * let it lapse, else the next. So a seal that failed leaves no gap. Two clerks take turns at the book's row.
 */
export async function holdNumber(
  db: Db,
  { dossierId, no, unitId }: OfResult,
  year: number,
  now: Date,
  until: Date,
): Promise<HeldNumber> {
  await execute(
    db,
    sql`insert into results.number_book (unit_id, year, last_no) values (${unitId}, ${year}, 0) on conflict do nothing`,
  )
  await oneRow(db, sql`select last_no from results.number_book where unit_id = ${unitId} and year = ${year} for update`)
  const kept = await maybeRow(
    db,
    sql<{ no: number }>`
      update results.number set dossier_id = ${dossierId}, result_no = ${no}, held_until = ${until}
      where (unit_id, year, no) = (
        select n.unit_id, n.year, n.no from results.number n
        where n.unit_id = ${unitId} and n.year = ${year} and n.state = 'held'
          and ((n.dossier_id = ${dossierId} and n.result_no = ${no}) or n.held_until < ${now})
        order by (n.dossier_id = ${dossierId} and n.result_no = ${no}) desc, n.no limit 1)
      returning no`,
  )
  if (kept) return { unitId, year, no: kept.no }
  const next = await oneRow(
    db,
    sql<{ no: number }>`
      with counted as (
        update results.number_book set last_no = last_no + 1 where unit_id = ${unitId} and year = ${year} returning last_no
      )
      insert into results.number (unit_id, year, no, dossier_id, result_no, state, held_until)
      select ${unitId}::uuid, ${year}::int, last_no, ${dossierId}::uuid, ${no}::int, 'held', ${until}::timestamptz from counted
      returning no`,
  )
  return { unitId, year, no: next.no }
}

/** Holds a number for longer: the file that has it in its bytes is sealed already. */
export async function holdNumberOn(db: Db, { unitId, year, no }: HeldNumber, until: Date): Promise<void> {
  await execute(
    db,
    sql`update results.number set held_until = ${until}
        where unit_id = ${unitId} and year = ${year} and no = ${no} and state = 'held'`,
  )
}

/** The number held becomes the document's for good. False when another document took it meanwhile. */
export async function issueNumber(db: Db, { dossierId, no }: OfResult, held: HeldNumber): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update results.number set state = 'issued'
        where unit_id = ${held.unitId} and year = ${held.year} and no = ${held.no}
          and dossier_id = ${dossierId} and result_no = ${no} and state = 'held'`,
  )
  return changed === 1
}

const ISSUED = sql.raw(
  `sha256, verification_code, unit_id, year, no, number_text, issued_on, title, agency, signatory, signatory_position,
   signed_at, sealed_at, file_id, size::int as size, pages, state`,
)

export async function insertIssued(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
  issued: IssuedDocument,
): Promise<void> {
  await execute(
    db,
    sql`insert into results.issued (sha256, dossier_id, result_no, verification_code, unit_id, year, no, number_text, issued_on,
          title, agency, signatory, signatory_position, signed_at, sealed_at, file_id, size, pages, state)
        values (${issued.sha256}, ${dossierId}, ${no}, ${issued.verificationCode}, ${issued.unitId}, ${issued.year}, ${issued.no},
          ${issued.numberText}, ${issued.issuedOn}, ${issued.title}, ${issued.agency}, ${issued.signatory},
          ${issued.signatoryPosition}, ${issued.signedAt}, ${issued.sealedAt}, ${issued.fileId}, ${issued.size}, ${issued.pages},
          ${issued.state})`,
  )
}

/** The dossiers among these in which a document was issued that has not been revoked. */
export async function dossiersWithIssued(db: Db, dossierIds: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ dossierId: string }>`select distinct dossier_id from results.issued
      where dossier_id = any(${[...dossierIds]}::uuid[]) and state <> 'revoked'`,
  )
  return new Set(found.map(({ dossierId }) => dossierId))
}

export function issuedByCode(db: Db, code: string): Promise<IssuedDocument | undefined> {
  return maybeRow(db, sql<IssuedDocument>`select ${ISSUED} from results.issued_now where verification_code = ${code}`)
}

/** The file first issued, of a renewed one or of itself. */
export const firstOf = (sha256: string) =>
  sql`coalesce((select issued_sha256 from results.issued_version where sha256 = ${sha256}), ${sha256})`

/** By any of its versions; what is told is the newest. */
export function issuedBySha256(db: Db, sha256: string): Promise<IssuedDocument | undefined> {
  return maybeRow(
    db,
    sql<IssuedDocument>`select ${ISSUED} from results.issued_now where first_sha256 = ${firstOf(sha256)}`,
  )
}

export function issuedOf(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
): Promise<IssuedDocument | undefined> {
  return maybeRow(
    db,
    sql<IssuedDocument>`select ${ISSUED} from results.issued_now where dossier_id = ${dossierId} and result_no = ${no}`,
  )
}

/** Earlier versions of it, cut or added to: the document issued from a result one of whose files has one of these hashes. */
export async function issuedFromVersion(
  db: Db,
  sha256s: readonly string[],
): Promise<{ document: IssuedDocument; version: KnownVersion } | undefined> {
  const found = await maybeRow(
    db,
    sql<IssuedDocument & { versionSha256: string; stage: KnownVersion['stage']; issuedSignatures: number }>`
      select i.sha256, i.verification_code, i.unit_id, i.year, i.no, i.number_text, i.issued_on, i.title, i.agency, i.signatory,
        i.signatory_position, i.signed_at, i.sealed_at, i.file_id, i.size::int as size, i.pages, i.state,
        f.sha256 as version_sha256, f.stage, f.issued_signatures
      from (
        select r.dossier_id, r.result_no, r.sha256, r.stage, r.signatures, r.made_at, whole.signatures as issued_signatures
        from results.result_file r
          join results.issued o on o.dossier_id = r.dossier_id and o.result_no = r.result_no
          join results.result_file whole
            on whole.dossier_id = o.dossier_id and whole.result_no = o.result_no and whole.sha256 = o.sha256
        where r.sha256 = any(${[...sha256s]})
        union all
        select o.dossier_id, o.result_no, v.sha256, 'sealed', v.signatures, v.made_at, v.signatures
        from results.issued_version v join results.issued o on o.sha256 = v.issued_sha256
        where v.sha256 = any(${[...sha256s]})) f
      join results.issued_now i on i.dossier_id = f.dossier_id and i.result_no = f.result_no
      order by f.signatures desc, f.made_at desc limit 1`,
  )
  if (!found) return undefined
  const { versionSha256, stage, issuedSignatures, ...document } = found
  const { signatory, agency } = document
  return { document, version: { sha256: versionSha256, stage, issuedSignatures, signatory, agency } }
}
