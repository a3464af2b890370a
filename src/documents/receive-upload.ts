import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { randomInt } from 'node:crypto'
import { Readable } from 'node:stream'
import { Type, type Static } from 'typebox'
import { action, checkRole, runAction, type Permission, type RequestMeta } from '../platform/action.ts'
import { actorLabel, type Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { cleanName, receiptCode, type StoredFile } from './file.ts'
import { inspect } from './inspection/inspector.ts'
import { spooled, type Spooled } from './spool.ts'
import { checkSignatures } from './signatures/check-signatures.ts'
import { awaitFinding } from './signatures/store.ts'
import { insertFile } from './store.ts'
import { virusScanPort, type ScanReport, type VirusScanner } from './virus-scanner.ts'

export const SENDERS: Permission[] = [
  'citizen',
  'intake-officer',
  'head-of-division',
  'specialist',
  'signatory',
  'clerk',
]

const Received = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  size: Type.Integer({ minimum: 1 }),
  mediaType: Type.String(),
  pages: Type.Union([Type.Integer(), Type.Null()]),
  origin: Type.Union([Type.Literal('upload'), Type.Literal('scan')]),
  scanVerdict: Type.Union([Type.Literal('clean'), Type.Literal('not-scanned')]),
  scannedBy: Type.String(),
  isSigned: Type.Boolean(),
})

/** Writes down a file that is already inspected and stored. Not a door: `receiveUpload` alone may say what a file is. */
export const recordUpload = action({
  name: 'documents.upload',
  roles: SENDERS,
  input: Received,
  async run({ db, now, journal, enqueue }, actor, { scannedBy, isSigned, ...received }) {
    const file: StoredFile = {
      ...received,
      id: newId(),
      uploadedBy: actorLabel(actor),
      uploadedAt: now,
      receiptCode: receiptCode(vietnamDate(now), (below) => randomInt(below)),
    }
    await insertFile(db, file, scannedBy)
    if (isSigned) {
      await awaitFinding(db, file.id)
      await enqueue(checkSignatures, { fileId: file.id })
    }
    const { sha256, size, mediaType, receiptCode: code } = file
    journal({
      subject: `file:${file.id}`,
      begins: true,
      what: 'documents.uploaded',
      facts: { sha256, size, mediaType, receiptCode: code },
    })
    return { id: file.id, receiptCode: code, uploadedAt: now.toISOString() }
  },
})

export type Upload = { /** As the sender calls it. */ name: string; stream: Readable; origin?: 'upload' | 'scan' }

/**
 * Receives a file: measures while it arrives, inspects it in a process of its own, scans it, stores it as it is, then
 * writes it down. Whatever refuses it leaves nothing behind. Refuses with `documents.*` codes and `platform.disk-full`.
 */
export async function receiveUpload(
  app: App,
  actor: Actor,
  { name: given, stream, origin = 'upload' }: Upload,
  meta: RequestMeta = {},
): Promise<StoredFile> {
  try {
    checkRole(SENDERS, actor)
  } catch (error) {
    stream.destroy()
    throw error
  }
  const name = cleanName(given)
  const received = await spooled(spoolFolder(app), stream, app.settings.uploadLimits.fileBytes, name, (file) =>
    admit(app, file, name),
  )
  const written = await runAction(app, recordUpload, actor, { ...received, name, origin }, meta)
  const { scannedBy: _, isSigned, ...content } = received
  return {
    ...content,
    ...written,
    name,
    origin,
    uploadedAt: new Date(written.uploadedAt),
    uploadedBy: actorLabel(actor),
    ...(isSigned ? { signatures: { finding: null } } : {}),
  }
}

export function spoolFolder(app: App): string {
  return join(app.settings.dataFolder, 'uploads')
}

async function admit(
  app: App,
  { path, size, sha256, flushed }: Spooled,
  name: string,
): Promise<Omit<Static<typeof Received>, 'name' | 'origin'>> {
  const verdict = size === 0 ? { ok: false as const, code: 'documents.empty' as const } : await inspect(path)
  if (!verdict.ok) throw new Refusal(verdict.code, { ...('facts' in verdict ? verdict.facts : {}), name })
  const scanner = app.ports.get(virusScanPort)
  const scan = await scanned(scanner, path)
  if (scan.verdict === 'infected') {
    app.log.warn({ found: scan.found }, 'infected upload refused')
    throw new Refusal('documents.infected', { name })
  }
  const { mediaType, pages, isSigned = false } = verdict
  await flushed
  await app.files.adopt(path, { sha256, size })
  return { sha256, size, mediaType, pages, scanVerdict: scan.verdict, scannedBy: scanner.name, isSigned }
}

/** A scanner may answer without having read to the end: nothing goes on reading a file that is about to be moved. */
async function scanned(scanner: VirusScanner, path: string): Promise<ScanReport> {
  const content = Readable.from(contentOf(path))
  content.on('error', () => undefined)
  try {
    return await scanner.scan(content)
  } finally {
    content.destroy()
  }
}

/** Opened by who reads it, and only then. */
async function* contentOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>
}
