import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import { checkRole } from '../../platform/action.ts'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { isId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { cleanName } from '../file.ts'
import { SENDERS } from '../keep-received.ts'
import { countUnderWay, deleteUpload, insertUpload, uploadOfOwner } from './store.ts'
import { expiryOf, whyNotBegin } from './unfinished.ts'
import { arrived, uploadPath, writeFrom } from './upload-folder.ts'

const LONGEST_PURPOSE = 200

/** The uploads of one person as the protocol's library sees them; those of others are not there. */
export class OwnUploads extends DataStore {
  readonly #app: App
  readonly #actor: Actor
  override extensions = ['creation', 'termination']

  constructor(app: App, actor: Actor) {
    super()
    this.#app = app
    this.#actor = actor
  }

  override async create(upload: Upload): Promise<Upload> {
    checkRole(SENDERS, this.#actor)
    const { db, clock, settings } = this.#app
    const { metadata = {}, id, size = 0 } = upload
    const now = clock.now()
    const owner = actorLabel(this.#actor)
    const name = cleanName(metadata.filename ?? '')
    refuse(whyNotBegin({ name, size }, await countUnderWay(db, owner, now), settings.uploadLimits))
    await insertUpload(db, {
      id,
      owner,
      name,
      size,
      // Only the desk scans; whoever else says so is not believed.
      origin: metadata.origin === 'scan' && this.#actor.kind === 'officer' ? 'scan' : 'upload',
      purpose: metadata.purpose?.slice(0, LONGEST_PURPOSE) ?? null,
      begunAt: now,
      expiresAt: expiryOf(now, settings.uploadLimits),
    })
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const { db, clock } = this.#app
    const found = isId(id) ? await uploadOfOwner(db, id, actorLabel(this.#actor), clock.now()) : undefined
    if (!found || found.refused) throw ERRORS.FILE_NOT_FOUND
    const { size, fileId, name } = found
    const offset = fileId === null ? Math.min(await arrived(uploadPath(this.#app, id)), size) : size
    return new Upload({ id, size, offset, metadata: { filename: name } })
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return writeFrom(uploadPath(this.#app, id), stream, offset)
  }

  /** A file that has been received stays: it is another thing than its sending. */
  override async remove(id: string): Promise<void> {
    if (!isId(id) || (await deleteUpload(this.#app.db, id, actorLabel(this.#actor))) === 0) throw ERRORS.FILE_NOT_FOUND
    await rm(uploadPath(this.#app, id), { force: true })
  }
}
