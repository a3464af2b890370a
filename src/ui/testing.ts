import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import axe from 'axe-core'
import type { Result } from 'axe-core'
import { chromium } from 'playwright-core'
import type { Browser, LaunchOptions, Page } from 'playwright-core'
import { buildAssets } from './build-assets.ts'
import type { AssetManifest } from './document.tsx'

/** Chromium without its windows: the same engine, in which a new page takes a third of the work; it shows no PDF. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell'
const WITH_WINDOWS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** How the browser of the machine is started, or the one playwright has installed. */
export function browserOptions({ showsPdf = false } = {}): LaunchOptions {
  const programs = showsPdf ? WITH_WINDOWS : [WINDOWLESS, ...WITH_WINDOWS]
  return {
    executablePath: programs.find((path) => existsSync(path)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch(browserOptions())
}

/** The strictest policy the pages must live with: nothing inline. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'"

const mediaTypes: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export type PageServer = { url: string; assets: AssetManifest; close(): Promise<void> }

type Answer = { status?: number; location?: string; html?: string; hangUp?: boolean }

/** Serves made pages with the built assets, over real HTTP and under the policy. */
export async function servePages(
  answer: (assets: AssetManifest, request: { method: string; path: string; body: IncomingMessage }) => Promise<Answer>,
): Promise<PageServer> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-assets-'))
  const assets = await buildAssets(folder)
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith('/assets/')) {
      response.setHeader('content-type', mediaTypes[extname(path)] ?? 'application/octet-stream')
      response.end(await readFile(join(folder, path.slice('/assets/'.length))))
      return
    }
    const made = await answer(assets, { method: request.method ?? 'GET', path, body: request })
    if (made.hangUp) {
      request.socket.destroy()
      return
    }
    response.statusCode = made.location === undefined ? (made.status ?? 200) : 303
    if (made.location !== undefined) response.setHeader('location', made.location)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy)
    response.end(made.html ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    assets,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const TELEPHONE = 360
const DESK = 1280
/** Pictures of the pages that are looked at are left in this folder when it is named. */
const { PICTURES } = process.env

/**
 * What is wrong with a page on a telephone and on a desk, one line each, so that a failing test says where. One load is
 * looked at in both widths: it is loading that takes time. Leaves the page as wide as a desk.
 */
export async function pageFindings(page: Page, name?: string, widths = [TELEPHONE, DESK]): Promise<string[]> {
  const findings: string[] = []
  const height = page.viewportSize()?.height ?? 900
  for (const width of widths) {
    await page.setViewportSize({ width, height })
    findings.push(...(await axeFindings(page)).map((finding) => `${width} px, ${finding}`))
    if (!(await fitsWidth(page))) findings.push(`${width} px: scrolls sideways`)
    if (PICTURES && name) await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
  }
  return findings
}

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** All of axe's rules, those that another choice of colours can change, or all but those: they are the dear ones. */
export type Rules = 'all' | 'of-colour' | 'not-of-colour'

/** What axe finds, one line each. */
export async function axeFindings(page: Page, rules: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const which = {
    resultTypes: ['violations'],
    runOnly: rules === 'of-colour' ? RULES_OF_COLOUR : EVERY_RULE,
    rules: Object.fromEntries(RULES_OF_COLOUR.map((rule) => [rule, { enabled: rules !== 'not-of-colour' }])),
  }
  const violations = await page.evaluate<Result[]>(
    `axe.run(document, ${JSON.stringify(which)}).then((found) => found.violations)`,
  )
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`))
}

/** True when nothing makes the page scroll sideways. */
export async function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}
