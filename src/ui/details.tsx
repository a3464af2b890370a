import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = { summary: ComponentChildren; open?: boolean; children: ComponentChildren }

export function Details({ summary, open, children }: Props) {
  return (
    <details class="gap" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  )
}
