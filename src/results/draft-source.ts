import { randomBytes } from 'node:crypto'
import { vietnamDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { Refusal, type Reason } from '../platform/refusal.ts'
import { sectorCodesOf } from '../catalogue/index.ts'
import { shownAnswers } from '../forms/index.ts'
import { officersAt, standInSignatories } from '../identity/index.ts'
import {
  isAuthorityInForce,
  issueAuthorityById,
  provinces,
  unitById,
  type Province,
  type Unit,
} from '../organisation/index.ts'
import { appraisalsOf, formOfDossier, procedureOf, type Dossier } from '../dossiers/index.ts'
import type { DraftSource, Signatory } from './default-content.ts'
import type { Result } from './result.ts'
import { placeLetters, verificationCode } from './verification-code.ts'

/** Reads what a draft of this dossier's result is made from. */
export async function draftSource(db: Db, dossier: Dossier, now: Date): Promise<DraftSource> {
  const agency = await unitById(db, dossier.competentUnitId)
  if (!agency) throw new Error(`no unit ${dossier.competentUnitId}`)
  const above = agency.parentId === null ? undefined : await unitById(db, agency.parentId)
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const form = await formOfDossier(db, procedure, dossier.formVersion)
  const province = await provinceOf(db, dossier.provinceCode, now)
  return {
    dossier,
    procedure,
    answers: shownAnswers(form, dossier.answers),
    agency,
    above: agency.kind === 'peoples-committee' ? province.fullName : (above?.name ?? province.fullName),
    place: placeOf(agency, province.fullName),
    appraisalNote: (await appraisalsOf(db, dossier.id)).at(-1)?.note ?? '',
  }
}

/**
 * Who may be named as signing: officers with that role at the agency that decides, then those who sign for one of them by a
 * written instrument (Nghị định 30/2020/NĐ-CP, Điều 13).
 */
export async function signatoriesOf(
  db: Db,
  { competentUnitId, procedureCode }: Pick<Dossier, 'competentUnitId' | 'procedureCode'>,
  now: Date,
): Promise<Signatory[]> {
  const on = vietnamDate(now)
  const own = await officersAt(db, competentUnitId, 'signatory', on)
  const procedure = { code: procedureCode, sectors: await sectorCodesOf(db, procedureCode) }
  const standIns = await standInSignatories(db, competentUnitId, procedure, on)
  const all: Signatory[] = [...own, ...standIns]
  return all.filter((one, index) => all.findIndex(({ accountId }) => accountId === one.accountId) === index)
}

/** Why a result cannot be signed by the authority printed on it: what it rests on has ended or does not cover it. */
export async function whyNotByAuthority(
  db: Db,
  { content, authorityId }: Pick<Result, 'content' | 'authorityId'>,
  dossier: Pick<Dossier, 'competentUnitId' | 'procedureCode'>,
  now: Date,
): Promise<Reason | undefined> {
  const { delegationId, authority } = content.signature
  if (authorityId !== null) {
    const found = await issueAuthorityById(db, authorityId)
    if (found && isAuthorityInForce(found, vietnamDate(now))) return undefined
    return { code: 'results.authority-ended', facts: { authority: authority.join(' ') } }
  }
  if (delegationId === undefined) return undefined
  const procedure = { code: dossier.procedureCode, sectors: await sectorCodesOf(db, dossier.procedureCode) }
  const standIns = await standInSignatories(db, dossier.competentUnitId, procedure, vietnamDate(now))
  return standIns.some(({ standsFor }) => standsFor.delegationId === delegationId)
    ? undefined
    : { code: 'results.authority-ended', facts: { authority: authority.join(' ') } }
}

/** The signatory chosen, or the first there is. Refuses with `results.no-signatory`. */
export function chooseSignatory(signatories: readonly Signatory[], accountId: string | undefined): Signatory {
  const chosen = accountId === undefined ? signatories[0] : signatories.find((one) => one.accountId === accountId)
  if (!chosen) throw new Refusal('results.no-signatory')
  return chosen
}

export async function newVerificationCode(db: Db, provinceCode: string, now: Date): Promise<string> {
  return verificationCode(placeLetters((await provinceOf(db, provinceCode, now)).name), randomBytes(16))
}

async function provinceOf(db: Db, provinceCode: string, now: Date): Promise<Province> {
  const found = (await provinces(db, vietnamDate(now))).find(({ code }) => code === provinceCode)
  if (!found) throw new Error(`no province ${provinceCode}`)
  return found
}

/** Địa danh: the commune's own name for its committee, else the province's. */
function placeOf(agency: Unit, province: string): string {
  const named = agency.communeCode === null ? province : agency.name
  return named.replace(/^.*?(?:phường|xã|đặc khu|thành phố|tỉnh)\s+/iu, '')
}
