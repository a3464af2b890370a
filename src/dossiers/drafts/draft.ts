import { addDays, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { canonicalJson, sha256Hex } from '../../platform/journal/line.ts'
import type { Omission } from '../dossier.ts'
import type { FilingInput } from '../filing/filing-input.ts'

const KEPT_DAYS = 30

/** bài khai: a form half done. Kept for thirty days after the last change, taken up again by its code. */
export type Draft = {
  id: string
  /** Such as `7KQ-402`. It names the draft; only its owner or a desk officer opens it. */
  resumeCode: string
  ownerAccountId: string
  procedureCode: string
  procedureVersionId: string
  competentUnitCode: string | null
  /** Answers by page of the form. */
  pages: Record<string, Record<string, unknown>>
  createdAt: Date
  updatedAt: Date
  keepUntil: LegalDate
  /** Accounts of those its owner let help. */
  helperAccountIds: string[]
}

export type DraftFile = {
  componentCode: string
  fileId: string
  /** Set when it is a paper of the vault. */
  vaultEntryId?: string | null
}

export function keepUntil(now: Date): LegalDate {
  return addDays(vietnamDate(now), KEPT_DAYS)
}

/** The owner as the sender of files, a citizen or an officer who began it for somebody, and those who helped. */
export function labelsOf({
  ownerAccountId,
  helperAccountIds,
}: Pick<Draft, 'ownerAccountId' | 'helperAccountIds'>): string[] {
  const helpers = helperAccountIds.map((id) => `officer:${id}`)
  return [`citizen:${ownerAccountId}`, `officer:${ownerAccountId}`, ...helpers]
}

const OMISSION_PAGE = /^giay-to-\d+$/

/** Where a draft keeps why a paper is not handed in: one page each, so that two windows do not undo each other. */
export function omissionPage(no: number): string {
  return `giay-to-${no}`
}

const OMISSIONS: readonly Omission[] = ['not-my-case', 'held-by-the-state', 'filled-on-screen']

export function asOmission(value: unknown): Omission | null {
  return OMISSIONS.find((one) => one === value) ?? null
}

/** All answers so far, the later page winning; why a paper is left out is no answer. */
export function answersOf({ pages }: Pick<Draft, 'pages'>): Record<string, unknown> {
  const answered = Object.entries(pages).filter(([page]) => !OMISSION_PAGE.test(page))
  return Object.fromEntries(answered.flatMap(([, answers]) => Object.entries(answers)))
}

/** mốc của một phần: what a page of the form held when somebody began to change it. Other content, other mark. */
export function markOf(answers: Record<string, unknown> | undefined): string {
  return answers === undefined ? 'chua-co' : sha256Hex(canonicalJson(answers)).slice(0, 16)
}

/**
 * True when another window or device saved something else meanwhile. What is sent a second time because the first answer was
 * lost is no such case: it is there already.
 */
export function isChangedElsewhere(
  stored: Record<string, unknown> | undefined,
  { basedOn, answers }: { basedOn: string; answers: Record<string, unknown> },
): boolean {
  const mark = markOf(stored)
  return mark !== basedOn && mark !== markOf(answers)
}

/** The components a draft's files make up. */
export function componentsOfDraft(files: readonly DraftFile[]): FilingInput['components'] {
  return [...Map.groupBy(files, ({ componentCode }) => componentCode)].map(([componentCode, own]) => ({
    componentCode,
    form: 'electronic',
    fileIds: own.map(({ fileId }) => fileId),
    ...fromVault(own),
  }))
}

/** The papers of the vault among files, for filing. */
export function fromVault(files: readonly Pick<DraftFile, 'vaultEntryId'>[]): { vaultEntryIds?: string[] } {
  const ids = [...new Set(files.flatMap(({ vaultEntryId }) => vaultEntryId ?? []))]
  return ids.length === 0 ? {} : { vaultEntryIds: ids }
}
