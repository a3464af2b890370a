import { holds } from '../../../platform/actor.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sendWorkbook } from '../../../platform/web/send-workbook.ts'
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
} from '../../../platform/web/web.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import { adoptList, dropList, sendList } from '../../digitised/adopt-list.ts'
import { getDigitisedList, getListSheet, getSentList, listDigitisedLists } from '../../digitised/get-lists.ts'
import { readSentFile } from '../read-uploaded-text.ts'
import { BOXES, DigitisedListPage, DigitisedListsPage, DIGITISED_PATH, type Typed } from './list.page.tsx'
import { PreviewPage } from './preview.page.tsx'
import { digitisedPageTexts as words } from './texts.ts'

const PREVIEW_PATH = `${DIGITISED_PATH}/xem-truoc`
const UNTYPED: Typed = { so: '', 'ngay-ky': '', 'nguoi-ky': words.issuerUsual, 'tu-ngay': '' }
/** Who reads the numbers of digitisation, in the room above that counts them. */
const READERS_OF_COVERAGE = ['supervisor', 'head-of-division', 'signatory', 'intake-officer'] as const
type ById = { Params: { id: string } }

/** Pages "Danh mục phải số hóa": administrators bring lists, every officer reads them. */
export async function digitisedRoutes(web: Web): Promise<void> {
  web.get(DIGITISED_PATH, (request, reply) => showLists(request, reply))

  web.get(`${DIGITISED_PATH}/mau.xlsx`, async (request, reply) =>
    sendWorkbook(reply, 'mau-danh-muc-so-hoa', await ask(request, getListSheet, {})),
  )

  web.post(`${DIGITISED_PATH}/gui`, { config: { multipart: true } }, async (request, reply) => {
    const { bytes, fileName, fields } = await readSentFile(request, 'bang')
    const typed = Object.fromEntries(BOXES.map((name) => [name, fields[name] ?? ''])) as Typed
    const empty = BOXES.filter((name) => typed[name] === '')
    if (empty.length > 0 || bytes.length === 0) {
      const missing = [...empty, ...(bytes.length === 0 ? ['bang'] : [])]
      return showLists(request, reply, {
        typed,
        errors: missing.map((name) => ({ field: name, message: words.fillIn })),
      })
    }
    const decision = {
      number: typed.so,
      decidedOn: typed['ngay-ky'],
      issuer: typed['nguoi-ky'],
      validFrom: typed['tu-ngay'],
    }
    const sent = await attempt(() => undertake(request, sendList, { ...decision, fileName, bytes }))
    if (sent.ok) return redirect(reply, PREVIEW_PATH)
    return showLists(request, reply, {
      typed,
      errors: [{ field: 'bang', message: refusalText(request, sent.refusal) }],
    })
  })

  web.get(PREVIEW_PATH, (request, reply) => showPreview(request, reply))

  web.post(PREVIEW_PATH, async (request, reply) => {
    const form = formBody(request)
    if (field(form, 'viec') === 'bo') {
      await act(request, dropList, {})
      return redirect(reply, DIGITISED_PATH)
    }
    const input = { draftId: field(form, 'ban'), leaveOutFaulty: field(form, 'bo-loi') === 'co' }
    const done = await attempt(() => act(request, adoptList, input))
    return done.ok ? redirect(reply, DIGITISED_PATH) : showPreview(request, reply, done.refusal)
  })

  web.get<ById>(`${DIGITISED_PATH}/:id`, async (request, reply) => {
    const view = await ask(request, getDigitisedList, { id: request.params.id })
    const fields = await ask(request, listDigitisedLists, {})
    const own = fields.find(({ sectorCode }) => sectorCode === view.list.sectorCode)
    const body = <DigitisedListPage field={own} view={view} />
    return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: DIGITISED_PATH })
  })

  web.get<ById>(`${DIGITISED_PATH}/:id/danh-muc.xlsx`, async (request, reply) =>
    sendWorkbook(reply, 'danh-muc-so-hoa', await ask(request, getListSheet, { id: request.params.id })),
  )
}

async function showLists(
  request: WebRequest,
  reply: WebReply,
  refused?: { typed: Typed; errors: ErrorItem[] },
): Promise<WebReply> {
  const fields = await ask(request, listDigitisedLists, {})
  const { typed = UNTYPED, errors = [] } = refused ?? {}
  const sending = holds(request.actor, 'administrator')
    ? {
        typed,
        errors,
        token: formToken(request, reply),
        isWaiting: (await ask(request, getSentList, {})) !== undefined,
      }
    : undefined
  const readsCoverage = READERS_OF_COVERAGE.some((role) => holds(request.actor, role))
  const body = <DigitisedListsPage fields={fields} readsCoverage={readsCoverage} sending={sending} />
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: DIGITISED_PATH, status })
}

async function showPreview(request: WebRequest, reply: WebReply, refusal?: Refusal): Promise<WebReply> {
  const sent = await ask(request, getSentList, {})
  if (!sent) throw refusal ?? new Refusal('platform.not-found')
  const errors = refusal ? [{ message: refusalText(request, refusal) }] : []
  const fields = await ask(request, listDigitisedLists, {})
  const body = <PreviewPage sent={sent} fields={fields} errors={errors} token={formToken(request, reply)} />
  const status = refusal ? 409 : 200
  return sitePage(request, reply, { site: 'workspace', title: words.preview, body, current: DIGITISED_PATH, status })
}
