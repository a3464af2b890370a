export const portalTextsEn = {
  decided: 'This result was issued by the system automatically, not by an officer.',
  under: 'Under {instrument}. The system checked:',
  right: 'You have the right to ask an officer to look at it again. You do not have to say where the system was wrong.',
  ask: 'Ask an officer to look at it',
  asked: 'You asked an officer to look at it on {day}. The result you have stays valid until it is replaced.',
  title: 'Ask an officer to look at the result',
  back: 'Application',
  means:
    'The application goes to an officer of the agency that decides. The result you have stays valid until an officer signs one that replaces it.',
  reason: 'What should the officer look at?',
  reasonHint: 'Write briefly, for example: “I moved to another address last month.”',
  missing: 'Write what the officer should look at, in a few words at least.',
  confirm: 'Send the request',
  keep: 'Leave the result as it is',
}
