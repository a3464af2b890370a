import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

/** Content with a side column that falls under it on phones. */
export function TwoColumns({
  children,
  side,
  sideLabel,
}: {
  children: ComponentChildren
  side: ComponentChildren
  sideLabel: string
}) {
  return (
    <div class="hai">
      <div>{children}</div>
      <aside class="ben" aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  )
}

/** White card with a hairline. */
export function Panel({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <div class="phong-bi">
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  )
}

/** Title of a page, with the light line above it: 'Giấy phép xây nhà · Phần 3 trong 5'. */
export function PageTitle({
  over,
  large,
  children,
}: {
  over?: ComponentChildren
  large?: boolean
  children: ComponentChildren
}) {
  return (
    <>
      {over !== undefined && <p class="phan">{over}</p>}
      <h1 class={classNames('tua', large && 'tua-lon')}>{children}</h1>
    </>
  )
}

/** Row of buttons at the end of a form. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="lanh">{children}</div>
}
