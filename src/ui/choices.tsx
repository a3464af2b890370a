import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { GroupFrame, idOf } from './field-frame.tsx'
import type { Question } from './field-frame.tsx'

export type ChoiceOption = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Shown under the choice while it is chosen (always shown by browsers without `:has`). */
  reveal?: ComponentChildren
  disabled?: boolean
}

type Layout = {
  options: readonly ChoiceOption[]
  /** Side by side, for two to four short choices. */
  inline?: boolean
  /** Each choice in a bordered card. */
  cards?: boolean
}

export type RadiosProps = Question & Layout & { value?: string }
export type CheckboxesProps = Question & Layout & { values?: readonly string[] }

type ListProps = { question: Question; layout: Layout; kind: 'radio' | 'checkbox'; chosen: readonly string[] }

function ChoiceList({ question, layout, kind, chosen }: ListProps) {
  const id = idOf(question)
  return (
    <div class={classNames('chon', layout.inline && 'ngang')}>
      {layout.options.map((option, index) => (
        <div key={option.value}>
          <label class={classNames(layout.cards && 'o-the')}>
            <input
              type={kind}
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={question.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={option.disabled}
              aria-invalid={kind === 'checkbox' && question.error !== undefined ? 'true' : undefined}
            />
            <span>
              {layout.cards ? <b>{option.label}</b> : option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
          {option.reveal !== undefined && <div class="hien">{option.reveal}</div>}
        </div>
      ))}
    </div>
  )
}

export function Radios(props: RadiosProps) {
  return (
    <GroupFrame question={props}>
      <ChoiceList
        question={props}
        layout={props}
        kind="radio"
        chosen={props.value === undefined ? [] : [props.value]}
      />
    </GroupFrame>
  )
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <GroupFrame question={props}>
      <ChoiceList question={props} layout={props} kind="checkbox" chosen={props.values ?? []} />
    </GroupFrame>
  )
}
