import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { getImages, getPicture } from '../images/get-images.ts'
import { MAX_IMAGE_BYTES } from '../images/ink-image.ts'
import { dropImage, keepImage } from '../images/keep-image.ts'
import { ImagesPage, type RefusedImage } from './images.page.tsx'
import { imagePageTexts as t } from './images.texts.ts'
import { OWN_KEY } from '../own-keys/own-key-path.ts'
import { OWN_IMAGES } from './own-tabs.tsx'

type Of = { Querystring: { con_dau?: string; xong?: string } }

const holderOf = (unitId: string | undefined) => (unitId ? { unitId } : {})

/** Officers see and change the pictures that their signatures and their agencies' seals show. */
export async function imagesRoutes(web: Web): Promise<void> {
  web.get<Of>(OWN_IMAGES, async (request, reply) => {
    const { xong } = request.query
    return show(request, reply, { done: xong === 'luu' ? 'kept' : xong === 'thoi' ? 'dropped' : undefined })
  })

  web.get<Of>(`${OWN_IMAGES}/anh`, async (request, reply) => {
    const picture = await ask(request, getPicture, holderOf(request.query.con_dau))
    return reply.type('image/png').header('cache-control', 'private, no-cache').send(picture)
  })

  web.post<Of>(OWN_IMAGES, { config: { multipart: true } }, async (request, reply) => {
    const unitId = request.query.con_dau
    const bytes = await uploaded(request)
    if (!bytes) return show(request, reply, { refused: { unitId, words: t.noFile } })
    const outcome = await attempt(() => undertake(request, keepImage, { ...holderOf(unitId), bytes }))
    if (outcome.ok) return redirect(reply, `${OWN_IMAGES}?xong=luu`)
    if (!outcome.refusal.code.startsWith('signing.')) throw outcome.refusal
    return show(request, reply, { refused: { unitId, words: refusalText(request, outcome.refusal) } })
  })

  web.post(`${OWN_IMAGES}/thoi-dung`, async (request, reply) => {
    await act(request, dropImage, holderOf(field(formBody(request), 'con_dau')))
    return redirect(reply, `${OWN_IMAGES}?xong=thoi`)
  })
}

/** One byte more than allowed is kept of a heavy file, so that it is refused for its size. */
async function uploaded(request: WebRequest): Promise<Uint8Array | undefined> {
  if (!request.isMultipart()) return undefined
  let bytes: Buffer | undefined
  for await (const part of request.parts({ limits: { fileSize: MAX_IMAGE_BYTES + 1, files: 1, fields: 5 } })) {
    if (part.type === 'field') continue
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    if (chunks.length > 0) bytes = Buffer.concat(chunks)
  }
  return bytes
}

type Shown = { done?: 'kept' | 'dropped' | undefined; refused?: RefusedImage }

async function show(request: WebRequest, reply: WebReply, { done, refused }: Shown): Promise<WebReply> {
  const images = await ask(request, getImages, {})
  const body = (
    <ImagesPage actor={request.actor} images={images} token={formToken(request, reply)} done={done} refused={refused} />
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: t.title,
    current: OWN_KEY,
    body,
    ...(refused ? { status: 422 } : {}),
  })
}
