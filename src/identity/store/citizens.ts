import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import type { Citizen } from '../citizen.ts'
import type { RegistryPerson } from '../citizen-registry/port.ts'

const CITIZEN =
  sql.raw(`c.id, c.personal_id, c.full_name, c.born_on, c.birth_year, c.sex, c.address, c.commune_code, c.phone, c.email,
  c.source, c.updated_at as told_at, c.version`)

export function citizenById(db: Db, id: string): Promise<Citizen | undefined> {
  return maybeRow(db, sql<Citizen>`select ${CITIZEN} from identity.citizen c where c.id = ${id}`)
}

export function findCitizenByPersonalId(db: Db, personalId: string): Promise<Citizen | undefined> {
  return maybeRow(db, sql<Citizen>`select ${CITIZEN} from identity.citizen c where c.personal_id = ${personalId}`)
}

/** Inserts a citizen; false when the personal ID is known already. */
export async function insertCitizen(db: Db, citizen: Citizen, now: Date): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into identity.citizen (id, personal_id, full_name, folded_name, born_on, birth_year, sex, address, commune_code, phone,
          email, source, created_at, updated_at, version)
        values (${citizen.id}, ${citizen.personalId}, ${citizen.fullName}, ${foldText(citizen.fullName)}, ${citizen.bornOn},
          ${citizen.birthYear}, ${citizen.sex}, ${citizen.address}, ${citizen.communeCode}, ${citizen.phone}, ${citizen.email},
          ${citizen.source}, ${now}, ${now}, 1)
        on conflict (personal_id) do nothing`,
  )
  return inserted === 1
}

export async function saveCitizen(db: Db, citizen: Citizen, now: Date): Promise<void> {
  const saved = await execute(
    db,
    sql`update identity.citizen set full_name = ${citizen.fullName}, folded_name = ${foldText(citizen.fullName)},
          born_on = ${citizen.bornOn}, birth_year = ${citizen.birthYear}, sex = ${citizen.sex}, address = ${citizen.address},
          commune_code = ${citizen.communeCode}, phone = ${citizen.phone}, email = ${citizen.email}, source = ${citizen.source},
          updated_at = ${now}, version = version + 1
        where id = ${citizen.id} and version = ${citizen.version}`,
  )
  if (saved === 0) throw new Refusal('platform.conflict')
}

export type CitizenSignIn = { state: string; nonce: string; codeVerifier: string; returnTo: string; startedAt: Date }

export async function insertCitizenSignIn(db: Db, tokenHash: string, attempt: CitizenSignIn): Promise<void> {
  await execute(
    db,
    sql`insert into identity.citizen_sign_in (token_hash, state, nonce, code_verifier, return_to, started_at)
        values (${tokenHash}, ${attempt.state}, ${attempt.nonce}, ${attempt.codeVerifier}, ${attempt.returnTo}, ${attempt.startedAt})`,
  )
}

/** The sign-in a browser began, given out once. */
export function takeCitizenSignIn(db: Db, tokenHash: string, startedAfter: Date): Promise<CitizenSignIn | undefined> {
  return maybeRow(
    db,
    sql<CitizenSignIn>`
      delete from identity.citizen_sign_in where token_hash = ${tokenHash} and started_at > ${startedAfter}
      returning state, nonce, code_verifier, return_to, started_at`,
  )
}

export async function dropCitizenSignInsBefore(db: Db, before: Date): Promise<void> {
  await execute(db, sql`delete from identity.citizen_sign_in where started_at <= ${before}`)
}

export function registryPerson(db: Db, personalId: string): Promise<RegistryPerson | undefined> {
  return maybeRow(
    db,
    sql<RegistryPerson>`
      select personal_id, full_name, born_on, sex, address, commune_code, phone, email
      from identity.registry_person where personal_id = ${personalId}`,
  )
}
