export const signTextsEn = {
  heading: 'Sign the request',
  choose: 'How to sign',
  see: 'See the request that will be signed (PDF)',
  seeSigned: 'See the request',
  signed: 'You digitally signed this request at',
  confirmed: 'You confirmed this request with your identity account at',
  changed: 'You changed the draft after signing. Look at the request again and choose how to sign once more.',
  signers: {
    smartca: 'Sign with VNPT SmartCA',
    mysign: 'Sign with Viettel MySign',
  },
  noService:
    'The portal is connected to no signing service, so this cannot be filed online. You can file it at the one-stop desk.',
  signerHint: 'You confirm on your phone, with a certificate that carries your personal identification number.',
  identity: 'Confirm with your electronic identity account',
  identityHint: 'You sign in once more to confirm that this request is yours. This is not a digital signature.',
  onPaper: 'I have no digital signature',
  onPaperHint: 'File as usual; you sign a printed copy by hand once, when you get the result.',
  confirmTitle: 'Confirm the request with your identity account',
  confirmLead:
    'The system records who confirmed which request, and when. This is not a digital signature; the agency may ask you to sign by hand when you get the result.',
  prove: 'Sign in again to confirm',
  proved: 'You proved your identity at {time}.',
  paper: 'Request',
  hash: 'SHA-256 fingerprint',
  confirm: 'Confirm that this request is mine',
  back: 'Back, to choose another way',
}
