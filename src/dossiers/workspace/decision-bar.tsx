import type { Reason } from '../../platform/refusal.ts'
import { Button, ButtonLink } from '../../ui/index.ts'
import type { OfficeAction } from './office-actions.ts'
import { moreTexts } from './turns.texts.ts'

type Props = {
  actions: readonly OfficeAction[]
  /** Who has to do what next, in one sentence. */
  next: string
  words(reason: Reason): string
  /** The page of seldom turns; left out where there are none. */
  moreHref?: string | undefined
}

/** What may be decided now. A button that may not be pressed has its reason in words beside it. */
export function DecisionBar({ actions, next, words, moreHref }: Props) {
  const sentences = [...new Set(actions.flatMap(({ reason }) => (reason ? [words(reason)] : [])))]
  const button = (action: OfficeAction) => {
    const place = action.reason ? sentences.indexOf(words(action.reason)) : -1
    return <ActionButton action={action} reasonId={place < 0 ? undefined : reasonId(place)} key={action.action} />
  }
  return (
    <footer class="lenh">
      {actions.filter(({ kind }) => kind !== 'primary').map(button)}
      {moreHref !== undefined && (
        <ButtonLink kind="quiet" href={moreHref}>
          {moreTexts.open}
        </ButtonLink>
      )}
      <span class="phai nhe">
        {sentences.length === 0 && next}
        {sentences.map((sentence, index) => (
          <span id={reasonId(index)} key={sentence}>
            {sentence}{' '}
          </span>
        ))}
      </span>
      {actions.filter(({ kind }) => kind === 'primary').map(button)}
    </footer>
  )
}

const reasonId = (index: number): string => `vi-sao-${index + 1}`

function ActionButton({ action, reasonId: why }: { action: OfficeAction; reasonId: string | undefined }) {
  const { label, href, icon, kind, shortcut } = action
  const look = { kind, ...(icon ? { icon } : {}), ...(shortcut ? { shortcut } : {}) }
  if (why !== undefined) {
    return (
      <Button {...look} type="button" disabled describedBy={why}>
        {label}
      </Button>
    )
  }
  return (
    <ButtonLink {...look} href={href}>
      {label}
    </ButtonLink>
  )
}
