import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Type } from 'typebox'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal } from '../../platform/refusal.ts'
import { SENDERS } from '../keep-received.ts'
import { saveHandedIn, uploadOfOwner } from './store.ts'
import { percentOf, type UnfinishedUpload } from './unfinished.ts'
import { uploadPath } from './upload-folder.ts'

/** Gói: what its receiver opens, such as a sheet or an archive. It is no file of a dossier and has no receipt of its own. */
export type Parcel = { id: string; name: string; bytes: Buffer; sha256: string; begunAt: Date }

/** A parcel that has arrived whole; undefined for an upload that is a file. It stays until its time is over, to be opened again. */
export const openParcel = errand({
  name: 'documents.open-parcel',
  roles: SENDERS,
  input: Type.Object({ id: Type.String({ format: 'uuid' }), isHandedIn: Type.Boolean() }),
  async run(app, actor, { id, isHandedIn }): Promise<Parcel | undefined> {
    const upload = await ownParcel(app, actor, id)
    if (!upload) return undefined
    const { name, size, begunAt } = upload
    const bytes = size === 0 ? Buffer.alloc(0) : await readFile(uploadPath(app, id)).catch(() => Buffer.alloc(0))
    if (bytes.length < size)
      throw new Refusal('documents.upload-unfinished', { name, percent: percentOf(bytes.length, size) })
    if (isHandedIn) await saveHandedIn(app.db, id, app.clock.now())
    return { id, name, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), begunAt }
  },
})

async function ownParcel(app: App, actor: Actor, id: string): Promise<UnfinishedUpload | undefined> {
  const upload = await uploadOfOwner(app.db, id, actorLabel(actor), app.clock.now())
  if (!upload) throw new Refusal('documents.upload-gone')
  return upload.origin === 'parcel' ? upload : undefined
}
