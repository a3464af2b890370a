import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

type Props = {
  previousHref?: string
  nextHref?: string
  /** What is shown: '20 trong 1.732 thủ tục'. */
  summary?: ComponentChildren
  label?: string
}

/** By key, not by number: only back and on. Nothing when there is neither. */
export function Pagination({ previousHref, nextHref, summary, label = uiTexts.pages }: Props) {
  if (previousHref === undefined && nextHref === undefined && summary === undefined) return null
  return (
    <nav class="sang-trang" aria-label={label}>
      {previousHref !== undefined && (
        <a class="nut phu" href={previousHref} rel="prev">
          <Icon name="chevron-left" />
          {uiTexts.previousPage}
        </a>
      )}
      {summary !== undefined && <span>{summary}</span>}
      {nextHref !== undefined && (
        <a class="nut phu" href={nextHref} rel="next">
          {uiTexts.nextPage}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
