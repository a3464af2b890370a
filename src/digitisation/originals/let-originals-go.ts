import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { addDays, instantOf, vietnamDate, type LegalDate } from '../../platform/dates.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { filesByIds, letGoFile, usesOfFile, vaultEntriesFrom } from '../../documents/index.ts'
import type { Paper, Scan } from '../intake/scan.ts'
import { filesOfScan, pagesOfScan, papersOfScan, scanForUpdate } from '../intake/store.ts'
import { heldPapersPort } from './held-papers-port.ts'
import { whyNotLetGo, type OriginalFacts } from './original.ts'
import { longest, originalsRule, RULES, shortestKeeping, type OriginalsRule } from './originals-rule.ts'
import { isInOtherScan, lastLookedAt, scansWithOriginals, setFileLetGo } from './store.ts'

const KEEPER = { kind: 'system', name: 'digitisation.originals' } as const
/** Where a scan itself names the files it came in. */
const OWN_COLUMNS = ['digitisation.scan_file.file_id', 'digitisation.page.file_id']

/** Lets the files a scan came in go when the rule in force says so and everything they hold is kept elsewhere. */
export const letOriginalsGo = action({
  name: 'digitisation.let-originals-go',
  roles: ['system'],
  input: Type.Object({
    scanId: Type.String({ format: 'uuid' }),
    rules: Type.Optional(Type.Unsafe<OriginalsRule[]>({})),
  }),
  async run(ctx, _, { scanId, rules = [...RULES] }): Promise<{ files: number }> {
    const { db, now, journal } = ctx
    const scan = await scanForUpdate(db, scanId)
    if (!scan) throw new Refusal('platform.not-found')
    const today = vietnamDate(now)
    const facts = await factsOf(ctx, scan, today, rules)
    refuse(whyNotLetGo(facts, today))
    const { rule } = facts
    const there = (await filesOfScan(db, scanId)).filter(({ state, letGoAt }) => state === 'opened' && !letGoAt)
    const files = await filesByIds(
      db,
      there.flatMap(({ fileId }) => fileId ?? []),
    )
    let gone = 0
    for (const file of files) {
      const places = await usesOfFile(ctx, file, OWN_COLUMNS)
      if (await isInOtherScan(db, file.id, scanId)) places.push('digitisation.scan_file.file_id')
      if (places.length > 0) {
        if (files.length === 1) throw new Refusal('digitisation.original-needed', { places: places.join(', ') })
        continue
      }
      await letGoFile(ctx, file, { rule: rule?.code ?? '', ground: rule?.ground ?? '' })
      await setFileLetGo(db, scanId, file.id, now)
      gone += 1
    }
    journal({
      subject: `scan:${scanId}`,
      what: 'digitisation.originals-let-go',
      facts: { rule: rule?.code ?? '', files: gone, kept: files.length - gone },
    })
    return { files: gone }
  },
})

async function factsOf(
  ctx: ActionContext,
  scan: Scan,
  today: LegalDate,
  rules: readonly OriginalsRule[],
): Promise<OriginalFacts> {
  const { db, port } = ctx
  const [papers, pages] = await Promise.all([papersOfScan(db, scan.id), pagesOfScan(db, scan.id)])
  const archived = await filesByIds(
    db,
    papers.flatMap(({ fileId }) => fileId ?? []),
  )
  const looked = await lastLookedAt(
    db,
    papers.map(({ id }) => id),
  )
  const done = [scan.takenAt, ...(looked ? [looked] : []), ...archived.map(({ uploadedAt }) => uploadedAt)]
  const sources = [...new Set(papers.map(({ id, dossierId }) => (dossierId ? `dossier:${dossierId}` : `paper:${id}`)))]
  const entries = (await Promise.all(sources.map((source) => vaultEntriesFrom(db, source)))).flat()
  return {
    scan,
    papers,
    pages,
    rule: longest(papers.map(({ typeCode }) => originalsRule(scan.source, typeCode, today, rules))),
    doneOn: vietnamDate(new Date(Math.max(...done.map((at) => at.getTime())))),
    proven: await provenPapers(ctx, papers, archived),
    hold: await port(heldPapersPort)(db, entries, sources),
  }
}

/** Papers whose archival file can be read from the store and is what it was when it was made. */
async function provenPapers(
  { files }: Pick<ActionContext, 'files'>,
  papers: readonly Paper[],
  archived: readonly { id: string; sha256: string }[],
): Promise<Set<string>> {
  const proven = new Set<string>()
  for (const { id, fileId } of papers) {
    const file = archived.find((one) => one.id === fileId)
    const bytes = file && (await files.bytes(file.sha256).catch(() => undefined))
    if (bytes && createHash('sha256').update(bytes).digest('hex') === file.sha256) proven.add(id)
  }
  return proven
}

const AT_ONCE = 200

/** Each night: what is due by the rules in force goes; what is not says nothing and is asked about again. */
export const letDueOriginalsGo = defineJob<object>(
  'digitisation.originals',
  { schedule: '20 3 * * *', retryLimit: 1 },
  async (app) => letGoBy(app, RULES),
)

export async function letGoBy(app: App, rules: readonly OriginalsRule[]): Promise<void> {
  const today = vietnamDate(app.clock.now())
  const shortest = shortestKeeping(today, rules)
  if (shortest === undefined) return
  const before = instantOf(addDays(today, 1 - shortest))
  for (let after: string | null = null; ;) {
    const found = await scansWithOriginals(app.db, { before, after, limit: AT_ONCE })
    for (const scanId of found) {
      try {
        await runAction(app, letOriginalsGo, KEEPER, { scanId, rules: [...rules] })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        app.log.debug({ scanId, why: error.code }, 'originals stay')
      }
    }
    after = found.at(-1) ?? null
    if (found.length < AT_ONCE) return
  }
}
