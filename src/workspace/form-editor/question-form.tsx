import { Checkboxes, Details, Field, Select, TextArea } from '../../ui/index.ts'
import { conditionWords, kindNames, type Condition, type FieldKind, type FieldSpec } from '../../forms/index.ts'
import { ComparedFields } from './compared-fields.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { simpleTest } from './condition-input.ts'
import { QUESTION_ENGLISH } from './item-input.ts'
import { NumberBox } from './number-box.tsx'
import { optionLines } from './option-lines.ts'
import { EnglishFields } from './english-fields.tsx'
import { draftTexts as t } from './texts.ts'

type Part =
  | 'options'
  | 'min'
  | 'max'
  | 'decimals'
  | 'unit'
  | 'maxLength'
  | 'pattern'
  | 'patternHint'
  | 'past'
  | 'withoutDetail'
  | 'compared'
  | 'bornWith'

const WRITTEN: Part[] = ['maxLength', 'pattern', 'patternHint']
/** The boxes that only some kinds have. */
const OWN: Partial<Record<FieldKind, Part[]>> = {
  text: WRITTEN,
  'long-text': WRITTEN,
  choice: ['options'],
  choices: ['options', 'min', 'max'],
  number: ['min', 'max', 'decimals', 'unit', 'compared'],
  money: ['min', 'max', 'compared'],
  year: ['min', 'max', 'compared'],
  time: ['compared'],
  month: ['past', 'compared'],
  date: ['past', 'compared'],
  'birth-date': ['bornWith', 'compared'],
  place: ['withoutDetail'],
}

type Props = {
  spec: FieldSpec
  /** Questions its condition may look at. */
  among: readonly FieldSpec[]
  /** Questions asked once, of the common pages too: what its answer may be compared with besides. */
  once: readonly FieldSpec[]
  /** What is known of a person beforehand, with its name. */
  facts: readonly { value: string; label: string }[]
  /** What stands in boxes for numbers and is none. */
  wrong: ReadonlyMap<string, string>
}

/** Everything about one question. */
export function QuestionForm({ spec, among, once, facts, wrong }: Props) {
  const own = OWN[spec.kind] ?? []
  return (
    <>
      <input type="hidden" name="o-hien" value={own.join(',')} />
      <Field name="ten" label={t.label} value={spec.label} maxLength={500} />
      <Select
        name="loai"
        label={t.kind}
        hint={t.kindHint}
        value={spec.kind}
        options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
      />
      <Checkboxes
        name="bat-buoc"
        label={t.required}
        labelHidden
        values={spec.required ? ['1'] : []}
        options={[{ value: '1', label: t.required }]}
      />
      {own.includes('options') && (
        <TextArea name="lua-chon" label={t.options} hint={t.optionsHint} rows={6} value={optionLines(spec.options)} />
      )}
      <Field name="goi-y" label={t.hint} value={spec.hint ?? ''} optional maxLength={500} />
      <TextArea name="cach-ghi" label={t.help} rows={2} value={spec.help ?? ''} optional />
      <ConditionFields when={spec.when} among={among.filter(({ name }) => name !== spec.name)} wrong={wrong} />
      {own.length > 0 && !own.includes('options') && (
        <OwnBoxes spec={spec} own={own} among={[...new Set([...among, ...once])]} wrong={wrong} />
      )}
      {spec.kind === 'choices' && <OwnBoxes spec={spec} own={['min', 'max']} among={among} wrong={wrong} />}
      <Details summary={t.prefill} open={spec.prefill !== undefined}>
        <Select
          name="dien-san"
          label={t.prefill}
          emptyLabel={t.noPrefill}
          value={spec.prefill?.fact ?? ''}
          options={[...facts]}
        />
        <Tick name="khong-doi" label={t.prefillFixed} ticked={spec.prefill?.change === 'refused'} />
        <PrefillWhen when={spec.prefill?.when} among={among} />
      </Details>
      <EnglishFields
        of={spec}
        parts={QUESTION_ENGLISH}
        options={own.includes('options') ? (spec.options ?? []) : undefined}
      />
      <Details summary={t.wording}>
        <Field name="ten-goi" label={t.asked} hint={t.askedHint} value={spec.asked ?? ''} optional maxLength={500} />
        <Field name="vi-du" label={t.example} value={spec.example ?? ''} optional maxLength={500} />
        <Field name="ten-in" label={t.printLabel} value={spec.printLabel ?? ''} optional maxLength={500} />
        <Field name="ma" label={t.name} hint={t.codeHint} value={spec.name} maxLength={60} width="medium" />
      </Details>
    </>
  )
}

/** Whose data it is may hang on another answer; a condition that two boxes cannot say stays as it is. */
function PrefillWhen({ when, among }: { when: Condition | undefined; among: readonly FieldSpec[] }) {
  const test = simpleTest(when, among)
  if (when && !test) return <p class="nhe nho">{`${t.prefillWhen}: ${conditionWords(when, among)}`}</p>
  const choices = among.flatMap(({ name, label, options }) => (options ? [{ value: name, label: label || name }] : []))
  return (
    <>
      <Select
        name="dien-khi"
        label={t.prefillWhen}
        emptyLabel={t.prefillAlways}
        value={test?.field ?? ''}
        options={choices}
      />
      <Field name="dien-khi-la" label={t.conditionValue} hint={t.conditionHint} value={test?.value ?? ''} optional />
    </>
  )
}

type OwnProps = Pick<Props, 'spec' | 'among' | 'wrong'> & { own: Part[] }

function OwnBoxes({ spec, own, among, wrong }: OwnProps) {
  const persons = among.filter(({ kind }) => kind === 'personal-id')
  const figure = (name: string, part: 'min' | 'max' | 'decimals' | 'maxLength', label: string) =>
    own.includes(part) && <NumberBox name={name} label={label} value={spec[part]} wrong={wrong} optional />
  return (
    <Details summary={t.bounds} open>
      {figure('nho-nhat', 'min', t.min)}
      {figure('lon-nhat', 'max', t.max)}
      {figure('so-le', 'decimals', t.decimals)}
      {own.includes('unit') && <Field name="don-vi" label={t.unit} value={spec.unit ?? ''} width="short" optional />}
      {figure('dai-nhat', 'maxLength', t.maxLength)}
      {own.includes('pattern') && (
        <>
          <Field name="khuon" label={t.pattern} value={spec.pattern ?? ''} optional spellCheck={false} />
          <Field name="loi-khuon" label={t.patternHint} value={spec.patternHint ?? ''} optional />
        </>
      )}
      {own.includes('past') && <Tick name="qua-khu" label={t.past} ticked={spec.past === true} />}
      {own.includes('withoutDetail') && (
        <Tick name="chi-tinh-xa" label={t.withoutDetail} ticked={spec.withoutDetail === true} />
      )}
      {own.includes('compared') && <ComparedFields spec={spec} among={among} />}
      {own.includes('bornWith') && (
        <Select
          name="cua-ai"
          label={t.bornWith}
          emptyLabel={t.nobody}
          value={spec.bornWith ?? ''}
          options={persons.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }))}
        />
      )}
    </Details>
  )
}

export function Tick({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  return (
    <Checkboxes name={name} label={label} labelHidden values={ticked ? ['1'] : []} options={[{ value: '1', label }]} />
  )
}
