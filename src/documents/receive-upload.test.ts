import { createHash, randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Actor, Citizen } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { oneRow, sql } from '../platform/db.ts'
import { openFolderStore, pathInStore } from '../platform/file-store.ts'
import { Refusal, refusalSentence } from '../platform/refusal.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { checkIntegrity } from './check-integrity.ts'
import {
  documentsJobs,
  fileBytes,
  fileById,
  filesByIds,
  lastIntegrityRun,
  noScanner,
  receiveUpload,
  recordProducedFile,
  scanCounts,
  virusScanPort,
  type ScanReport,
  type StoredFile,
} from './index.ts'
import { recordUpload, spoolFolder } from './receive-upload.ts'
import { scanWaiting } from './scan-waiting.ts'
import { aPdf } from './testing.ts'
import { documentsRefusals } from './texts.ts'

let world: TestApp
let app: App
beforeAll(async () => {
  world = await openTestApp({ refusals: documentsRefusals, work: { jobs: documentsJobs, reactions: [] } })
  app = world.app
  app.ports.set(virusScanPort, noScanner)
})
afterAll(() => world.close())

const hanh: Citizen = {
  kind: 'citizen',
  accountId: '019aa000-0000-7000-8000-000000000001',
  citizenId: '019aa000-0000-7000-8000-000000000002',
  fullName: 'Nguyễn Thu Hạnh',
  personalId: '022188001512',
}
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const send = (content: Uint8Array, name = 'don.pdf', to: App = app, who: Actor = hanh) =>
  receiveUpload(to, who, { name, stream: Readable.from([content]) })

async function filesKept(): Promise<number> {
  const { files } = await oneRow(app.db, sql<{ files: bigint }>`select count(*) as files from documents.file`)
  return Number(files)
}

/** Everything on disk below the data folder that is not the database's. */
async function contentKept(): Promise<string[]> {
  const spool = await readdir(spoolFolder(app)).catch(() => [])
  const store = await readdir(app.settings.fileFolder, { recursive: true, withFileTypes: true })
  return [...spool, ...store.filter((entry) => entry.isFile()).map(({ name }) => name)].sort()
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
}

describe('a received file', () => {
  it('is stored byte by byte, never something else in its place, with a receipt that proves it', async () => {
    const content = aPdf({ pages: 3 })
    const file = await send(content, 'C:\\Users\\An\\Đơn đề nghị.pdf'.normalize('NFD'))
    expect(file).toMatchObject({
      sha256: sha256(content),
      size: content.length,
      mediaType: 'application/pdf',
      pages: 3,
      name: 'Đơn đề nghị.pdf',
      origin: 'upload',
      scanVerdict: 'not-scanned',
    })
    expect(file.receiptCode).toMatch(/^BN-261120-[2-9A-HJKMNP-Z]{8}$/)
    expect(file.uploadedAt).toEqual(world.clock.now())
    expect((await fileBytes(app, file.id)).equals(content)).toBe(true)
    expect(await fileById(app.db, file.id)).toEqual(file)
    const line = await oneRow(
      app.db,
      sql<{
        actor: string
        facts: object
      }>`select actor, facts from platform.journal_line where subject = ${`file:${file.id}`}`,
    )
    expect(line).toEqual({
      actor: `citizen:${hanh.accountId}`,
      facts: { sha256: file.sha256, size: file.size, mediaType: 'application/pdf', receiptCode: file.receiptCode },
    })
  })

  it('sent twice with one key is one file; without, two receipts over one content', async () => {
    const content = aPdf({ pages: 2 })
    const upload = (idempotencyKey?: string) =>
      receiveUpload(
        app,
        hanh,
        { name: 'a.pdf', stream: Readable.from([content]) },
        idempotencyKey ? { idempotencyKey } : {},
      )
    const [first, again, other] = [await upload('k1'), await upload('k1'), await upload()]
    expect(again).toEqual(first)
    expect(other.id).not.toBe(first.id)
    expect(other.sha256).toBe(first.sha256)
    expect((await filesByIds(app.db, [other.id, first.id])).map(({ id }) => id)).toEqual([other.id, first.id])
  })

  it('cannot be changed by the application', async () => {
    const { id } = await send(aPdf())
    await expect(
      sql`update documents.file set sha256 = repeat('0', 64) where id = ${id}`.execute(app.db),
    ).rejects.toThrow(/permission denied/)
    await expect(sql`delete from documents.file where id = ${id}`.execute(app.db)).rejects.toThrow(/permission denied/)
  })
})

describe('what is refused leaves nothing behind', () => {
  it('a file that is not fit', async () => {
    const [files, content] = [await filesKept(), await contentKept()]
    expect(await refusalOf(send(new Uint8Array(0)))).toBe('documents.empty')
    expect(await refusalOf(send(Buffer.from('<html>')))).toBe('documents.wrong-type')
    expect(await refusalOf(send(aPdf().subarray(0, 300)))).toBe('documents.pdf-broken')
    expect(await refusalOf(send(aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (1) >>' })))).toBe(
      'documents.pdf-javascript',
    )
    expect([await filesKept(), await contentKept()]).toEqual([files, content])
  })

  it('200 MB: cut off right after the limit', async () => {
    const content = await contentKept()
    let sent = 0
    const stream = Readable.from(
      (function* () {
        for (; sent < 200; sent += 1) yield randomBytes(1024 * 1024)
      })(),
      { highWaterMark: 1 },
    )
    const failure = await receiveUpload(app, hanh, { name: 'to.pdf', stream }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'documents.too-big', facts: { name: 'to.pdf', limit: '20 MB' } })
    expect(sent).toBeLessThan(25)
    expect(stream.destroyed).toBe(true)
    expect(await contentKept()).toEqual(content)
  })

  it('an upload whose sender goes away', async () => {
    const content = await contentKept()
    const stream = new Readable({ read() {} })
    stream.push(aPdf())
    const failing = refusalOf(receiveUpload(app, hanh, { name: 'a.pdf', stream }))
    setTimeout(() => stream.destroy(), 20)
    expect(await failing).toBe('documents.upload-cut')
    expect(await contentKept()).toEqual(content)
  })

  it('a person who may not send, before a byte is read', async () => {
    const stream = Readable.from([aPdf()])
    expect(await refusalOf(receiveUpload(app, { kind: 'anonymous' }, { name: 'a.pdf', stream }))).toBe(
      'platform.not-signed-in',
    )
    expect(stream.destroyed).toBe(true)
    const supervisor: Actor = {
      kind: 'officer',
      accountId: hanh.accountId,
      fullName: 'Lê Văn Sơn',
      grants: [{ role: 'supervisor', unitId: 'u', unitCode: 'H49', reach: 'unit' }],
    }
    expect(await refusalOf(send(aPdf(), 'a.pdf', app, supervisor))).toBe('platform.forbidden')
  })
})

/** A disk of 64 KB, where this machine lets us make one. */
async function tinyDisk(name: string): Promise<string | undefined> {
  const folder = join(world.folder, name)
  await mkdir(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

describe('a full disk', () => {
  const big = aPdf({ more: [['(', randomBytes(150_000).toString('hex'), ')']] })

  it('is told as such, keeps nothing, and the next upload works', async () => {
    const folder = await tinyDisk('store')
    const full: App = folder
      ? { ...app, files: await openFolderStore(folder) }
      : { ...app, files: { ...app.files, adopt: async () => Promise.reject(new Refusal('platform.disk-full')) } }
    const files = await filesKept()
    expect(await refusalOf(send(big, 'a.pdf', full))).toBe('platform.disk-full')
    expect(await filesKept()).toBe(files)
    if (folder) expect(await readdir(join(folder, 'incoming'))).toEqual([])
    if (folder) await full.files.close()
    expect((await send(big)).size).toBe(big.length)
  })

  it('while the upload arrives', async ({ skip }) => {
    const dataFolder = await tinyDisk('spool')
    if (!dataFolder) return skip()
    const full: App = { ...app, settings: { ...app.settings, dataFolder } }
    expect(await refusalOf(send(big, 'a.pdf', full))).toBe('platform.disk-full')
    expect(await readdir(spoolFolder(full))).toEqual([])
  })
})

describe('the virus scan', () => {
  const withScanner = (report: ScanReport): App => {
    const scanner = {
      name: 'test',
      scan: async (content: Readable) => (content.resume(), report),
      ping: async () => true,
    }
    return { ...app, ports: { ...app.ports, get: <T>() => scanner as T } }
  }

  it('keeps what is clean and refuses what is infected', async () => {
    const content = await contentKept()
    expect(await send(aPdf(), 'a.pdf', withScanner({ verdict: 'clean' }))).toMatchObject({ scanVerdict: 'clean' })
    const unseen = aPdf({ catalog: '/Lang (vi)' })
    expect(await refusalOf(send(unseen, 'a.pdf', withScanner({ verdict: 'infected', found: 'Eicar' })))).toBe(
      'documents.infected',
    )
    expect(await contentKept()).toEqual(content)
  })

  it('comes later for files that had none, and locks what it finds', async () => {
    const file: StoredFile = await send(aPdf({ catalog: '/Lang (en)' }))
    await scanWaiting.run(app, {})
    expect(await fileById(app.db, file.id)).toMatchObject({ scanVerdict: 'not-scanned' })
    await scanWaiting.run(withScanner({ verdict: 'infected', found: 'Eicar' }), {})
    expect(await fileById(app.db, file.id)).toMatchObject({ scanVerdict: 'infected' })
    expect(await refusalOf(fileBytes(app, file.id))).toBe('documents.infected')
    expect(await scanCounts(app.db)).toMatchObject({ 'not-scanned': 0 })
    await scanWaiting.run(withScanner({ verdict: 'clean' }), {})
    expect(await fileById(app.db, file.id)).toMatchObject({ scanVerdict: 'infected' })
  })
})

describe('the nightly check', () => {
  it('finds what is missing or changed, and says when all is well', async () => {
    await checkIntegrity.run(app, {})
    const before = await lastIntegrityRun(app.db)
    expect(before?.findings).toEqual([])
    expect(before?.filesChecked).toBe(await filesKept())

    const [changed, missing] = [
      await send(aPdf({ catalog: '/Lang (fr)' })),
      await send(aPdf({ catalog: '/Lang (de)' })),
    ]
    const pathOf = ({ sha256: hash }: StoredFile) => pathInStore(app.settings.fileFolder, hash)
    await writeFile(pathOf(changed), 'x')
    execFileSync('rm', [pathOf(missing)])
    world.clock.advance(60)
    await checkIntegrity.run(app, {})
    expect((await lastIntegrityRun(app.db))?.findings).toEqual([
      { fileId: changed.id, finding: 'changed' },
      { fileId: missing.id, finding: 'missing' },
    ])
  })

  it('clears what a killed process left in the spool, not what is arriving', async () => {
    await mkdir(spoolFolder(app), { recursive: true })
    const [old, fresh] = ['old', 'fresh'].map((name) => join(spoolFolder(app), name))
    for (const path of [old, fresh]) await writeFile(path!, 'x')
    const hours = (count: number) => new Date(world.clock.now().getTime() - count * 3_600_000)
    await utimes(old!, hours(25), hours(25))
    await utimes(fresh!, hours(1), hours(1))
    await checkIntegrity.run(app, {})
    expect(await readdir(spoolFolder(app))).toEqual(['fresh'])
  })
})

it('keeps a file the system made, in the transaction of the action that made it', async () => {
  const journal: unknown[] = []
  const bytes = aPdf({ catalog: '/Lang (vi-VN)' })
  const file = await app.db
    .transaction()
    .execute((db) =>
      recordProducedFile(
        { db, files: app.files, now: world.clock.now(), journal: (line) => void journal.push(line) },
        { bytes, name: 'Giấy tiếp nhận.pdf', mediaType: 'application/pdf', pages: 1 },
      ),
    )
  expect(await fileById(app.db, file.id)).toEqual(file)
  expect(journal).toHaveLength(1)
})

const FACTS = {
  name: 'don.pdf',
  limit: '20 MB',
  pages: 201,
  most: 200,
  percent: 43,
  title: 'Giấy khai sinh',
  on: '2026-11-20',
  ground: 'Quyết định 12/QĐ-UBND',
  archive: 'Trung tâm Lưu trữ lịch sử',
  receipt: '07/2026',
  validUntil: '20/11/2026',
  validFrom: '20/11/2025',
  wanted: 'Giấy chứng sinh',
  from: '20/11/2026',
  to: '19/11/2026',
}

it('has a sentence for every objection, with the file’s name and without blanks left', () => {
  for (const [code, { title }] of Object.entries(documentsRefusals)) {
    const sentence = refusalSentence(title, FACTS)
    expect(sentence, code).not.toMatch(/[{}]/)
    expect(sentence.normalize('NFC'), code).toBe(sentence)
  }
  expect(recordUpload.roles).not.toContain('anyone')
})
