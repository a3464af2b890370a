export const standingWordsEn = {
  'not-asked': 'Not asked yet',
  voided: 'Agreed to an earlier version; must look again',
  asked: 'Sent, not opened',
  'link-over': 'Link ran out unopened',
  opened: 'Opened, not answered',
  agreed: 'Agreed',
  declined: 'Declined',
}

export const howAgreedEn = {
  'digital-signature': 'Signed the request digitally',
  'recorded-consent': 'Agreed on the portal, on record (no digital signature)',
  'confirmed-identity': 'Confirmed with the electronic identity account (no digital signature)',
  'at-the-desk': 'Signs at the desk',
}

export const togetherTextsEn = {
  title: 'People who apply with you',
  you: 'You',
  youSigned: (at: string) => `Signed the request digitally at ${at}`,
  youUnsigned: 'Have not signed the request digitally',
  mustSign:
    'You and everybody who applies with you must sign one and the same request digitally. Who signs first does not matter.',
  seePaper: 'See the request with the signatures so far (PDF)',
  sendToSign: (count: number) => `Send to ${count} people to read and sign`,
  signedWith: (name: string) => `Certificate: ${name}`,
  lead: 'Husband and wife for land, members of a household business, heirs: add each of them here. Each gets a link, signs in, reads exactly what will be filed, and agrees or not. It can be filed once everybody has agreed.',
  demanded: 'Several people must apply for this together.',
  optionalTask: 'If any',
  taskNobody: 'You apply alone',
  taskCount: (agreed: number, all: number) => `${agreed} of ${all} people have agreed`,
  nobody: 'Nobody but you yet.',
  add: 'Add a person',
  fullName: 'Full name',
  personalId: 'Personal identification number',
  personalIdHint: 'The 12 digits on the identity card. They must sign in with this very number.',
  phone: 'Telephone (if any)',
  email: 'E-mail (if any)',
  emailHint: 'The link is sent there. Without it, hand over the link or the QR code below.',
  addButton: 'Add to the list',
  fullNameMissing: 'Enter the full name',
  personalIdWrong: 'Enter all 12 digits of the number',
  emailWrong: 'An e-mail address has an @ in the middle and no spaces',
  phoneWrong: 'A telephone number has 10 digits',
  remove: 'Take off the list',
  remind: 'Remind',
  send: (count: number) => `Send to ${count} people to read and agree`,
  sendAgain: 'Send again to those who have not answered',
  notReady: (count: number) => `Finish the ${count} parts left of your draft, then send it to everybody.`,
  allAgreed: 'Everybody has agreed. You can file.',
  voidedNotice: 'The draft changed after it was sent. Send it again so that everybody sees the new version.',
  answeredAt: (at: string) => `Answered at ${at}`,
  linkUntil: (at: string) => `The link opens once, until ${at}`,
  link: 'Link to hand over',
  linkOf: (name: string) => `QR code that opens the link of ${name}`,
  showLink: 'Link and QR code',
  problem: 'This could not be done',
  back: 'Your application',
  checkTitle: 'Applying together',
  checkMissing: 'Not everybody has agreed, so it cannot be filed yet. Remind them, take them off the list, or wait.',

  inviteTitle: 'You are asked to apply together with somebody',
  inviteLead: 'This link is for you alone and opens once. Sign in with your own account to read what will be filed.',
  inviteOpen: 'Open and read',
  inviteSignIn: 'Sign in to open',
  requestTitle: 'Read the application you are asked to join',
  requestLead: (name: string) =>
    `${name} asks you to apply together. Below is exactly what will be filed. Read all of it, then answer.`,
  together: 'Applying together',
  waitingWord: 'No answer yet',
  files: 'Papers attached',
  noFiles: 'No papers attached',
  hash: 'SHA-256 of the file',
  contentHash: 'Hash of the whole content',
  changed: 'The draft is being changed. When it is sent again you are told, and see the new version here.',
  agree: 'I have read this and agree to apply together with exactly this content',
  agreeMeans:
    'It is put on record who agreed, when, and to which hash. It is no digital signature. If the content changes, your agreement no longer holds and you are told.',
  signMeans:
    'If the content changes, no signature and no agreement holds any more, and you are told so that you see the new version.',
  howToAgree: 'How you agree',
  identityHint: 'Sign in again to confirm that it is you. It is no digital signature.',
  recordedConsent: 'Agree without a digital signature',
  recordedConsentHint: 'It is put on record who agreed, when, and to which hash. It is no digital signature.',
  mustSignYou: 'You must sign the request digitally. It cannot be filed before everybody has signed.',
  sign: 'I have read this and sign the request',
  noService:
    'The portal is connected to no signing service, so it cannot be signed here. Tell whoever fills it in, or sign before an officer at the one-stop desk.',
  paper: 'See the request with the signatures so far (PDF)',
  youSignedTitle: 'You have signed the request.',
  prove: 'Sign in again to confirm',
  proveLead:
    'This procedure needs confirmation with your identity account: sign in again, then press agree within 10 minutes.',
  decline: 'I do not agree',
  declineReason: 'Why you do not agree',
  declineHint: 'Whoever fills it in will read it.',
  declineMissing: 'Write why you do not agree',
  youAgreed: 'You have agreed.',
  youAgreedBody: 'You are told when it is filed, or when the content changes.',
  youDeclined: 'You have declined.',
  waitingForYou: 'Waiting for you to agree',
  invitedOn: 'Asked on',
  readAndAnswer: 'Read and answer',
  backMine: 'My applications',

  withdrawAll: (names: string) =>
    `Several people applied together, so it is withdrawn only when all of them ask for it. Still waiting for: ${names}.`,
  withdrawAsked: (name: string) => `${name} has asked to withdraw this application.`,
  answerWithdrawal: 'Answer the request to withdraw',
  keepIt: 'Keep it, cancel the request to withdraw',
}

export const togetherRefusalsEn = {
  'dossiers.co-applicants-not-here': 'One person alone applies for this.',
  'dossiers.co-applicant-no-number':
    'This is no personal identification number. Check the 12 digits on the identity card.',
  'dossiers.co-applicant-is-you': 'This is your own number. You apply already and need not be added.',
  'dossiers.co-applicant-twice': 'The person with this number is on the list already.',
  'dossiers.co-applicants-too-many': 'At most {limit} people may apply together.',
  'dossiers.co-applicants-nobody': 'Add at least one person before you send it.',
  'dossiers.co-applicant-not-waiting': 'This person has answered, or was sent no link yet. Load the page again to see.',
  'dossiers.co-applicant-reminded-enough':
    'This person was reminded {most} times. Call them, hand over the link, or take them off the list.',
  'dossiers.co-applicant-reminded-today': 'One reminder a day. Wait until tomorrow, or hand over the link.',
  'dossiers.co-link-over': 'This link has run out or was replaced by a new one. Ask whoever sent it to send it again.',
  'dossiers.co-link-used': 'This link was opened before. If that was you, go on under "My applications".',
  'dossiers.co-link-not-yours':
    'This link is for a person with another number. Sign in with the account of whoever was asked.',
  'dossiers.co-request-not-found': 'There is no such request: it was filed, the draft is gone, or you were not asked.',
  'dossiers.co-content-changed': 'The draft changed while you were reading. Look at the new version, then answer.',
  'dossiers.co-answered-before': 'You have answered already. To change it, ask whoever fills it in to send it again.',
  'dossiers.co-applicants-demanded':
    'Several people must apply for this together. Add them under People who apply with you and send it to them.',
  'dossiers.co-applicants-missing':
    'It cannot be filed yet: {names} must agree. Under People who apply with you, remind them, take them off the list, or wait.',
  'dossiers.co-signature-demanded':
    'You must sign the request digitally; agreeing alone is not enough. Choose a signing service, then sign.',
  'dossiers.co-signatures-missing':
    'It cannot be filed yet: {names} must sign digitally. Under People who apply with you, send it again, remind them, take them off the list, or wait.',
  'dossiers.co-applicant-declined':
    'It cannot be filed yet: {names} declined. Under People who apply with you, read why, change the draft and send it again, or take them off the list.',
  'dossiers.co-applicants-changed':
    'The draft changed after everybody had agreed. Send it again under People who apply with you.',
  'dossiers.withdrawal-asked-before':
    'You have asked to withdraw this already. The others who applied with you have not all done so.',
  'dossiers.withdrawal-not-asked': 'Nobody has asked to withdraw it.',
}
