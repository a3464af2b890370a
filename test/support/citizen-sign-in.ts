/** Cookies of one browser, by site. */
type Jar = Map<string, Map<string, string>>

const MOST_REDIRECTS = 12

/**
 * Signs a citizen in at the embedded identity provider, as a browser does, so that the account is there and tokens can be
 * issued for it. Answers the cookie header of the system's own site.
 */
export async function signInCitizen(address: string, personalId: string, password: string): Promise<string> {
  const jar: Jar = new Map()
  const form = await visit(jar, new URL('/dang-nhap/chuyen', address))
  const action = /<form method="post" action="([^"]+)"/.exec(await form.response.text())?.[1]
  if (!action) throw new Error(`the identity provider showed no form at ${form.url.href}`)
  const body = new URLSearchParams({ personalId, password })
  const done = await visit(jar, new URL(action, form.url), body)
  const cookies = cookieHeader(jar, new URL(address))
  await done.response.body?.cancel()
  if (!cookies.includes('__Host-motcua=')) throw new Error(`${personalId} could not sign in`)
  return cookies
}

async function visit(jar: Jar, first: URL, body?: URLSearchParams): Promise<{ url: URL; response: Response }> {
  let url = first
  let form = body
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookieHeader(jar, url) },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    keepCookies(jar, url, response)
    const location = response.headers.get('location')
    if (location === null) return { url, response }
    await response.body?.cancel()
    url = new URL(location, url)
    form = undefined
  }
  throw new Error(`redirected in a circle at ${url.href}`)
}

function keepCookies(jar: Jar, url: URL, response: Response): void {
  const own = jar.get(url.host) ?? new Map<string, string>()
  jar.set(url.host, own)
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    own.set(name, value)
  }
}

function cookieHeader(jar: Jar, url: URL): string {
  return [...(jar.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
}
