import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { ConsoleMessage, Page, Response } from 'playwright-core'
import { axeFindings, fitsWidth } from '../../../src/ui/testing.ts'

const DESK = { width: 1280, height: 900 }
const TELEPHONE = { width: 360, height: 740 }

const seen = new Set<string>()
/** Folder of what was looked at, for runs side by side that share the looking. */
const shared = process.env.JOURNEYS_LOOKED_AT

/**
 * The first time a kind of page is met: nothing for axe to find and nothing that scrolls sideways, on a desk and on a
 * telephone. Throws with what was found.
 */
export async function checkPage(page: Page, status: number): Promise<void> {
  const pattern = `${status} ${patternOf(new URL(page.url()))}`
  if (!isFirstLook(pattern)) return
  const findings: string[] = []
  for (const size of [TELEPHONE, DESK]) {
    await page.setViewportSize(size)
    findings.push(...(await axeFindings(page)).map((finding) => `${size.width} px, ${finding}`))
    if (!(await fitsWidth(page))) findings.push(`${size.width} px: scrolls sideways, ${await widest(page)}`)
  }
  if (findings.length > 0) throw new Error([`${pattern}:`, ...new Set(findings)].join('\n  '))
}

function isFirstLook(pattern: string): boolean {
  if (seen.has(pattern)) return false
  seen.add(pattern)
  if (shared === undefined) return true
  try {
    closeSync(openSync(join(shared, encodeURIComponent(pattern)), 'wx'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** `/lam/H49.136-261121-0001?the=y-kien` is one of many pages `/lam/:code?the=y-kien`. */
function patternOf({ pathname, searchParams }: URL): string {
  const path = pathname
    .split('/')
    .map((part) =>
      part.startsWith('H49.')
        ? ':code'
        : /^[0-9a-f-]{36}$/.test(part)
          ? ':id'
          : /^\d\.\d{6}/.test(part)
            ? ':procedure'
            : /^[0-9A-Z]{3}-[0-9A-Z]{3}$/.test(part)
              ? ':draft'
              : part.replace(/\d+/, ':n'),
    )
    .join('/')
  const tab = searchParams.get('the')
  return tab === null ? path : `${path}?the=${tab}`
}

async function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    )
    return wide
      .slice(0, 3)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`)
      .join(' ')
  })
}

/** Gathers what must never happen on a page: script errors, policy violations, lost sub-resources, answers from 500 on. */
export function watchPage(page: Page): { problems: string[]; lastStatus(): number } {
  const problems: string[] = []
  let status = 0
  const where = () => page.url()
  page.on('pageerror', (error) => problems.push(`${where()}: ${error.message}`))
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error' || isAboutAnswer(message)) return
    problems.push(`${where()}: ${message.text()}`)
  })
  page.on('response', (response: Response) => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (isPage) status = response.status()
    // A form sent by script is answered with the page and its errors, as it would be without script.
    const isForm = response.request().resourceType() === 'xhr' && response.request().method() === 'POST'
    if (response.status() >= 500 || (!isPage && !isForm && response.status() >= 400))
      problems.push(`${where()}: ${response.status()} ${response.url()}`)
  })
  return { problems, lastStatus: () => status }
}

/** The browser also writes every answer from 400 on to its console; those are judged as answers. */
function isAboutAnswer(message: ConsoleMessage): boolean {
  return message.text().startsWith('Failed to load resource: the server responded with a status of')
}
