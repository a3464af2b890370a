import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { languageNow } from '../language.ts'
import { tokenOf } from './form-token.ts'
import { markVietnamese } from './mark-vietnamese.ts'
import type { WebReply, WebRequest } from './web.ts'

export type SiteName = 'portal' | 'workspace' | 'official' | 'kiosk'

export type SitePage = {
  site: SiteName
  title: string
  body: VNode
  /** Path of the navigation entry this page belongs to. */
  current?: string
  status?: number
  /** Without script the page is asked for anew so often: it waits for something elsewhere. */
  refreshSeconds?: number
  /** Officers' pages that fill the window: side rail narrow. */
  narrow?: boolean
  /** The body brings its own width: home page, wide cards. */
  wide?: boolean
  /** Officers' pages: what was searched for, shown in the search box again. */
  searchValue?: string
  /** Right of the title on officers' pages, in place of search and clock. */
  bar?: VNode
}

/** What a shell needs from the request to draw the frame around a page. */
export type ShellContext = { request: WebRequest; token: string; page: SitePage }
export type Shell = (context: ShellContext) => Promise<VNode>
export type Shells = Record<SiteName, Shell>

/** Renders a page inside the frame of its site. */
export async function sitePage(request: WebRequest, reply: WebReply, page: SitePage): Promise<WebReply> {
  const shell = request.server.shells[page.site]
  const made = render(await shell({ request, token: tokenOf(reply), page }))
  const html = languageNow() === 'vi' ? made : markVietnamese(made)
  return reply
    .code(page.status ?? 200)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${html}`)
}
