export const whomTextsEn = {
  question: 'For whom do you file?',
  self: 'For myself',
  parent: 'For my child under 18',
  guardian: 'For a person I am the guardian of',
  authorised: 'For a person who authorised me',
  sent: 'For an organisation that sent me',
}
