import { foldText } from '../../platform/text.ts'
import type { PaperValue } from '../bench/value.ts'
import { shownText } from './origin.ts'

/** What the applicant declared of the same thing, and whether it is the same. */
export type Declared = { text: string; differs: boolean }

/** Facts of people: the same label may be another person's, so only the same person's word stands beside them (`Hint`). */
const OF_PEOPLE = /name|born|birth|sex|ethnicity|nationality|town|place|residence|address|id$/i

const plain = (text: string) => foldText(text).replace(/[^a-z0-9]/g, '')

/**
 * Beside a value what was declared: of a person by the person, of anything else by the one question of the form that is called the
 * same. Letters and figures count, marks between them do not: 1.250 and 1250 are one number.
 */
export function declaredBeside(
  value: PaperValue,
  answers: readonly { label: string; text: string }[],
): Declared | undefined {
  const said = value.hints.find(({ source }) => source === 'declared')
  const text = shownText(value)
  if (said) return { text: said.text, differs: text !== '' && plain(said.text) !== plain(text) }
  if (OF_PEOPLE.test(value.name)) return undefined
  const same = answers.filter(({ label }) => foldText(label) === foldText(value.label))
  const [only, ...others] = same
  if (!only || others.length > 0) return undefined
  return { text: only.text, differs: text !== '' && plain(only.text) !== plain(text) }
}
