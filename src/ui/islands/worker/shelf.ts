/** Style sheets, fonts and scripts. */
export const SHELL = 'khung'
/** Pages as last seen. */
const PAGES = 'trang'

const MOST_PAGES = 40
/** Older pages would mislead more than they help. */
const DAYS_KEPT = 7
const KEPT_AT = 'x-giu-luc'

const READABLE_OFFLINE = [
  /^\/$/,
  /^\/(thu-tuc|tra-cuu|ho-tro|ho-so)$/,
  /^\/thu-tuc\/[\w.-]+$/,
  /^\/ho-so\/[\w.-]+(\/da-nop)?$/,
  /^\/bai-khai\/[\w-]+(\/(?!don\.pdf|xac-nhan)[\w-]+)?$/,
]

/** Lays a page on the shelf if it is one to read without a line; the newest lie last. */
export async function keep(address: string, answer: Response): Promise<void> {
  const url = new URL(address)
  const isPage = answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').includes('text/html')
  if (!isPage || !READABLE_OFFLINE.some((pattern) => pattern.test(url.pathname))) return
  const shelf = await caches.open(PAGES)
  const headers = { 'content-type': 'text/html; charset=utf-8', [KEPT_AT]: String(Date.now()) }
  for (const name of ['content-security-policy', 'referrer-policy']) {
    const value = answer.headers.get(name)
    if (value !== null) Object.assign(headers, { [name]: value })
  }
  await shelf.delete(address)
  await shelf.put(address, new Response(await answer.text(), { headers }))
  const all = await shelf.keys()
  for (const old of all.slice(0, Math.max(0, all.length - MOST_PAGES))) await shelf.delete(old)
}

/** Fetches and keeps, one after another: the page being read goes first. */
export async function keepAll(addresses: readonly string[]): Promise<void> {
  const shell = await caches.open(SHELL)
  for (const address of addresses) {
    const url = new URL(address, location.origin)
    const isAsset = url.pathname.startsWith('/assets/')
    if (isAsset && (await shell.match(url.href))) continue
    const answer = await fetch(url.href, { credentials: 'same-origin' }).catch(() => undefined)
    if (!answer) return
    if (isAsset && answer.ok) await shell.put(url.href, answer)
    else await keep(url.href, answer)
  }
}

/** The page as last seen; it tells its script when that was. */
export async function keptPage(address: string): Promise<Response | undefined> {
  const shelf = await caches.open(PAGES)
  const found = await shelf.match(address)
  if (!found) return undefined
  const keptAt = Number(found.headers.get(KEPT_AT))
  if (Date.now() - keptAt > DAYS_KEPT * 86_400_000) {
    await shelf.delete(address)
    return undefined
  }
  const html = (await found.text()).replace('<body', `<body data-kept-at="${keptAt}"`)
  return new Response(html, { headers: found.headers })
}

export async function keptAddresses(): Promise<string[]> {
  const shelf = await caches.open(PAGES)
  return (await shelf.keys()).map(({ url }) => url)
}

export async function lastLanguage(): Promise<string | undefined> {
  const shelf = await caches.open(PAGES)
  const last = (await shelf.keys()).at(-1)
  const html = await (last && (await shelf.match(last)))?.text()
  return /<html lang="(\w+)"/.exec(html ?? '')?.[1]
}
