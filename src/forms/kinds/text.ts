import type { FieldSpec } from '../form.ts'
import type { Kind } from './kind.ts'

const SHORT = 200
const LONG = 4000

/** Free text; `long` keeps its line breaks. */
function textKind(limit: number, long: boolean, example: string, least = 1): Kind {
  return {
    example,
    read: (text) => ({ value: long ? text.replace(/[ \t]+\n/g, '\n') : text.replace(/\s+/g, ' ') }),
    schema: (spec: FieldSpec) => ({
      type: 'string',
      minLength: spec.minLength ?? least,
      maxLength: spec.maxLength ?? limit,
      ...(spec.pattern === undefined ? {} : { pattern: wholeAnswer(spec.pattern) }),
    }),
    show: String,
  }
}

/** A pattern is of the whole answer, whether it says so or not. */
export function wholeAnswer(pattern: string): string {
  return `^(?:${pattern})$`
}

export const text = textKind(SHORT, false, '')
export const longText = textKind(LONG, true, '')
export const address = textKind(SHORT, false, 'số 12, ngõ 5, đường Hậu Cần, khu 4', 4)

// Names of all 54 peoples: letters with marks, apostrophe (K'Brếp), hyphen, full stop; each word begins with a letter.
const NAME = "^\\p{L}[\\p{L}\\p{M}'’.\\-]*(?: \\p{L}[\\p{L}\\p{M}'’.\\-]*)*$"
const NAME_PATTERN = new RegExp(NAME, 'u')

/** Họ, chữ đệm và tên. */
export const personalName: Kind = {
  example: 'Nguyễn Thu Hạnh',
  read(typed) {
    const value = typed.replace(/\s+/g, ' ')
    return NAME_PATTERN.test(value) ? { value } : { problem: 'not-letters' }
  },
  schema: (spec) => ({ type: 'string', pattern: NAME, minLength: 2, maxLength: spec.maxLength ?? 100 }),
  show: String,
}
