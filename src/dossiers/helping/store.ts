import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { CodesSent, Help, HelpStep } from './help.ts'
import type { ToldTelephone } from './told-telephone.ts'

const HELP = sql.raw(
  `id, helper_account_id, helper_name, unit_id, citizen_id, helped_name, helped_personal_id, phone, phone_told, procedure_code, asked_at,
   code_until, tries, confirmed_by, confirmed_at, ends_at, ended_at, ended_by, draft_id, resume_code, dossier_id`,
)

export async function insertHelp(db: Db, help: Help): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.help (id, helper_account_id, helper_name, unit_id, citizen_id, helped_name, helped_personal_id,
          phone, phone_told, procedure_code, asked_at, code_until, ended_at, ended_by)
        values (${help.id}, ${help.helperAccountId}, ${help.helperName}, ${help.unitId}, ${help.citizenId}, ${help.helpedName},
          ${help.helpedPersonalId}, ${help.phone}, ${help.phoneTold}, ${help.procedureCode}, ${help.askedAt}, ${help.codeUntil},
          ${help.endedAt}, ${help.endedBy})`,
  )
}

/** Codes that went to a telephone, and those a helper had sent, since a moment; one request at a time for each helper. */
export async function codesSentSince(
  db: Db,
  { phone, helperAccountId }: { phone: string; helperAccountId: string },
  since: Date,
): Promise<CodesSent> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtextextended(${`help-code ${helperAccountId}`}, 0))`)
  return oneRow(
    db,
    sql<CodesSent>`
      select count(*) filter (where phone = ${phone})::int as "toTelephone",
             count(*) filter (where helper_account_id = ${helperAccountId})::int as "byHelper"
      from dossiers.help
      where asked_at > ${since} and phone is not null and ended_by is distinct from 'telephone' and (phone = ${phone} or helper_account_id = ${helperAccountId})`,
  )
}

/** For whom a number was said since a moment, and how many others a helper has said since another; one at a time for each number. */
export async function toldSince(
  db: Db,
  { phone, helperAccountId }: { phone: string; helperAccountId: string },
  { since, lately }: { since: Date; lately: Date },
): Promise<Pick<ToldTelephone, 'toldFor' | 'toldByHelper'>> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtextextended(${`help-told ${phone}`}, 0))`)
  return oneRow(
    db,
    sql<Pick<ToldTelephone, 'toldFor' | 'toldByHelper'>>`
      select array(select distinct helped_personal_id from dossiers.help
                   where phone = ${phone} and phone_told and asked_at > ${since} and ended_by is distinct from 'telephone') as told_for,
             (select count(distinct phone)::int from dossiers.help
              where helper_account_id = ${helperAccountId} and phone_told and asked_at > ${lately} and phone <> ${phone}) as told_by_helper`,
  )
}

/** The help, held until the transaction ends: tries are counted one after the other. */
export function helpForUpdate(db: Db, id: string): Promise<Help | undefined> {
  return maybeRow(db, sql<Help>`select ${HELP} from dossiers.help where id = ${id} for update`)
}

export function helpById(db: Db, id: string): Promise<Help | undefined> {
  return maybeRow(db, sql<Help>`select ${HELP} from dossiers.help where id = ${id}`)
}

/** What changes of a help: tries, the agreement, what it became, its end. */
export async function saveHelp(db: Db, help: Help): Promise<void> {
  await execute(
    db,
    sql`update dossiers.help set tries = ${help.tries}, citizen_id = ${help.citizenId}, confirmed_by = ${help.confirmedBy},
          confirmed_at = ${help.confirmedAt}, ends_at = ${help.endsAt}, ended_at = ${help.endedAt}, ended_by = ${help.endedBy},
          draft_id = ${help.draftId}, resume_code = ${help.resumeCode}, dossier_id = ${help.dossierId}
        where id = ${help.id}`,
  )
}

/** The helper's last help with a half-done form. */
export function helpOfDraft(db: Db, draftId: string, helperAccountId: string): Promise<Help | undefined> {
  return maybeRow(
    db,
    sql<Help>`select ${HELP} from dossiers.help where draft_id = ${draftId} and helper_account_id = ${helperAccountId}
      order by asked_at desc limit 1`,
  )
}

export function helpsByHelper(db: Db, helperAccountId: string, limit: number): Promise<Help[]> {
  return rows(
    db,
    sql<Help>`select ${HELP} from dossiers.help where helper_account_id = ${helperAccountId} and ended_by is distinct from 'telephone'
      order by asked_at desc, id desc limit ${limit}`,
  )
}

/** Helps a person agreed to, the newest first. */
export function helpsOfCitizen(db: Db, citizenId: string, limit: number): Promise<Help[]> {
  return rows(
    db,
    sql<Help>`select ${HELP} from dossiers.help where citizen_id = ${citizenId} and confirmed_at is not null
      order by asked_at desc, id desc limit ${limit}`,
  )
}

/** A step done again is told once, at its last time. */
export async function noteHelpStep(db: Db, helpId: string, { what, about, at }: HelpStep): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.help_step (help_id, what, about, at) values (${helpId}, ${what}, ${about}, ${at})
        on conflict (help_id, what, about) do update set at = excluded.at`,
  )
}

export function stepsOfHelps(db: Db, helpIds: readonly string[]): Promise<(HelpStep & { helpId: string })[]> {
  return rows(
    db,
    sql<HelpStep & { helpId: string }>`
      select help_id, what, about, at from dossiers.help_step where help_id = any(${[...helpIds]}::uuid[]) order by at`,
  )
}
