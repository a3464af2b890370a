import { Refusal } from '../../platform/refusal.ts'
import { ask, type Web, type WebReply } from '../../platform/web/web.ts'
import { fileDownload } from '../file-download.ts'
import { ownFile } from '../own-file.ts'
import { makePage } from '../pictures/make-page.ts'
import { isPicture } from '../pictures/page.ts'
import { composedPages } from '../pictures/store.ts'
import { thumbnail } from '../pictures/thumbnail.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Files for the person who sent them; modules that own a file's purpose open their own doors to it. */
export async function documentsPortalRoutes(web: Web): Promise<void> {
  await uploadRoutes(web)
  web.get<{ Params: { id: string } }>('/tep/:id', async (request, reply) =>
    fileDownload(reply, web.app, await ask(request, ownFile, { id: request.params.id })),
  )
  web.get<{ Params: { id: string; no: string } }>('/tep/:id/trang/:no', async (request, reply) => {
    const file = await ask(request, ownFile, { id: request.params.id })
    const page = (await composedPages(web.app.db, [file.id])).find(({ no }) => String(no) === request.params.no)
    if (!page) throw new Refusal('platform.not-found')
    return sendPicture(reply, await thumbnail(await web.app.files.bytes(page.sha256), page.turn))
  })
  web.get<{ Params: { id: string } }>('/tep/:id/thanh-trang', async (request, reply) => {
    const file = await ask(request, ownFile, { id: request.params.id })
    if (!isPicture(file)) throw new Refusal('platform.not-found')
    const { sha256 } = await makePage(web.app, file, 'straightened')
    return sendPicture(reply, await thumbnail(await web.app.files.bytes(sha256), 0))
  })
  web.get<{ Params: { id: string } }>('/tep/:id/xem', async (request, reply) =>
    fileDownload(reply, web.app, await ask(request, ownFile, { id: request.params.id }), { inline: true }),
  )
}

function sendPicture(reply: WebReply, picture: Buffer): WebReply {
  return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(picture)
}
