import type { LegalDate } from '../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { IssueAuthority } from './issue-authority.ts'

type Row = Omit<IssueAuthority, 'instrument'> & {
  instrumentKind: string
  instrumentNumber: string
  signedOn: LegalDate
  issuer: string
}

const AUTHORITY =
  sql.raw(`id, unit_id, procedure_code, instrument_kind, instrument_number, signed_on, issuer, authorised_by_account_id,
  authorised_by_name, authorised_by_position, valid_from, valid_to, certainty, recorded_at, recorded_by_name, revoked_at,
  revoked_by_name, revoke_reason`)

function authorityOf({ instrumentKind, instrumentNumber, signedOn, issuer, ...row }: Row): IssueAuthority {
  return { ...row, instrument: { kind: instrumentKind, number: instrumentNumber, signedOn, issuer } }
}

export async function insertIssueAuthority(db: Db, made: IssueAuthority): Promise<void> {
  const { kind, number, signedOn, issuer } = made.instrument
  await execute(
    db,
    sql`insert into organisation.issue_authority (id, unit_id, procedure_code, instrument_kind, instrument_number, signed_on,
          issuer, authorised_by_account_id, authorised_by_name, authorised_by_position, valid_from, valid_to, certainty,
          recorded_at, recorded_by_name)
        values (${made.id}, ${made.unitId}, ${made.procedureCode}, ${kind}, ${number}, ${signedOn}, ${issuer},
          ${made.authorisedByAccountId}, ${made.authorisedByName}, ${made.authorisedByPosition}, ${made.validFrom},
          ${made.validTo}, ${made.certainty}, ${made.recordedAt}, ${made.recordedByName})`,
  )
}

/** False when it was revoked before or never was. */
export async function saveAuthorityRevocation(
  db: Db,
  { id, at, byName, reason }: { id: string; at: Date; byName: string; reason: string },
): Promise<boolean> {
  const saved = await execute(
    db,
    sql`update organisation.issue_authority set revoked_at = ${at}, revoked_by_name = ${byName}, revoke_reason = ${reason}
        where id = ${id} and revoked_at is null`,
  )
  return saved === 1
}

export async function issueAuthorityById(db: Db, id: string): Promise<IssueAuthority | undefined> {
  const found = await maybeRow(db, sql<Row>`select ${AUTHORITY} from organisation.issue_authority where id = ${id}`)
  return found && authorityOf(found)
}

/** Every authority for a procedure, the newest first. */
export async function issueAuthoritiesFor(db: Db, procedureCode: string): Promise<IssueAuthority[]> {
  const found = await rows(
    db,
    sql<Row>`select ${AUTHORITY} from organisation.issue_authority where procedure_code = ${procedureCode}
             order by valid_from desc, recorded_at desc`,
  )
  return found.map(authorityOf)
}
