import type { ProcessDefinition } from '../../catalogue/index.ts'
import type { PlaceWish } from '../../signing/index.ts'
import type { Reason } from '../../platform/refusal.ts'
import { fileAt, type Result, type ResultFile } from '../result.ts'

/** Where on the paper initials go: under its last words, beside the list of recipients, in the lower corner of its last page. */
export const INITIALS_PLACES = ['end', 'recipients', 'corner'] as const
export type InitialsPlace = (typeof INITIALS_PLACES)[number]

/** Points: a third of the signature they go before. */
const SIZE = { width: 44, height: 20 }
/** Words that are found again also where the line breaks among those before them. */
const LAST_WORDS = 2

type Initialled = Pick<Result, 'state' | 'version' | 'draftedByAccountId'>

/** Why this officer cannot initial the draft: who drafted it does, once, before it is approved. */
export function whyNotInitial(
  result: Initialled | undefined,
  files: readonly ResultFile[],
  accountId: string,
): Reason | undefined {
  if (!result || result.state !== 'draft') return { code: 'results.no-draft-to-initial' }
  if (result.draftedByAccountId !== accountId) return { code: 'results.not-the-drafter' }
  return fileAt(result, files, 'initialled') ? { code: 'results.initialled' } : undefined
}

/** Whether nothing is approved without initials. */
export const demandsInitials = ({ steps }: Pick<ProcessDefinition, 'steps'>): boolean =>
  steps.some(({ produces }) => produces.includes('initials'))

/** The place as the paper has it; a paper without closing words or recipients has the corner. */
export function placeOfInitials(
  wished: InitialsPlace,
  { content }: Pick<Result, 'content'>,
  lastPage: number,
): PlaceWish {
  const end = content.body.at(-1)?.trim().split(/\s+/).slice(-LAST_WORDS).join(' ') ?? ''
  if (wished === 'end' && end !== '') return { ...SIZE, near: { phrase: end, side: 'below' } }
  if (wished === 'recipients' && content.recipients.length > 0)
    return { ...SIZE, near: { phrase: RECIPIENTS, side: 'right' } }
  return { ...SIZE, near: { page: lastPage, corner: 'bottom-left' } }
}

/** As the papers have it. */
const RECIPIENTS = 'Nơi nhận:'
