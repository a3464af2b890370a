import { ask, type Web } from '../../platform/web/web.ts'
import { fileDownload } from '../file-download.ts'
import { ownFile } from '../own-file.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Files for the person who sent them; modules that own a file's purpose open their own doors to it. */
export async function documentsPortalRoutes(web: Web): Promise<void> {
  await uploadRoutes(web)
  web.get<{ Params: { id: string } }>('/tep/:id', async (request, reply) =>
    fileDownload(reply, web.app, await ask(request, ownFile, { id: request.params.id })),
  )
  web.get<{ Params: { id: string } }>('/tep/:id/xem', async (request, reply) =>
    fileDownload(reply, web.app, await ask(request, ownFile, { id: request.params.id }), { inline: true }),
  )
}
