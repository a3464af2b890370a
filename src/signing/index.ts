import { forgetRemoteTransactions } from './signers/remote/forget-transactions.ts'
import { askRevocations } from './register/ask-revocation.ts'
import { raiseWaiting } from './raising/raise-waiting.ts'
import { warnOfEnds } from './register/warn-ending.ts'
import { followConfirmation, followForgotten } from './ceremony/follow-confirmation.ts'

export { signPdf } from './sign-pdf.ts'
export type { SignPdf } from './sign-pdf.ts'
export { prepareSignature } from './prepare-signature.ts'
export type { PreparedSignature, SignatureRequest } from './prepare-signature.ts'
export { finishSignature } from './finish-signature.ts'
export { prepareFields } from './prepare-fields.ts'
export type { SignaturePlace, TextPlace } from './prepare-fields.ts'
export { annexBlock, copyBlock } from './appearance/text-blocks.ts'
export type { CopyForm, TextBlock } from './appearance/text-blocks.ts'
export type { PlaceWish } from './placement/wish.ts'
export { rectAt } from './pdf/form.ts'
export type { Rect } from './pdf/form.ts'
export { renewSigned, renewalDay, type RenewedFile } from './renewing/renew-signed.ts'
export { verifyPdf } from './verification/verify-pdf.ts'
export type { VerifyTrust } from './verification/believe.ts'
export { missingWords } from './raising/texts.ts'
export { levelDemanded } from './raising/demanded-level-store.ts'
export { raiseAll } from './raising/raise-waiting.ts'
export { AWAITS_ANOTHER, isRaising, type SigningRaises } from './raising/raising.ts'
export { raisingOf, raisingsOf, whyNotWhileRaising, type RaisingFacts } from './raising/store.ts'
export { signingCaughtUp, signingDelayed } from './raising/events.ts'
export { certificateEnding } from './register/events.ts'
export { MAX_PDF_BYTES as LARGEST_FILE } from './pdf/file.ts'
export { changedPages } from './verification/report.ts'
export type {
  CertificateSummary,
  LaterChange,
  ReportReason,
  Revocation,
  SignatureReport,
  VerificationReport,
  Verdict,
} from './verification/report.ts'
export { changeText, demoText, levelText, pagesText, revocationText } from './verification/texts.ts'
export { indicationOf } from './validation-report/indication.ts'
export type { Indication, MainIndication } from './validation-report/indication.ts'
export { ValidationReport, validationReport } from './validation-report/validation-report.ts'
export { DEMO_MARK, saysDemo } from './demo-mark.ts'
export { readCertificate } from './crypto/certificate.ts'
export type { Certificate } from './crypto/certificate.ts'
export { automaticKeysInFolder, automaticKeysPort, keepAutomaticPins, type AutomaticKeys } from './automatic-keys.ts'
export { SIGNATURE_LEVELS, isAtLeast } from './long-term/signature-level.ts'
export type { SignatureLevel } from './long-term/signature-level.ts'
export { extendSignatures, renewArchive } from './long-term/extend-signatures.ts'
export type { LevelServices, LevelWish, ReachedLevel } from './long-term/extend-signatures.ts'
export { finishToLevel, signToLevel } from './long-term/sign-to-level.ts'
export { authoritiesOnline } from './revocation/authorities-online.ts'
export { seatRevocation } from './revocation/seat-revocation.ts'
export { startRevocationServer } from './revocation/embedded-responder.ts'
export type { EmbeddedRevocationServer, RevocationBehaviour } from './revocation/embedded-responder.ts'
export { REVOCATION_REASONS, revocationPort } from './revocation/certificate-status.ts'
export type {
  CertificateStatus,
  RevocationReason,
  RevocationSource,
  SignedAnswer,
  StatusAnswer,
} from './revocation/certificate-status.ts'
export { signersPort } from './signer.ts'
export type { Authorisation, KeyRef, Signer, SignerAnswer, Signers, SigningProgress, ToSign } from './signer.ts'
export { allSigners } from './signers/all-signers.ts'
export { rfc3161 } from './timestamp-authorities/rfc3161.ts'
export { startTimestampServer } from './timestamp-authorities/embedded-server.ts'
export type { EmbeddedTimestampServer, TimestampBehaviour } from './timestamp-authorities/embedded-server.ts'
export { citizenConfirmationPath, confirmationPath } from './ceremony/confirmation-path.ts'
export { confirmedIn } from './ceremony/confirmed-in.ts'
export { countConfirmations } from './ceremony/list-confirmations.ts'
export { noticeDoors } from './simulators/doors.ts'
export { remoteKeyRef } from './signers/remote/holder.ts'
export { noteCitizenCertificate } from './register/note-citizen-certificate.ts'
export { remoteSigners, remoteSigningChecks } from './signers/remote/remote-signers.ts'
export { startRemoteSigning, type RemoteSigningServer } from './simulators/server.ts'
export { programPage } from './token/addresses.ts'
export { OWN_KEY } from './own-keys/own-key-path.ts'
export { sendTokenOrder } from './token/send-order.ts'
export { openTokenPass, type TokenOrder } from './token/open-pass.ts'
export { startTokenProgram, type TokenProgram } from './token/simulator/token-program.tsx'
export { tokenSigner } from './token/token-signer.ts'
export { administratorsOver } from './register/people-of-certificate.ts'
export { administeredUnits } from './register/reach-certificate.ts'
export { keyTrouble, type KeyTrouble } from './register/key-trouble.ts'
export { CertificateTabs, CERTIFICATES, LINK_KEY, RENEWALS, WAITING_PAPERS } from './register/certificate-tabs.tsx'
export { TokenForm, TokenRound } from './token/token-form.tsx'
export { tokenTexts } from './token/texts.ts'
export { deviceSigners } from './signers/device-signers.ts'
export { embeddedKeysPort, embeddedSigner } from './signers/embedded.ts'
export { checkTimestamp } from './crypto/timestamp.ts'
export { timestampAuthorityPort } from './timestamp-authority.ts'
export type { TimestampAuthority } from './timestamp-authority.ts'
export { lookOfAgency, lookOfPerson } from './images/look-of.ts'
export { seatTrust, trustInFolder, trustPort } from './trust.ts'
export { trustCommand } from './trust/trust.command.ts'
export { tryCscCommand } from './signers/csc/try-csc.command.ts'
export { drawChangedPages } from './drawing/draw-changed-pages.ts'
export type { DrawnPage } from './drawing/draw-worker.ts'
export { verifyAside } from './verification/verify-aside.ts'
export { signatureFinding } from './verification/signature-finding.ts'
export { whyNotUse } from './register/key-holder.ts'
export type { KeyHolder, UsableHolder } from './register/key-holder.ts'
export { keyByFingerprint, keyOfAccount, keyOfUnit } from './register/find-key.ts'
export { openRequest, requestCompleted, requestFailed, requestSignature } from './register/signing-request.ts'
export type { SigningRequest } from './register/signing-request.ts'
export { certifyAgency, certifyPerson, ensureDemoCertificates } from './register/certify.ts'
export type { DemoPins } from './register/certify.ts'
export { openDemoPki } from './demo-pki.ts'
export type { DemoAgency, DemoPerson, DemoPki } from './demo-pki.ts'
export { TOKEN_APP } from './texts.ts'
export { reasonText, verdictText, signingRefusals } from './texts.ts'

export { Authorised, Pin, authorisationOf } from './ceremony/authorised.ts'
export { acceptSigned } from './ceremony/accept-signed.ts'
export { beginOne, beginSigning } from './ceremony/begin-signing.ts'
export type { Confirmation } from './ceremony/confirmation.ts'
export { getConfirmation, type ConfirmationView } from './ceremony/get-confirmation.ts'
export {
  signingPurposesPort,
  type AnyPurpose,
  type SignatureLook,
  type SignedFile,
  type SigningPurpose,
} from './ceremony/purpose.ts'
export { settleSigning, type Settled } from './ceremony/settle-signing.ts'
export { KeyQuestion, ownKeyOf, type OwnKey } from './ceremony/key-question.tsx'
export { isWaiting, type SigningItem, type SigningOutcome, type SigningWaits } from './ceremony/signing-outcome.ts'

export const signingJobs = [
  followConfirmation,
  followForgotten,
  warnOfEnds,
  askRevocations,
  raiseWaiting,
  forgetRemoteTransactions,
]
export { finishXmlSignature, prepareXmlSignature } from './xml/sign-xml.ts'
export type { PreparedXml, XmlSignatureRequest } from './xml/sign-xml.ts'
export { verifyXml } from './xml/verify-xml.ts'
export type { XmlReport } from './xml/verify-xml.ts'
