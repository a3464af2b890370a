export const sheetRefusalsEn = {
  'platform.sheet-empty':
    'The spreadsheet has no rows. Check that you saved it before sending, and sent the right file.',
  'platform.sheet-old':
    'This is an old spreadsheet (.xls), or one with a password. Open it, take the password off, choose Save As, type "Excel Workbook (.xlsx)", and send it again.',
  'platform.sheet-not-a-sheet':
    'This is not a spreadsheet of type .xlsx or .csv. Open it in Excel or LibreOffice, save it as .xlsx and send it again.',
  'platform.sheet-with-macros':
    'The spreadsheet has macros (.xlsm), so it is not taken. Save it as "Excel Workbook (.xlsx)" without macros and send it again.',
  'platform.sheet-broken':
    'The spreadsheet is damaged or was cut while being sent. Open and save it again, then send it once more.',
  'platform.sheet-too-many-rows':
    'A spreadsheet may have at most {limit} rows. Split it and send the parts one after the other.',
  'platform.archive-broken':
    'The ZIP file is damaged, has a password or was cut while being sent. Pack it again without a password and send it once more.',
  'platform.archive-too-large':
    'This file unpacks to too much, so it is not taken. A spreadsheet: copy the rows with text into a new template. A ZIP file: split it into smaller ones.',
}
