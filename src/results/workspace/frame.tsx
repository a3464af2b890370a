import { workPath } from '../../dossiers/index.ts'
import type { ComponentChildren, VNode } from 'preact'
import { ButtonLink, Notice } from '../../ui/index.ts'
import { refusalText, type Outcome, type WebRequest } from '../../platform/web/web.ts'
import { texts } from './texts.ts'

type HeadProps = { title: string; code: string; note: string; backHref: string; backWords: string }

/** Top of every page about one result. */
export function ResultHeader({ title, code, note, backHref, backWords }: HeadProps) {
  return (
    <header class="wt ho">
      <ButtonLink kind="quiet" href={backHref} icon="arrow-left" shortcut="Escape">
        <span class="an">{backWords}</span>
      </ButtonLink>
      <div class="td">
        <h1>{title}</h1>
        <span class="nhe rat-nho">
          <span class="ma">{code}</span> · {note}
        </span>
      </div>
    </header>
  )
}

/** A PDF in the page, with a way to open it alone where the browser cannot show it. `name`: forms may show their answer in it. */
export function PaperView({ href, title, name }: { href: string; title: string; name?: string }) {
  return (
    <section class="xem-pdf" aria-label={title}>
      <div class="thanh">
        <b class="ten-tep">{title}</b>
        <span class="phai">
          <ButtonLink kind="secondary" href={href} newTab icon="file-text">
            {texts.open}
          </ButtonLink>
        </span>
      </div>
      <div class="giay-ve">
        <iframe src={`${href}#navpanes=0&view=FitH`} title={title} name={name} />
      </div>
    </section>
  )
}

/** The paper on the left, what is decided about it on the right. */
export function PaperDesk({
  href,
  title,
  side,
  sideLabel,
}: {
  href: string
  title: string
  side: ComponentChildren
  sideLabel: string
}) {
  return (
    <div class="ban-giay">
      <PaperView href={href} title={title} />
      <aside class="canh" aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  )
}

/** Why what was sent did not happen. */
export function refusalNotice(request: WebRequest, outcome: Outcome<unknown> | undefined): VNode | null {
  if (!outcome || outcome.ok) return null
  return (
    <Notice tone="late" role="alert">
      {refusalText(request, outcome.refusal)}
    </Notice>
  )
}

/** Refusals about what was typed stand beside the box. */
export const OF_THE_PIN: ReadonlySet<string> = new Set([
  'signing.wrong-pin',
  'signing.pin-missing',
  'platform.invalid-input',
])

/** Status of the page that shows a refusal. */
export function statusOf(request: WebRequest, outcome: Outcome<unknown> | undefined): number {
  return !outcome || outcome.ok ? 200 : (request.server.app.refusals[outcome.refusal.code]?.status ?? 409)
}

export const paperPath = (code: string) => workPath(code, '/ket-qua.pdf')
