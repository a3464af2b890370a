import { isFiledForAnother } from '../../dossiers/index.ts'
import { PASSES, type Check } from '../check.ts'

/** A person asks for their own paper; who acts for another shows by what right, and that a person judges. */
export const forOneself: Check = ({ dossier }) => {
  if (dossier.applicant.kind !== 'citizen') return { is: 'unsure', why: 'for-organisation' }
  const isOwn = dossier.applicantCitizenId !== null && dossier.applicantCitizenId === dossier.submitterCitizenId
  return isOwn && !isFiledForAnother(dossier) ? PASSES : { is: 'unsure', why: 'for-another' }
}
