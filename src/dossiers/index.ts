import { applicationSignature } from './application/application-signature.ts'
import { appraisalRecord } from './appraisal/sign-appraisal.ts'
import { opinionRecord } from './consultation/sign-opinion.ts'
import { onDayClosed } from './clock/recompute-due.ts'
import { watchConsultations } from './consultation/watch-terms.ts'
import { forgetDrafts } from './drafts/forget-drafts.ts'
import { fileRows } from './from-spreadsheet/file-bundle.ts'
import { forgetBundles } from './from-spreadsheet/forget-bundles.ts'
import { watchLinkedParts } from './linked/watch-parts.ts'
import {
  printAppointmentSlip,
  printExtensionNotice,
  printHandlingSheet,
  printRefusalNotice,
  printStopNotice,
  printSupplementRequest,
} from './papers/print-papers.ts'
import { keepHandlingSheet } from './papers/on-dossier-ended.ts'
import { watchRights } from './acting/watch-rights.ts'
import { remindUnit, watchReminders } from './reminders/watch-reminders.ts'
import { keepAcceptedPapers, keepPapersOfNumbered } from './vault/on-dossier-received.ts'
import { recordHeldPapers } from './vault/record-held.ts'

export { heldFacts, type PrefillSource } from './prefill/held-facts.ts'
export type { AnswerOrigin, HeldFact, OriginSource } from './prefill/prefill.ts'
export { counterFacts, type HeardInput } from './prefill/counter-facts.ts'
export { originForOfficers, declaredAtDesk } from './prefill/officers.texts.ts'
export { heldAnswers, type HeldAnswers } from './prefill/prefill.ts'
export { vaultFactsForDraft } from './prefill/vault-facts.ts'
export { signApplication } from './application/sign-application.ts'
export type { ApplicationCheck, ShownSignature } from './application/shown-signatures.ts'
export { howWords } from './application/paper.texts.ts'
export { applicantNumberGiven, giveApplicantNumber } from './applicant-number/give-applicant-number.ts'
export { endActing } from './acting/end-acting.ts'
export { actingEnded, actingRecorded, groundAccepted, groundDoubted } from './acting/events.ts'
export { judgeGround } from './acting/judge-ground.ts'
export { holdsOn } from './acting/acting.ts'
export { countedDossiers, runningAmong, type CountedDossier } from './counted/store.ts'
export { actingOfDossier } from './acting/store.ts'
export { groundFirst, GROUND_PAPER, papersAskedOf } from './acting/ground-paper.ts'
export type { Acting, Capacity, FiledActing } from './acting/acting.ts'
export { capacityWords } from './acting/texts.ts'
export { askToHelp } from './helping/ask-to-help.ts'
export { confirmHelp, confirmHelpByPaper } from './helping/confirm-help.ts'
export { endHelp } from './helping/end-help.ts'
export { getHelp, listOwnHelps, whoHelpedMe } from './helping/get-help.ts'
export { handOver } from './hand-over/hand-over.ts'
export { countHandOvers, listHandOvers, type HandOvers } from './hand-over/list-hand-overs.ts'
export { assignDossier, type Candidate } from './appraisal/assign-dossier.ts'
export { returnStep } from './appraisal/return-step.ts'
export { takeDossier } from './appraisal/take-dossier.ts'
export { DossierCodesInput, MOST_AT_ONCE, bulkOutcome, toEach, type BulkOutcome, type BulkResult } from './bulk/bulk.ts'
export { bulkAssign } from './bulk/bulk-assign.ts'
export { bulkReceive } from './bulk/bulk-receive.ts'
export type { ClockEntry } from './clock/clock-entry.ts'
export { clockOfDossier, type DossierClock } from './clock/dossier-clock.ts'
export { extendDeadline } from './clock/extend-deadline.ts'
export { previewUnitWeek, type WeekPreview } from './clock/preview-week.ts'
export { clockEntriesOf } from './clock/store.ts'
export { resumeDossier, suspendDossier } from './clock/suspend-dossier.ts'
export type { CoApplicant } from './co-applicants/co-applicant.ts'
export { coAgreementVoided, coApplicantAnswered, coApplicantAsked, withdrawalAsked } from './co-applicants/events.ts'
export { coApplicantsOf } from './co-applicants/store.ts'
export { howAgreedWords, togetherTexts } from './co-applicants/texts.ts'
export { keepDossier } from './co-applicants/wish-to-withdraw.ts'
export type { Closure, ClosureGround } from './closing/closure.ts'
export { stopDossier } from './closing/stop-dossier.ts'
export { closureOf } from './closing/store.ts'
export { withdrawDossier } from './closing/withdraw-dossier.ts'
export { changeDelivery } from './delivery/change-delivery.ts'
export type { DeliveryChange } from './delivery/delivery-change.ts'
export { waiveStep } from './demands/waive-step.ts'
export type { LeftPaper } from './demands/demands.ts'
export { acceptLinkedPart } from './linked/accept-part.ts'
export { completeLinkedPart } from './linked/complete-part.ts'
export { linkedPartMoved, type LinkedPartEvent, type PartNews } from './linked/events.ts'
export { getLinkedPart, getPartFile, type OwnPart } from './linked/get-linked-part.ts'
export { getLinkedPartFile, getLinkedParts, type LinkedPartView } from './linked/get-linked-parts.ts'
export { countLinkedParts, listLinkedParts, type PartItem } from './linked/list-linked-parts.ts'
export { releaseLinkedPart } from './linked/release-part.ts'
export { remindLinkedPart } from './linked/remind-part.ts'
export { resendLinkedPart } from './linked/resend-part.ts'
export { returnLinkedPart } from './linked/return-part.ts'
export { sendLinkedParts } from './linked/send-parts.ts'
export { peopleOfPart, type PeopleOfPart } from './linked/who-to-tell.ts'
export { closeConsultation } from './consultation/close-consultation.ts'
export {
  bodyState,
  COMPLETENESS_RULES,
  OPINION_ANSWERS,
  type BodyState,
  type Completeness,
  type Consultation,
  type OpinionAnswer,
} from './consultation/consultation.ts'
export {
  bodyReleased,
  opinionGiven,
  opinionOverdue,
  opinionReminded,
  opinionRequested,
  type ConsultedEvent,
} from './consultation/events.ts'
export { getConsultation, getOpinionFile, type ConsultationView } from './consultation/get-consultation.ts'
export { getAskedFile, getOpinionAsked, type OpinionAsked } from './consultation/get-opinion-asked.ts'
export { consultationsOf } from './consultation/store.ts'
export { giveOpinion } from './consultation/give-opinion.ts'
export { signOpinion } from './consultation/sign-opinion.ts'
export { countOpinionsAsked, listOpinionsAsked, type AskedItem } from './consultation/list-opinions-asked.ts'
export { releaseBody } from './consultation/release-body.ts'
export { requestDemandedOpinions } from './consultation/request-demanded.ts'
export { remindOpinion } from './consultation/remind-opinion.ts'
export { requestOpinions } from './consultation/request-opinions.ts'
export { peopleOfConsulted, type ConsultedPeople } from './consultation/who-to-tell.ts'
export { codeFrame, formatCode, parseCode } from './filing/dossier-code.ts'
export {
  HANDLING_STATES,
  hasEnded,
  isFiledForAnother,
  nameOf,
  nationalStatusOf,
  type AppraisalOutcome,
  type Channel,
  type ComponentForm,
  type Dossier,
  type DossierComponent,
  type Handling,
  type NationalStatus,
  type Omission,
  type Party,
  type ReachedDossier,
  type ResultDelivery,
} from './dossier.ts'
export { answersOf, componentsOfDraft, type Draft, type DraftFile } from './drafts/draft.ts'
export { removeDraftFile } from './drafts/draft-files.ts'
export { arrangeDraftPages, ownPages, takeDraftFiles, type DraftPaper } from './drafts/draft-pictures.ts'
export { getDraft, getDraftFile, myDrafts, type OpenDraft } from './drafts/get-draft.ts'
export { openDraft } from './drafts/open-draft.ts'
export { draftFiles } from './drafts/store.ts'
export { saveDraftPage } from './drafts/save-draft-page.ts'
export { startDraft } from './drafts/start-draft.ts'
export {
  deadlineExtended,
  deliveryChanged,
  dossierAppraised,
  dossierAssigned,
  dossierDelivered,
  dossierFinished,
  dossierReceived,
  dossierResumed,
  dossierStopped,
  dossierSubmitted,
  dossierSupplemented,
  dossierSuspended,
  dossierWithdrawn,
  dueDateMoved,
  intakeRefused,
  stepReturned,
  stepUndone,
  supplementRequested,
  type DossierEvent,
} from './events.ts'
export { fileAtCounter } from './filing/file-at-counter.ts'
export { filingForm, formOfDossier, formSource, type FilingForm } from './filing/filing-form.ts'
export type { ComponentInput, FilingInput } from './filing/filing-input.ts'
export { askForRecord, type RecordContext } from './step-records/ask-for-record.ts'
export { completeRecord, recordLook } from './step-records/complete-record.ts'
export { consultationToSign, stepToSign, type StepRecord } from './step-records/step-record.ts'
export { recordTexts } from './step-records/texts.ts'
export { getHandlingSheet } from './papers/get-handling-sheet.ts'
export { issuingAgency } from './papers/paper-contents.ts'
export { officeDueHistory } from './clock/due-history.ts'
export { numberForm } from './papers/number-form.ts'
export { formInForce } from './papers/statutory-form.ts'
export { renderSupplementRequest, type SupplementRequestPaper } from './papers/supplement-request.ts'
export { isCompetent, placeOfFiling, type FilingPlace } from './filing/filing-place.ts'
export {
  getDossier,
  type ApplicationView,
  type ComponentView,
  type DossierView,
  type PaperView,
  type RecordView,
} from './reading/get-dossier.ts'
export { getDossierFile } from './reading/get-dossier-file.ts'
export { getJournal, type JournalPage } from './reading/get-journal.ts'
export { whoReadMine } from './reading/who-read.ts'
export { listAssignees } from './appraisal/list-assignees.ts'
export {
  SEALED_RESULT,
  accountOf,
  actorName,
  finishDossier,
  markDelivered,
  moveHandling,
  type MoveFacts,
} from './move-handling.ts'
export { appraisalsOf, type Appraisal } from './appraisal/store.ts'
export { myDossiers, type OwnDossier, type OwnDossiers } from './reading/my-dossiers.ts'
export { procedureOf, processOf } from './known.ts'
export { partiesOf, type Parties } from './filing/parties.ts'
export { actionsPossible, whyNot, type DossierAction } from './process.ts'
export { listQueue, type Queue, type QueueItem } from './queue/list-queue.ts'
export { QUEUE_TABS, type QueueTab, type Urgency } from './queue/queue.ts'
export { searchDossiers, type FoundDossier } from './queue/search-dossiers.ts'
export { competentUnitsOf, dossierWithinReach, dossiersWithinReach } from './reach.ts'
export { remindersDue, type ReminderItem } from './reminders/events.ts'
export { listReminders, type ReminderView } from './reminders/list-reminders.ts'
export { type Escalation } from './reminders/store.ts'
export { remindersCheck, remindersGauges } from './reminders/watcher-health.ts'
export { rebuildCommand } from './rebuild/rebuild.command.ts'
export { receiveDossier } from './intake/receive-dossier.ts'
export { recordAppraisal } from './appraisal/record-appraisal.ts'
export { signAppraisal } from './appraisal/sign-appraisal.ts'
export { refuseIntake } from './intake/refuse-intake.ts'
export { requestSupplement } from './supplement/request-supplement.ts'
export { parseResumeCode } from './drafts/resume-code.ts'
export { handlingSheet, holdingUnit, type SheetRow, type Step } from './step.ts'
export { componentsOfDossier, dossierById, dueDatesOf, stepsOf } from './store.ts'
export { undoStep } from './undo/undo-step.ts'
export { submitDossier } from './filing/submit-dossier.ts'
export {
  paperCertified,
  scannedPapersPort,
  type AloneScan,
  sealedCopiesPort,
  type ScannedPaper,
  type SealedCopy,
} from './scanned-papers/scanned-papers.ts'
export { findWaiting, type WaitingDossier } from './supplement/at-desk/find-waiting.ts'
export { getTaking, getTakingFile, type Taking } from './supplement/at-desk/get-taking.ts'
export { dropFromTaking, keepTaking } from './supplement/at-desk/keep-taking.ts'
export { takeSupplement } from './supplement/at-desk/take-supplement.ts'
export {
  hasPapers,
  itemsLeft,
  type SupplementTaken,
  type TakenItem,
  type TakingChannel,
} from './supplement/at-desk/taking.ts'
export type { SupplementItem, SupplementRequest } from './supplement/supplement.ts'
export { supplementRequestsOf } from './supplement/store.ts'
export { supplyDossier } from './supplement/supply-dossier.ts'
export {
  HOTLINE,
  channelWords,
  doneBy,
  deliveryWords,
  dossiersRefusals,
  feeWords,
  handlingWords,
  nationalStatusWords,
} from './texts.ts'
export { trackDossier, type OwnTrack, type PublicTrack, type Track } from './reading/track-dossier.ts'
export { getOfferedFile, linkVaultPaper, offersForDraft, type PaperOffers } from './vault/draft-vault.ts'
export { vaultOwnerOf } from './vault/vault-owner.ts'
export { workPath } from './work-path.ts'

/** What this module has signed. */
export const dossiersPurposes = [applicationSignature, appraisalRecord, opinionRecord] as const

export const dossiersJobs = [
  fileRows,
  forgetBundles,
  forgetDrafts,
  printAppointmentSlip,
  printExtensionNotice,
  printHandlingSheet,
  printRefusalNotice,
  printStopNotice,
  printSupplementRequest,
  remindUnit,
  watchConsultations,
  watchReminders,
  watchLinkedParts,
  watchRights,
]

export const dossiersReactions = [
  onDayClosed,
  ...keepHandlingSheet,
  keepAcceptedPapers,
  recordHeldPapers,
  keepPapersOfNumbered,
]
