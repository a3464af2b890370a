import { amountsOf } from '../../catalogue/index.ts'
import { PASSES, type Check } from '../check.ts'

/** Paid, waived, or a procedure for which the law asks nothing. An amount nobody has settled yet is no zero. */
export const feeSettled: Check = ({ dossier: { money }, fees }) => {
  if (money === 'paid' || money === 'waived') return PASSES
  if (money === 'due') return { is: 'fails', why: 'fee-due' }
  return amountsOf(fees).every((amount) => amount === 0n) ? PASSES : { is: 'unsure', why: 'fee-not-set' }
}
