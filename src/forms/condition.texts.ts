import { inBothLanguages } from '../platform/wording.ts'
import type { Condition } from './condition.ts'
import { conditionTextsEn } from './condition.texts.en.ts'
import type { FieldSpec } from './form.ts'

const conditionVi = {
  and: ' và ',
  or: ' hoặc ',
  not: (what: string) => `không phải là ${what}`,
  answered: (asked: string) => `đã trả lời ${asked}`,
  unanswered: (asked: string) => `chưa trả lời ${asked}`,
  atLeast: (asked: string, amount: number) => `${asked} từ ${amount} trở lên`,
  atMost: (asked: string, amount: number) => `${asked} từ ${amount} trở xuống`,
  ticked: (asked: string) => `đã đánh dấu ${asked}`,
  is: (asked: string, values: string) => `${asked} là ${values}`,
}
const conditionTexts = inBothLanguages(conditionVi, conditionTextsEn)

/** When a question is asked, as a person would say it. */
export function conditionWords(condition: Condition, fields: readonly FieldSpec[]): string {
  const t = conditionTexts
  if ('all' in condition) return condition.all.map((one) => conditionWords(one, fields)).join(t.and)
  if ('any' in condition) return condition.any.map((one) => conditionWords(one, fields)).join(t.or)
  if ('not' in condition) return t.not(conditionWords(condition.not, fields))
  const spec = fields.find(({ name }) => name === condition.field)
  const asked = `“${spec?.label ?? condition.field}”`
  const chosen = (value: string) => `“${spec?.options?.find((option) => option.value === value)?.label ?? value}”`
  if ('isAnswered' in condition) return condition.isAnswered ? t.answered(asked) : t.unanswered(asked)
  if ('atLeast' in condition) return t.atLeast(asked, condition.atLeast)
  if ('atMost' in condition) return t.atMost(asked, condition.atMost)
  if (spec?.kind === 'confirm') return t.ticked(asked)
  const values = 'is' in condition ? [condition.is] : condition.isOneOf
  return t.is(asked, values.map(chosen).join(t.or))
}
