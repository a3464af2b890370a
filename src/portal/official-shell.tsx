import type { ComponentChildren } from 'preact'
import { Brand, Document } from '../ui/index.ts'
import type { AssetManifest } from '../ui/index.ts'
import type { ChoiceLinksProps } from './choice-links.tsx'
import { PortalFooter } from './footer.tsx'
import { portalTexts } from './texts.ts'

export type OfficialShellProps = {
  title: string
  /** Comes inside one card; begins with the h1. */
  body: ComponentChildren
  assets: AssetManifest
  choices: ChoiceLinksProps
  /** Officers' pages say so under the brand, and are in Vietnamese alone. */
  forOfficers?: boolean
  homeHref?: string
  /** A wider card. */
  wide?: boolean
}

/** A page with one purpose and nothing around it: signing in, second factor, broken pages. */
export function OfficialShell(props: OfficialShellProps) {
  return (
    <Document title={props.title} assets={props.assets} look={props.choices.choices}>
      <header class="dau">
        <div class="khung">
          <Brand
            name={portalTexts.siteName}
            place={props.forOfficers ? portalTexts.officialPlace : portalTexts.place}
            href={props.homeHref ?? '/'}
          />
        </div>
      </header>
      <main id="noi-dung" class="khung">
        <div class={props.wide ? 'cong rong' : 'cong'}>{props.body}</div>
      </main>
      <PortalFooter choices={props.choices} oneLanguage={props.forOfficers} />
    </Document>
  )
}
