import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import type { CoApplicant, CoSignature, DraftCoApplicant, NamedPerson } from './co-applicant.ts'

const PERSON = sql.raw(
  `id, draft_id, full_name, personal_id, phone, email, added_at, link_no, link_until, link_opened_at, reminders, reminded_at, citizen_id,
   answer, how, content_sha256, reason, answered_at, voided_at, signer_name, fingerprint, signed_sha256`,
)

const NO_ANSWER = sql.raw(
  `answer = null, how = null, content_sha256 = null, reason = null, answered_at = null, signer_name = null, fingerprint = null,
   signed_sha256 = null`,
)

/** In the order they were named. */
export function draftCoApplicants(db: Db, draftId: string): Promise<DraftCoApplicant[]> {
  return rows(
    db,
    sql<DraftCoApplicant>`select ${PERSON} from dossiers.draft_co_applicant where draft_id = ${draftId} order by added_at, id`,
  )
}

export function coApplicantById(db: Db, id: string): Promise<DraftCoApplicant | undefined> {
  return maybeRow(db, sql<DraftCoApplicant>`select ${PERSON} from dossiers.draft_co_applicant where id = ${id}`)
}

/** What somebody is asked to agree to, by the number they signed in with: those they opened. */
export function openedBy(db: Db, citizenId: string): Promise<DraftCoApplicant[]> {
  return rows(
    db,
    sql<DraftCoApplicant>`
      select ${PERSON} from dossiers.draft_co_applicant where citizen_id = ${citizenId} order by added_at desc limit 50`,
  )
}

export async function insertPerson(
  db: Db,
  person: NamedPerson & { id: string; draftId: string },
  now: Date,
): Promise<void> {
  const { id, draftId, fullName, personalId, phone, email } = person
  await execute(
    db,
    sql`insert into dossiers.draft_co_applicant (id, draft_id, full_name, personal_id, phone, email, added_at)
        values (${id}, ${draftId}, ${fullName}, ${personalId}, ${phone}, ${email}, ${now})`,
  )
}

export async function deletePerson(db: Db, draftId: string, id: string): Promise<number> {
  return execute(db, sql`delete from dossiers.draft_co_applicant where draft_id = ${draftId} and id = ${id}`)
}

/** A new link; the one before opens nothing any more. */
export async function saveLink(db: Db, id: string, until: Date, reminded: Date | null): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft_co_applicant set link_no = link_no + 1, link_until = ${until}, link_opened_at = null,
          ${NO_ANSWER},
          reminders = reminders + ${reminded === null ? 0 : 1}, reminded_at = coalesce(${reminded}::timestamptz, reminded_at)
        where id = ${id}`,
  )
}

export async function saveOpened(db: Db, id: string, citizenId: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft_co_applicant set citizen_id = ${citizenId}, link_opened_at = ${now} where id = ${id}`,
  )
}

type Answer = Pick<DraftCoApplicant, 'answer' | 'how' | 'contentSha256' | 'reason'> & Partial<CoSignature>

export async function saveAnswer(
  db: Db,
  id: string,
  { answer, how, contentSha256, reason, signerName = null, fingerprint = null, signedSha256 = null }: Answer,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft_co_applicant set answer = ${answer}, how = ${how}, content_sha256 = ${contentSha256},
          reason = ${reason}, answered_at = ${now}, signer_name = ${signerName}, fingerprint = ${fingerprint},
          signed_sha256 = ${signedSha256}
        where id = ${id}`,
  )
}

/** Nobody has agreed any more. Those asked are to be asked anew. */
export async function voidAnswers(db: Db, draftId: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update dossiers.draft_co_applicant set ${NO_ANSWER}, link_until = null, reminders = 0, reminded_at = null,
          voided_at = case when answer = 'agreed' then ${now}::timestamptz else voided_at end
        where draft_id = ${draftId} and link_no > 0`,
  )
  await execute(db, sql`delete from dossiers.draft_content where draft_id = ${draftId}`)
}

/** nội dung gửi cho mọi người xem: what will be filed, as it stood when they were asked. */
export type AskedContent = { input: FilingInput; contentSha256: string; askedAt: Date }

export function askedContent(db: Db, draftId: string): Promise<AskedContent | undefined> {
  return maybeRow(
    db,
    sql<AskedContent>`select input, content_sha256, asked_at from dossiers.draft_content where draft_id = ${draftId}`,
  )
}

export async function saveAsked(
  db: Db,
  draftId: string,
  { input, contentSha256, askedAt }: AskedContent,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.draft_content (draft_id, input, content_sha256, asked_at)
        values (${draftId}, ${JSON.stringify(input)}::jsonb, ${contentSha256}, ${askedAt})
        on conflict (draft_id) do update set input = excluded.input, content_sha256 = excluded.content_sha256, asked_at = excluded.asked_at`,
  )
}

export async function insertCoApplicants(db: Db, dossierId: string, people: readonly CoApplicant[]): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.co_applicant (dossier_id, no, full_name, personal_id, phone, email, citizen_id, how, content_sha256, agreed_at,
          signer_name, fingerprint, signed_sha256)
        select ${dossierId}::uuid, p.no, p."fullName", p."personalId", p.phone, p.email, p."citizenId", p.how, p."contentSha256", p."agreedAt",
          p."signerName", p.fingerprint, p."signedSha256"
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(no int, "fullName" text, "personalId" text, phone text, email text,
          "citizenId" uuid, how text, "contentSha256" text, "agreedAt" timestamptz, "signerName" text, fingerprint text, "signedSha256" text)`,
  )
}

/** Everybody who stands for a dossier beside who filed it. */
export function coApplicantsOf(db: Db, dossierId: string): Promise<CoApplicant[]> {
  return rows(
    db,
    sql<CoApplicant>`
      select no, full_name, personal_id, phone, email, citizen_id, how, content_sha256, agreed_at, signer_name, fingerprint, signed_sha256
      from dossiers.co_applicant where dossier_id = ${dossierId} order by no`,
  )
}

/** In which of these dossiers a person is one of several applicants. */
export async function sharedWith(db: Db, citizenId: string, dossierIds: readonly string[]): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ dossierId: string }>`
      select dossier_id from dossiers.co_applicant where citizen_id = ${citizenId} and dossier_id = any(${[...dossierIds]}::uuid[])`,
  )
  return found.map(({ dossierId }) => dossierId)
}
