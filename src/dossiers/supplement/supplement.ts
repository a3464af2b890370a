import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Dossier, DossierComponent, Handling } from '../dossier.ts'
import type { ComponentInput } from '../filing/filing-input.ts'
import type { SupplementTaken } from './at-desk/taking.ts'

export type SupplementItem = { no: number; componentCode: string | null; what: string; reason: string; how: string }

/** phiếu yêu cầu bổ sung */
export type SupplementRequest = {
  no: number
  /** Where it arose: at reception or while appraising. */
  stage: Handling
  requestedAt: Date
  byAccountId: string
  byName: string
  replyBy: LegalDate
  legalBasis: string | null
  /** Why this was not asked the first time; set from the second request on. */
  whyAgain: string | null
  answeredAt: Date | null
  answerNote: string | null
  /** Set when a desk took the answer; null for one sent online. */
  taken: SupplementTaken | null
  items: SupplementItem[]
}

type Asked = { replyBy: LegalDate; whyAgain: string | undefined }

/** Guidance is given once, fully and exactly (Decree 61/2018, art. 15); asking again needs a reason on record. */
export function whyNotRequest(
  { supplementCount }: Pick<Dossier, 'supplementCount'>,
  asked: Asked,
  today: LegalDate,
): Reason | undefined {
  if (asked.replyBy <= today) return { code: 'dossiers.reply-day-passed', facts: { replyBy: asked.replyBy } }
  if (supplementCount > 0 && !asked.whyAgain?.trim())
    return { code: 'dossiers.second-request', facts: { before: supplementCount } }
  return undefined
}

export type SuppliedComponent = { componentNo: number; code: string; form: string; fileIds: string[] }

/** Gives what was supplied its place: papers already there keep their number, others follow. */
export function placeSupplied(
  there: readonly DossierComponent[],
  supplied: readonly ComponentInput[],
): SuppliedComponent[] {
  let last = Math.max(0, ...there.map(({ no }) => no))
  return supplied.map(({ componentCode, form, fileIds }) => {
    const known = there.find(({ code }) => code === componentCode)
    const more = fileIds.filter((fileId) => !known?.files.some((file) => file.fileId === fileId))
    return { componentNo: known?.no ?? (last += 1), code: componentCode, form: known?.form ?? form, fileIds: more }
  })
}
