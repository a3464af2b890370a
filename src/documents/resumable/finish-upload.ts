import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { admit } from '../admit.ts'
import type { StoredFile } from '../file.ts'
import { keepReceived, Received, SENDERS } from '../keep-received.ts'
import { spoolFolder } from '../receive-upload.ts'
import { fileById } from '../store.ts'
import { lockUpload, saveOutcome, uploadOfOwner } from './store.ts'
import { percentOf, type UnfinishedUpload } from './unfinished.ts'
import { arrived, uploadPath } from './upload-folder.ts'
import { uploadLocks } from './upload-locks.ts'

/** Writes down the file an upload became, once. Not a door: `finishUpload` alone may say what a file is. */
const recordFinished = action({
  name: 'documents.record-finished-upload',
  roles: SENDERS,
  input: Type.Object({ uploadId: Type.String({ format: 'uuid' }), received: Received }),
  async run(ctx, actor, { uploadId, received }): Promise<string> {
    const upload = await lockUpload(ctx.db, uploadId, actorLabel(actor))
    if (!upload) throw new Refusal('documents.upload-gone')
    const { id } = await keepReceived(ctx, actor, received)
    await saveOutcome(ctx.db, uploadId, id, null)
    return id
  },
})

/**
 * Makes a stored file of an upload that has arrived whole, through the same receiving as any other. Asked for again it gives
 * the same file or the same refusal. A stop at any point leaves the upload as it was, to be finished then.
 */
export const finishUpload = errand({
  name: 'documents.finish-upload',
  roles: SENDERS,
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  run: (app, actor, { id }, meta): Promise<StoredFile> =>
    uploadLocks.alone(id, async () => {
      const upload = await uploadOfOwner(app.db, id, actorLabel(actor), app.clock.now())
      if (!upload || upload.origin === 'parcel') throw new Refusal('documents.upload-gone')
      if (upload.refused) throw new Refusal(upload.refused.code, upload.refused.facts)
      const fileId =
        upload.fileId ??
        (await runAction(app, recordFinished, actor, { uploadId: id, received: await received(app, upload) }, meta))
      await rm(uploadPath(app, id), { force: true })
      const file = await fileById(app.db, fileId)
      if (!file) throw new Error(`file ${fileId} of upload ${id} is missing`)
      return file
    }),
})

async function received(app: App, upload: UnfinishedUpload): Promise<Received> {
  const { id, name, size } = upload
  const origin = upload.origin === 'scan' ? 'scan' : 'upload'
  const path = uploadPath(app, id)
  const there = await arrived(path)
  if (there < size) throw new Refusal('documents.upload-unfinished', { name, percent: percentOf(there, size) })
  // A second name for the same content: the first stays until the file is written down.
  const second = join(spoolFolder(app), newId())
  try {
    if (size > 0) {
      await mkdir(spoolFolder(app), { recursive: true, mode: 0o700 })
      await link(path, second)
    }
    const spooled = { path: second, size, sha256: await sha256Of(second, size), flushed: Promise.resolve() }
    return { ...(await admit(app, spooled, name)), name, origin }
  } catch (error) {
    await rm(second, { force: true })
    if (error instanceof Refusal && error.code.startsWith('documents.')) {
      await saveOutcome(app.db, id, null, { code: error.code, facts: error.facts })
      await rm(path, { force: true })
    }
    throw error
  }
}

async function sha256Of(path: string, size: number): Promise<string> {
  const hash = createHash('sha256')
  if (size > 0) await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash)
  return hash.digest('hex')
}
