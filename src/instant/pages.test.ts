import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { serveAssets } from '../platform/web/assets.ts'
import { createWeb } from '../platform/web/server.ts'
import type { Web } from '../platform/web/web.ts'
import { dossiersPortalRoutes } from '../dossiers/portal/routes.ts'
import { errorPage } from '../portal/error-page.tsx'
import { officialFrame, portalFrame } from '../portal/frame.tsx'
import { resultTrackingSection } from '../results/portal/routes.tsx'
import { resultsSections } from '../results/workspace/routes.tsx'
import { buildAssets } from '../ui/build-assets.ts'
import { openBrowser, pageFindings } from '../ui/testing.ts'
import { workspaceFrame } from '../workspace/frame.tsx'
import { workspaceRoutes } from '../workspace/routes.ts'
import { instantPortalRoutes, instantTrackingSection } from './portal/routes.tsx'
import { instantSection, instantWorkspaceRoutes } from './workspace/routes.tsx'
import { FROM_THE_BOOK, openInstantWorld, type InstantWorld } from './testing.ts'

let world: InstantWorld
let web: Web
let browser: Browser
let page: Page
let address = ''
let actor: Actor

beforeAll(async () => {
  world = await openInstantWorld()
  const folder = join(world.folder, 'assets')
  const assets = await buildAssets(folder)
  const official = officialFrame(assets)
  const shells = { portal: portalFrame(assets), workspace: workspaceFrame(assets), official, kiosk: official }
  web = await createWeb({ app: world.app, shells, errorPage, version: 'test', formActions: [] })
  await serveAssets(web, folder)
  web.addHook('onRequest', async (request) => {
    request.actor = actor
  })
  await dossiersPortalRoutes(web, [resultTrackingSection, instantTrackingSection])
  await instantPortalRoutes(web)
  await workspaceRoutes(web, [...resultsSections, instantSection])
  await instantWorkspaceRoutes(web)
  address = await web.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = await browser.newPage()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await web.close()
  await world.close()
})

async function look(path: string, who: Actor, name: string): Promise<string> {
  actor = who
  await page.goto(`${address}${path}`)
  expect(await pageFindings(page, name)).toEqual([])
  return page.locator('main').innerText()
}

test('every page about deciding by machine reads well on a telephone and on a desk', async () => {
  const { people, administrator, app } = world
  const code = await world.file()
  await app.jobs.drain()
  expect(await look(`/ho-so/${code}`, people.hanh, 'tu-dong-theo-doi')).toContain('phát hành tự động, không qua cán bộ')
  await look(`/ho-so/${code}/xem-lai`, people.hanh, 'tu-dong-xem-lai')
  world.register({ lookUp: () => Promise.reject(new Error('away')) })
  const unsure = await world.file()
  await app.jobs.drain()
  expect(await look(`/lam/${unsure}?the=tu-dong`, people.desk, 'tu-dong-ho-so')).toContain('Chưa chắc')
  expect(await look('/viec', people.desk, 'tu-dong-hang-viec')).toContain('Không kết nối được cơ sở dữ liệu dân cư')
  await look('/quy-trinh/tu-dong', administrator, 'tu-dong-danh-sach')
  await look(`/quy-trinh/tu-dong/${FROM_THE_BOOK}`, administrator, 'tu-dong-khai-bao')
}, 240_000)
