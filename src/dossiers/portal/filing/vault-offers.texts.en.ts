export const offerTextsEn = {
  title: 'Already in your documents',
  how: 'No need to send it again: use it, and it is linked to your application; officers see where it comes from and how it is proven.',
  use: 'Use this document',
  notUsable: 'This cannot be used for this application. Send another file below.',
  fromVault: 'From your documents',
  about: 'Subject',
  number: 'Number',
  issuer: 'Issued by',
  issuedOn: 'Issued on',
  validUntil: 'Can be used until the end of',
  noLimit: 'No expiry date',
  proof: 'How it is proven',
  source: 'From application',
  registerTitle: 'We already have this information',
  registerHow: (register: string, at: string | null) =>
    `${register} holds your details${at === null ? '' : `, as of ${at}`}. You do not need to send this document.`,
  registers: {
    'identity-provider': 'Your electronic identity account',
    'citizen-registry': 'The national population database',
  },
  registerUse: 'Do not send it, use what is held',
  registerGround: (ground: string) => `Legal basis: ${ground}`,
}
