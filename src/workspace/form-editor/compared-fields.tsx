import { Select } from '../../ui/index.ts'
import { measureOf, ORDERS, orderWords, type FieldSpec } from '../../forms/index.ts'
import { FEWEST_ROWS } from './compared-input.ts'
import { draftTexts as t } from './texts.ts'

/** The other days, times or amounts an answer must not contradict, one a row. */
export function ComparedFields({ spec, among }: { spec: FieldSpec; among: readonly FieldSpec[] }) {
  const { kind, name: own, compared = [] } = spec
  const alike = among.filter(({ name, kind: other }) => name !== own && measureOf(other) === measureOf(kind))
  const gone = compared.filter(({ field }) => !alike.some(({ name }) => name === field)).map(({ field }) => field)
  if (alike.length + gone.length === 0) return null
  const questions = [
    ...alike.map(({ name, label }) => ({ value: name, label: label || name })),
    ...gone.map((name) => ({ value: name, label: name })),
  ]
  const orders = ORDERS.map((order) => ({ value: order, label: orderWords(order, kind) }))
  return (
    <>
      <p class="nhe nho">{t.comparedHint}</p>
      {Array.from({ length: Math.max(FEWEST_ROWS, compared.length) }, (_, no) => (
        <fieldset class="dieu-kien" key={no}>
          <legend class="an">{`${t.compared} ${no + 1}`}</legend>
          <Select name={`so-sao-${no}`} label={t.comparedOrder(no + 1)} options={orders} value={compared[no]?.is} />
          <Select
            name={`so-voi-${no}`}
            label={t.comparedField(no + 1)}
            options={questions}
            value={compared[no]?.field}
            emptyLabel={t.notCompared}
            optional
          />
        </fieldset>
      ))}
    </>
  )
}
