import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { action, checkRole, runAction, type Permission, type RequestMeta } from '../platform/action.ts'
import { actorLabel, type Actor } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { admit } from './admit.ts'
import { cleanName, type StoredFile } from './file.ts'
import { keepReceived, Received, SENDERS } from './keep-received.ts'
import { spooled } from './spool.ts'

/** People, and the machines that take in what was scanned or sent. */
const RECEIVED_FROM: Permission[] = [...SENDERS, 'system']

/** Writes down a file that is already inspected and stored. Not a door: `receiveUpload` alone may say what a file is. */
export const recordUpload = action({
  name: 'documents.upload',
  roles: RECEIVED_FROM,
  input: Received,
  run: keepReceived,
})

/** More than others may send: for who digitises registers. */
export type FileLimits = App['settings']['uploadLimits']['scan']

export type Upload = {
  /** As the sender calls it. */
  name: string
  stream: Readable
  origin?: 'upload' | 'scan'
  limits?: FileLimits | undefined
}

/**
 * Receives a file: measures while it arrives, inspects it in a process of its own, scans it, stores it as it is, then
 * writes it down. Whatever refuses it leaves nothing behind. Refuses with `documents.*` codes and `platform.disk-full`.
 */
export async function receiveUpload(
  app: App,
  actor: Actor,
  { name: given, stream, origin = 'upload', limits }: Upload,
  meta: RequestMeta = {},
): Promise<StoredFile> {
  try {
    checkRole(RECEIVED_FROM, actor)
  } catch (error) {
    stream.destroy()
    throw error
  }
  const name = cleanName(given)
  const mostBytes = limits?.bytes ?? app.settings.uploadLimits.fileBytes
  const received = await spooled(spoolFolder(app), stream, mostBytes, name, (file) =>
    admit(app, file, name, limits?.pages),
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
