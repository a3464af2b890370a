import type { ComponentChildren } from 'preact'
import { uiTexts } from './texts.ts'

/**
 * Around what waits for something elsewhere. Script asks `statusHref` every two seconds and opens the page anew when it answers
 * `{ "isOver": true }`; without script the page must come back by itself (`refreshSeconds` of the page).
 */
export function Watch({ statusHref, children }: { statusHref: string; children: ComponentChildren }) {
  return <div data-watch={statusHref}>{children}</div>
}

/** Time that runs out, in words; script counts it down. */
export function TimeLeft({ until, now }: { until: Date; now: Date }) {
  const seconds = Math.max(0, Math.round((until.getTime() - now.getTime()) / 1000))
  return (
    <b class="so" data-seconds-left={seconds}>
      {uiTexts.timeLeft(seconds)}
    </b>
  )
}
