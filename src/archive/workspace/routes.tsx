import { holds } from '../../platform/actor.ts'
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
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import type { ErrorItem } from '../../ui/index.ts'
import { fileDownload } from '../../documents/index.ts'
import { confirmDestruction, proposeDestruction, withdrawProposal } from '../destroy-copies.ts'
import { listDuePapers } from '../due-papers.ts'
import { downloadPackage, getPackage, listPackages } from '../get-package.ts'
import { holdPaper, releasePaper } from '../hold-paper.ts'
import { makePackage } from '../make-package.ts'
import { noteReceipt } from '../note-receipt.ts'
import { ARCHIVE_PATH, DuePapersPage, PackagesPage, PACKAGES_PATH } from './due.page.tsx'
import { HoldPage } from './hold.page.tsx'
import { PackagePage, type Typed } from './package.page.tsx'
import { archivePageTexts as words } from './texts.ts'

type ById = { Params: { id: string } }
/** Boxes of a form with their labels. */
type Boxes = Readonly<Record<string, string>>
const RECEIPT: Boxes = {
  'luu-tru': words.archiveName,
  'so-bien-ban': words.receiptNumber,
  'ngay-nhan': words.receivedOn,
  'nguoi-nhan': words.receiverName,
}
const DECISION: Boxes = {
  'so-quyet-dinh': words.decisionNumber,
  'ngay-quyet-dinh': words.decidedOn,
  'nguoi-quyet-dinh': words.decidedBy,
}

/** Pages "Nộp lưu trữ" of those who keep a unit's records; whoever leads the unit confirms a destruction. */
export async function archiveWorkspaceRoutes(web: Web): Promise<void> {
  web.get(ARCHIVE_PATH, (request, reply) =>
    holds(request.actor, 'clerk') ? showDue(request, reply) : redirect(reply, PACKAGES_PATH),
  )

  web.get(PACKAGES_PATH, async (request, reply) =>
    show(request, reply, <PackagesPage packages={await ask(request, listPackages, {})} />),
  )

  web.post(PACKAGES_PATH, async (request, reply) => {
    const form = formBody(request)
    const entryIds = [form.giay ?? []].flat()
    const made = await attempt(() => undertake(request, makePackage, { unitId: field(form, 'don-vi'), entryIds }))
    if (made.ok) return redirect(reply, `${PACKAGES_PATH}/${made.result.packageId}`)
    if (made.refusal.code === 'platform.not-found') throw made.refusal
    return showDue(request, reply, entryIds, [{ message: refusalText(request, made.refusal) }])
  })

  web.get<ById>(`${PACKAGES_PATH}/:id`, (request, reply) => showPackage(request, reply, {}, []))

  web.get<ById>(`${PACKAGES_PATH}/:id/goi.zip`, async (request, reply) =>
    fileDownload(reply, web.app, await ask(request, downloadPackage, { packageId: request.params.id })),
  )

  web.post<ById>(`${PACKAGES_PATH}/:id/bien-ban`, (request, reply) =>
    sent(request, reply, RECEIPT, ([archiveName = '', number = '', receivedOn = '', receiverName = '']) =>
      act(request, noteReceipt, { packageId: request.params.id, archiveName, number, receivedOn, receiverName }),
    ),
  )

  web.post<ById>(`${PACKAGES_PATH}/:id/huy`, (request, reply) =>
    sent(request, reply, DECISION, ([decisionNumber = '', decidedOn = '', decidedBy = '']) =>
      act(request, proposeDestruction, { packageId: request.params.id, decisionNumber, decidedOn, decidedBy }),
    ),
  )

  web.post<ById>(`${PACKAGES_PATH}/:id/xac-nhan`, async (request, reply) => {
    const packageId = request.params.id
    const isBack = field(formBody(request), 'viec') === 'rut'
    const done = isBack
      ? await attempt(() => act(request, withdrawProposal, { packageId }))
      : await attempt(() => act(request, confirmDestruction, { packageId }))
    return after(request, reply, {}, done)
  })

  web.get<ById & { Querystring: { bo?: string } }>(`${ARCHIVE_PATH}/giu/:id`, (request, reply) =>
    showHold(request, reply, { isHeld: request.query.bo === '1', reason: '', errors: [] }),
  )

  web.post<ById>(`${ARCHIVE_PATH}/giu/:id`, async (request, reply) => {
    const { id: entryId } = request.params
    const form = formBody(request)
    const [isHeld, reason] = [field(form, 'viec') === 'bo', field(form, 'ly-do').trim()]
    if (!isHeld && reason.length < 5)
      return showHold(request, reply, { isHeld, reason, errors: [{ field: 'ly-do', message: words.holdMissing }] })
    const done: Outcome<unknown> = await attempt(() =>
      isHeld ? act(request, releasePaper, { entryId }) : act(request, holdPaper, { entryId, reason }),
    )
    if (done.ok) return redirect(reply, ARCHIVE_PATH)
    if (done.refusal.code === 'platform.not-found') throw done.refusal
    return showHold(request, reply, { isHeld, reason, errors: [{ message: refusalText(request, done.refusal) }] })
  })
}

/** A form of several boxes that all have to be filled in. */
async function sent(
  request: WebRequest,
  reply: WebReply,
  boxes: Boxes,
  run: (values: string[]) => Promise<void>,
): Promise<WebReply> {
  const form = formBody(request)
  const names = Object.keys(boxes)
  const typed = Object.fromEntries(names.map((name) => [name, field(form, name).trim()]))
  const empty = names.filter((name) => typed[name] === '')
  if (empty.length > 0) {
    const errors = empty.map((name) => ({ field: name, message: words.fillIn(boxes[name] ?? '') }))
    return showPackage(request, reply, typed, errors)
  }
  return after(request, reply, typed, await attempt(() => run(names.map((name) => typed[name] ?? ''))))
}

function after(
  request: WebRequest,
  reply: WebReply,
  typed: Typed,
  done: Outcome<unknown>,
): Promise<WebReply> | WebReply {
  const { id } = request.params as ById['Params']
  if (done.ok) return redirect(reply, `${PACKAGES_PATH}/${id}`)
  if (done.refusal.code === 'platform.not-found') throw done.refusal
  return showPackage(request, reply, typed, [{ message: refusalText(request, done.refusal) }])
}

function show(request: WebRequest, reply: WebReply, body: preact.VNode, status = 200): Promise<WebReply> {
  return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: ARCHIVE_PATH, status })
}

async function showDue(
  request: WebRequest,
  reply: WebReply,
  chosen: readonly string[] = [],
  errors: ErrorItem[] = [],
): Promise<WebReply> {
  const due = await ask(request, listDuePapers, {})
  const token = formToken(request, reply)
  const body = <DuePapersPage due={due} chosen={chosen} errors={errors} token={token} />
  return show(request, reply, body, errors.length > 0 ? 409 : 200)
}

async function showPackage(request: WebRequest, reply: WebReply, typed: Typed, errors: ErrorItem[]): Promise<WebReply> {
  const { id: packageId } = request.params as ById['Params']
  const view = await ask(request, getPackage, { packageId })
  const isKeeper = holds(request.actor, 'clerk')
  const token = formToken(request, reply)
  const body = <PackagePage view={view} isKeeper={isKeeper} typed={typed} errors={errors} token={token} />
  return show(request, reply, body, errors.length > 0 ? 422 : 200)
}

async function showHold(
  request: WebRequest,
  reply: WebReply,
  { isHeld, reason, errors }: { isHeld: boolean; reason: string; errors: ErrorItem[] },
): Promise<WebReply> {
  const { id } = request.params as ById['Params']
  const { units } = await ask(request, listDuePapers, {})
  const entry = units.flatMap(({ papers }) => papers).find((one) => one.entry.id === id)?.entry
  const paper = entry && [entry.title, entry.number, entry.sourceCode].filter((part) => part !== null).join(', ')
  const token = formToken(request, reply)
  const body = <HoldPage paper={paper} isHeld={isHeld} reason={reason} errors={errors} token={token} />
  return show(request, reply, body, errors.length > 0 ? 422 : 200)
}
