import { h } from 'preact'
import type { Actor } from '../../src/platform/actor.ts'
import type { App } from '../../src/platform/app.ts'
import { createWeb } from '../../src/platform/web/server.ts'
import type { Shell } from '../../src/platform/web/site.ts'
import type { Web } from '../../src/platform/web/web.ts'

export type BareWeb = {
  web: Web
  /** Sends a form as a browser would: opens the page, takes its token, posts. */
  post(
    page: string,
    path: string,
    form: Record<string, string | readonly string[]>,
  ): Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }>
  close(): Promise<void>
}

/** A server with guards and bare frames for tests of single doors; whoever `actor` gives is signed in. */
export async function openBareWeb(app: App, actor: () => Actor, doors: (web: Web) => Promise<void>): Promise<BareWeb> {
  const shell: Shell = async ({ page }) => h('html', null, h('title', null, page.title), page.body)
  const web = await createWeb({
    app,
    shells: { portal: shell, workspace: shell, official: shell, kiosk: shell },
    errorPage: async (_request, reply, refusal) => reply.code(refusal.status).send(refusal.title),
    version: 'test',
    formActions: [],
  })
  web.addHook('onRequest', async (request) => {
    request.actor = actor()
  })
  await doors(web)
  await web.ready()
  return {
    web,
    async post(page, path, form) {
      const opened = await web.inject({ url: page })
      const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
      const token = /name="_csrf" value="([^"]*)"/.exec(opened.body)?.[1] ?? ''
      const sent = Object.entries(form).flatMap(([name, told]) => [told].flat().map((value) => [name, value]))
      return web.inject({
        method: 'POST',
        url: path,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([...sent, ['_csrf', token]]).toString(),
      })
    },
    close: () => web.close(),
  }
}

export const administrator: Actor = {
  kind: 'officer',
  accountId: '00000000-0000-7000-8000-0000000000ad',
  fullName: 'Đỗ Minh Quân',
  grants: [
    { role: 'administrator', unitId: '00000000-0000-7000-8000-000000000001', unitCode: 'H49', reach: 'subtree' },
  ],
}

export const specialist: Actor = {
  ...administrator,
  accountId: '00000000-0000-7000-8000-0000000000cb',
  fullName: 'Phạm Quang Huy',
  grants: [{ role: 'specialist', unitId: '00000000-0000-7000-8000-000000000001', unitCode: 'H49', reach: 'unit' }],
}
