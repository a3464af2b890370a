import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import { isPersonalId, personalIdFacts } from '../../forms/index.ts'
import type { Party } from '../dossier.ts'

/** Whether a person was filed for under name and birth date alone, as for a child whose birth is being registered. */
export function isNumberless({ kind, personalId, passportNumber }: Party): boolean {
  return kind === 'citizen' && personalId === null && passportNumber === null
}

/** Why this is not the number of that applicant; `known`: whoever is on record with it. */
export function whyNotGiveNumber(
  applicant: Party,
  { personalId, known }: { personalId: string; known: { fullName: string } | undefined },
  today: LegalDate,
): Reason | undefined {
  if (!isNumberless(applicant)) return { code: 'dossiers.applicant-has-number' }
  if (!isPersonalId(personalId, today)) return { code: 'dossiers.applicant-number-wrong' }
  // The fourth to sixth digits tell century, sex and year (Nghị định 137/2015/NĐ-CP, Điều 13).
  const year = applicant.bornOn?.slice(0, 4)
  if (year !== undefined && Number(year) !== personalIdFacts(personalId)?.birthYear)
    return { code: 'dossiers.applicant-number-other-year', facts: { year } }
  const isAnothers = known !== undefined && foldText(known.fullName) !== foldText(applicant.fullName)
  return isAnothers ? { code: 'dossiers.applicant-number-others' } : undefined
}
