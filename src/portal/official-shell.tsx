import type { ComponentChildren } from 'preact'
import { Brand, Document } from '../ui/index.ts'
import type { AssetManifest, TextSize } from '../ui/index.ts'
import { PortalFooter } from './footer.tsx'
import { portalTexts } from './texts.ts'

export type OfficialShellProps = {
  title: string
  /** Comes inside one card; begins with the h1. */
  body: ComponentChildren
  assets: AssetManifest
  textSize?: TextSize
  /** Words under the brand. Default: for officers. */
  place?: string
  homeHref?: string
  /** A wider card. */
  wide?: boolean
}

/** A page with one purpose and nothing around it: signing in, second factor, broken pages. */
export function OfficialShell(props: OfficialShellProps) {
  return (
    <Document title={props.title} assets={props.assets} textSize={props.textSize}>
      <header class="dau">
        <div class="khung">
          <Brand
            name={portalTexts.siteName}
            place={props.place ?? portalTexts.officialPlace}
            href={props.homeHref ?? '/'}
          />
        </div>
      </header>
      <main id="noi-dung" class="khung">
        <div class={props.wide ? 'cong rong' : 'cong'}>{props.body}</div>
      </main>
      <PortalFooter />
    </Document>
  )
}
