import { inBothLanguages } from '../platform/wording.ts'
import type { Condition } from './condition.ts'
import { conditionTextsEn } from './condition.texts.en.ts'
import type { FieldSpec } from './form.ts'

const conditionVi = {
  and: ' và ',
  or: ' hoặc ',
  not: (what: string) => `không đúng là ${what}`,
  answered: (asked: string) => `đã trả lời ${asked}`,
  unanswered: (asked: string) => `chưa trả lời ${asked}`,
  atLeast: (asked: string, amount: number) => `${asked} từ ${amount} trở lên`,
  atMost: (asked: string, amount: number) => `${asked} từ ${amount} trở xuống`,
  ticked: (asked: string) => `đã đánh dấu ${asked}`,
  notTicked: (asked: string) => `chưa đánh dấu ${asked}`,
  is: (asked: string, values: string) => `${asked} là ${values}`,
  isNot: (asked: string, values: string) => `${asked} không phải là ${values}`,
}
const conditionTexts = inBothLanguages(conditionVi, conditionTextsEn)

/** When a question is asked, as a person would say it. */
export function conditionWords(condition: Condition, fields: readonly FieldSpec[]): string {
  const t = conditionTexts
  if ('all' in condition) return condition.all.map((one) => conditionWords(one, fields)).join(t.and)
  if ('any' in condition) return condition.any.map((one) => conditionWords(one, fields)).join(t.or)
  if ('not' in condition) {
    const denied = condition.not
    if ('isAnswered' in denied) return conditionWords({ ...denied, isAnswered: !denied.isAnswered }, fields)
    return 'is' in denied || 'isOneOf' in denied
      ? choiceWords(denied, fields, false)
      : t.not(conditionWords(denied, fields))
  }
  if ('is' in condition || 'isOneOf' in condition) return choiceWords(condition, fields, true)
  const asked = askedAs(condition.field, fields)
  if ('isAnswered' in condition) return condition.isAnswered ? t.answered(asked) : t.unanswered(asked)
  if ('atLeast' in condition) return t.atLeast(asked, condition.atLeast)
  return t.atMost(asked, condition.atMost)
}

type Choice = Extract<Condition, { is: string } | { isOneOf: readonly string[] }>

/** That a choice was made, or was not. */
function choiceWords(choice: Choice, fields: readonly FieldSpec[], isMade: boolean): string {
  const t = conditionTexts
  const asked = askedAs(choice.field, fields)
  const spec = fields.find(({ name }) => name === choice.field)
  if (spec?.kind === 'confirm') return isMade ? t.ticked(asked) : t.notTicked(asked)
  const label = (value: string) => `“${spec?.options?.find((option) => option.value === value)?.label ?? value}”`
  const values = ('is' in choice ? [choice.is] : choice.isOneOf).map(label).join(t.or)
  return isMade ? t.is(asked, values) : t.isNot(asked, values)
}

const askedAs = (field: string, fields: readonly FieldSpec[]) =>
  `“${fields.find(({ name }) => name === field)?.label ?? field}”`
