import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { FieldFrame, describedBy, idOf } from './field-frame.tsx'
import type { Question } from './field-frame.tsx'

export type FieldProps = Question & {
  value?: string
  type?: 'text' | 'search' | 'tel' | 'email' | 'password' | 'number' | 'date'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  /** WCAG 1.3.5 token: 'name', 'bday', 'tel', 'email', 'street-address', 'one-time-code', … */
  autoComplete?: string
  width?: 'short' | 'medium' | 'full'
  /** Tabular figures, for numbers, codes and dates. */
  figures?: boolean
  /** Word after the box: 'm²', 'đồng'. */
  unit?: ComponentChildren
  maxLength?: number
  placeholder?: string
  readOnly?: boolean
  required?: boolean
  autoFocus?: boolean
  spellCheck?: boolean
}

const widthClass = { short: 'ngan', medium: 'vua', full: undefined }

export function Field(props: FieldProps) {
  const input = (
    <input
      class={classNames('o', widthClass[props.width ?? 'full'], props.figures && 'so')}
      id={idOf(props)}
      name={props.name}
      // Preact types inputs as a union by type; one member stands for all of ours.
      type={(props.type ?? 'text') as 'text'}
      value={props.value}
      inputmode={props.inputMode}
      autocomplete={props.autoComplete}
      maxlength={props.maxLength}
      placeholder={props.placeholder}
      readonly={props.readOnly}
      required={props.required}
      autofocus={props.autoFocus}
      spellcheck={props.spellCheck}
      aria-describedby={describedBy(props)}
      aria-invalid={props.error === undefined ? undefined : 'true'}
    />
  )
  return (
    <FieldFrame question={props}>
      {props.unit === undefined ? (
        input
      ) : (
        <div class="don-vi">
          {input}
          <span>{props.unit}</span>
        </div>
      )}
    </FieldFrame>
  )
}
