import { isId } from '../../../platform/id.ts'
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
import { fileDownload } from '../../../documents/index.ts'
import { arrangePages, takeBackPaper } from '../../intake/arrange-pages.ts'
import { getScan } from '../../intake/get-scan.ts'
import { judgeSender } from '../../intake/mail/judge-sender.ts'
import { handOn } from '../../intake/hand-on.ts'
import { getOriginal } from '../../originals/get-original.ts'
import { placedIn } from './arrange-form.ts'
import { newScanRoutes } from './new-scan-routes.tsx'
import { pageRoutes } from './page-routes.tsx'
import { SCANS, scanPath } from './paths.ts'
import { ScanPage } from './scan.page.tsx'
import { intakeTexts as t } from './texts.ts'

type ById = { Params: { id: string }; Querystring: { da?: string; so?: string } }

const SECONDS_BETWEEN_LOOKS = 4

/** Papers taken in at a desk. */
export async function intakeWorkspaceRoutes(web: Web): Promise<void> {
  await newScanRoutes(web)
  await pageRoutes(web)

  web.get<ById>(`${SCANS}/:id`, (request, reply) => {
    const { da, so } = request.query
    const said = da === 'xep' ? t.saved : da === 'chuyen' ? t.sent(Number(so) || 0) : undefined
    return show(request, reply, { said })
  })

  web.get<{ Params: { id: string; no: string } }>(`${SCANS}/:id/goc/:no`, async (request, reply) => {
    const no = Number(request.params.no)
    const original = await ask(request, getOriginal, { scanId: idOf(request), no: Number.isInteger(no) ? no : 0 })
    return fileDownload(reply, web.app, original)
  })

  web.post<ById>(`${SCANS}/:id/xep`, async (request, reply) => {
    const form = formBody(request)
    const open = await ask(request, getScan, { scanId: idOf(request) })
    const placed = placedIn(form, open)
    const version = Number(field(form, 'phien-ban')) || 0
    const done = await attempt(() => act(request, arrangePages, { scanId: open.scan.id, version, placed }))
    return after(request, reply, done, '?da=xep')
  })

  web.post<ById>(`${SCANS}/:id/chuyen`, async (request, reply) => {
    const done = await attempt(() => act(request, handOn, { scanId: idOf(request) }))
    return after(request, reply, done, done.ok ? `?da=chuyen&so=${done.result.papers}` : '')
  })

  web.post<ById>(`${SCANS}/:id/nguoi-gui`, async (request, reply) => {
    const verdict = VERDICTS.find((one) => one === field(formBody(request), 'viec')) ?? 'take'
    const done = await attempt(() => act(request, judgeSender, { scanId: idOf(request), verdict }))
    return done.ok && verdict === 'drop' ? redirect(reply, SCANS) : after(request, reply, done, '')
  })

  web.post<ById>(`${SCANS}/:id/lay-lai`, async (request, reply) => {
    const paperId = field(formBody(request), 'giay-to')
    const done = await attempt(() => act(request, takeBackPaper, { paperId: isId(paperId) ? paperId : NO_ID }))
    return after(request, reply, done, '')
  })
}

const VERDICTS = ['take', 'take-and-remember', 'drop'] as const
const NO_ID = '00000000-0000-0000-0000-000000000000'

function idOf(request: WebRequest): string {
  const { id } = request.params as ById['Params']
  return isId(id) ? id : NO_ID
}

type Done = Awaited<ReturnType<typeof attempt>>

function after(request: WebRequest, reply: WebReply, done: Done, query: string): Promise<WebReply> | WebReply {
  if (done.ok) return redirect(reply, `${scanPath(idOf(request))}${query}`)
  if (done.refusal.code === 'platform.not-found') throw done.refusal
  return show(request, reply, { errors: [refusalText(request, done.refusal)] }, 409)
}

async function show(
  request: WebRequest,
  reply: WebReply,
  { errors = [], said }: { errors?: string[]; said?: string | undefined },
  status = 200,
): Promise<WebReply> {
  const open = await ask(request, getScan, { scanId: idOf(request) })
  const { refusals } = request.server.app
  const body = (
    <ScanPage open={open} errors={errors} said={said} refusals={refusals} token={formToken(request, reply)} />
  )
  return sitePage(request, reply, {
    site: 'workspace',
    title: open.scan.title,
    current: SCANS,
    body,
    status,
    ...(open.scan.state === 'preparing' ? { refreshSeconds: SECONDS_BETWEEN_LOOKS } : {}),
  })
}
