import { classNames } from './class-names.ts'
import { FieldFrame, describedBy, idOf } from './field-frame.tsx'
import type { Question } from './field-frame.tsx'

export type SelectOption = { value: string; label: string; disabled?: boolean; lang?: 'vi' | undefined }

export type SelectProps = Question & {
  value?: string
  /** Flat, or in titled groups. */
  options: readonly (SelectOption | { group: string; options: readonly SelectOption[] })[]
  /** First, empty choice: 'Chọn xã, phường'. */
  emptyLabel?: string
  width?: 'short' | 'medium' | 'full'
}

function Choice({ option, chosen }: { option: SelectOption; chosen?: string }) {
  return (
    <option value={option.value} lang={option.lang} selected={option.value === chosen} disabled={option.disabled}>
      {option.label}
    </option>
  )
}

const widthClass = { short: 'ngan', medium: 'vua', full: undefined }

export function Select(props: SelectProps) {
  return (
    <FieldFrame question={props}>
      <select
        class={classNames('o', widthClass[props.width ?? 'full'])}
        id={idOf(props)}
        name={props.name}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
      >
        {props.emptyLabel !== undefined && <option value="">{props.emptyLabel}</option>}
        {props.options.map((entry) =>
          'group' in entry ? (
            <optgroup label={entry.group} key={entry.group}>
              {entry.options.map((option) => (
                <Choice option={option} chosen={props.value} key={option.value} />
              ))}
            </optgroup>
          ) : (
            <Choice option={entry} chosen={props.value} key={entry.value} />
          ),
        )}
      </select>
    </FieldFrame>
  )
}
