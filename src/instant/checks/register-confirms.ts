import { PASSES, type Check, type Outcome, type RegisterAnswer } from '../check.ts'
import { isRegisterField, registerFields } from '../register-field.ts'

const NO_ANSWER = {
  unknown: { is: 'fails', why: 'not-in-register' },
  differs: { is: 'fails', why: 'register-differs', facts: { names: 'fullName, bornOn' } },
  away: { is: 'unsure', why: 'register-away' },
  slow: { is: 'unsure', why: 'register-slow' },
  'not-asked': { is: 'unsure', why: 'no-personal-id' },
} satisfies Record<Extract<RegisterAnswer, { found: false }>['why'], Outcome>

/** The register says the same of the applicant in every field declared. No answer, or a late one, is never taken for a yes. */
export const registerConfirms: Check = ({ dossier: { applicant }, definition, register }) => {
  if (!register.found) return NO_ANSWER[register.why]
  const differing = definition.registerFields
    .filter(isRegisterField)
    .filter((name) => !registerFields[name].fits(applicant, register.person))
  return differing.length === 0
    ? PASSES
    : { is: 'fails', why: 'register-differs', facts: { names: differing.join(', ') } }
}
