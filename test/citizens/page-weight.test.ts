import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCitizensSession, HANH } from '../../src/identity/testing.ts'
import { citizensRoutes } from '../support/citizens-routes.ts'
import { formClient, type FormClient } from '../support/form-client.ts'
import { filledIn } from '../../src/dossiers/portal/testing.ts'
import { openWholeWeb, type WholeWeb } from '../support/whole-web.ts'

const BIRTH = '1.001193'
const FIRST_VIEW_BYTES = 100 * 1024
const SCRIPT_BYTES = 30 * 1024
/** Older browsers and plain HTTP know no better. */
const ENCODING = 'gzip'

type Weighed = { bytes: number; type: string; text: string }
/** The address as the router knows it, and one that was opened. */
type PageWeight = { route: string; path: string; files: string[]; total: number; script: number }

let whole: WholeWeb
let pages: PageWeight[]
let cookie = ''
const weighed = new Map<string, Promise<Weighed>>()

beforeAll(async () => {
  whole = await openWholeWeb()
  const session = await aCitizensSession(whole.world.app, HANH)
  const client = formClient(whole.web, [session])
  cookie = `${session.name}=${session.value}`
  const draft = await filledIn(client, BIRTH)
  await handedIn(client, await filledIn(client, BIRTH))
  const own = await weighAll([draft, `${draft}/kiem-tra`, `/thu-tuc/${BIRTH}/nop`, '/tim?q=khai+sinh'])
  cookie = ''
  pages = [...own, ...(await weighAll(['/dang-nhap', '/']))]
}, 300_000)
afterAll(() => whole?.close())

/** What comes over the wire for an address, compressed, and what it says. */
function weigh(path: string): Promise<Weighed> {
  const key = `${cookie} ${path}`
  const known = weighed.get(key)
  if (known) return known
  const headers = { 'accept-encoding': ENCODING, cookie }
  const asked = new Promise<Weighed>((resolve, reject) => {
    get(`${whole.address}${path}`, { headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks)
      const isPacked = answer.headers['content-encoding'] === ENCODING
      const type = answer.headers['content-type'] ?? ''
      const isText = answer.statusCode === 200 && /html|css|script/.test(type)
      resolve({ bytes: body.length, type, text: isText ? (isPacked ? gunzipSync(body) : body).toString() : '' })
    }).on('error', reject)
  })
  weighed.set(key, asked)
  return asked
}

/** Opens pages, follows their links, and weighs one page of every route it meets. */
async function weighAll(seeds: string[]): Promise<PageWeight[]> {
  const routes = citizensRoutes(whole.web)
  const found = new Map<string, PageWeight>()
  const queue = [...seeds]
  const seen = new Set<string>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const bare = path.split('?')[0] ?? ''
    const route = routes.find(({ pattern }) => pattern.test(bare))?.route
    if (route === undefined || seen.has(path) || found.has(route)) continue
    seen.add(path)
    const page = await weigh(path)
    if (!/portal-\w+\.css/.test(page.text)) continue
    found.set(route, await weightOf(route, path, page))
    queue.push(...[...page.text.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')))
  }
  return [...found.values()]
}

async function weightOf(route: string, path: string, page: Weighed): Promise<PageWeight> {
  const addresses = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, address = '']) => address)
  const styles = addresses(/<link rel="stylesheet" href="([^"]+)"/g, page.text)
  const scripts = await withImports(addresses(/<script[^>]* src="([^"]+)"/g, page.text))
  const pictures = addresses(/<(?:img|link rel="icon"[^>]*)[^>]* (?:src|href)="(\/[^"]+)"/g, page.text)
  const inStyles = await Promise.all(styles.map(async (style) => (await weigh(style)).text))
  // Fonts for every weight and pictures for every place: a page that needs fewer is lighter still.
  const drawn = inStyles
    .flatMap((text) => addresses(/url\("?([^")]+)"?\)/g, text))
    .filter((url) => !url.startsWith('data:'))
  const files = [
    ...new Set([...styles, ...scripts, ...pictures, ...drawn.map((url) => new URL(url, 'http://x/assets/').pathname)]),
  ]
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, (await weigh(file)).bytes] as const)))
  return {
    route,
    path,
    files: files.map((file) => `${file} ${sizes.get(file)}`),
    total: page.bytes + [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0),
    script: scripts.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0),
  }
}

/** Scripts together with what they import at once; what they fetch later is no part of the first view. */
async function withImports(scripts: string[]): Promise<string[]> {
  const all = new Set(scripts)
  for (const script of all) {
    const { text } = await weigh(script)
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g))
      all.add(new URL(name, `http://here${script}`).pathname)
  }
  return [...all]
}

async function handedIn(client: FormClient, draft: string): Promise<void> {
  const check = await client.get(`${draft}/kiem-tra`)
  const { status } = await client.pressOn(check.body, `${draft}/nop`)
  if (status !== 303) throw new Error(`not handed in: ${status}`)
}

test('first view of every page of citizens is at most 100 KB, fonts and all', () => {
  expect(pages.filter(({ total }) => total > FIRST_VIEW_BYTES)).toEqual([])
})

test('script of every page of citizens is at most 30 KB', () => {
  expect(pages.filter(({ script }) => script > SCRIPT_BYTES)).toEqual([])
})

test('the pages that were weighed are those people meet', () => {
  const routes = pages.map(({ route }) => route)
  expect(routes).toEqual(
    expect.arrayContaining([
      '/',
      '/dang-nhap',
      '/tim',
      '/thu-tuc/{code}',
      '/thu-tuc/{code}/nop',
      '/bai-khai/{resume}',
      '/bai-khai/{resume}/{part}',
      '/bai-khai/{resume}/giay-to/{no}',
      '/bai-khai/{resume}/kiem-tra',
      '/ho-so',
      '/ho-so/{code}',
      '/ho-so/{code}/da-nop',
      '/tra-cuu',
      '/ho-tro',
      '/kiem-tra',
    ]),
  )
})
