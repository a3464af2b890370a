import { actorLabel } from '../../platform/actor.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import { uploadsNotHandedIn } from './store.ts'
import { percentOf } from './unfinished.ts'
import { arrived, uploadPath } from './upload-folder.ts'

/** A file half sent, as its page tells of it. */
export type UnderWay = { id: string; name: string; size: number; percent: number }

/** Files the reader chose on the page at this path and that no page has taken yet. */
export async function filesUnderWay(request: WebRequest, path: string): Promise<UnderWay[]> {
  const { app } = request.server
  const uploads = await uploadsNotHandedIn(app.db, actorLabel(request.actor), app.clock.now(), path)
  return Promise.all(
    uploads.map(async ({ id, name, size, fileId }) => {
      const there = fileId === null ? await arrived(uploadPath(app, id)) : size
      return { id, name, size, percent: percentOf(there, size) }
    }),
  )
}
