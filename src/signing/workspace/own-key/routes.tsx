import type { ErrorItem } from '../../../ui/index.ts'
import {
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
import { changePin } from '../../own-keys/change-pin.ts'
import { getOwnKey } from '../../own-keys/get-own-key.ts'
import { OWN_KEY } from '../../own-keys/own-key-path.ts'
import { importFrom, itemOf } from './import-from.ts'
import { NAMES, OwnKeyPage, type KeptFile } from './own-key.page.tsx'
import { ownKeyTexts as t } from './texts.ts'

const DONE: Record<string, string> = { nhan: t.imported, pin: t.pinChanged }

type Shown = { errors?: ErrorItem[]; kept?: KeptFile | undefined; done?: string | undefined }

/** An officer's own certificate: see it, bring one in, change its PIN. */
export async function ownKeyRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { xong?: string } }>(OWN_KEY, (request, reply) =>
    show(request, reply, { done: DONE[request.query.xong ?? ''] }),
  )

  web.post(OWN_KEY, { config: { multipart: true } }, async (request, reply) => {
    const { problem, kept } = await importFrom(request, reply, {})
    return problem ? show(request, reply, { errors: problem, kept }) : redirect(reply, `${OWN_KEY}?xong=nhan`)
  })

  web.post(`${OWN_KEY}/pin`, async (request, reply) => {
    const form = formBody(request)
    const [old, next, again] = [NAMES.oldPin, NAMES.newPin, NAMES.newPinAgain].map((name) => field(form, name))
    if (next !== again) return show(request, reply, { errors: [{ field: NAMES.newPinAgain, message: t.notSame }] })
    const outcome = await attempt(() => undertake(request, changePin, { old: old ?? '', new: next ?? '' }))
    if (outcome.ok) return redirect(reply, `${OWN_KEY}?xong=pin`)
    return show(request, reply, { errors: [itemOf(request, outcome.refusal, NAMES.newPin)] })
  })
}

async function show(request: WebRequest, reply: WebReply, { errors = [], kept, done }: Shown): Promise<WebReply> {
  const own = await ask(request, getOwnKey, {})
  const body = (
    <OwnKeyPage
      actor={request.actor}
      own={own}
      token={formToken(request, reply)}
      errors={errors}
      kept={kept}
      done={done}
      why={own?.unusable && refusalText(request, own.unusable)}
    />
  )
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.title, current: OWN_KEY, status, body })
}
