import { Checkboxes, ErrorSummary, Field, Radios, Select, TextArea, type Question } from '../ui/index.ts'
import type { FieldError, FieldKind, FieldSpec, FormDefinition, FormSection } from './form.ts'
import { CONFIRMED } from './kinds/choices.ts'
import { fieldTexts } from './texts.ts'

type Filled = { values: Record<string, string>; errors: readonly FieldError[] }
type Props = Filled & { definition: FormDefinition; page: string }

// Longer lists are a drop-down: radio buttons are read one by one.
const MOST_RADIOS = 8

/** The questions of one page as a server-rendered form part; the page adds `<form>`, token and buttons. */
export function FormFields({ definition, page, values, errors }: Props) {
  const sections = definition.layout.pages.find(({ id }) => id === page)?.sections ?? []
  return (
    <>
      {sections.map((section, index) => (
        <Section key={index} section={section} filled={{ values, errors }} />
      ))}
    </>
  )
}

/** Links to every question in error; stands at the top of the page. */
export function FormErrors({ errors }: { errors: readonly FieldError[] }) {
  return <ErrorSummary errors={errors.map(({ field, message }) => ({ field, message }))} />
}

function Section({ section, filled }: { section: FormSection; filled: Filled }) {
  const revealed = new Set(section.fields.filter((spec) => revealedBy(spec, section)).map((spec) => spec.name))
  return (
    <>
      {section.title !== undefined && (
        <div class="dau-muc">
          <h2>{section.title}</h2>
        </div>
      )}
      {section.fields
        .filter((spec) => !revealed.has(spec.name))
        .map((spec) => (
          <Asked key={spec.name} spec={spec} section={section} filled={filled} />
        ))}
    </>
  )
}

/** The radio question of the same section under whose choice a question appears. */
function revealedBy(spec: FieldSpec, section: FormSection): FieldSpec | undefined {
  return section.fields.find((other) => other.name === spec.when?.field && asRadios(other))
}

function asRadios(spec: FieldSpec): boolean {
  return spec.kind === 'choice' && (spec.options?.length ?? 0) <= MOST_RADIOS
}

type AskedProps = { spec: FieldSpec; section: FormSection; filled: Filled }

function Asked({ spec, section, filled }: AskedProps) {
  const { name, label, hint } = spec
  const error = filled.errors.find(({ field }) => field === name)?.message
  const question: Question = { name, label, hint, error, optional: !spec.required }
  const value = filled.values[name]
  if (spec.kind === 'confirm') {
    const options = [{ value: CONFIRMED, label: spec.label }]
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
  if (asRadios(spec)) {
    const options = (spec.options ?? []).map((option) => ({
      ...option,
      reveal: revealOf(spec, option.value, section, filled),
    }))
    return <Radios {...question} options={options} value={value} />
  }
  if (spec.kind === 'choice' || spec.kind === 'commune') {
    if (spec.options) {
      const emptyLabel = spec.kind === 'commune' ? fieldTexts.chooseCommune : fieldTexts.chooseOne
      return <Select {...question} options={spec.options} value={value} emptyLabel={emptyLabel} />
    }
  }
  if (spec.kind === 'long-text') return <TextArea {...question} value={value} rows={5} />
  return <Field {...question} {...LOOKS[spec.kind]} value={value} unit={spec.unit} autoComplete={spec.autoComplete} />
}

function revealOf(spec: FieldSpec, option: string, section: FormSection, filled: Filled) {
  const fields = section.fields.filter((other) => other.when?.field === spec.name && other.when.is === option)
  if (fields.length === 0) return undefined
  return fields.map((other) => <Asked key={other.name} spec={other} section={section} filled={filled} />)
}

type Look = {
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email'
  type?: 'tel' | 'email'
  width?: 'short' | 'medium'
  figures?: boolean
  spellCheck?: boolean
}

// No maxlength on the boxes: a pasted answer must not be cut without a word.
const LOOKS: Partial<Record<FieldKind, Look>> = {
  'personal-name': { spellCheck: false },
  'personal-id': { inputMode: 'numeric', width: 'medium', figures: true },
  'old-id': { inputMode: 'numeric', width: 'medium', figures: true },
  passport: { width: 'medium', figures: true, spellCheck: false },
  // The decimal keyboard has no slash; spaces, dots and unbroken digits are all understood.
  date: { width: 'medium', figures: true },
  'birth-date': { width: 'medium', figures: true },
  phone: { type: 'tel', inputMode: 'tel', width: 'medium', figures: true },
  email: { type: 'email', inputMode: 'email', spellCheck: false },
  number: { inputMode: 'decimal', width: 'short', figures: true },
  money: { inputMode: 'numeric', width: 'medium', figures: true },
  'business-code': { inputMode: 'numeric', width: 'medium', figures: true },
}
