import { extractSeal } from './batch/issue-extract.ts'
import { listRecord } from './batch/list-approval.ts'
import { decisionSeal } from './batch/seal-decision.ts'
import { batchSignature } from './batch/sign-batch.ts'
import { copyCertification } from './blanks/certify-copy.ts'
import { onDeliveryChanged, onDossierFinished, onResultReplaced } from './on-dossier-finished.ts'
import { keepIssuedResults } from './on-result-issued.ts'
import { renewIssued } from './renewal/renew-issued.ts'
import { watchRenewals } from './renewal/tell-late.ts'
import { resultInitials } from './initials/sign-initials.ts'
import { resultSeal } from './seal-result.ts'
import { approvalRecord } from './sign-approval.ts'
import { resultSignature } from './sign-result.ts'

export { approveResult } from './approve-result.ts'
export { approveBatch } from './batch/approve-batch.ts'
export { certifiedCopiesPort, type KnownCopy } from './certified-copies.ts'
export { gatherBatch } from './batch/gather-batch.ts'
export { downloadBatch, getBatch, listBatches } from './batch/get-batch.ts'
export { listGatherable } from './batch/list-gatherable.ts'
export { removeBatchMember, returnBatch } from './batch/remove-member.ts'
export { returnSignedBatch } from './batch/return-signed-batch.ts'
export { sealBatch } from './batch/seal-batch.ts'
export { signBatch } from './batch/sign-batch.ts'
export { bulkApprove } from './bulk/bulk-approve.ts'
export { bulkDeliver } from './bulk/bulk-deliver.ts'
export type { Correction } from './correction/correction.ts'
export type { CorrectionUnderWay } from './correction/correction-of.ts'
export { openCorrection, replaceResult } from './correction/replace-result.ts'
export { deliverResult } from './deliver-result.ts'
export { draftResult } from './draft-result.ts'
export {
  correctionOpened,
  deliveryRefused,
  draftReturned,
  renewalsLate,
  resultApproved,
  resultReplaced,
  resultSigned,
  signatureReturned,
  type ResultEvent,
} from './events.ts'
export { getResultDraft, previewDraft, type OpenResultDraft } from './get-draft.ts'
export { downloadResult, getResult, type ResultView } from './get-result.ts'
export type { IssuedDocument } from './issued.ts'
export { dossiersWithIssued } from './issued-store.ts'
export { listWaitingResults, type WaitingResult } from './list-waiting.ts'
export type { Result, ResultContent, ResultDelivered, ResultFile, ResultState } from './result.ts'
export { listRound, type RoundPaper } from './round/list-round.ts'
export { openPaper } from './round/open-paper.ts'
export { sealRound, signRound } from './round/sign-round.ts'
export { refuseDelivery } from './refuse-delivery.ts'
export { returnDraft } from './return-draft.ts'
export { returnSigned } from './return-signed.ts'
export { sealResult } from './seal-result.ts'
export { signInitials } from './initials/sign-initials.ts'
export { signResult } from './sign-result.ts'
export { releaseResult } from './release-result.ts'
export { resultsRefusals } from './texts.ts'
export { planUnplanned } from './renewal/plan-issued.ts'
export { keepRenewal, renewAll, renewIssued } from './renewal/renew-issued.ts'
export { renewalCheck, renewalGauges, renewalPlan, type RenewalPlan } from './renewal/renewal-plan.ts'
export { signaturesCommand } from './renewal/signatures.command.ts'
export { GRANTS } from './result-input.ts'
export { resultOf } from './store.ts'
export { tidyTitle } from './default-content.ts'
export { verifyCommand } from './verify.command.ts'
export { LARGEST_VERIFIED, verifyDocument } from './verify-document.ts'
export type { Judgement, PublicDocument, Verification } from './verification.ts'

/** What results have signed: a signature that is confirmed later finds its way by these. */
export const resultsPurposes = [
  approvalRecord,
  resultInitials,
  listRecord,
  resultSignature,
  resultSeal,
  batchSignature,
  decisionSeal,
  extractSeal,
  copyCertification,
] as const

export const resultsReactions = [onDeliveryChanged, onDossierFinished, onResultReplaced, ...keepIssuedResults]
export const resultsJobs = [renewIssued, watchRenewals]
