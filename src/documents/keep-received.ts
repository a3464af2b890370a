import { randomInt } from 'node:crypto'
import { Type, type Static } from 'typebox'
import type { ActionContext, Permission } from '../platform/action.ts'
import { actorLabel, type Actor } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { receiptCode, type StoredFile } from './file.ts'
import { checkSignatures } from './signatures/check-signatures.ts'
import { awaitFinding } from './signatures/store.ts'
import { insertFile } from './store.ts'

/** Who may send files; administrators send samples of papers. */
export const SENDERS: Permission[] = [
  'citizen',
  'helper',
  'intake-officer',
  'head-of-division',
  'specialist',
  'signatory',
  'clerk',
  'administrator',
]

/** What is known of a file that is inspected and stored. */
export const Received = Type.Object({
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
export type Received = Static<typeof Received>

/** Writes down a file that is already inspected and stored, with its receipt. */
export async function keepReceived(
  { db, now, journal, enqueue }: ActionContext,
  actor: Actor,
  { scannedBy, isSigned, ...received }: Received,
): Promise<{ id: string; receiptCode: string; uploadedAt: string }> {
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
}
