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
import { Refusal } from '../../../platform/refusal.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import { fileDownload } from '../../file-download.ts'
import { decideDuplicate, getTwinFile, listDuplicates } from '../../vault/duplicates/decide-duplicate.ts'
import { DUPLICATE_OUTCOMES } from '../../vault/duplicates/duplicate.ts'
import { DuplicatesPage } from './duplicates.page.tsx'
import { duplicateTexts as words } from './duplicates.texts.ts'

export const DUPLICATES_PATH = '/kho/trung-lap'

type OneFile = { Params: { id: string; which: string; no: string } }

/** Papers that look like one another, side by side. */
export async function duplicateRoutes(web: Web): Promise<void> {
  web.get(DUPLICATES_PATH, (request, reply) => show(request, reply, []))

  web.post<{ Params: { id: string } }>(`${DUPLICATES_PATH}/:id`, async (request, reply) => {
    const chosen = field(formBody(request), 'ket-luan')
    const outcome = DUPLICATE_OUTCOMES.find((one) => one === chosen)
    if (!outcome) throw new Refusal('platform.not-found')
    const done = await attempt(() => act(request, decideDuplicate, { duplicateId: request.params.id, outcome }))
    if (done.ok) return redirect(reply, DUPLICATES_PATH)
    if (done.refusal.code === 'platform.not-found') throw done.refusal
    return show(request, reply, [{ message: refusalText(request, done.refusal) }], 409)
  })

  web.get<OneFile>(`${DUPLICATES_PATH}/:id/:which/:no`, async (request, reply) => {
    const { id: duplicateId, which, no } = request.params
    const { file } = await ask(request, getTwinFile, { duplicateId, which: which as 'entry' | 'twin', no: Number(no) })
    return fileDownload(reply, web.app, file, { inline: true })
  })
}

async function show(request: WebRequest, reply: WebReply, errors: ErrorItem[], status = 200): Promise<WebReply> {
  const found = await ask(request, listDuplicates, {})
  const body = <DuplicatesPage found={found} errors={errors} token={formToken(request, reply)} />
  return sitePage(request, reply, { site: 'workspace', title: words.title, body, current: DUPLICATES_PATH, status })
}
