export const signatureFindingTextsEn = {
  verdicts: {
    valid: 'Digital signature valid',
    'valid-untrusted': 'The certificate of the digital signature cannot be trusted yet',
    altered: 'Changed after signing',
    broken: 'The digital signature is damaged and cannot be checked',
    unsigned: 'No digital signature',
  },
  checking: 'The file has a digital signature, which is being checked',
  onPages: (pages: string) => `page ${pages}`,
  demo: (text: string) => `${text} (demonstration certificate, without legal value)`,
  sendOriginal: 'The file is kept. If you have the signed original, send that one instead.',
  mayBeAsked: 'The file is kept. The officer may ask you about who signed it.',
}
