export const applicationRefusalsEn = {
  'dossiers.application-changed': 'The draft was changed after the request was signed. Check it and sign again.',
  'dossiers.application-signed-meanwhile':
    'While you were confirming, somebody else signed the request or it was laid out anew. None of their signatures is lost. Look at it again and sign once more.',
  'dossiers.application-unsigned':
    'This procedure needs a digitally signed request. Choose how to sign, and sign before you file.',
  'dossiers.identity-not-proved':
    'You need to confirm with your identity account once more before sending. Press "Confirm with your electronic identity account" again.',
  'dossiers.not-your-certificate':
    'The certificate at this service does not carry your identification number, so it cannot sign your request.',
  'dossiers.no-certificate-there':
    'This service has no certificate for your identification number. Choose another way to sign.',
}
