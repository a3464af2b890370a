import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

type Props = {
  icon?: IconName
  title: string
  /** What became of the reader's data, what to do next. */
  children?: ComponentChildren
  action?: ComponentChildren
  level?: 2 | 3
}

/** When there is nothing to show, or when something broke. */
export function EmptyState({ icon = 'folder-open', title, children, action, level = 2 }: Props) {
  const Heading = `h${level}` as const
  return (
    <div class="trong">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
