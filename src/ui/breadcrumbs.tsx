import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

/** The last item is this page and has no href. */
export function Breadcrumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label={uiTexts.breadcrumbs}>
      <ol class="duong">
        {items.map((item) => (
          <li key={item.label} aria-current={item.href === undefined ? 'page' : undefined}>
            {item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function BackLink({ href, children }: { href: string; children?: ComponentChildren }) {
  return (
    <a class="lui" href={href}>
      <Icon name="arrow-left" />
      {children ?? uiTexts.back}
    </a>
  )
}
