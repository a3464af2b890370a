import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import { checkRole } from '../../platform/action.ts'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { isId, newId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { cleanName } from '../file.ts'
import { SENDERS } from '../keep-received.ts'
import { countUnderWay, deleteUpload, insertUpload, uploadOfOwner, uploadToGoOn } from './store.ts'
import { expiryOf, whyNotBegin, type UnfinishedUpload, type UploadOrigin } from './unfinished.ts'
import { arrived, uploadPath, writeFrom } from './upload-folder.ts'

const LONGEST_PURPOSE = 200
const SHA256 = /^[0-9a-f]{64}$/

type Metadata = NonNullable<Upload['metadata']>

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

  /**
   * That of an upload of the same content for the same place which is not whole yet, else a new one: whoever begins again, since
   * no answer came or on another device, goes on with what is there.
   */
  async idFor(metadata: Metadata): Promise<string> {
    const { db, clock } = this.#app
    const known = await uploadToGoOn(db, { owner: actorLabel(this.#actor), ...announced(metadata) }, clock.now())
    return known ?? newId()
  }

  override async create(upload: Upload): Promise<Upload> {
    checkRole(SENDERS, this.#actor)
    const { db, clock, settings } = this.#app
    const { metadata = {}, id, size = 0 } = upload
    const now = clock.now()
    const owner = actorLabel(this.#actor)
    if (await uploadOfOwner(db, id, owner, now)) return upload
    const { name, purpose, sha256 } = announced(metadata)
    const origin = originOf(metadata, this.#actor)
    refuse(whyNotBegin({ name, size, origin }, await countUnderWay(db, owner, now), settings.uploadLimits))
    await insertUpload(db, {
      id,
      owner,
      name,
      size,
      origin,
      purpose,
      sha256,
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

/** Only the desk scans; whoever else says so is not believed. */
function originOf({ origin }: Metadata, actor: Actor): UploadOrigin {
  if (origin === 'parcel') return 'parcel'
  return origin === 'scan' && actor.kind === 'officer' ? 'scan' : 'upload'
}

/** What a sender says of a file before sending it. */
function announced({ filename, purpose, sha256 }: Metadata): Pick<UnfinishedUpload, 'name' | 'purpose' | 'sha256'> {
  return {
    name: cleanName(filename ?? ''),
    purpose: purpose?.slice(0, LONGEST_PURPOSE) ?? null,
    sha256: sha256 && SHA256.test(sha256) ? sha256 : null,
  }
}
