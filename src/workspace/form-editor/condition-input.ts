import { foldText } from '../../platform/text.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import { TICKED, type Condition, type FieldSpec } from '../../forms/index.ts'
import { box } from './boxes.ts'
import { draftTexts } from './texts.ts'

/** What a row of a condition may say of a question. */
export const TESTS = ['is', 'is-not', 'one-of', 'answered', 'unanswered', 'at-least', 'at-most'] as const
export type Test = (typeof TESTS)[number]
export type Row = { field: string; test: Test; value: string }

/** A condition as rows that all hold, or of which one does; nothing when it is built deeper than that. */
export type Rows = { joined: 'all' | 'any'; rows: Row[] }

export const MOST_ROWS = 6

export function rowsOf(condition: Condition | undefined, among: readonly FieldSpec[] = []): Rows | undefined {
  if (!condition) return { joined: 'all', rows: [] }
  const joined = 'any' in condition ? 'any' : 'all'
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  const rows = parts.map((part) => rowOf(part, among))
  return rows.length <= MOST_ROWS && rows.every((row) => row !== undefined)
    ? { joined, rows: rows.filter((row) => row !== undefined) }
    : undefined
}

function rowOf(condition: Condition, among: readonly FieldSpec[]): Row | undefined {
  if ('not' in condition) {
    const { not } = condition
    return 'is' in not ? { field: not.field, test: 'is-not', value: saidOf(not.field, not.is, among) } : undefined
  }
  if (!('field' in condition)) return undefined
  if ('is' in condition)
    return { field: condition.field, test: 'is', value: saidOf(condition.field, condition.is, among) }
  if ('isOneOf' in condition) {
    const said = condition.isOneOf.map((word) => saidOf(condition.field, word, among))
    return { field: condition.field, test: 'one-of', value: said.join('; ') }
  }
  if ('isAnswered' in condition)
    return { field: condition.field, test: condition.isAnswered ? 'answered' : 'unanswered', value: '' }
  return 'atLeast' in condition
    ? { field: condition.field, test: 'at-least', value: String(condition.atLeast) }
    : { field: condition.field, test: 'at-most', value: String(condition.atMost) }
}

/** The condition a form states; one built deeper than rows can say comes back as it was. */
export function conditionFrom(
  form: FormBody,
  old: Condition | undefined,
  among: readonly FieldSpec[],
): { when?: Condition } {
  if (old && field(form, 'dieu-kien') === 'giu') return { when: old }
  const parts = Array.from({ length: MOST_ROWS }, (_, no) => partFrom(form, no, among)).filter(
    (part) => part !== undefined,
  )
  const [first, ...others] = parts
  if (!first) return {}
  if (others.length === 0) return { when: first }
  return { when: field(form, 'ghep') === 'any' ? { any: parts } : { all: parts } }
}

/** A condition that says one thing about one choice, as two boxes can show it. */
export function simpleTest(condition: Condition | undefined, among: readonly FieldSpec[] = []): Row | undefined {
  const rows = rowsOf(condition, among)?.rows ?? []
  const [row] = rows
  return row && rows.length === 1 && (row.test === 'is' || row.test === 'one-of') ? row : undefined
}

/** What those boxes say: the question in one, its answers in the other. */
export function simpleCondition(form: FormBody, box: string, among: readonly FieldSpec[]): Condition | undefined {
  const asked = field(form, box)
  const values = words(field(form, `${box}-la`)).map((word) => meantBy(asked, word, among))
  const [only] = values
  if (asked === '' || only === undefined) return undefined
  return values.length > 1 ? { field: asked, isOneOf: values } : { field: asked, is: only }
}

/** A box to tick is said to be ticked, a choice by its words, everything else as it is stored. */
function saidOf(name: string, value: string, among: readonly FieldSpec[]): string {
  const spec = among.find((one) => one.name === name)
  if (spec?.kind === 'confirm' && value === TICKED) return draftTexts.ticked
  const label = spec?.options?.find((option) => option.value === value)?.label ?? value
  return label.includes(';') ? value : label
}

/** The way back: the code of a choice, or its words however they are written. */
function meantBy(name: string, typed: string, among: readonly FieldSpec[]): string {
  const spec = among.find((one) => one.name === name)
  if (spec?.kind === 'confirm') return foldText(typed) === foldText(draftTexts.ticked) ? TICKED : typed
  const options = spec?.options ?? []
  const isMeant = ({ label }: { label: string }) => foldText(label) === foldText(typed)
  return options.some(({ value }) => value === typed) ? typed : (options.find(isMeant)?.value ?? typed)
}

/** Values with semicolons between. */
function words(text: string): string[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function partFrom(form: FormBody, no: number, among: readonly FieldSpec[]): Condition | undefined {
  const asked = field(form, `cau-${no}`)
  if (asked === '') return undefined
  const typed = field(form, `gia-tri-${no}`).trim()
  const value = meantBy(asked, typed, among)
  switch (TESTS.find((test) => test === field(form, `phep-${no}`)) ?? 'is') {
    case 'is':
      return { field: asked, is: value }
    case 'is-not':
      return { not: { field: asked, is: value } }
    case 'one-of':
      return {
        field: asked,
        isOneOf: words(typed).map((word) => meantBy(asked, word, among)),
      }
    case 'answered':
      return { field: asked, isAnswered: true }
    case 'unanswered':
      return { field: asked, isAnswered: false }
    case 'at-least':
      return { field: asked, atLeast: box(form, `gia-tri-${no}`) ?? 0 }
    case 'at-most':
      return { field: asked, atMost: box(form, `gia-tri-${no}`) ?? 0 }
  }
}
