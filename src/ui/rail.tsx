import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

export type StepState = 'done' | 'current' | 'waiting' | 'alert'

export type RailStep = {
  title: ComponentChildren
  state: StepState
  /** Light words after the title: '10/11, mất 47 phút'. */
  when?: ComponentChildren
  /** A tag after the title. */
  tag?: ComponentChildren
  note?: ComponentChildren
  /** More, in a card, with the events of the step. */
  box?: ComponentChildren
  events?: readonly { when: string; what: ComponentChildren }[]
}

const stateClass = { done: 'xong', current: 'dang', waiting: 'cho', alert: 'canh-bao' } satisfies Record<
  StepState,
  string
>

type Props = { steps: readonly RailStep[]; level?: 2 | 3 | 4; small?: boolean }

/** The steps of a piece of work, from top to bottom. */
export function Rail({ steps, level = 3, small }: Props) {
  const Heading = `h${level}` as const
  return (
    <ol class={classNames('ray', small && 'gon')}>
      {steps.map((step, index) => (
        <li class={stateClass[step.state]} aria-current={step.state === 'current' ? 'step' : undefined} key={index}>
          <span class="moc">
            <StepMark state={step.state} number={index + 1} />
          </span>
          <Heading>
            {step.title} {step.when !== undefined && <span class="luc">{step.when}</span>}
            {step.tag}
          </Heading>
          {step.note !== undefined && <p>{step.note}</p>}
          {(step.box !== undefined || step.events) && (
            <div class="hop">
              {step.box}
              {step.events && (
                <ul class="con-ray">
                  {step.events.map((event, order) => (
                    <li key={order}>
                      <span class="so">{event.when}</span>
                      <span>{event.what}</span>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  if (state === 'done')
    return (
      <>
        <Icon name="check" />
        <span class="an">{uiTexts.stepState.done}: </span>
      </>
    )
  if (state === 'alert')
    return (
      <>
        <Icon name="triangle-alert" />
        <span class="an">{uiTexts.stepState.alert}: </span>
      </>
    )
  return <>{number}</>
}

export type HorizontalStep = {
  title: ComponentChildren
  state: StepState
  note?: ComponentChildren
  /** Relative length, 1 to 24 (rounded). Default 2. */
  weight?: number
  /** 0 to 1, how far the step has come. Default 1 when done, 0 when waiting. */
  progress?: number
}

/** The same steps as a bar across the page, each as long as its share of time. */
export function HorizontalRail({ steps }: { steps: readonly HorizontalStep[] }) {
  return (
    <ol class="ray-ngang">
      {steps.map((step, index) => {
        const weight = Math.min(24, Math.max(1, Math.round(step.weight ?? 2)))
        const progress = step.progress ?? (step.state === 'done' ? 1 : 0)
        return (
          <li
            class={`${stateClass[step.state]} w-${weight}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
            key={index}
          >
            <svg class="tt" width="100%" height="6" aria-hidden="true" focusable="false">
              <rect width={`${Math.round(progress * 100)}%`} height="6" />
            </svg>
            <b>{step.title}</b>
            {step.note !== undefined && <small>{step.note}</small>}
          </li>
        )
      })}
    </ol>
  )
}
