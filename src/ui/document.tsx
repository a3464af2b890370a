import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { languageNow } from '../platform/language.ts'
import { classNames } from './class-names.ts'
import { uiTexts } from './texts.ts'

/** Address of each built file by its plain name: { 'portal.css': '/assets/portal-3F9A.css', … }. */
export type AssetManifest = Readonly<Record<string, string>>

/** How the reader chose to see pages: text of 100, 125 or 150 %, usual or high contrast. */
export type Look = { chu: 'vua' | 'lon' | 'rat-lon'; 'tuong-phan': 'thuong' | 'cao' }

export type DocumentProps = {
  title: string
  assets: AssetManifest
  /** 'work' is the dense scale for officers; 'sheet' shows the components of both. */
  scale?: 'portal' | 'work' | 'sheet'
  look?: Look
  description?: string
  skipLabel?: string
  /** Minutes without a request after which the session ends; a warning comes 5 minutes before. */
  idleMinutes?: number
  /** Citizens' pages: mark of the account signed in, empty for nobody. With it the page may be kept on the machine. */
  owner?: string
  /** Without script the page is asked for anew so often: it waits for something elsewhere. */
  refreshSeconds?: number
  /** Extra class of the body: 'hep' and such. */
  bodyClass?: string
  children: ComponentChildren
}

const sizeClass = { vua: undefined, lon: 'chu-lon', 'rat-lon': 'chu-rat-lon' } satisfies Record<
  Look['chu'],
  string | undefined
>

/** The page around everything: head, skip link, state band. No inline style, no inline script. */
export function Document(props: DocumentProps) {
  const { assets, look, scale = 'portal' } = props
  const title = props.title === uiTexts.siteName ? props.title : `${props.title} – ${uiTexts.siteName}`
  return (
    <html
      lang={languageNow()}
      class={classNames(look && sizeClass[look.chu], look?.['tuong-phan'] === 'cao' && 'tuong-phan-cao')}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        {props.description !== undefined && <meta name="description" content={props.description} />}
        {props.refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
          </noscript>
        )}
        <link rel="icon" type="image/svg+xml" href={assets['favicon.svg']} />
        <link rel="stylesheet" href={assets[`${scale}.css`]} />
        <script type="module" src={assets['islands.js']} />
      </head>
      <body
        class={classNames(scale === 'work' && 'work', props.bodyClass)}
        data-idle-minutes={props.idleMinutes}
        data-owner={props.owner}
      >
        <a class="bo-qua" href="#noi-dung">
          {props.skipLabel ?? uiTexts.skipToContent}
        </a>
        <div class="dai" />
        {props.children}
      </body>
    </html>
  )
}

/** The whole HTML text of a page. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`
}
