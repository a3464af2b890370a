import type { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { fileDownload, receiveForm } from '../../../documents/index.ts'
import {
  dropFromTaking,
  getDossier,
  getTaking,
  getTakingFile,
  itemsLeft,
  keepTaking,
  takeSupplement,
  type Taking,
} from '../../../dossiers/index.ts'
import { NO_ERRORS, uploadErrors, type PageErrors } from '../page-errors.ts'
import { takingPath } from './find.page.tsx'
import { itemOf, itemsToTake, keepTyped, reasonBox, fileBox } from './read-taking.ts'
import { EndedPage, NotHerePage, TakenPage } from './taken.page.tsx'
import { TakingPage } from './taking.page.tsx'
import { endedTexts, findTexts, takenTexts, takingTexts as texts } from './texts.ts'

type ByCode = { Params: { code: string } }

const LONGEST_CODE = 60
const codeIn = ({ params }: { params: ByCode['Params'] }) => params.code.slice(0, LONGEST_CODE)

/** Taking what a supplement request asked for. Every press keeps everything first. */
export function takingRoutes(web: Web): void {
  web.get<ByCode>('/quay/bo-sung/:code', async (request, reply) => {
    const opened = await attempt(() => ask(request, getTaking, { dossierCode: codeIn(request) }))
    return opened.ok ? show(request, reply, opened.result) : showNotHere(request, reply, opened.refusal)
  })

  web.post<ByCode>('/quay/bo-sung/:code', { config: { multipart: true } }, async (request, reply) => {
    const dossierCode = codeIn(request)
    const taking = await ask(request, getTaking, { dossierCode })
    const received = await receiveForm(request, reply, { origin: 'scan' })
    // Pressed twice, or come back to: it was taken.
    if (taking.reason) return redirect(reply, takingPath(taking.code))
    await keepTyped(request, taking, received)
    const refused = uploadErrors(request, received)
    const kept = await ask(request, getTaking, { dossierCode })
    if (refused) {
      const errors = { ...refused.errors, title: texts.uploadTitle }
      return show(request, reply, kept, errors, refused.status)
    }
    return press(request, reply, kept, field(received.form, 'viec'))
  })

  web.get<ByCode>('/quay/bo-sung/:code/xong', async (request, reply) => {
    const taking = await ask(request, getTaking, { dossierCode: codeIn(request) })
    if (taking.request.answeredAt === null) return redirect(reply, takingPath(taking.code))
    const whole = await attempt(() => ask(request, getDossier, { dossierCode: taking.code }))
    const body = <TakenPage taking={taking} isOwn={whole.ok} />
    return sitePage(request, reply, { ...page(taking), title: takenTexts.title, body })
  })

  web.get<{ Params: { code: string; fileId: string } }>('/quay/bo-sung/:code/tep/:fileId', async (request, reply) => {
    const { code, fileId } = request.params
    const file = await ask(request, getTakingFile, { dossierCode: code.slice(0, LONGEST_CODE), fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

async function press(request: WebRequest, reply: WebReply, taking: Taking, command: string): Promise<WebReply> {
  const { code: dossierCode } = taking
  if (command === 'nhan' || command === 'nhan-sau') return take(request, reply, taking, command === 'nhan')
  const [what, ...rest] = command.split(':')
  if (what === 'bo') await act(request, dropFromTaking, { dossierCode, id: rest[0] ?? '' })
  if (what === 'kho') {
    const [no, entryId = ''] = rest
    const item = itemOf(taking, Number(no))
    const paper = { ...item, form: 'electronic' as const, vaultEntryIds: [entryId], reason: item.reason ?? '' }
    const { channel = 'counter', broughtBy = '' } = taking.half ?? {}
    const said = { channel, broughtBy: broughtBy ?? '' }
    const linked = await attempt(() => act(request, keepTaking, { dossierCode, items: [paper], ...said }))
    if (!linked.ok) return show(request, reply, taking, errorsAt(request, linked.refusal), 409)
  }
  return redirect(reply, takingPath(dossierCode))
}

async function take(request: WebRequest, reply: WebReply, taking: Taking, receive: boolean): Promise<WebReply> {
  const left = itemsLeft(taking.request, taking.half?.items ?? [])
  if (left.length > 0) {
    const boxes = Object.fromEntries(
      left.map(({ no, what, componentCode }) =>
        componentCode === null ? [reasonBox(no), texts.answerError(no)] : [fileBox(no), texts.missingError(no, what)],
      ),
    )
    return show(request, reply, taking, { ...NO_ERRORS, title: texts.errorsTitle, boxes }, 422)
  }
  const { channel = 'counter', broughtBy = '' } = taking.half ?? {}
  const said = { channel, broughtBy: broughtBy ?? '', receive }
  const input = { dossierCode: taking.code, items: itemsToTake(taking), ...said }
  const outcome = await attempt(() => act(request, takeSupplement, input))
  if (outcome.ok) return redirect(reply, takingPath(taking.code, '/xong'))
  const now = await ask(request, getTaking, { dossierCode: taking.code })
  // The other window, or the person online, was faster.
  if (now.reason) return redirect(reply, takingPath(taking.code))
  const status = request.server.app.refusals[outcome.refusal.code]?.status ?? 409
  return show(request, reply, now, errorsAt(request, outcome.refusal), status)
}

function errorsAt(request: WebRequest, refusal: Refusal): PageErrors {
  return { ...NO_ERRORS, title: texts.errorsTitle, general: [refusalText(request, refusal)] }
}

const page = ({ code }: Pick<Taking, 'code'>) =>
  ({ site: 'workspace', title: texts.title(code), current: '/quay' }) as const

async function show(
  request: WebRequest,
  reply: WebReply,
  taking: Taking,
  errors: PageErrors = NO_ERRORS,
  status = 200,
): Promise<WebReply> {
  const { app } = request.server
  if (taking.reason && taking.request.answeredAt !== null && taking.closure === null)
    return redirect(reply, takingPath(taking.code, '/xong'))
  if (taking.reason)
    return sitePage(request, reply, {
      ...page(taking),
      title: endedTexts.title,
      body: <EndedPage taking={taking} />,
      status: 409,
    })
  const token = formToken(request, reply)
  const body = (
    <TakingPage
      taking={taking}
      errors={errors}
      action={`${takingPath(taking.code)}?_csrf=${encodeURIComponent(token)}`}
      token={token}
      fileBytes={app.settings.uploadLimits.fileBytes}
      refusals={app.refusals}
    />
  )
  return sitePage(request, reply, { ...page(taking), narrow: true, body, status })
}

const NOT_HERE = new Set(['dossiers.supplement-other-desk', 'dossiers.never-asked', 'platform.not-found'])

function showNotHere(request: WebRequest, reply: WebReply, refusal: Refusal): Promise<WebReply> {
  if (!NOT_HERE.has(refusal.code)) throw refusal
  const why = refusal.code === 'platform.not-found' ? findTexts.notFound : refusalText(request, refusal)
  const status = request.server.app.refusals[refusal.code]?.status ?? 404
  const body = <NotHerePage why={why} />
  return sitePage(request, reply, { site: 'workspace', title: findTexts.title, current: '/quay', body, status })
}
