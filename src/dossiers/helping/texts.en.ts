export const helpedPageTextsEn = {
  title: 'Who helped me',
  lead: 'A helper sees the form only while helping, and never your other papers.',
  none: 'Nobody has helped you file yet.',
  agreedBy: {
    code: 'You agreed by a code sent to your phone',
    paper: 'You agreed at the counter with your identity card',
  },
  when: 'When',
  how: 'Consent',
  procedure: 'Procedure',
  dossier: 'Application',
  did: 'What they did',
  steps: {
    began: 'Began the form',
    page: 'Filled in a part of the form',
    file: 'Attached a file to a paper',
    'file-removed': 'Removed a file',
    submitted: 'Filed the application',
  },
  open: 'Helping now',
  over: 'Ended',
  end: 'End the help',
}

export const helpNoticeTextsEn = {
  helping: (name: string) => `You are helping ${name}.`,
  until: (time: string) => `The application is theirs. You see it until ${time}.`,
  back: 'Back to this help',
}

export const helpingRefusalsEn = {
  'dossiers.help-other-name': 'This identification number does not go with the name entered. Check the identity card.',
  'dossiers.help-no-phone':
    'There is no phone number of the person you help. Enter one, or bring them to the counter with their identity card.',
  'dossiers.help-phone-taken':
    "No code can go to this number: it is somebody else's, an officer's, or was given for somebody else. The code to agree reaches the telephone of the person helped alone. Ask for their own number, or bring them to the desk with their identity card.",
  'dossiers.help-told-enough':
    'Today you have given {most} telephone numbers for people you help. Go on tomorrow, or bring the person to the desk with their identity card.',
  'dossiers.help-no-messages':
    'The system cannot send text messages yet. Bring the person to the counter with their identity card.',
  'dossiers.help-tries': 'The code was entered wrongly too often and does not count any more. Send a new one.',
  'dossiers.help-over': 'This help has ended.',
  'dossiers.help-agreed': 'The person has agreed already.',
  'dossiers.help-too-many-codes':
    'Many codes were sent within the last hour. Wait an hour, or bring the person to the desk with their identity card.',
  'dossiers.help-code-old': 'The code is too old. Send a new one.',
  'dossiers.help-cannot-sign':
    'For this procedure the person filing must sign. Save it; then they sign in and file themselves.',
}
