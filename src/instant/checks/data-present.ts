import { PASSES, type Check } from '../check.ts'

/** Every answer the declaration names is filled. */
export const dataPresent: Check = ({ dossier: { answers }, definition }) => {
  const missing = definition.answers.filter((name) => {
    const value = answers[name]
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  })
  return missing.length === 0 ? PASSES : { is: 'fails', why: 'answers-missing', facts: { names: missing.join(', ') } }
}
