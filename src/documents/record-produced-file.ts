import { randomInt } from 'node:crypto'
import type { ActionContext } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { cleanName, receiptCode, type StoredFile } from './file.ts'
import { insertFile } from './store.ts'

export type ProducedFile = { bytes: Uint8Array; name: string; mediaType: string; pages?: number }

/** Keeps a file the system made (a slip, a result), as part of the action that made it. */
export async function recordProducedFile(
  ctx: Pick<ActionContext, 'db' | 'files' | 'now' | 'journal'>,
  { bytes, name, mediaType, pages }: ProducedFile,
): Promise<StoredFile> {
  const stored = await ctx.files.put(bytes)
  const file: StoredFile = {
    ...stored,
    id: newId(),
    name: cleanName(name),
    mediaType,
    pages: pages ?? null,
    origin: 'produced',
    uploadedBy: 'system:documents',
    uploadedAt: ctx.now,
    receiptCode: receiptCode(vietnamDate(ctx.now), (below) => randomInt(below)),
    // Nothing from outside went into it.
    scanVerdict: 'not-scanned',
  }
  await insertFile(ctx.db, file, null)
  ctx.journal({
    subject: `file:${file.id}`,
    what: 'documents.produced',
    facts: { sha256: file.sha256, size: file.size, mediaType },
  })
  return file
}
