import autocannon from 'autocannon'
import { openCitizens } from '../chaos/citizens.ts'
import { CERTIFIED_COPY } from '../support/sample-filing.ts'
import type { System } from '../support/system.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'

export type OpenPage = { name: string; url: string; headers: Record<string, string> }

/** Pages a citizen meets most, for people as many as the process can serve. */
export const pages: Part = async (place) => {
  const rows: Row[] = []
  const bare = await loadPages(
    { name: '', url: `${place.system.address}/he-thong/song`, headers: {} },
    place.quick ? 2 : 8,
    10,
  )
  for (const page of await pagesOf(place.system)) {
    const { perSecond, p50, p99 } = await loadPages(page, place.quick ? 2 : 8, 10)
    rows.push({
      what: `Pages per second, one process: ${page.name}`,
      measured: `${Math.round(perSecond)}/s (p50 ${p50} ms, p99 ${p99} ms at 10 at once)`,
      floor: `${Math.round(bare.perSecond)}/s, an answer without a page`,
      ratio: bare.perSecond / perSecond,
    })
  }
  return rows
}

/** The home page, a procedure, and the first page of a form half done by a citizen. */
export async function pagesOf(system: System): Promise<OpenPage[]> {
  const [citizen] = await openCitizens(system, 1)
  const headers = { authorization: `Bearer ${citizen?.token ?? ''}` }
  const started = await fetch(`${system.address}/api/v1/drafts`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ procedureCode: CERTIFIED_COPY, competentUnitCode: 'H49.136' }),
  })
  const draft = (await started.json()) as { resumeCode?: string }
  if (!draft.resumeCode) throw new Error(`no form was begun: ${JSON.stringify(draft)}`)
  const wanted = [
    { name: 'home', path: '/', headers: {} },
    { name: 'a procedure', path: `/thu-tuc/${CERTIFIED_COPY}`, headers: {} },
    { name: 'first page of a form, signed in', path: await firstPart(system, draft.resumeCode, headers), headers },
  ]
  for (const { path, headers: own } of wanted) {
    const answer = await fetch(system.address + path, { headers: own })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  }
  return wanted.map(({ name, path, headers: own }) => ({ name, url: system.address + path, headers: own }))
}

async function firstPart(system: System, resumeCode: string, headers: Record<string, string>): Promise<string> {
  const list = await (await fetch(`${system.address}/bai-khai/${resumeCode}`, { headers })).text()
  const parts = [...list.matchAll(/href="(\/bai-khai\/[^"/]+\/[^"/]+)"/g)].map((match) => match[1] ?? '')
  return parts[0] ?? `/bai-khai/${resumeCode}`
}

export async function loadPages(
  { url, headers }: OpenPage,
  seconds: number,
  atOnce: number,
): Promise<{ perSecond: number; p50: number; p99: number }> {
  const result = await autocannon({ url, headers, duration: seconds, connections: atOnce })
  const wrong = result.non2xx + result.errors
  if (wrong > 0) throw new Error(`${wrong} answers of ${url} were no pages`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}
