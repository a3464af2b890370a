export const reasonWordsEn = {
  'not-my-case': 'Not this case',
  'held-by-the-state': 'An authority already holds it',
}

export const sheetTextsEn = {
  sheet: 'Applications',
  guide: 'Guide',
  lists: 'Lists',
  toMend: 'To mend',
  outcome: 'Outcome',
  line: 'Row',
  dossierCode: 'Application code',
  reason: 'Reason',
  entryHeading: (entry: string, no: number, label: string) =>
    `${entry.charAt(0).toUpperCase()}${entry.slice(1)} ${no}: ${label}`,
  numberHeading: 'Number of the row (for sheets with more entries)',
  rowHeading: 'Belongs to the application numbered',
  entrySheet: (no: number, entry: string) => `More ${no} - ${entry.replace(/[[\]*?:/\\]/g, ' ').slice(0, 16)}`.trim(),
  placeHeading: 'Deciding authority',
  paperHeading: (no: number, name: string) => `Paper ${no}: ${name.replace(/^[\s\-–+*•]+/u, '').slice(0, 120)}`,
  groundHeading: 'Paper that lets you file for another (birth certificate, authorisation, letter)',
  communeHeading: (label: string) => `${label}: commune, ward, special zone`,
  detailHeading: (label: string) => `${label}: house, street, hamlet`,
  yes: ['yes', 'true', 'agreed', 'done'],
  no: ['no', 'false'],
  formula: 'This cell holds a formula. Copy the column and paste it again as values only',
  cellError: (text: string) => `This cell shows the error ${text}. Type its content again`,
  lostZero: (typed: string, whole: string) =>
    `The spreadsheet dropped the 0 at the front: ${typed} is left. If it should be ${whole}, type ${whole} with the cell set to Text`,
  rounded: (typed: string) =>
    `The spreadsheet rounded this number to ${typed}. Set the cell to Text and type it again from the paper`,
  dayNumber: (typed: string, day: string) =>
    `This cell holds the number ${typed}. If it is the date ${day}, type ${day}`,
  noDay: (typed: string) => `This cell holds the number ${typed}, which is no date. Type dates like 20/11/1990`,
  notAsked:
    'This question is not asked with the other answers of the row. Leave the cell empty, or change the other answer',
  noPlace: 'No authority is known to decide this, or the one named does not. Choose one from the list of the cell',
  unknownUnit: 'Choose an authority from the list of the cell',
  paperMissing: 'Enter the name of a file you sent along, or one of the reasons of the list',
  fileNotSent: (names: string) =>
    `${names} is not among the files you sent. Send it on this page, or correct the name in the cell`,
  sameAs: (line: number) => `The same as row ${line}. Delete one of the two, or change it`,
  filedBefore: (code: string) => `Already filed as ${code}; it is not filed again`,
  atCell: (line: number, heading: string, message: string) => `Row ${line}, column ${heading}: ${message}`,
  atRow: (line: number, message: string) => `Row ${line}: ${message}`,
  guideTitle: 'File many applications from a spreadsheet',
  guideSteps: [
    'Each row of the first sheet is one application. Begin in row 2; at most 500 rows.',
    'Do not change the headings in row 1. Columns with * must be filled in, others where they apply.',
    'Cells with an arrow have a list. Type dates like 20/11/1990, and numbers with the 0 at the front; the cells are set to Text already.',
    'No formulas, no merged cells.',
    'Your own name and personal identification number come from your account. Cells left empty take what is known of you, such as your telephone.',
    'Columns for papers: names of files you send along, such as birth-01.pdf, set apart by semicolons; or a reason from the list.',
    'Send this sheet with the files, or with one ZIP file of them. Nothing is filed until you have seen the check and pressed File.',
  ],
  moreSteps: (sheet: string, entry: string) =>
    `Sheet "${sheet}": for an application with more of ${entry} than the sheet "Hồ sơ" has columns for. One a line; the first column repeats the number you gave the application.`,
  guideColumns: ['Column', 'Required', 'How to fill in'],
  states: {
    faulty: 'To mend',
    ready: 'Correct, not filed',
    filed: 'Filed',
    refused: 'Not filed',
  },
  must: 'Yes',
  maybe: 'Where it applies',
  fillList: 'Choose from the list',
  fillNumber: 'A number of this row alone: 1, 2, 3… Needed only with a sheet of more entries',
  fillTick: 'Enter x if so',
  fillFile: 'Name of a file sent along, or why there is none',
  fillSeveral: 'Choose from the list; several set apart by semicolons: ',
}

export const spreadsheetRefusalsEn = {
  'dossiers.sheet-not-the-template':
    'This sheet does not follow the template of the procedure: its first row has none of the headings. Download the template on this page and copy your rows into it.',
  'dossiers.sheet-other-procedure':
    'This sheet is the template of procedure {code}, not of the one you have open. Open that procedure and send it there.',
  'dossiers.sheet-heading':
    'Column {column} is headed "{heading}", which is not in the template. Correct the heading or delete the column, then send it again.',
  'dossiers.sheet-heading-twice':
    'Column {column}: the heading "{heading}" appears twice. Delete one of the columns and send it again.',
  'dossiers.sheet-column-missing': 'The column "{heading}" is missing. Put it back and send the sheet again.',
  'dossiers.sheet-number-twice':
    'Rows {line} and {other} have the same number {number}. Give each its own and send the sheet again.',
  'dossiers.sheet-entry-nowhere':
    'Sheet "{sheet}", line {line}: no application has the number "{number}". Enter it in the number column of its application, or correct this line, and send the sheet again.',
  'dossiers.sheet-entries-many':
    'Sheet "{sheet}", line {line}: application {number} has more than {most} entries. Split it or delete some, and send the sheet again.',
  'dossiers.sheet-too-big':
    'The file {name} is larger than {limit} and was not taken. A spreadsheet: copy the rows with text into a new template. A ZIP file: split it.',
  'dossiers.sheet-missing': 'Choose the spreadsheet you filled in and send it again.',
  'dossiers.bundle-not-found': 'There is no such set of applications, or nobody opened it for 30 days.',
  'dossiers.bundle-filing': 'The rows of this set are being filed. Wait until that is done, then go on.',
  'dossiers.bundle-row-filed': 'This row is an application already. See and supplement it on its own page.',
  'dossiers.bundle-nothing-ready': 'No row is ready to file. Mend the faults first.',
  'dossiers.bundle-no-pledge': 'Tick the declaration before you file.',
  'dossiers.bundle-several-applicants':
    'Several people apply for this together, so it cannot be filed from a spreadsheet. File them one by one.',
  'dossiers.bundle-signed-one-by-one':
    'This procedure needs each application signed digitally, so it cannot be filed from a spreadsheet. File them one by one.',
}
