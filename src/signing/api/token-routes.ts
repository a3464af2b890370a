import type { Readable } from 'node:stream'
import { Refusal } from '../../platform/refusal.ts'
import { act, attempt, refusalText, undertake, type Web, type WebRequest } from '../../platform/web/web.ts'
import { TOKEN_ADDRESSES } from '../token/addresses.ts'
import { handOutToToken } from '../token/hand-out.ts'
import { takeInFromToken } from '../token/take-in.ts'

type BySecret = { Params: { secret: string } }

/** A person signs a few papers a minute this way. */
const rateLimit = { max: 60, timeWindow: '1 minute' }
const NO_STORE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/** The two doors of the program that signs with a USB token on an officer's machine; its own field names. */
export async function tokenApiRoutes(web: Web): Promise<void> {
  web.get<BySecret>(
    `${TOKEN_ADDRESSES.download}/:secret`,
    { config: { rateLimit }, schema: { hide: true } },
    async (request, reply) => {
      const { secret } = request.params
      const { sha256, fileName } = await act(request, handOutToToken, { secret })
      return reply
        .headers({ ...NO_STORE, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` })
        .type('application/pdf')
        .send(web.app.files.read(sha256))
    },
  )

  web.post<BySecret>(
    `${TOKEN_ADDRESSES.upload}/:secret`,
    { config: { rateLimit, multipart: true }, schema: { hide: true } },
    async (request, reply) => {
      const outcome = await attempt(async () => {
        const bytes = await uploadedFile(request)
        return undertake(request, takeInFromToken, { secret: request.params.secret, bytes })
      })
      reply.headers(NO_STORE)
      // The program reads the JSON alone, and shows its message to the officer.
      if (!outcome.ok) {
        return reply.send({
          Status: false,
          Message: refusalText(request, outcome.refusal),
          FileName: '',
          FileServer: '',
        })
      }
      const { fileName } = outcome.result
      return reply.send({ Status: true, Message: '', FileName: fileName, FileServer: fileName })
    },
  )
}

async function uploadedFile(request: WebRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new Refusal('signing.token-nothing-brought')
  const limit = request.server.app.settings.uploadLimits.fileBytes
  const part = await request.file({ limits: { fileSize: limit + 1, files: 1 } })
  if (part?.fieldname !== 'uploadfile') throw new Refusal('signing.token-nothing-brought')
  return bytesOf(part.file, limit)
}

async function bytesOf(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += (chunk as Buffer).length
    if (size > limit) throw new Refusal('signing.token-too-big')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
