import type { ProcessStep } from '../../catalogue/index.ts'

/** The steps every process has, by their code. */
const USUAL_STEPS: Readonly<Record<string, string>> = {
  'tiep-nhan': 'Acceptance',
  'tham-dinh': 'Assessment',
  'phe-duyet': 'Approval',
  'ky-so': 'Digital signature',
  'tra-ket-qua': 'Result delivered',
}

export const filingTextsEn = {
  online: 'File online',
  startTitle: (name: string) => `File: ${name}`,
  startLead:
    'You answer questions on screen, attach photos or files of your papers, check everything and file. Your draft saves itself, so you can stop at any time.',
  youNeed: 'What you need',
  needPapers: (count: number) =>
    count === 1 ? '1 paper, photographed or scanned as a PDF' : `${count} papers, photographed or scanned as a PDF`,
  needNoPapers: 'No papers to attach',
  needConditional: (count: number) => `${count} more in special cases`,
  seePapers: 'See the name of each',
  takes: 'Time limit',
  termUnknown: 'Not clearly stated; the officer tells you when accepting the application',
  costs: 'Fees and charges',
  result: 'Result',
  signInFirst: 'Sign in to start',
  start: 'Start now',
  startAnother: 'Start another application',
  goOn: (code: string) => `Go on with draft ${code}`,
  openDraft: 'You have already started this procedure',
  openDraftBody: (savedAt: string) => `Last saved at ${savedAt}.`,
  prefilledPromise: 'What the State already knows about you is filled in. You do not have to enter it again.',
  counterToo: 'Not used to doing things online? Go to a public service centre: an officer will fill it in with you.',
  publishedForCounter:
    'By its announcement, this procedure is done at the counter. You can file online first; the officer then asks you to bring the originals on a given day.',
  backToProcedure: 'Page of the procedure',

  listTitle: 'Your application',
  progress: (done: number, all: number) =>
    ['You have completed ', `${done} of ${all}`, ' parts. You can do them in any order.'] as const,
  questions: 'Answer questions',
  papers: 'Attach papers',
  handIn: 'File',
  left: (count: number) => (count === 1 ? '1 question left' : `${count} questions left`),
  prefilled: (count: number) => `${count} answers filled in from State data`,
  placePart: 'Where it is decided',
  placeUnknown: 'Choose the commune, ward or special zone that decides for you',
  optional: 'If you have it',
  onScreen: 'Filled in on screen, no file needed',
  papersDone: (done: number, all: number) => `Papers: ${done} of ${all}`,
  filesAttached: (count: number, size: string) => `${count} ${count === 1 ? 'file' : 'files'}, ${size}`,
  paperNeeded: (originals: number, copies: number) =>
    [
      originals > 0 ? `${originals} ${originals === 1 ? 'original' : 'originals'}` : '',
      copies > 0 ? `${copies} ${copies === 1 ? 'copy' : 'copies'}` : '',
    ]
      .filter((one) => one !== '')
      .join(', ') || 'Number of copies not stated',
  checkAndSubmit: 'Check your answers and file',
  locked: (count: number) => `You can do this when the ${count} parts above are done`,
  byCase: 'The papers are grouped by case.',
  byCaseBody: 'Find the group that fits your matter, attach the papers of that group and skip the others.',
  noFiles: 'You have not attached any papers.',
  noFilesBody:
    'Look through the groups of papers again. If something is missing, the officer will ask for it and the time limit does not start to run.',
  notes: 'What the procedure says about papers',
  savedTitle: 'Your draft saves itself',
  saved: (time: string, until: string) => `Last saved at ${time}. Kept until ${until}.`,
  resumeWith: 'To go on with another device, or with an officer at the counter, use the code:',
  newVersion: 'This procedure has a new version.',
  newVersionBody: 'A draft of the old version can no longer be filed.',
  newVersionStart: 'Start with the new version',

  partOf: (procedure: string, no: number, all: number) => `${procedure} · Part ${no} of ${all}`,
  aboutYou: 'Your details',
  heldTitle: (count: number) => `${count} answers are filled in from data the State holds.`,
  heldBody: 'Check them and answer the questions below.',
  heldWrong: 'Is something wrong? Ask the police of your commune or ward to correct it; your draft is kept.',
  save: 'Save and continue',
  saveForLater: 'Save and come back later',
  savedAt: (time: string) => `Saved at ${time}.`,
  errorsKept: 'What you entered has been saved. You only need to correct these.',
  elsewhereTitle: 'This part has just been saved from another device or tab.',
  elsewhereBody:
    'What you typed is untouched below and has not replaced the other version. Save to keep yours, or take the other.',
  elsewhereColumns: { question: 'Question', yours: 'You typed', theirs: 'Saved elsewhere' },
  elsewhereEmpty: 'Left empty',
  takeTheirs: 'Take the saved version, drop what I typed',
  placeElsewhere: (place: string) =>
    `The agency was just chosen on another device or tab: ${place}. Choose again if you want to change it.`,
  progressLabel: 'Progress of the draft',
  savedLabel: 'The draft is saved',

  placeTitle: 'Where your application is decided',
  placeLead:
    "Usually the People's Committee of the place you live in. For a house, land or a place of business, choose where that house, land or business is.",
  placeQuestion: 'Agency that decides',
  placeChoose: 'Choose an agency',
  placeCommunes: 'Communes, wards and special zones',
  placeProvince: 'City level',
  placeMissing: 'Choose the agency that decides from the list',
  receivedBy: (desk: string) => `Accepted at: ${desk}`,

  paperTitleOver: (procedure: string) => `${procedure} · Papers`,
  paperOf: 'To be filed',
  conditionalNote: 'Only if the case in the name of this paper is yours. If not, skip this part.',
  eformNote:
    'You fill in this declaration under Answer questions, so no file is needed. You can still attach one written by hand.',
  attach: 'Attach a file',
  attachMore: 'Attach another file',
  attachLabel: 'Choose one or more files',
  attachHint: (limit: string) =>
    `PDF, JPEG, PNG or HEIC picture, or DOCX; at most ${limit} each. All four corners in the picture, the text readable.`,
  attachSend: 'Upload',
  camera: 'Or take a picture of the paper',
  cameraHint: 'Lay the paper on a dark ground and take it straight from above, with all four corners in view.',
  unfinished: 'Unfinished uploads',
  unfinishedFile: (name: string, size: string, percent: number) =>
    percent === 100
      ? `${name}, ${size}: all of it has arrived but is not attached to this paper yet.`
      : `${name}, ${size}: ${percent} % sent. Choose the same file again and only the rest is sent.`,
  unfinishedTake: 'Attach this file',
  printReceipts: 'Print the receipts of the files',
  attached: 'Files received',
  size: 'Size',
  pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  receipt: 'Receipt code',
  receivedAt: 'Received at',
  fingerprint: 'SHA-256 fingerprint',
  fingerprintWhole: 'See all 64 characters',
  fingerprintMeans:
    'This code is like the fingerprint of the file: change one letter in the file and the code is quite different. Keep it to prove that you filed this very file.',
  remove: 'Remove this file',
  notHandingIn: 'I am not filing this paper',
  notHandingInQuestion: 'Why are you not filing it?',
  notHandingInHint: 'The officer will see this reason. If the paper is required of you, the officer will ask for it.',
  notHandingInSave: 'Save the reason',
  chooseReason: 'Choose a reason from the list',
  omissionElsewhere: (theirs: string, yours: string) =>
    `Not saved: the reason for this paper was just changed from another device or tab and is now “${theirs}”. You chose “${yours}”. To keep your choice, choose again.`,
  noOmission: 'I am filing this paper',
  omissions: {
    'not-my-case': 'It is not my case',
    'held-by-the-state': 'A State agency already has this paper',
    'filled-on-screen': 'I have filled it in on screen',
  },
  omissionHints: {
    'not-my-case': 'The name of the paper speaks of another case',
    'held-by-the-state': 'The paper was issued by a State agency and is in its database',
    'filled-on-screen': 'A declaration or request on an official form',
  },
  omitted: 'You are not filing this paper.',
  undoOmission: 'I will file this paper',
  done: 'Finish this part',
  skip: 'Skip it and do another part',

  onPaper: 'See the form as it would be printed (PDF)',

  checkTitle: 'Check your answers before you file',
  checkLead: 'Your application is sent only when you press file. Until then you can change anything.',
  placeHeading: 'Where it is decided',
  decidedBy: 'Agency that decides',
  deskLabel: 'Accepted at',
  none: 'Not filed',
  notSubmitted: 'The application was not filed; your draft is untouched',
  stillMissing: (count: number) => (count === 1 ? '1 part is not finished' : `${count} parts are not finished`),
  pledge:
    'By filing you confirm that what you declared above is true, and agree that the deciding agency uses these data for this procedure alone.',
  submit: 'File the application',
  submitLater: 'Save and file later',
  feesTitle: 'Fees and charges',
  feesFree: 'There is nothing to pay.',
  feesLater: 'You are told when the application is accepted',
  feesWhen:
    'You do not pay now. When the application is accepted, the officer tells you what to pay; you pay at the counter and get a receipt.',
  feesDoubt: 'An amount that is not certain is not collected. The officer checks the rules first and then tells you.',
  feeKinds: { fee: 'Fee', charge: 'Charge', price: 'Price of a service' },

  gone: 'This draft no longer exists',
  goneBody: (code: string) =>
    `Draft ${code} has been filed, was left for more than 30 days, or belongs to someone else. What you have filed is under My applications.`,
  toMyDossiers: 'Open My applications',
}

export const trackingTextsEn = {
  doneTitle: 'Application filed',
  doneCode: 'Your application code, keep it',
  noDateYet: 'Due date',
  noDateYetBody: 'Given when the centre accepts it',
  noDateLabel: 'There is no due date yet; it is given when the centre accepts the application',
  next: 'What happens next',
  youSubmitted: (at: string) => `You filed, ${at}`,
  filesKept: (count: number) =>
    count === 0
      ? 'The application has no files.'
      : `${count === 1 ? '1 file' : `${count} files`} received; the fingerprint of each is below.`,
  deskChecks: (desk: string) => `${desk} checks the application`,
  deskChecksBody: 'If something is missing, we tell you',
  once: 'once',
  deskChecksAfter: ', naming each thing.',
  afterCutOff: (hour: string, on: string) =>
    `You filed after ${hour} or on a day off, so it counts as received on ${on}.`,
  dateWritten: 'When everything is there, the due date is shown on the tracking page and on the appointment slip.',
  officeDecides: (unit: string, term: string) => `${unit} decides, ${term}`,
  getResult: 'You get the result',
  resultBy: {
    electronic: 'A digitally signed copy, to download from the tracking page as soon as it is signed.',
    counter: 'Collect the paper copy at the counter where you filed.',
    postal: 'The post brings it to you; postage is paid on delivery.',
  },
  follow: 'Track the application',
  print: 'Print this page',
  scan: 'Scan the code to track it without signing in',
  qrLabel: (code: string) => `QR code of the tracking page of application ${code}`,
  handedIn: 'Papers filed',
  fileColumns: { paper: 'Paper', file: 'File', size: 'Size', fingerprint: 'SHA-256 fingerprint' },

  mine: 'My applications',
  noneYet: 'You have no applications yet. Those filed at a counter are shown here too.',
  findProcedure: 'Find a procedure',
  groups: {
    drafts: 'Drafts',
    todo: 'For you to do',
    running: 'Being handled',
    done: 'With a result',
    closed: 'Closed',
  },
  keptUntil: 'kept until',
  dueLabel: 'due',
  waitsForYou: 'Waiting for you',
  before: 'before',
  waitsForDate: 'not accepted yet',
  draftSaved: (at: string, code: string) => `Code ${code}, saved at ${at}`,
  goOn: 'Go on',
  supplyNow: 'Send what is missing',
  supplyNote: 'More papers or an explanation are needed. The clock has stopped.',
  daysLeft: (days: number) =>
    days === 0 ? 'Due today' : days === 1 ? '1 working day left' : `${days} working days left`,
  overdue: (days: number) =>
    days === 0 ? 'The hour promised has passed' : days === 1 ? '1 working day late' : `${days} working days late`,
  at: (unit: string, step: string) => `At ${unit}, ${step}`,
  ownerIs: (name: string) => `Application of ${name}`,

  due: (month: string) => `Due, month ${month}`,
  dueSentence: (weekday: string, date: string, left: string) => `Due date: ${weekday} ${date}. ${left}`,
  workingDay: 'Today is working day',
  countedDay: 'Today is day',
  atMost: 'At most',
  days: 'days',
  ticksLabel: (used: number, total: number) => `${used} of ${total} days have passed`,
  whyDate: 'Why this date?',
  whyDateLead: 'The due date is counted from the moment of acceptance, day by day:',
  /** One that an agency added keeps its Vietnamese name. */
  stepName: ({ code, name }: Pick<ProcessStep, 'code' | 'name'>) => USUAL_STEPS[code] ?? name,
  wayTitle: 'Where your application has been',
  here: 'It is here',
  papersOf: 'Papers of this application',
  paperForms: {
    'appointment-slip': 'Appointment slip',
    'supplement-request': 'Request to add papers',
    'refusal-notice': 'Notice that it was not accepted',
    'extension-notice': 'Apology with a new due date',
    'stop-notice': 'Notice that handling has stopped',
    'handling-sheet': 'Handling sheet',
  },
  formOnPaper: 'The filled form (PDF)',
  noPapers: 'There is no appointment slip yet. You get it when the centre accepts the application.',
  yourFiles: 'Files you sent',
  whatYouSaid: 'What you declared',
  receiptPage: 'Receipt of filing',
  needMore: 'Do you need anything else?',
  callUs: (phone: string) => `Call ${phone}`,
  comeIn: 'Go to the nearest centre',
  sideLabel: 'Papers and contact',
  logged: 'Every time an officer opens this application is recorded.',
  whoLooked: 'See who opened it',
  reason: 'Reason',
  legalBasis: 'Legal basis',
  document: 'Document',
  closedBecause: 'Stopped because',
  suspendedTitle: 'The time limit is suspended, as the rules provide.',
  extendedTitle: 'We apologise for being late and have given a new date.',
  withdraw: 'Withdraw the application',

  doings: {
    submitDossier: 'You filed the application',
    fileAtCounter: 'Filed at the counter, accepted at once',
    receiveDossier: 'Accepted, due date given',
    requestSupplement: 'Asked you to add papers',
    supplyDossier: 'You sent what was missing',
    refuseIntake: 'Not accepted',
    assignDossier: 'Given to an officer',
    takeDossier: 'Taken up by the officer in charge',
    returnStep: 'Sent back to the step before',
    recordAppraisal: 'Assessment recorded',
    suspendDossier: 'Suspended on a legal basis',
    resumeDossier: 'Handling goes on',
    draftResult: 'Draft result submitted',
    approveResult: 'Draft approved, sent for signature',
    returnDraft: 'Draft returned for correction',
    signResult: 'Digitally signed by the head of the agency',
    sealResult: 'Numbered and sealed',
    deliverResult: 'Result handed over',
    refuseDelivery: 'You did not take the result',
    replaceResult: 'Correcting a mistake in the issued result',
    extendDeadline: 'Apology and a new due date',
    withdrawDossier: 'You withdrew the application',
    stopDossier: 'Handling stopped',
    undoStep: 'Last step undone',
  },

  machineDoings: {
    takeDossier: 'Taken up',
    approveResult: 'Draft approved',
    signResult: 'Released, with no person signing',
  } as Partial<Record<string, string>>,

  holder: {
    submitted: { before: '', after: ' is checking your application', note: 'You do not have to do anything.' },
    received: {
      before: '',
      after: ' has accepted your application and is giving it to an officer',
      note: 'You do not have to do anything.',
    },
    appraising: { before: '', after: ' is assessing your application', note: 'You do not have to do anything.' },
    suspended: {
      before: '',
      after: ' has suspended the application, as the rules provide',
      note: 'You do not have to do anything.',
    },
    'awaiting-approval': {
      before: 'The head of ',
      after: ' is looking at the result to approve it',
      note: 'You do not have to do anything.',
    },
    'awaiting-signature': {
      before: 'The head of ',
      after: ' is signing the result',
      note: 'You do not have to do anything.',
    },
    'awaiting-seal': {
      before: 'The clerk of ',
      after: ' is numbering and sealing the result',
      note: 'You do not have to do anything.',
    },
    finished: { before: 'The result is ready at ', after: '', note: '' },
    delivered: { before: 'The result has been handed over to you', after: '', note: '' },
    'awaiting-supplement': { before: 'The application is waiting for you to add papers', after: '', note: '' },
    refused: { before: 'The application was not accepted', after: '', note: '' },
    withdrawn: { before: 'The application has been withdrawn', after: '', note: '' },
    stopped: { before: 'Handling of the application has stopped', after: '', note: '' },
  },
  sinceDay: (date: string) => `since ${date}`,
  sinceTime: (time: string) => `since ${time} today`,
  elapsed: (from: number) => {
    const count = (n: number, one: string) => `took ${n} ${n === 1 ? one : `${one}s`}`
    const minutes = Math.max(1, Math.round(from / 60_000))
    if (minutes < 60) return count(minutes, 'minute')
    const hours = Math.round(minutes / 60)
    return hours < 24 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
  },
}

export const withdrawTextsEn = {
  title: 'Withdraw the application',
  back: 'Back to the application',
  means: 'Once withdrawn, the application is no longer handled and cannot be opened again.',
  again:
    'You can still see the papers you filed on the page of the application. If you need it again, file a new one at any time.',
  reason: 'Why are you withdrawing it?',
  reasonHint: 'One short sentence is enough. The officer in charge will read it.',
  missing: 'Write why you are withdrawing the application',
  confirm: 'Withdraw this application',
  keep: 'Keep the application',
}

export const supplementTextsEn = {
  title: (count: number) =>
    count === 1 ? 'Add 1 thing to your application' : `Add ${count} things to your application`,
  paused: 'The clock has stopped.',
  pausedBody: 'The time we wait for you does not count. Send it by the end of',
  pausedAfter: '; a new due date is given when it is accepted again.',
  askedBy: (name: string, unit: string) => [name, `, ${unit}, has looked at the whole application. This is `] as const,
  all: 'all',
  askedAfter: ' that is missing.',
  askedAgain: 'Why you are asked once more',
  why: 'Why it is needed',
  how: 'What to do',
  files: 'Take a picture or choose a file',
  elsewhere: (theirs: readonly string[]) =>
    `Not sent: this answer was just saved from another device or tab${theirs.length === 0 ? '' : `, where it says: “${theirs.join('”, “')}”`}. The files of both are below; check them and press send to send the version on this page.`,
  words: 'Or explain',
  wordsHint: 'If you have already filed it, do not have this paper, or think the request is wrong.',
  photos: 'Pictures',
  asTaken: 'Use the original picture, neither cut nor straightened',
  asTakenHint:
    'Pictures of this paper are cut along its four corners, straightened and put into one PDF. Tick this if that comes out wrong.',
  asPage: (name: string) => `The page made from the picture ${name}`,
  wordsOnly: 'Your answer',
  received: (name: string, size: string) => `Received ${name}, ${size}`,
  send: 'Send what was missing',
  sendNote: 'You send once for the whole application. After that the centre accepts it again and gives a new due date.',
  missing: (no: number) => `Item ${no}: attach a file or write an explanation`,
  wrong: 'Is this request wrong? Say so in the explanation, or call',
  note: (no: number, what: string, words: string) => `${no}. ${what}: ${words}`,
  tooLong: (limit: number) => `Keep the explanations within ${limit} characters`,
}

export const publicTextsEn = {
  title: 'Track an application',
  lead: 'Enter the application code printed on the appointment slip. You do not need to sign in.',
  code: 'Application code',
  codeHint: 'For example H49.136-261110-0014',
  find: 'Track',
  notFound: (code: string) => `There is no application with the code ${code}. Check the code on the slip, or call`,
  badCode: 'Enter the code as printed on the slip: letters, digits, dots and hyphens',
  completed: 'Decided',
  running: 'Being handled',
  state: 'State',
  little:
    'Without signing in, you see only the code and whether it is finished. The applicant, signed in, sees who has it and the due date.',
  signIn: 'Sign in to see more',
  details: 'See who has it and the due date',
}

export const helpTextsEn = {
  title: 'Help',
  callTitle: 'By telephone',
  callBody: 'From 7:00 to 17:30 on working days. Have your application code or draft code at hand.',
  comeTitle: 'At a public service centre',
  comeBody:
    'An officer does it with you, free of charge. Procedures of a commune or ward are filed at its centre; those of departments at the centre of the city.',
  yours: 'The centre where you live',
  province: 'The centre of the city',
  communes: 'Places with a centre',
  placeOf: (centre: string) => {
    const place = centre.replace(/^Trung tâm Phục vụ hành chính công\s+/u, '')
    return place.charAt(0).toLocaleUpperCase('vi') + place.slice(1)
  },
  search: 'Search by the name of a commune or ward, old names too',
  searchButton: 'Search',
  noneFound: (words: string) => `There is no centre at “${words}”. See the whole list below.`,
  resumeTitle: 'Open a draft with its code',
  resumeBody: 'The code looks like 7KQ-402 and is shown on the page of the draft.',
  resumeCode: 'Draft code',
  resumeOpen: 'Open the draft',
}
