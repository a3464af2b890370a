import {
  Checkboxes,
  Details,
  Field,
  Radios,
  Select,
  SourceMark,
  TextArea,
  type Question,
  vietnamese,
} from '../ui/index.ts'
import type { Condition } from './condition.ts'
import type { FieldError, FieldOption, FieldSpec } from './form.ts'
import { BETWEEN_TICKS, CONFIRMED } from './kinds/choices.ts'
import type { PlaceBook } from './kinds/place-book.ts'
import { LOOKS } from './looks.ts'
import { PlaceField } from './place-field.tsx'
import { Said } from './said.tsx'
import { conditionWords } from './condition.texts.ts'
import { fieldTexts } from './texts.ts'

/** What the questions of a page are drawn with. */
export type Filled = {
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  origins: Readonly<Record<string, string>> | undefined
  fixed: ReadonlySet<string> | undefined
  places: PlaceBook | undefined
  /** Whether other pages have decided already. */
  settled(when: Condition | undefined): boolean
  /** Every question asked once: what conditions name. */
  once: readonly FieldSpec[]
  /** Path of the entry the questions stand in: empty, or `members.1.`. */
  at: string
}

type AskedProps = { spec: FieldSpec; siblings: readonly FieldSpec[]; filled: Filled }

// Longer lists are a drop-down: radio buttons are read one by one.
const MOST_RADIOS = 8

/** One question with everything that stands around its box. */
export function Asked({ spec, siblings, filled }: AskedProps) {
  const waits = spec.when !== undefined && !filled.settled(spec.when) && !revealedBy(spec, siblings)
  const body = (
    <>
      <Control spec={spec} siblings={siblings} filled={filled} />
      {spec.help !== undefined && (
        <Details summary={fieldTexts.howTo}>
          <p>
            <Said of={spec}>{spec.help}</Said>
          </p>
        </Details>
      )}
    </>
  )
  if (!waits || !spec.when) return body
  return (
    <div data-asked={filled.at + spec.name}>
      <p class="goi-y" data-asked-note>
        {fieldTexts.onlyWhen(conditionWords(spec.when, [...siblings, ...filled.once]))}
      </p>
      {body}
    </div>
  )
}

/** The radio question beside it under whose choice a question appears. */
export function revealedBy({ when }: FieldSpec, siblings: readonly FieldSpec[]): FieldSpec | undefined {
  if (when === undefined || !('is' in when)) return undefined
  return siblings.find((other) => other.name === when.field && asRadios(other))
}

function asRadios(spec: FieldSpec): boolean {
  return spec.kind === 'choice' && (spec.options?.length ?? 0) <= MOST_RADIOS
}

function Control({ spec, siblings, filled }: AskedProps) {
  const name = filled.at + spec.name
  const question: Question = {
    name,
    label: <Said of={spec}>{spec.label}</Said>,
    hint: hintOf(spec, filled.origins?.[name]),
    error: filled.errors.find(({ field }) => field === name)?.message,
    optional: !spec.required,
  }
  const value = filled.values[name]
  const isFixed = filled.fixed?.has(name) ?? false
  if (spec.kind === 'place') return <PlaceField spec={spec} question={question} filled={filled} />
  if (spec.kind === 'confirm') {
    const options = [{ value: CONFIRMED, label: question.label }]
    return (
      <Checkboxes
        {...question}
        optional={false}
        labelHidden
        options={options}
        values={value === undefined ? [] : [value]}
      />
    )
  }
  if (spec.kind === 'choices')
    return (
      <Checkboxes {...question} options={(spec.options ?? []).map(spoken)} values={value?.split(BETWEEN_TICKS) ?? []} />
    )
  if (asRadios(spec)) {
    const offered = (spec.options ?? []).filter((option) => !isFixed || option.value === value)
    const options = offered.map((option) => ({
      ...spoken(option),
      reveal: revealOf(spec, option.value, siblings, filled),
    }))
    return <Radios {...question} options={options} value={value} />
  }
  if ((spec.kind === 'choice' || spec.kind === 'commune') && spec.options) {
    const emptyLabel = spec.kind === 'commune' ? fieldTexts.chooseCommune : fieldTexts.chooseOne
    return <Select {...question} options={spec.options.map(inList)} value={value} emptyLabel={emptyLabel} />
  }
  if (spec.kind === 'long-text') return <TextArea {...question} value={value} rows={5} />
  const look = { ...LOOKS[spec.kind], unit: spec.unit, autoComplete: spec.autoComplete }
  return <Field {...question} {...look} value={value} {...(isFixed && { readOnly: true })} />
}

/** A list has no room for marks within: the language stands at its entry. Communes are named as they are. */
function inList({ value, label, isVietnamese }: FieldOption) {
  return { value, label, ...(isVietnamese ? { lang: vietnamese() } : {}) }
}

function spoken(option: FieldOption) {
  const { value, label, hint } = option
  return {
    value,
    label: <Said of={option}>{label}</Said>,
    ...(hint === undefined ? {} : { hint: <Said of={option}>{hint}</Said> }),
  }
}

function hintOf(spec: FieldSpec, origin: string | undefined) {
  const hint = spec.hint === undefined ? undefined : <Said of={spec}>{spec.hint}</Said>
  if (origin === undefined) return hint
  return (
    <>
      {hint} <SourceMark>{origin}</SourceMark>
    </>
  )
}

function revealOf(spec: FieldSpec, option: string, siblings: readonly FieldSpec[], filled: Filled) {
  const fields = siblings.filter(
    ({ when }) => when !== undefined && 'is' in when && when.field === spec.name && when.is === option,
  )
  if (fields.length === 0) return undefined
  return fields.map((other) => <Asked key={other.name} spec={other} siblings={siblings} filled={filled} />)
}
