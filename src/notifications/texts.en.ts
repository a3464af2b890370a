export const wordingsEn = {
  submitted: {
    title: 'Application {code} filed',
    text: '{unitName} will look at "{procedureName}" and tell you the due date, or which papers are missing.',
    linkText: 'Track the application',
  },
  received: {
    title: 'Due {dueDay}: application {code} accepted',
    text: '{unitName} has accepted "{procedureName}". The result is due {dueDay}.',
    linkText: 'Track the application',
  },
  'supplement-requested': {
    title: 'Add papers by {replyDay}: application {code}',
    text: '{unitName} needs more papers to decide "{procedureName}". See what is needed and send it by {replyDay}.',
    linkText: 'See what is needed',
  },
  supplemented: {
    title: 'What you added to application {code} has arrived',
    text: '{unitName} has received what you added to "{procedureName}" and goes on.',
    linkText: 'Track the application',
  },
  'intake-refused': {
    title: 'Application {code} was not accepted',
    text: '{unitName} did not accept "{procedureName}". The reason and the legal basis are in the notice with the application.',
    linkText: 'See the reason',
  },
  suspended: {
    title: 'Application {code} is suspended, as the rules provide',
    text: '{unitName} has suspended "{procedureName}" on the legal basis shown on its page. You are told the new due date when handling goes on; you do not have to do anything.',
    linkText: 'See the legal basis',
  },
  resumed: {
    title: 'Due {dueDay}: application {code} goes on',
    text: '{unitName} goes on with "{procedureName}". The result is due {dueDay}.',
    linkText: 'See why this date',
  },
  'deadline-extended': {
    title: 'Apology and new due date {dueDay}: application {code}',
    text: '{unitName} apologises for not having finished "{procedureName}". The new due date is {dueDay}. The written apology with the reason is on the page of the application.',
    linkText: 'See the apology',
  },
  'due-date-moved': {
    title: 'Due date moved to {dueDay}: application {code}',
    text: '{unitName} had to close by order of the competent authority, so the due date of "{procedureName}" moves to {dueDay}.',
    linkText: 'See why this date',
  },
  withdrawn: {
    title: 'Application {code} has been withdrawn',
    text: '{unitName} has recorded that "{procedureName}" was withdrawn and no longer handles it. If it was not you, call 1900 558 826.',
    linkText: 'See the application',
  },
  stopped: {
    title: 'Handling of application {code} has stopped',
    text: '{unitName} has stopped handling "{procedureName}". The reason and the legal basis are in the notice with the application.',
    linkText: 'See the reason',
  },
  finished: {
    title: 'Application {code} has a result',
    text: '{unitName} has decided "{procedureName}". Open the application to see how you get the result.',
    linkText: 'See the result',
  },
  delivered: {
    title: 'Result of application {code} handed over',
    text: '{unitName} has handed over the result of "{procedureName}". You can download the electronic copy at any time from the page of the application.',
    linkText: 'Download the result',
  },
  'delivery-refused': {
    title: 'The result of application {code} is kept at the counter',
    text: '{unitName} has recorded that you did not take the result of "{procedureName}". It is kept; you can collect it at any time. If this is not right, call the hotline.',
    linkText: 'See the application',
  },
  'correction-opened': {
    title: 'A mistake in the result of application {code} is being corrected',
    text: '{unitName} is preparing a document to replace document {documentNumber}, which has a mistake. The old one stays valid until the new one is there. You do not have to do anything.',
    linkText: 'See what is wrong',
  },
  'result-replaced': {
    title: 'Document {documentNumber} replaces document {replacedNumber}: application {code}',
    text: '{unitName} has issued document {documentNumber}, which replaces document {replacedNumber} of "{procedureName}". Use the new document from now on.',
    linkText: 'See the new document',
  },
  'vault-answered': {
    title: 'Answer to the mistake you reported: {paperTitle}',
    text: '{unitName} has answered about the paper "{paperTitle}" in your documents, from application {code}.',
    linkText: 'See the answer',
  },
  'co-asked': {
    title: 'You are asked to apply together with somebody',
    text: 'Somebody is filling in "{procedureName}" and asks you to apply together. Sign in with your own account, read exactly what will be filed, and sign, agree or decline. If you do not know who asks, ignore this letter.',
    linkText: 'Read and answer',
  },
  'co-voided': {
    title: 'A draft you agreed to has changed',
    text: 'The draft for "{procedureName}" that you agreed to has changed, so your agreement, and your digital signature if you gave one, no longer holds. When it is sent again you are told, and see the new version.',
    linkText: 'See the request',
  },
  'co-agreed': {
    title: 'Somebody agreed to apply together: draft {code}',
    text: 'Somebody has agreed to apply together for "{procedureName}". Once everybody has, you can file.',
    linkText: 'See who has agreed',
  },
  'co-declined': {
    title: 'Somebody declined to apply together: draft {code}',
    text: 'Somebody has declined to apply together for "{procedureName}". The reason stands with the draft.',
    linkText: 'Read why',
  },
  'acting-recorded': {
    title: 'Application {code} was filed for its applicant by somebody else',
    text: 'The application "{procedureName}" was filed for its applicant by another person. Their right to act is on record: by which paper, until when. If you are the applicant and asked nobody to file, open this page to end that right, or tell {unitName}.',
    linkText: 'See the right to act',
  },
  'acting-doubted': {
    title: 'The paper to act in application {code} must be cleared up',
    text: 'An officer who reads the application "{procedureName}" doubts the paper to act for the applicant. It is not accepted or approved until that is cleared up. Open this page to read why; send another paper when you are asked to.',
    linkText: 'Read why',
  },
  'acting-accepted': {
    title: 'The paper to act in application {code} was accepted',
    text: 'An officer who reads the application "{procedureName}" has accepted the paper to act for the applicant. You need do nothing more.',
    linkText: 'See the right to act',
  },
  'acting-ended': {
    title: 'The right to act in application {code} is over',
    text: 'The right to act in the application "{procedureName}" was ended or has run out. Whoever filed it can no longer see it; it is still decided for the applicant.',
    linkText: 'See your applications',
  },
  'withdrawal-asked': {
    title: 'Somebody has asked to withdraw application {code}',
    text: 'One of those who applied together for "{procedureName}" has asked to withdraw it. It is withdrawn only when all of them ask for it.',
    linkText: 'See and answer',
  },
}

export const factTextsEn = {
  numberInDossier: 'shown on the page of the application',
  dayInDossier: 'the day shown on the page of the application',
}

export const letterTextsEn = {
  greeting: 'Hello,',
  procedure: 'Procedure',
  code: 'Application code',
  footer:
    'This letter was sent by the Một Cửa system; answers to it are not read. For questions, call 1900 558 826, 7:00 to 17:30 on working days.',
  caution: 'We never ask for a password or a one-time code by email.',
}

export const inboxTextsEn = {
  title: 'Messages',
  ofDossier: 'Messages about this application ({count})',
  none: 'There are no messages yet. When something happens with your applications, it is shown here.',
  unread: 'New',
  unreadCount: '{count} unread messages',
  allRead: 'You have read all messages.',
  markAllRead: 'Mark all as read',
  older: 'See older messages',
  newest: 'Back to the newest messages',
}
