export const reportTextsEn = {
  levels: {
    'B-B': 'Signature without a time stamp',
    'B-T': 'Signature with a time stamp',
    'B-LT': 'Signature with a time stamp and evidence for checks in years to come',
    'B-LTA': 'Signature with evidence for checks in years to come and an archive time stamp',
  },
  demo: 'Demonstration signature, without legal value',
  wholeDocument: 'the whole document',
  pages: (pages: string) => `page ${pages}`,
  filled: (field: string, text: string, where: string) => `Filled in ${field}: ${text}${where}`,
  signed: (signer: string, where: string) => `Signed as well by ${signer}${where}`,
  timestamped: (signer: string) => `Archive time stamp added: ${signer}`,
  validationData: 'Evidence for checks in years to come was added; the content is unchanged',
  revocation: {
    good: 'The certificate has not been revoked',
    'not-known': 'It is not known whether the certificate has been revoked',
    revoked: (at: string) => `The certificate was revoked at ${at}; the signature has no effect`,
    'revoked-later': (at: string) => `The certificate was revoked at ${at}, after signing: the signature stays valid`,
  },
}
