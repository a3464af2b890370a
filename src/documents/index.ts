import { checkIntegrity } from './check-integrity.ts'
import { removeContents } from './let-go/remove-contents.ts'
import { forgetUnfinished } from './resumable/forget-unfinished.ts'
import { scanWaiting } from './scan-waiting.ts'
import { checkSignatures } from './signatures/check-signatures.ts'

export { ACCEPT, cleanName, formatSize, MEDIA_TYPES } from './file.ts'
export type { FileOrigin, MediaType, ScanVerdict, StoredFile } from './file.ts'
export { fileBytes } from './file-bytes.ts'
export { letGoFile, usesOfFile } from './let-go/let-go-file.ts'
export { fileDownload } from './file-download.ts'
export { sendPdf } from './send-pdf.ts'
export { ownFile } from './own-file.ts'
export { receiveFilePart } from './receive-file-part.ts'
export { recallForm, receiveForm, type ReceivedForm } from './receive-form.ts'
export { SENT_BEFORE, sentBefore } from './sent-before.ts'
export { receiveUpload } from './receive-upload.ts'
export type { Upload } from './receive-upload.ts'
export { inspect } from './inspection/inspector.ts'
export { arranged } from './pictures/arrange-pages.ts'
export { flatPage, pageOfPicture } from './pictures/make-page.ts'
export type { FlatPage } from './pictures/page-process.ts'
export { isPicture, type ComposedPage, type PageChoice } from './pictures/page.ts'
export { PageList } from './pictures/page-list.tsx'
export { pagesAsPdf, picturesAsPdf } from './pictures/pictures-as-pdf.ts'
export { composedPages, photosOf } from './pictures/store.ts'
export { recordProducedFile } from './record-produced-file.ts'
export type { ProducedFile } from './record-produced-file.ts'
export { filesUnderWay, type UnderWay } from './resumable/files-under-way.ts'
export { fileFoundInfected } from './scan-waiting.ts'
export { clamdScanner } from './scanners/clamd.ts'
export { noScanner } from './scanners/none.ts'
export { fileById, filesByIds, lastIntegrityRun, scanCounts } from './store.ts'
export type { IntegrityFinding, IntegrityRun } from './store.ts'
export { signatureCheckerPort } from './signatures/signature-check.ts'
export type { SignatureCheck, SignatureChecker, SignatureFinding } from './signatures/signature-check.ts'
export { signatureAdvice, signatureText, signatureTone } from './signatures/texts.ts'
export { documentsRefusals } from './texts.ts'
export {
  isSameOwner,
  isSurer,
  statusOf,
  type Proof,
  type VaultEntry,
  type VaultOwner,
  type VaultStatus,
} from './vault/entry.ts'
export { closeCopies, markArchived, refuseClosedCopy, type Archived } from './vault/archived/archived.ts'
export { entriesNotArchived, openDisputesAmong } from './vault/archived/store.ts'
export { countVaultWork } from './vault/work-waiting.ts'
export { answerDispute, getDispute, listDisputes } from './vault/dispute/answer-dispute.ts'
export {
  ANSWERERS as DISPUTE_ANSWERERS,
  disputeAnswered,
  entryDisputed,
  type DisputeEvent,
} from './vault/dispute/dispute.ts'
export { disputeEntry } from './vault/dispute/dispute-entry.ts'
export { decideDuplicate, getTwinFile, listDuplicates } from './vault/duplicates/decide-duplicate.ts'
export { recordRegisterUses, type RegisterUse } from './vault/register-uses.ts'
export { recordDecision, type ServedDecision } from './vault/decided.ts'
export { countReuse } from './vault/reuse-counts.ts'
export { lookAtShare, openShare } from './vault/share/open-share.ts'
export { revokeShare, shareEntry } from './vault/share/share-entry.ts'
export { entryEntered, keepInVault, revokeInVault } from './vault/keep-in-vault.ts'
export { getVaultEntry, getVaultFile, listVault, type ListedEntry, type OwnEntry } from './vault/my-vault.ts'
export { ownVault, vaultsOpenTo, type OpenVault } from './vault/vaults-open.ts'
export {
  bareName,
  fits,
  isOneOff,
  monthsAfter,
  paperTypeNames,
  typeName,
  typeOfPaper,
  typeOfResult,
  typesNamed,
  type WantedPaper,
} from './vault/paper-type.ts'
export {
  entriesByIds as vaultEntriesByIds,
  usesOf,
  entriesFrom as vaultEntriesFrom,
  entriesOf as vaultEntriesOf,
  issuedEntries,
  registerUsesForAll,
  usesFor,
  usesForAll,
  type VaultUse,
} from './vault/store.ts'
export { entryWords, proofWords, statusTones, statusWords } from './vault/texts.ts'
export {
  offersFor,
  recordUses,
  refuseUnlessFits,
  takeFromVault,
  vaultEntryOf,
  type OfferedEntry,
} from './vault/use-entries.ts'
export { virusScanPort } from './virus-scanner.ts'
export type { ScanReport, VirusScanner } from './virus-scanner.ts'

export const documentsJobs = [checkIntegrity, removeContents, scanWaiting, checkSignatures, forgetUnfinished]
