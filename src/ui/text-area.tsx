import { FieldFrame, describedBy, idOf } from './field-frame.tsx'
import type { Question } from './field-frame.tsx'

export type TextAreaProps = Question & {
  value?: string
  rows?: number
  maxLength?: number
  placeholder?: string
  readOnly?: boolean
}

export function TextArea(props: TextAreaProps) {
  return (
    <FieldFrame question={props}>
      <textarea
        class="o"
        id={idOf(props)}
        name={props.name}
        rows={props.rows ?? 4}
        maxlength={props.maxLength}
        placeholder={props.placeholder}
        readonly={props.readOnly}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
      >
        {props.value}
      </textarea>
    </FieldFrame>
  )
}
