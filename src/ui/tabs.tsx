import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { uiTexts } from './texts.ts'

export type Tab = { href: string; label: string; count?: number; tone?: 'late' | 'soon'; current?: boolean }

const toneClass = { late: 'do', soon: 'cam' }

/** Views of one page, each with its own address. `after` stands at the right end. */
export function Tabs({
  tabs,
  label = uiTexts.tabs,
  after,
}: {
  tabs: readonly Tab[]
  label?: string
  after?: ComponentChildren
}) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'true' : undefined} key={tab.href}>
          {tab.label}
          {tab.count !== undefined && (
            <span class={classNames('so', tab.tone && toneClass[tab.tone])}> {tab.count.toLocaleString('vi-VN')}</span>
          )}
        </a>
      ))}
      {after !== undefined && <span class="sau">{after}</span>}
    </nav>
  )
}
