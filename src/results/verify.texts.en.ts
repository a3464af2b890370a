export const judgementWordsEn = {
  'by-code': {
    title: 'This document is in the register of issued documents',
    advice:
      'Compare its number, date and name below with the copy you hold. To be sure that its content was not changed, check the PDF file.',
  },
  'unknown-code': {
    title: 'No document has this code',
    advice:
      'Check every character. If the code is as printed on the paper, the document was not issued by this system.',
  },
  issued: {
    title: 'This is the document that was issued',
    advice: 'The file is the same, to the last byte, as the one the agency signed and issued.',
  },
  'certified-copy': {
    title: 'This is a certified copy on record',
    advice: 'The file is the same, to the last byte, as the one the office below compared with the paper and signed.',
  },
  'other-version': {
    title: 'This is not the version that was issued',
    advice:
      'The file is another version of the document below: before it was sealed, cut, or saved anew. Download the issued one.',
  },
  altered: {
    title: 'The document was changed after it was signed',
    advice: 'Do not use this file. Download the issued one again, or ask the agency that issued it.',
  },
  'valid-elsewhere': {
    title: 'The digital signatures are valid, but the document was not issued by this system',
    advice: 'Its content has not changed since it was signed. Ask the agency that signed it what it is worth.',
  },
  untrusted: {
    title: 'The digital signatures in the file cannot be trusted yet',
    advice:
      'Its content has not changed since it was signed, but there is not enough to trust the signature. See the reasons below, or ask the agency that signed it.',
  },
  unsigned: {
    title: 'The file has no digital signature',
    advice: 'Nobody can tell who made the file and whether it was changed.',
  },
  broken: {
    title: 'The file is no PDF, or it is damaged',
    advice: 'Download the file again, then check it once more.',
  },
}

export const comparisonWordsEn = {
  cut: 'The file lacks the signature of {signers}. The whole document has {issuedSignatures} digital signatures, this file has {signatures}.',
  extended:
    'The file is the issued document ({issuedSignatures} digital signatures), signed once more afterwards by {signers}.',
  'extended-unsigned': 'The file is the issued document, but something was added to it afterwards.',
  different:
    'Only the beginning of the file belongs to this document. The whole document has {issuedSignatures} digital signatures, this file has {signatures}.',
}

export const fieldWordsEn = { so: 'number of the document', ngay: 'date of issue' }

export const stateWordsEn = {
  'in-force': 'In force',
  replaced: 'Replaced by another document',
  revoked: 'Revoked',
}
