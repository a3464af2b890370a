import { onDossierFinished } from './on-dossier-finished.ts'

export { approveResult } from './approve-result.ts'
export { deliverResult } from './deliver-result.ts'
export { draftResult } from './draft-result.ts'
export { draftReturned, resultApproved, resultSigned, type ResultEvent } from './events.ts'
export { getResultDraft, previewDraft, type OpenResultDraft } from './get-draft.ts'
export { downloadResult, getResult, type ResultView } from './get-result.ts'
export type { IssuedDocument } from './issued.ts'
export { listWaitingResults, type WaitingResult } from './list-waiting.ts'
export type { Result, ResultContent, ResultDelivered, ResultFile, ResultState } from './result.ts'
export { returnDraft } from './return-draft.ts'
export { sealResult } from './seal-result.ts'
export { signResult } from './sign-result.ts'
export { resultsRefusals } from './texts.ts'
export { verifyCommand } from './verify.command.ts'
export {
  LARGEST_VERIFIED,
  verifyDocument,
  type Judgement,
  type PublicDocument,
  type Verification,
} from './verify-document.ts'

export const resultsReactions = [onDossierFinished]
/** What happens later happens by reactions. */
export const resultsJobs = []
