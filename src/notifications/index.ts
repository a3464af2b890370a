import { letterReaction } from './on-letter-taken.ts'
import { consultationReactions } from './officers/on-consultation.ts'
import { certificateReaction } from './officers/on-certificate-ending.ts'
import { renewalsReaction } from './officers/on-renewals-late.ts'
import { signingDelayReactions } from './officers/on-signing-delayed.ts'
import { remindersReaction } from './officers/on-reminders.ts'
import { linkedPartReactions } from './officers/on-linked-part.ts'
import { actingReactions } from './on-acting.ts'
import { coApplicantReactions } from './on-co-applicants.ts'
import { dossierReactions } from './on-dossier-moved.ts'
import { disputeReactions } from './on-paper-disputed.ts'

export type { Delivery, MessageFacts, Template } from './delivery.ts'
export { listNotifications, listTroubledLetters, markNotificationsRead, unreadNotifications } from './inbox.ts'
export type { Inbox, InboxItem, TroubledLetter } from './inbox.ts'
export { mailCheck } from './mail-check.ts'
export { mailCatcherPort, startMailCatcher, type MailCatcher } from './mail/catcher.ts'
export { mailerPort, type Mailer } from './mail/mailer.ts'
export { smtpMailer } from './mail/smtp.ts'
export { listOfficerNotices, markOfficerNoticesRead, unreadOfficerNotices } from './officers/officer-inbox.ts'
export { tellOfficers } from './officers/tell-officers.ts'
export { resendForgotten, resendLetter, sendMail } from './send-mail.ts'
export { tellPeople } from './tell-people.ts'
export { deliveriesOfDossier } from './store.ts'
export { notificationsRefusals } from './workspace.texts.ts'
export { notificationsJobs } from './jobs.ts'

export const notificationsReactions = [
  ...dossierReactions,
  ...coApplicantReactions,
  ...actingReactions,
  ...disputeReactions,
  ...consultationReactions,
  ...linkedPartReactions,
  letterReaction,
  remindersReaction,
  certificateReaction,
  renewalsReaction,
  ...signingDelayReactions,
]
