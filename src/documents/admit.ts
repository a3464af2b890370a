import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Received } from './keep-received.ts'
import { inspect } from './inspection/inspector.ts'
import type { Spooled } from './spool.ts'
import { virusScanPort, type ScanReport, type VirusScanner } from './virus-scanner.ts'

/** Inspects and scans a spooled file, then moves it into the store. Refuses with what is wrong with it. */
export async function admit(
  app: App,
  { path, size, sha256, flushed }: Spooled,
  name: string,
  mostPages?: number,
): Promise<Omit<Received, 'name' | 'origin'>> {
  const verdict = size === 0 ? { ok: false as const, code: 'documents.empty' as const } : await inspect(path, mostPages)
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
