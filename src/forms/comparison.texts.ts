import { inBothLanguages } from '../platform/wording.ts'
import { measureOf, type Comparison, type Order } from './comparison.ts'
import { comparisonTextsEn } from './comparison.texts.en.ts'
import type { FieldKind, FieldSpec } from './form.ts'

const comparisonVi = {
  must: {
    after: 'phải sau',
    'not-before': 'không được trước',
    before: 'phải trước',
    'not-after': 'không được sau',
  },
  mustAmount: {
    after: 'phải lớn hơn',
    'not-before': 'không được nhỏ hơn',
    before: 'phải nhỏ hơn',
    'not-after': 'không được lớn hơn',
  },
  than: (must: string, other: string) => `${must} “${other}”`,
  outOfOrder: (must: string, other: string, value: string) => `Câu này ${must} ${other} (${value}). Xem lại cả hai câu`,
}
const comparisonTexts = inBothLanguages(comparisonVi, comparisonTextsEn)

/** `phải sau`, of amounts `phải lớn hơn`. */
export function orderWords(is: Order, kind: FieldKind): string {
  return (measureOf(kind) === 'amount' ? comparisonTexts.mustAmount : comparisonTexts.must)[is]
}

/** Each comparison as a person would say it: `phải sau “Ngày cấp”`. */
export function comparisonWords(compared: readonly Comparison[], fields: readonly FieldSpec[]): string[] {
  return compared.map(({ field, is }) => {
    const other = fields.find(({ name }) => name === field)
    return comparisonTexts.than(orderWords(is, other?.kind ?? 'date'), other?.label ?? field)
  })
}

/** What is wrong with an answer that contradicts another one. */
export function outOfOrderSentence(is: Order, kind: FieldKind, other: string, value: string): string {
  return comparisonTexts.outOfOrder(orderWords(is, kind), other, value)
}
