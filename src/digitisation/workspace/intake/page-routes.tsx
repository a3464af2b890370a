import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/refusal.ts'
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
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { receiveForm } from '../../../documents/index.ts'
import { getScanPage } from '../../intake/get-scan.ts'
import { acceptPage, rescanPage, turnPage } from '../../intake/mend-page.ts'
import { OnePage } from './page.page.tsx'
import { pagePath, SCANS, scanPath } from './paths.ts'
import { intakeTexts as t } from './texts.ts'

type ByPage = { Params: { pageId: string } }

const TURNS = [90, 180, 270] as const

/** One page: seen in full, turned, used though faulty, scanned again. */
export async function pageRoutes(web: Web): Promise<void> {
  web.get<ByPage>(`${SCANS}/trang/:pageId`, (request, reply) => show(request, reply, []))

  web.get<ByPage>(`${SCANS}/trang/:pageId/:picture`, async (request, reply) => {
    const { page } = await ask(request, getScanPage, { pageId: idOf(request) })
    if (page.pictureSha256 === null) throw new Refusal('platform.not-found')
    return reply
      .type('image/jpeg')
      .header('content-length', page.pictureSize ?? 0)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, max-age=900')
      .send(web.app.files.read(page.pictureSha256))
  })

  web.post<ByPage>(`${SCANS}/trang/:pageId/xoay`, (request, reply) => {
    const by = TURNS.find((one) => String(one) === field(formBody(request), 'do')) ?? 90
    return mend(request, reply, () => act(request, turnPage, { pageId: idOf(request), by }))
  })

  web.post<ByPage>(`${SCANS}/trang/:pageId/dung`, (request, reply) =>
    mend(request, reply, () => act(request, acceptPage, { pageId: idOf(request) })),
  )

  web.post<ByPage>(`${SCANS}/trang/:pageId/quet-lai`, { config: { multipart: true } }, async (request, reply) => {
    const { files, refusals } = await receiveForm(request, reply, { origin: 'scan' })
    const [first] = files
    if (first)
      return mend(request, reply, () => act(request, rescanPage, { pageId: idOf(request), fileId: first.file.id }))
    return show(
      request,
      reply,
      refusals.length > 0 ? refusals.map(({ refusal }) => refusalText(request, refusal)) : [t.noFile],
    )
  })
}

function idOf(request: WebRequest): string {
  const { pageId } = request.params as ByPage['Params']
  if (!isId(pageId)) throw new Refusal('platform.not-found')
  return pageId
}

async function mend(request: WebRequest, reply: WebReply, work: () => Promise<void>): Promise<WebReply> {
  const { scan } = await ask(request, getScanPage, { pageId: idOf(request) })
  const done = await attempt(work)
  if (done.ok) return redirect(reply, scanPath(scan.id))
  if (done.refusal.code === 'platform.not-found') throw done.refusal
  return show(request, reply, [refusalText(request, done.refusal)])
}

async function show(request: WebRequest, reply: WebReply, errors: string[]): Promise<WebReply> {
  const { app } = request.server
  const found = await ask(request, getScanPage, { pageId: idOf(request) })
  const body = (
    <OnePage
      {...found}
      errors={errors}
      refusals={app.refusals}
      mostBytes={app.settings.uploadLimits.fileBytes}
      token={formToken(request, reply)}
    />
  )
  const status = errors.length > 0 ? 409 : 200
  return sitePage(request, reply, {
    site: 'workspace',
    title: t.page(found.page.no),
    current: pagePath(found.page.id),
    body,
    status,
  })
}
