import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Type } from 'typebox'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { action, runAction } from '../platform/action.ts'
import { ANONYMOUS, type Actor, type Citizen, type Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import type { Job } from '../platform/jobs.ts'
import { serveAssets } from '../platform/web/assets.ts'
import { createWeb } from '../platform/web/server.ts'
import type { Web } from '../platform/web/web.ts'
import { catalogueRefusals } from '../catalogue/index.ts'
import { deadlinesRefusals } from '../deadlines/index.ts'
import { documentsRefusals, noScanner, virusScanPort } from '../documents/index.ts'
import { documentsPortalRoutes } from '../documents/portal/routes.ts'
import { dossiersJobs, dossiersRefusals } from '../dossiers/index.ts'
import { formsRefusals } from '../forms/index.ts'
import { accountBySignInName, actingGrantsOf, rememberCitizen } from '../identity/index.ts'
import { buildAssets } from '../ui/build-assets.ts'
import { openBrowser } from '../ui/testing.ts'
import { errorPage } from '../portal/error-page.tsx'
import { officialFrame, portalFrame } from '../portal/frame.tsx'
import { workspaceFrame } from './frame.tsx'

/** Names whoever asks, in place of a session: the sign-in name of an officer. */
export const OFFICER_HEADER = 'x-officer'

export type OfficersSite = {
  world: TestApp
  web: Web
  officer(signInName: string): Promise<Officer>
  citizen(personalId: string, fullName: string): Promise<Citizen>
  get(path: string, as?: string): Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }>
  /** Sends a form as a browser would: opens its page (or `from`), takes the token and the hidden fields, posts. */
  send(
    path: string,
    as: string,
    form: Record<string, string | string[]>,
    from?: string,
  ): Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }>
  close(): Promise<void>
}

/** The officers' site on a whole demo province, with `doors` opened and `jobs` done besides those of dossiers. */
export async function openOfficersSite(
  doors: (web: Web) => Promise<void>,
  jobs: Job<never>[] = [],
): Promise<OfficersSite> {
  const refusals = {
    ...catalogueRefusals,
    ...deadlinesRefusals,
    ...documentsRefusals,
    ...formsRefusals,
    ...dossiersRefusals,
  }
  const world = await openTestApp({
    province: true,
    work: { jobs: [...dossiersJobs, ...jobs], reactions: [] },
    refusals,
  })
  const { app } = world
  app.ports.set(virusScanPort, noScanner)
  const folder = join(world.folder, 'assets')
  const assets = await buildAssets(folder)
  const official = officialFrame(assets)
  const shells = { portal: portalFrame(assets), workspace: workspaceFrame(assets), official, kiosk: official }
  const web = await createWeb({ app, shells, errorPage, version: 'test', formActions: [] })
  await serveAssets(web, folder)

  async function officer(signInName: string): Promise<Officer> {
    const account = await accountBySignInName(app.db, signInName)
    if (!account) throw new Error(`nobody named ${signInName}`)
    const grants = await actingGrantsOf(app.db, account.id, vietnamDate(world.clock.now()))
    return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
  }
  web.addHook('onRequest', async (request) => {
    const name = request.headers[OFFICER_HEADER]
    const actor: Actor = typeof name === 'string' ? await officer(name) : ANONYMOUS
    request.actor = actor
  })
  await documentsPortalRoutes(web)
  await doors(web)
  await web.ready()

  const headersOf = (as: string | undefined) => ({
    accept: 'text/html',
    ...(as === undefined ? {} : { [OFFICER_HEADER]: as }),
  })
  return {
    world,
    web,
    officer,
    async citizen(personalId, fullName) {
      const { id } = await runAction(app, know, { kind: 'system', name: 'test' }, { personalId, fullName })
      return { kind: 'citizen', accountId: newId(), citizenId: id, fullName, personalId }
    },
    get: (path, as) => web.inject({ url: path, headers: headersOf(as) }),
    async send(path, as, form, from = path) {
      const opened = await web.inject({ url: from, headers: headersOf(as) })
      const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
      const hidden = [...opened.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
        .map((found) => [found[1] ?? '', found[2] ?? ''])
        .filter(([name]) => !((name ?? '') in form))
      const fields = [
        ...new Map(hidden as [string, string][]),
        ...Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      ]
      return web.inject({
        method: 'POST',
        url: path,
        cookies,
        headers: { ...headersOf(as), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      })
    },
    async close() {
      await web.close()
      await world.close()
    },
  }
}

/** One browser page before which officers take turns. */
export type OfficersScreen = {
  page: Page
  address: string
  open(path: string, as: string): Promise<Page>
  close(): Promise<void>
}

export async function openOfficersScreen({ web }: OfficersSite): Promise<OfficersScreen> {
  // Browsers keep the form's cookie for localhost and for https only.
  const address = (await web.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  return {
    page,
    address,
    async open(path, as) {
      await page.setExtraHTTPHeaders({ [OFFICER_HEADER]: as })
      await page.goto(address + path)
      return page
    },
    close: () => browser.close(),
  }
}

const know = action({
  name: 'test.know',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  unjournalled: 'a citizen known already is not changed',
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})
