import { kindOf, type FieldSpec } from '../../forms/index.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { likeness } from '../pairs/likeness.ts'
import { inWordsOf, onList } from './closed-lists.ts'
import { dayOfWords } from './day-in-words.ts'
import { mendAddress, placeIn, type Communes } from './mend-address.ts'
import { hasFamilyName, mendName } from './mend-name.ts'
import { mendOffice } from './mend-office.ts'
import { withSquareMetres } from './mend-printed.ts'
import type { TemplateField } from './template.ts'

/** The day it is read, and the registers values are held against. */
export type Known = { today: LegalDate; communes: Communes }

/**
 * What a printed text is as a value. `backed`: a list or register knows it; `mended`: it is not letter for letter what was read; `isWritten`:
 * it is written as the template says its values are.
 */
export type Judgement = {
  text: string
  normalised: unknown
  faults: string[]
  backed: boolean
  mended: boolean
  isWritten: boolean
}

/** Kinds whose own check tells most misreadings. */
const STRICT = new Set([
  'personal-id',
  'old-id',
  'date',
  'birth-date',
  'month',
  'year',
  'phone',
  'email',
  'business-code',
  'number',
  'money',
])
/** A sign no paper has: it was printed as a letter. */
const DAGGER = /†/g
/** Commas of an address read as full stops: before the word that begins its next part. */
const STOP_FOR_COMMA =
  /\. +(?=(?:khu|tổ|thôn|x[aàáãạ]|ph[ưu][oờơ]ng|đ[ặăâ]c khu|thị trấn|t[iìỉíĩ]nh|th[aàá]nh ph[oốổỏó]) )/giu
/** Specks behind a comma. */
const DIRT = /,[:;.'’`-]+ ?/g
const OLDEST_YEAR = 1900

/** An option read worse than this is none of them. */
const LIKE_AN_OPTION = 0.65

export const isStrict = ({ kind, options, tells }: TemplateField): boolean =>
  STRICT.has(kind) || options !== undefined || tells !== undefined

export function judgeText(field: TemplateField, printed: string, known: Known): Judgement {
  const whole = withSquareMetres(printed.replace(DAGGER, 't'))
  const part = field.part === undefined ? whole : new RegExp(field.part, 'u').exec(whole)?.[0]
  return { ...judgePart(field, part ?? whole, known), isWritten: part !== undefined }
}

function judgePart(field: TemplateField, text: string, known: Known): Omit<Judgement, 'isWritten'> {
  const clean = text.replace(/^[\s:;.,'’"_-]+(?=[\p{L}\p{N}])|[\s.,;:'’"_|-]+$/gu, '')
  if (field.options) return judgeOption(field.options, text, clean)
  if (field.tells !== undefined) {
    const day = dayOfWords(clean)
    return { text, normalised: day, faults: day === undefined ? ['unreadable'] : [], backed: false, mended: false }
  }
  const listed = field.list && onList(field.list, clean)
  if (listed) return { text, normalised: listed.value, faults: [], backed: true, mended: !listed.isSame }
  return judgeByKind(field, text, clean, known)
}

function judgeOption(options: readonly string[], text: string, clean: string): Omit<Judgement, 'isWritten'> {
  const [best] = options.map((option) => ({ option, fit: likeness(option, clean) })).toSorted((a, b) => b.fit - a.fit)
  if (!best || best.fit < LIKE_AN_OPTION)
    return { text, normalised: undefined, faults: ['not-an-option'], backed: false, mended: false }
  return { text, normalised: best.option, faults: [], backed: best.fit === 1, mended: best.fit < 1 }
}

function judgeByKind(
  field: TemplateField,
  text: string,
  clean: string,
  { today, communes }: Known,
): Omit<Judgement, 'isWritten'> {
  const spec: FieldSpec = { name: field.name, kind: field.kind, label: field.words, required: true }
  const kind = kindOf(field.kind)
  const mended = mendedBy(field, clean, communes)
  const reading = kind.read(mended, spec, { today })
  if (!('value' in reading)) {
    const fault = 'problem' in reading ? reading.problem : 'unreadable'
    return { text, normalised: undefined, faults: [fault], backed: false, mended: false }
  }
  const fault = kind.check?.(reading.value, spec, { today })?.problem ?? faultOfYear(field, reading.value, today)
  const backed =
    (field.kind === 'address' && placeIn(mended, communes)?.isToday === true) ||
    (field.kind === 'personal-name' && hasFamilyName(mended))
  return {
    text,
    normalised: reading.value,
    faults: fault === undefined ? [] : [fault],
    backed,
    mended: mended !== clean,
  }
}

/** Years on papers are of people and deeds: none is to come, and none is older than the oldest people. */
function faultOfYear({ kind }: TemplateField, value: unknown, today: LegalDate): string | undefined {
  if (kind !== 'year') return undefined
  if (Number(value) > Number(today.slice(0, 4))) return 'in-the-future'
  return Number(value) < OLDEST_YEAR ? 'too-long-ago' : undefined
}

function mendedBy({ kind, vocabulary, find }: TemplateField, clean: string, communes: Communes): string {
  if (find === 'issuer') return mendOffice(clean, communes)
  if (vocabulary) return inWordsOf(vocabulary, clean)
  if (kind === 'address') return mendAddress(clean.replace(DIRT, ', ').replace(STOP_FOR_COMMA, ', '), communes)
  return kind === 'personal-name' ? mendName(clean) : clean
}
