import { Radios, Select, Field, Details } from '../../ui/index.ts'
import { conditionWords, type Condition, type FieldSpec } from '../../forms/index.ts'
import { MOST_ROWS, rowsOf, TESTS, type Row } from './condition-input.ts'
import { draftTexts as t, testNames } from './texts.ts'

type Props = {
  when: Condition | undefined
  /** Questions it may look at. */ among: readonly FieldSpec[]
  /** What stands in boxes for numbers and is none. */ wrong: ReadonlyMap<string, string>
}

const EMPTY: Row = { field: '', test: 'is', value: '' }
const SPARE_ROWS = 2

/** When a page, section or question is asked, as rows to fill in. */
export function ConditionFields({ when, among, wrong }: Props) {
  const summary = when ? `${t.condition} ${conditionWords(when, among)}` : `${t.condition}: ${t.always.toLowerCase()}`
  const known = rowsOf(when, among)
  return (
    <Details summary={summary} open={[...wrong.keys()].some((box) => box.startsWith('gia-tri-'))}>
      {known ? <Rows {...known} among={among} wrong={wrong} /> : <Deeper />}
    </Details>
  )
}

function Deeper() {
  return (
    <Radios
      name="dieu-kien"
      label={t.deeper}
      value="giu"
      options={[
        { value: 'giu', label: t.deeperKeep },
        { value: 'bo', label: t.deeperDrop },
      ]}
    />
  )
}

function Rows({ joined, rows, among, wrong }: Omit<Props, 'when'> & { joined: 'all' | 'any'; rows: Row[] }) {
  const shown = [...rows, ...Array.from({ length: SPARE_ROWS }, () => EMPTY)].slice(0, MOST_ROWS)
  const known = among.map(({ name, label }) => ({ value: name, label: label || name }))
  const strange = rows.map((row) => row.field).filter((name) => !among.some((one) => one.name === name))
  const questions = [...known, ...strange.map((name) => ({ value: name, label: name }))]
  return (
    <>
      <Radios
        name="ghep"
        label={t.joined}
        inline
        value={joined}
        options={[
          { value: 'all', label: t.joinedAll },
          { value: 'any', label: t.joinedAny },
        ]}
      />
      <p class="nhe nho">{t.conditionHint}</p>
      {shown.map((row, no) => (
        <fieldset class="dieu-kien" key={no}>
          <legend class="an">{t.conditionQuestion(no + 1)}</legend>
          <Select
            name={`cau-${no}`}
            label={t.conditionQuestion(no + 1)}
            optional={no > 0 || rows.length === 0}
            emptyLabel={t.always}
            options={questions}
            value={row.field}
          />
          <Select
            name={`phep-${no}`}
            label={t.conditionTest}
            options={TESTS.map((test) => ({ value: test, label: testNames[test] }))}
            value={row.test}
          />
          <Field
            name={`gia-tri-${no}`}
            label={t.conditionValue}
            value={wrong.get(`gia-tri-${no}`) ?? row.value}
            error={errorOf(wrong.get(`gia-tri-${no}`))}
          />
        </fieldset>
      ))}
    </>
  )
}

const errorOf = (typed: string | undefined) => (typed === undefined ? undefined : t.badNumber(typed))
