export const numberRefusalsEn = {
  'dossiers.applicant-has-number': 'The applicant has a number in this application already.',
  'dossiers.applicant-number-wrong':
    'This is no personal identification number. Check the 12 digits on the birth certificate or identity card.',
  'dossiers.applicant-number-other-year':
    'This is not the number of somebody born in {year}. Check the number, or the birth date in the application.',
  'dossiers.applicant-number-others': 'This number belongs to a person of another name. Check the number and the name.',
}
