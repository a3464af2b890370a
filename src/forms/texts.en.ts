import type { Told } from './texts.ts'
import type { FieldKind, FieldSpec } from './form.ts'
import type { Problem } from './kinds/kind.ts'

export const shapesEn = {
  passport: 'A passport number has letters without diacritics and digits',
  date: 'Write day/month/year',
  'birth-date': 'Write day/month/year, or the year of birth alone',
  email: 'An email address has an @ in the middle, no spaces and no letters with diacritics',
  number: 'Write it in digits, with a comma before decimals',
  whole: 'Write it in digits, a whole number',
  money: 'Write the amount in digits, in đồng',
  month: 'Write month/year',
  year: 'Write the year in four digits',
  time: 'Write the hour, then the minutes, from 00:00 to 23:59',
}

export const digitsEn = {
  'personal-id': 'A personal identification number has {wanted} digits',
  'old-id': 'An old identity card number has {wanted} digits',
  phone: 'A mobile phone number has {wanted} digits',
  'business-code':
    'A business code has 10 digits, that of a branch 3 more; a household business uses an identification number of 12 digits',
}

export const wordTextsEn = {
  such: (example: string) => `, for example ${example}`,
  atMost: (max: number | undefined, entry: string) => `Enter at most ${max}: ${entry}`,
  atLeast: (min: number, entry: string) => `Enter at least ${min}: ${entry}`,
  strange: (field: string) => `This form has no question “${field}”`,
}

const CHOSEN: readonly FieldKind[] = ['choice', 'choices', 'commune']

/** What the sentences share with those in Vietnamese. */
type Parts = {
  such(example: string): string
  withUnit(told: Pick<Told, 'spec'>, amount: unknown): string
  contradiction(told: Told): string
  shapeOf(spec: FieldSpec): string | undefined
  digits(kind: FieldKind, wanted: string): string
}

/** By its name within a sentence, else by its quoted label. */
const named = ({ asked, label }: FieldSpec) => asked ?? `“${label}”`
const quoted = ({ label }: FieldSpec) => `“${label}”`
const chosen = (spec: FieldSpec) =>
  spec.asked === undefined ? `Choose an answer to ${quoted(spec)}` : `Choose ${spec.asked}`
const entered = (typed: string) => `You entered ${typed}.`

export function sentencesEn({
  such,
  withUnit,
  contradiction,
  shapeOf,
  digits,
}: Parts): Record<Problem, (told: Told) => string> {
  return {
    missing: ({ spec, example }) => {
      if (spec.kind === 'confirm') return `Tick ${quoted(spec)}`
      return CHOSEN.includes(spec.kind) ? chosen(spec) : `Enter ${named(spec)}${such(example)}`
    },
    unreadable: ({ spec, typed, example }) =>
      `${entered(typed)} ${shapeOf(spec) ?? `Enter ${named(spec)} again`}${such(example)}`,
    'too-long': ({ spec, facts }) =>
      spec.kind === 'long-text' || spec.kind === 'text'
        ? `Keep ${named(spec)} within ${facts.limit} characters. You wrote ${facts.count}`
        : `Keep ${named(spec)} within ${facts.limit} characters`,
    'too-short': ({ spec, typed, example }) => `${entered(typed)} Write ${named(spec)} in full${such(example)}`,
    'too-small': (told) => `${entered(told.typed)} It must be at least ${withUnit(told, told.facts.limit)}`,
    'too-large': (told) => `${entered(told.typed)} It can be at most ${withUnit(told, told.facts.limit)}`,
    'too-many-decimals': ({ typed, facts }) =>
      facts.most === 0
        ? `${entered(typed)} Only whole numbers here`
        : `${entered(typed)} At most ${facts.most} digits after the comma`,
    'not-an-option': ({ spec }) => (spec.kind === 'confirm' ? `Tick ${quoted(spec)}` : `${chosen(spec)} from the list`),
    'not-letters': ({ typed, example }) => `${entered(typed)} A full name has only letters and spaces${such(example)}`,
    'not-digits': ({ spec, typed, example }) =>
      `${entered(typed)} ${digits(spec.kind, spec.kind === 'personal-id' ? '12' : spec.kind === 'old-id' ? '9' : '10')}${such(example)}`,
    'wrong-length': ({ spec, typed, facts }) =>
      `${entered(typed)} It has ${facts.count} digits. ${digits(spec.kind, String(facts.wanted))}`,
    'old-id-number': ({ typed }) =>
      `${entered(typed)} This is an old identity card number, invalid since 01/01/2025. Enter the 12 digits on your identity card`,
    'unknown-province': ({ typed, facts }) =>
      `${entered(typed)} No province has the code ${facts.province} in the first three digits. Check the number on your identity card`,
    'born-later': ({ typed, facts }) =>
      `${entered(typed)} This number says born in ${facts.year}, which is yet to come. Check the number on your identity card`,
    'no-such-day': ({ typed, facts }) =>
      `${entered(typed)} Month ${facts.month} of ${facts.year} has only ${facts.last} days`,
    'in-the-future': ({ typed }) => `${entered(typed)} This day is yet to come`,
    'too-long-ago': ({ typed, facts }) => `${entered(typed)} The year of birth must be ${facts.year} or later`,
    'unknown-prefix': ({ typed, example }) =>
      `${entered(typed)} A mobile number begins with 03, 05, 07, 08 or 09${such(example)}`,
    'birth-year-differs': ({ typed, facts }) =>
      `${entered(typed)} But the identification number says born in ${facts.year}. Check the date of birth and the number`,
    'out-of-order': (told) => `${entered(told.typed)} ${contradiction(told)}`,
    pattern: ({ spec, typed, example }) =>
      `${entered(typed)} ${spec.patternHint ?? `Check ${named(spec)}`}${such(example)}`,
    'wrong-check-digit': ({ typed }) =>
      `${entered(typed)} A digit of this code is wrong: its check digit does not fit. Look at the registration certificate`,
    'too-few': ({ spec, facts }) =>
      (facts.limit ?? 1) === 1 ? chosen(spec) : `Choose at least ${facts.limit} for ${named(spec)}`,
    'too-many': ({ spec, facts }) => `Choose at most ${facts.limit} for ${named(spec)}`,
    'unknown-place': ({ spec, typed }) =>
      typed === ''
        ? `Choose ${named(spec)} again from the list of communes and wards of today`
        : `No commune or ward is called “${typed}”. Write the name of the commune or ward, then the province, or choose from the list`,
    'several-places': ({ typed, facts }) =>
      `There are ${facts.count} places that may be “${typed}”. Choose the right one below this box`,
    'two-places': ({ typed, facts }) =>
      `You wrote “${typed}” but chose ${facts.listed} from the list. Keep one of the two`,
    'no-detail': () => 'Enter the house number, street, village or quarter, for example số 12, đường Hậu Cần, khu 4',
  }
}

export const fieldTextsEn = {
  chooseCommune: 'Choose a commune, ward or special zone',
  chooseOne: 'Choose one',
  howTo: 'How to fill this in',
  onlyWhen: (condition: string) => `Answer only when ${condition}.`,
  optional: '(optional)',
  entry: (entry: string, no: number) => `${entry.charAt(0).toUpperCase()}${entry.slice(1)} ${no}`,
  addEntry: (entry: string, count: number) => (count === 0 ? `Add: ${entry}` : `Add another: ${entry}`),
  removeEntry: (name: string) => `Remove ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  noMoreEntries: (entry: string, max: number) => `That is ${max} (${entry}), the most this form takes.`,
  pagesMore: (titles: string) => `Your answers add a part to fill in: ${titles}.`,
  pagesFewer: (titles: string) => `By your answers, no longer to fill in: ${titles}.`,
  placeName: 'Commune or ward, and province or city',
  placeHint: 'For example: phường Việt Hưng, Quảng Ninh. Names from before 01/7/2025 work too.',
  understoodAs: (name: string, formerly: string | undefined) =>
    `Now: ${name}${formerly === undefined ? '' : ` (before 01/7/2025: ${formerly})`}`,
  formerly: (formerly: string) => `Before 01/7/2025: ${formerly}`,
  whichPlace: (words: string) => `Which of these is “${words}”?`,
  chooseFromList: 'Choose the province and commune from a list',
  province: 'Province or city',
  chooseProvince: 'Choose a province or city',
  commune: 'Commune, ward or special zone',
  showCommunes: 'Show the communes and wards',
  placeDetail: 'House number, street, village or quarter',
  placeDetailHint: 'For example: số 12, đường Hậu Cần, khu 4.',
}
