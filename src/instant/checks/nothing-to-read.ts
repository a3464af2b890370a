import { PASSES, type Check } from '../check.ts'

/** A machine does not judge what a scanned paper says: whoever hands one in is heard by a person. */
export const nothingToRead: Check = ({ components }) => {
  const count = components.filter(({ files }) => files.length > 0).length
  return count === 0 ? PASSES : { is: 'unsure', why: 'papers-to-read', facts: { count } }
}
