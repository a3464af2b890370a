import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { fieldId } from './field-id.ts'
import { Icon } from './icon.tsx'
import { errorTexts } from './error.texts.ts'
import { uiTexts } from './texts.ts'

/** What every question has: label above, hint under it, error between hint and control. */
export type Question = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  /** Says "(không bắt buộc)" after the label. Fields are required unless said. */
  optional?: boolean
  /** The label is read aloud but not shown. */
  labelHidden?: boolean
  /** Default: made from the name by `fieldId`. */
  id?: string
}

export function idOf(question: Question): string {
  return question.id ?? fieldId(question.name)
}

/** Ids of the hint and the error, for aria-describedby. */
export function describedBy(question: Question): string | undefined {
  const id = idOf(question)
  return classNames(question.hint !== undefined && `${id}-g`, question.error !== undefined && `${id}-l`)
}

function Optional({ question }: { question: Question }) {
  return question.optional ? <span class="tuy-y"> {uiTexts.optional}</span> : null
}

function Notes({ question }: { question: Question }) {
  const id = idOf(question)
  return (
    <>
      {question.hint !== undefined && (
        <p class="goi-y" id={`${id}-g`}>
          {question.hint}
        </p>
      )}
      {question.error !== undefined && (
        <p class="loi" id={`${id}-l`}>
          <Icon name="circle-alert" />
          <span>
            <span class="an">{errorTexts.errorPrefix}</span>
            {question.error}
          </span>
        </p>
      )}
    </>
  )
}

type FrameProps = { question: Question; children: ComponentChildren }

export function FieldFrame({ question, children }: FrameProps) {
  return (
    <div class={classNames('truong', question.error !== undefined && 'co-loi')}>
      <label for={idOf(question)} class={classNames(question.labelHidden && 'an')}>
        {question.label}
        <Optional question={question} />
      </label>
      <Notes question={question} />
      {children}
    </div>
  )
}

/** For a question answered by several controls. */
export function GroupFrame({ question, children }: FrameProps) {
  return (
    <fieldset
      class={classNames('truong', question.error !== undefined && 'co-loi')}
      aria-describedby={describedBy(question)}
    >
      <legend class={classNames(question.labelHidden && 'an')}>
        {question.label}
        <Optional question={question} />
      </legend>
      <Notes question={question} />
      {children}
    </fieldset>
  )
}
