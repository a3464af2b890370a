import type { Dossier } from '../dossier.ts'
import type { CoApplicant } from './co-applicant.ts'

/** đề nghị rút: one of several applicants wants the dossier back. */
export type WithdrawalWish = {
  no: number
  citizenId: string
  byName: string
  reason: string
  at: Date
  takenBackAt: Date | null
}

export function openWishes(wishes: readonly WithdrawalWish[]): WithdrawalWish[] {
  return wishes.filter(({ takenBackAt }) => takenBackAt === null)
}

/** Names of the applicants who have not asked for the dossier back; whoever filed it for another asks in their place. */
export function waitsForOf(
  {
    applicant,
    applicantCitizenId,
    submitterCitizenId,
  }: Pick<Dossier, 'applicant' | 'applicantCitizenId' | 'submitterCitizenId'>,
  others: readonly Pick<CoApplicant, 'fullName' | 'citizenId'>[],
  wishes: readonly WithdrawalWish[],
): string[] {
  const asked = new Set(openWishes(wishes).map(({ citizenId }) => citizenId))
  const first = [applicantCitizenId, submitterCitizenId].some((id) => id !== null && asked.has(id))
  const missing = others.filter(({ citizenId }) => citizenId === null || !asked.has(citizenId))
  return [...(first ? [] : [applicant.fullName]), ...missing.map(({ fullName }) => fullName)]
}
