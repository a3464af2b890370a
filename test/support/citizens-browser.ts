import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { IdentityClaims } from '../../src/identity/identity-provider/port.ts'
import { aCitizensSession } from '../../src/identity/testing.ts'
import type { WholeWeb } from './whole-web.ts'

export const TELEPHONE = { width: 360, height: 740 }

/** A browser of its own for a citizen who is signed in; `script` false turns JavaScript off, `worker` false the service worker. */
export async function citizensBrowser(
  browser: Browser,
  { world, address }: Pick<WholeWeb, 'world' | 'address'>,
  { who, script = true, worker = true }: { who?: IdentityClaims; script?: boolean; worker?: boolean },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    javaScriptEnabled: script,
    serviceWorkers: worker ? 'allow' : 'block',
    viewport: TELEPHONE,
  })
  if (who) await signInAgain(context, { world, address }, who)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return { context, page }
}

/** A new session in a browser that is open already. */
export async function signInAgain(
  context: BrowserContext,
  { world, address }: Pick<WholeWeb, 'world' | 'address'>,
  who: IdentityClaims,
): Promise<void> {
  const { name, value } = await aCitizensSession(world.app, who)
  const { hostname } = new URL(address)
  await context.addCookies([
    { name, value, domain: hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ])
}
