import { Readable } from 'node:stream'
import { Server } from '@tus/server'
import { Refusal } from '../../platform/refusal.ts'
import { undertake, type Web, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { formatSize } from '../file.ts'
import { OwnUploads } from '../resumable/own-uploads.ts'
import { finishUpload } from '../resumable/finish-upload.ts'
import { openParcel, type Parcel } from '../resumable/open-parcel.ts'
import { expiryOf, MOST_PARCEL_BYTES } from '../resumable/unfinished.ts'
import { uploadLocks } from '../resumable/upload-locks.ts'

const UPLOADS_PATH = '/tai-len'

const GIVE_WAY_MS = 500
const RATE = { rateLimit: { max: 600, timeWindow: '1 minute' } }

type ById = { Params: { id: string } }

/** Files sent so that a cut line costs nothing (tus 1.0.0), for whoever is signed in; nobody sees another's. */
export async function uploadRoutes(web: Web): Promise<void> {
  web.addContentTypeParser('application/offset+octet-stream', (_, payload, done) => done(null, payload))
  web.post(UPLOADS_PATH, { config: RATE }, async (request, reply) => {
    const { clock, settings } = web.app
    reply.header('upload-expires', expiryOf(clock.now(), settings.uploadLimits).toUTCString())
    return speakTus(request, reply)
  })
  web.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${UPLOADS_PATH}/:id`, config: RATE, handler: speakTus })

  web.post<ById>(`${UPLOADS_PATH}/:id/xong`, { config: RATE }, async (request, reply) => {
    const parcel = await undertake(request, openParcel, { id: request.params.id, isHandedIn: false })
    if (parcel) return reply.header('cache-control', 'no-store').send(arrivedWhole(parcel))
    const file = await undertake(request, finishUpload, { id: request.params.id })
    const { id, name, size, sha256, receiptCode, uploadedAt } = file
    return reply.header('cache-control', 'no-store').send({ id, name, size, sha256, receiptCode, uploadedAt })
  })
}

/** A parcel has no receipt: what is in it gets one each when it is opened. */
function arrivedWhole({ id, name, bytes, sha256, begunAt }: Parcel) {
  return { id, name, size: bytes.length, sha256, receiptCode: '', uploadedAt: begunAt }
}

async function speakTus(request: WebRequest, reply: WebReply): Promise<WebReply> {
  const { app } = request.server
  const limit = Math.max(app.settings.uploadLimits.fileBytes, MOST_PARCEL_BYTES)
  if (request.actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  if (Number(request.headers['upload-length']) > limit)
    throw new Refusal('documents.too-big', { name: fileNameOf(request), limit: formatSize(limit) })
  const uploads = new OwnUploads(app, request.actor)
  const server = new Server({
    path: UPLOADS_PATH,
    datastore: uploads,
    locker: uploadLocks,
    lockDrainTimeout: GIVE_WAY_MS,
    maxSize: limit,
    relativeLocation: true,
    allowedOrigins: [app.settings.publicAddress],
    namingFunction: (_, metadata = {}) => uploads.idFor(metadata),
    onResponseError: (_, error) => {
      if (error instanceof Error) throw error
      return undefined
    },
  })
  const answer = await server.handleWeb(asWebRequest(request))
  return reply
    .code(answer.status)
    .headers(Object.fromEntries(answer.headers))
    .send(request.method === 'HEAD' ? undefined : Buffer.from(await answer.arrayBuffer()))
}

function asWebRequest(request: WebRequest): Request {
  const { method, url, headers, server } = request
  const body =
    method === 'PATCH'
      ? (Readable.toWeb(Readable.from(untilCut(request.body as Readable))) as ReadableStream)
      : undefined
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return new Request(new URL(url, server.app.settings.publicAddress), {
    method,
    headers: given,
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  })
}

/** A body whose line is cut ends where it was cut: what arrived is kept, instead of being dropped with the error. */
async function* untilCut(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body as AsyncIterable<Uint8Array>
  } catch {
    // The connection is gone; nobody hears an answer.
  }
}

function fileNameOf(request: WebRequest): string {
  const pair = /(?:^|,)\s*filename ([A-Za-z0-9+/=]+)/.exec(String(request.headers['upload-metadata'] ?? ''))
  return pair?.[1] === undefined ? '' : Buffer.from(pair[1], 'base64').toString('utf8').slice(0, 150)
}
