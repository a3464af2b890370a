import { utimes, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import { ANONYMOUS } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { sql } from '../../platform/db.ts'
import { documentsRefusals, fileBytes, fileById, noScanner, virusScanPort } from '../../documents/index.ts'
import { removeContents } from '../../documents/let-go/remove-contents.ts'
import { checkIntegrity } from '../../documents/check-integrity.ts'
import { insertFile, lastIntegrityRun } from '../../documents/store.ts'
import { recordArchive } from '../archive/archive-paper.ts'
import { filesOfScan, insertScanFiles, pagesOfPaper, paperById, setPaperState } from '../intake/store.ts'
import { aReadPaper, BIRTH_PAPER } from '../readings/testing.ts'
import { digitisationRefusals } from '../texts.ts'
import { heldPapersPort } from './held-papers-port.ts'
import { letGoBy, letOriginalsGo } from './let-originals-go.ts'
import { longest, originalsRule, RULES, shortestKeeping, type OriginalsRule } from './originals-rule.ts'

const KEEPER = { kind: 'system', name: 'test' } as const
const ALL = { from: '2026-01-01', sources: ['*'], types: ['*'] }
const MONTH: OriginalsRule = { ...ALL, code: 'month', keep: 30, ground: 'Quyết định 12/QĐ-UBND' }
const ALWAYS: OriginalsRule = { ...ALL, code: 'always', keep: 'always', ground: 'giữ' }
const BIRTHS: OriginalsRule = { ...MONTH, code: 'births', types: ['birth-certificate'], keep: 90 }

describe('the rule', () => {
  it('in the data keeps every original', () => {
    expect(RULES.every(({ keep }) => keep === 'always')).toBe(true)
    expect(shortestKeeping('2030-01-01')).toBeUndefined()
  })
  it.each([
    ['the later one that names the paper', 'desk', 'birth-certificate', '2026-11-20', [MONTH, BIRTHS], 'births'],
    ['the one for all kinds else', 'desk', null, '2026-11-20', [MONTH, BIRTHS], 'month'],
    ['none before its day', 'desk', null, '2025-12-31', [MONTH], undefined],
    ['none for another way in', 'email', null, '2026-11-20', [{ ...MONTH, sources: ['desk'] }], undefined],
  ] as const)('is %s', (_, source, type, on, rules, code) => {
    expect(originalsRule(source, type, on, rules)?.code).toBe(code)
  })
  it('of several papers is the one that keeps longest, and none where one has none', () => {
    expect(longest([MONTH, ALWAYS, BIRTHS])?.code).toBe('always')
    expect(longest([BIRTHS, MONTH])?.code).toBe('births')
    expect(longest([MONTH, undefined])).toBeUndefined()
  })
})

let world: TestApp
let hold: 'disputed' | 'held' | undefined
beforeAll(async () => {
  world = await openTestApp({ refusals: { ...documentsRefusals, ...digitisationRefusals } })
  world.app.ports.set(heldPapersPort, async () => hold)
  world.app.ports.set(virusScanPort, noScanner)
}, 60_000)
afterAll(() => world.close())
beforeEach(() => void (hold = undefined))

/** A paper that was checked and archived, with the file it was scanned in. */
async function digitised(content = `bản gốc ${newId()}`) {
  const { app } = world
  const paperId = await aReadPaper(app, [BIRTH_PAPER])
  const { sha256, size } = await app.files.put(Buffer.from(content))
  const fileId = await aFile({ sha256, size })
  const pages = await pagesOfPaper(app.db, paperId)
  const pictures = pages.flatMap(({ pictureSha256 }) => pictureSha256 ?? [])
  await sql`update digitisation.page set file_id = ${fileId} where paper_id = ${paperId}`.execute(app.db)
  const scanId = pages[0]?.scanId ?? ''
  const row = { scanId, no: 1, name: 'so.pdf', fileId, pages: 1, state: 'opened', failure: null } as const
  await insertScanFiles(app.db, [row])
  const archive = { paperId, pictures, name: 'x.pdf', bytes: Buffer.from(`%PDF ${paperId}`) }
  await runAction(app, recordArchive, KEEPER, archive)
  await stand(paperId, 'checked')
  return { paperId, scanId, fileId, sha256 }
}

async function aFile({ sha256, size }: { sha256: string; size: number }): Promise<string> {
  const id = newId()
  const about = {
    mediaType: 'application/pdf',
    name: 'so.pdf',
    pages: 1,
    origin: 'scan',
    scanVerdict: 'clean',
  } as const
  const sent = { uploadedBy: 'system:test', uploadedAt: world.clock.now(), receiptCode: `BN-261120-${id.slice(-8)}` }
  await insertFile(world.app.db, { id, sha256, size, ...about, ...sent }, 'test')
  return id
}

async function stand(paperId: string, state: 'checked' | 'to-check', failure: { code: string } | null = null) {
  const paper = await paperById(world.app.db, paperId)
  if (paper) await setPaperState(world.app.db, paper, state, failure)
}

const later = () => world.clock.set(new Date(world.clock.now().getTime() + 31 * 86_400_000).toISOString())
const go = (scanId: string, rules: OriginalsRule[] = [MONTH]) =>
  runAction(world.app, letOriginalsGo, KEEPER, { scanId, rules })

describe('an original', () => {
  it('goes when its days are over, and what it was stays on record', async () => {
    const { app } = world
    const { scanId, fileId, sha256 } = await digitised()
    expect(await codeOf(go(scanId))).toBe('digitisation.original-not-due')
    later()
    await letGoBy(app, [MONTH])
    await letGoBy(app, [MONTH])
    expect((await filesOfScan(app.db, scanId))[0]?.letGoAt).toEqual(world.clock.now())
    const file = await fileById(app.db, fileId)
    const on = vietnamDate(world.clock.now())
    expect(file).toMatchObject({ sha256, letGo: { on, ground: MONTH.ground } })
    expect(await codeOf(fileBytes(app, fileId))).toBe('documents.let-go')
    const lines = await linesOf(app.db, `file:${fileId}`)
    expect(lines.map(({ what, facts }) => [what, facts])).toEqual([
      ['documents.let-go', { sha256, size: file?.size, rule: 'month' }],
    ])
    expect((await linesOf(app.db, `scan:${scanId}`)).at(-1)?.facts).toEqual({ rule: 'month', files: 1, kept: 0 })
    // Stored a moment ago by the machine's clock: whoever stored it may be about to write it down.
    const path = pathInStore(app.settings.fileFolder, sha256)
    await utimes(path, world.clock.now(), world.clock.now())
    await removeContents.run(app, {})
    expect(await app.files.has(sha256)).toBe(true)
    await utimes(path, 0, 0)
    await removeContents.run(app, {})
    expect(await app.files.has(sha256)).toBe(false)
    await checkIntegrity.run(app, {})
    expect((await lastIntegrityRun(app.db))?.findings.map((one) => one.fileId)).not.toContain(fileId)
  })

  it('stays for whoever sent the same content after it was let go', async () => {
    const { app } = world
    const { scanId, sha256, fileId } = await digitised()
    later()
    await go(scanId)
    await aFile({ sha256, size: (await fileById(app.db, fileId))?.size ?? 0 })
    await utimes(pathInStore(app.settings.fileFolder, sha256), 0, 0)
    await removeContents.run(app, {})
    expect(await app.files.has(sha256)).toBe(true)
  })

  const stays: [string, string, (made: Awaited<ReturnType<typeof digitised>>) => unknown, OriginalsRule[]?][] = [
    ['the rule keeps it for ever', 'kept-always', () => undefined, [MONTH, ALWAYS]],
    ['there is no rule', 'kept-always', () => undefined, []],
    ['its days are not over', 'not-due', () => undefined, [{ ...MONTH, keep: 3650 }]],
    ['the paper is open', 'paper-open', ({ paperId }) => stand(paperId, 'to-check')],
    ['the paper is nobody’s', 'doubted', ({ paperId }) => stand(paperId, 'checked', { code: 'digitisation.no-owner' })],
    ['its owner says that the paper is wrong', 'doubted', () => void (hold = 'disputed')],
    ['the paper is on hold', 'on-hold', () => void (hold = 'held')],
    [
      'there is no archival file',
      'not-archived',
      ({ paperId }) => sql`update digitisation.paper set file_id = null where id = ${paperId}`.execute(world.app.db),
    ],
    [
      'the archival file is not what it was',
      'not-archived',
      async ({ paperId }) => {
        const file = await fileById(world.app.db, (await paperById(world.app.db, paperId))?.fileId ?? '')
        await writeFile(pathInStore(world.app.settings.fileFolder, file?.sha256 ?? ''), 'khác')
      },
    ],
    [
      'a written page lies in no paper',
      'page-nowhere',
      ({ fileId, scanId }) =>
        sql`insert into digitisation.page (id, scan_id, no, file_id, file_page, state) values (${newId()}, ${scanId}, 9, ${fileId}, 9, 'waiting')`.execute(
          world.app.db,
        ),
    ],
    [
      'somebody else handed in the same content',
      'needed',
      async ({ fileId, sha256 }) => aFile({ sha256, size: (await fileById(world.app.db, fileId))?.size ?? 0 }),
    ],
    [
      'it is signed, and its signatures are on record',
      'needed',
      ({ fileId }) => sql`insert into documents.signature_check (file_id) values (${fileId})`.execute(world.app.db),
    ],
    [
      'it came in with another scan too',
      'needed',
      async ({ fileId }) => {
        const other = await digitised()
        await sql`update digitisation.scan_file set file_id = ${fileId} where scan_id = ${other.scanId}`.execute(
          world.app.db,
        )
      },
    ],
  ]
  it.each(stays)('stays when %s', async (_, code, change, rules) => {
    const made = await digitised()
    later()
    await change(made)
    expect(await codeOf(go(made.scanId, rules))).toBe(`digitisation.original-${code}`)
    expect((await fileById(world.app.db, made.fileId))?.letGo).toBeUndefined()
    expect(await world.app.files.has(made.sha256)).toBe(true)
  })

  it('is let go by nobody but the system, and of no scan that is not there', async () => {
    expect(await codeOf(runAction(world.app, letOriginalsGo, ANONYMOUS, { scanId: newId() }))).toBe(
      'platform.not-signed-in',
    )
    expect(await codeOf(go(newId()))).toBe('platform.not-found')
  })
})
