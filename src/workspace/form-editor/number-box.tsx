import { Field } from '../../ui/index.ts'
import { draftTexts as t } from './texts.ts'

type Props = {
  name: string
  label: string
  value: number | undefined
  unit?: string
  optional?: boolean
  wrong: ReadonlyMap<string, string>
}

/** A box for a number; what was typed and is none stands there again beside what to do. */
export function NumberBox({ name, label, value, unit, optional, wrong }: Props) {
  const typed = wrong.get(name)
  return (
    <Field
      name={name}
      label={label}
      value={typed ?? (value === undefined ? '' : String(value).replace('.', ','))}
      error={typed === undefined ? undefined : t.badNumber(typed)}
      inputMode="decimal"
      width="short"
      figures
      unit={unit}
      {...(optional && { optional })}
    />
  )
}
