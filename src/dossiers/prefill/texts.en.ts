export const sourcesEn = {
  'identity-provider': 'From the identity account you signed in with',
  'citizen-registry': 'From the national population database',
  'identity-card': 'From your identity card, read at the counter',
  desk: 'From the one-stop counter, noted when you filed before',
  vault: 'From your documents',
  'earlier-dossier': 'From an application you filed before',
}
