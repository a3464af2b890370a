import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { receiveUpload } from '../../src/documents/index.ts'
import {
  assignDossier,
  receiveDossier,
  recordAppraisal,
  submitDossier as submitAction,
} from '../../src/dossiers/index.ts'
import { runAction } from '../../src/platform/action.ts'
import { vietnamDate } from '../../src/platform/dates.ts'
import { approveResult, draftResult } from '../../src/results/index.ts'
import { openCitizens } from '../chaos/citizens.ts'
import { call, type ApiClient } from '../support/api-client.ts'
import { sampleFiling, samplePdf } from '../support/sample-filing.ts'
import type { System } from '../support/system.ts'
import { officer, openBenchApp } from './bench-app.ts'
import { citizenActor } from './citizen-actor.ts'
import { sampleMemory } from './process-tree.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'
import { perSecond } from './timing.ts'

const AT_ONCE = 4
const FILE_BYTES = 2_000
const AIM_SECONDS = 60
const MOST_MB = 300
/** A round that takes longer than it may is told as such, not given up. */
const PATIENCE_MS = 10 * 60_000

type Paper = { dossierCode: string; version: number }
type Answer = { done: number; outcomes: { done: boolean; refusal: unknown }[] }

/**
 * Results of one page that a leader signs, and a clerk numbers and seals, each all at once with one authorisation, at the level results
 * are issued at, over HTTP on the running system. A batch is of 500.
 */
export const rounds: Part = async ({ system, quick }) => {
  const papers = await approvedResults(system, quick ? 10 : 500)
  const pins = JSON.parse(await readFile(join(system.folder, 'demo-pins.json'), 'utf8')) as Record<
    'people' | 'agencies',
    Record<string, string>
  >
  const rows: Row[] = []
  for (const [what, path, signInName, pin] of [
    ['Sign', '/results/sign', 'thinh.bd', pins.people['thinh.bd']],
    ['Number and seal', '/results/seal', 'nga.ht', pins.agencies['H49.136']],
  ] as const) {
    const client = await clientOf(system, signInName)
    const { seconds, megabytes } = await timed(system, () => together(client, path, { papers, pin }))
    rows.push({
      what: `${what} ${papers.length} results of one page with one authorisation, over HTTP`,
      measured: `${seconds.toFixed(1)} s, server at most ${megabytes} MB`,
      aim: `500 under ${AIM_SECONDS} s and under ${MOST_MB} MB`,
      isMet: seconds < AIM_SECONDS && megabytes < MOST_MB,
    })
  }
  return rows
}

async function together(client: ApiClient, path: string, body: { papers: Paper[]; pin: string | undefined }) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await call<Answer>(client, path, { method: 'POST', headers, body: JSON.stringify(body), signal })
  const failed = answer.outcomes.find(({ done }) => !done)
  if (failed) throw new Error(`${answer.done} of ${body.papers.length}: ${JSON.stringify(failed)}`)
}

/** How long it takes, and how large the server grows meanwhile. */
async function timed({ pid }: System, work: () => Promise<void>): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now()
  let megabytes = 0
  const look = async () => void (megabytes = Math.max(megabytes, (await sampleMemory(pid)).rss))
  const looking = setInterval(() => void look(), 100)
  // What goes wrong must not end as a question about a process that has been stopped.
  await work().finally(() => clearInterval(looking))
  const seconds = (performance.now() - began) / 1_000
  await look()
  return { seconds, megabytes }
}

async function clientOf(system: System, signInName: string): Promise<ApiClient> {
  const { code, out, err } = await system.command('token', '--account', signInName)
  if (code !== 0) throw new Error(`no token for ${signInName}: ${err}`)
  return { address: system.address, token: out.trim() }
}

/** Dossiers of one ward, taken by its officers as far as the approval, in this process. */
async function approvedResults(system: System, count: number): Promise<Paper[]> {
  const [citizen] = await openCitizens(system, 1)
  const app = await openBenchApp(system)
  try {
    if (!citizen) throw new Error('no citizen')
    const sample = await sampleFiling(app.db, vietnamDate(app.clock.now()))
    const person = await citizenActor(app, citizen)
    const [desk, head, specialist] = await Promise.all(
      ['anh.vn', 'chau.dm', 'huy.pq'].map((signInName) => officer(app, signInName)),
    )
    const papers: Paper[] = []
    await perSecond(count, AT_ONCE, async (no) => {
      const stream = Readable.from([samplePdf(`${no} ${randomUUID()}`, FILE_BYTES)])
      const { id } = await receiveUpload(app, person, { name: 'tep.pdf', stream })
      const { code: dossierCode } = await runAction(app, submitAction, person, sample(citizen, [id]))
      await runAction(app, receiveDossier, desk, { dossierCode })
      const assigneeAccountId = specialist?.accountId
      await runAction(app, assignDossier, head, { dossierCode, assigneeAccountId })
      await runAction(app, recordAppraisal, specialist, { dossierCode, outcome: 'eligible', note: 'Đủ điều kiện.' })
      await runAction(app, draftResult, specialist, { dossierCode })
      await runAction(app, approveResult, head, { dossierCode })
      papers.push({ dossierCode, version: 1 })
    })
    return papers
  } finally {
    await app.close()
  }
}
