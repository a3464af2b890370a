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
import { withdrawDossier } from '../../closing/withdraw-dossier.ts'
import { keepDossier } from '../../co-applicants/wish-to-withdraw.ts'
import { getDossier, type DossierView } from '../../reading/get-dossier.ts'
import { citizenOf } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { withdrawTexts as words } from '../texts.ts'
import { WithdrawPage } from './withdraw.page.tsx'

type ByCode = { Params: { code: string } }

/** Taking the own dossier back: one page says what it means, one answer confirms it. */
export async function withdrawRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/rut', async (request, reply) => {
    const view = await own(request, request.params.code)
    if (!view.actions.includes('withdrawDossier')) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return show(request, reply, view, { reason: '' })
  })

  web.post<ByCode>('/ho-so/:code/rut', async (request, reply) => {
    const view = await own(request, request.params.code)
    const { code } = view.dossier
    const reason = field(formBody(request), 'ly-do')
    if (reason.trim() === '') return show(request, reply, view, { reason, missing: words.missing })
    const outcome = await attempt(() => act(request, withdrawDossier, { dossierCode: code, reason }))
    if (outcome.ok) return redirect(reply, `/ho-so/${code}`)
    return show(request, reply, view, { reason, problem: refusalText(request, outcome.refusal) })
  })

  web.post<ByCode>('/ho-so/:code/giu', async (request, reply) => {
    const view = await own(request, request.params.code)
    const outcome = await attempt(() => act(request, keepDossier, { dossierCode: view.dossier.code }))
    if (outcome.ok) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return show(request, reply, view, { reason: '', problem: refusalText(request, outcome.refusal) })
  })
}

function own(request: WebRequest, dossierCode: string): Promise<DossierView> {
  citizenOf(request)
  return ask(request, getDossier, { dossierCode })
}

export type Asked = { reason: string; missing?: string; problem?: string }

function show(request: WebRequest, reply: WebReply, view: DossierView, asked: Asked): Promise<WebReply> {
  const isWrong = asked.missing !== undefined || asked.problem !== undefined
  return sitePage(request, reply, {
    site: 'portal',
    title: words.title,
    body: <WithdrawPage view={view} asked={asked} token={formToken(request, reply)} />,
    current: CURRENT,
    status: isWrong ? 422 : 200,
  })
}
