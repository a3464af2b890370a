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
import { changeDelivery } from '../../delivery/change-delivery.ts'
import { whyNotChoose } from '../../delivery/delivery-change.ts'
import type { ResultDelivery } from '../../dossier.ts'
import { getDossier, type DossierView } from '../../reading/get-dossier.ts'
import { citizenOf } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { DeliveryPage, WAYS, type AskedDelivery } from './delivery.page.tsx'
import { deliveryTexts as words } from './delivery.texts.ts'

type ByCode = { Params: { code: string } }

/** Choosing anew how to receive the result, until one has it. */
export async function deliveryRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/nhan-ket-qua', async (request, reply) => {
    const view = await own(request, request.params.code)
    const { dossier } = view
    if (whyNotChoose(dossier)) return redirect(reply, `/ho-so/${dossier.code}`)
    const address = dossier.submitter.address ?? dossier.applicant.address ?? ''
    return show(request, reply, view, { way: dossier.resultDelivery, address })
  })

  web.post<ByCode>('/ho-so/:code/nhan-ket-qua', async (request, reply) => {
    const view = await own(request, request.params.code)
    const { code } = view.dossier
    const form = formBody(request)
    const chosen = field(form, 'cach-nhan')
    const way = WAYS.find((one) => one === chosen)
    const address = field(form, 'dia-chi')
    if (!way) return show(request, reply, view, { way: '', address, missing: words.chooseWay })
    if (way === 'postal' && address === '')
      return show(request, reply, view, { way, address, noAddress: words.writeAddress })
    const outcome = await attempt(() => act(request, changeDelivery, inputOf(code, way, address)))
    // Pressed twice: it is so already.
    if (outcome.ok || outcome.refusal.code === 'dossiers.same-delivery') return redirect(reply, `/ho-so/${code}`)
    return show(request, reply, view, { way, address, problem: refusalText(request, outcome.refusal) })
  })
}

function inputOf(dossierCode: string, resultDelivery: ResultDelivery, address: string) {
  return { dossierCode, resultDelivery, ...(resultDelivery === 'postal' ? { address } : {}) }
}

function own(request: WebRequest, dossierCode: string): Promise<DossierView> {
  citizenOf(request)
  return ask(request, getDossier, { dossierCode })
}

function show(request: WebRequest, reply: WebReply, view: DossierView, asked: AskedDelivery): Promise<WebReply> {
  const isWrong = [asked.missing, asked.noAddress, asked.problem].some((one) => one !== undefined)
  return sitePage(request, reply, {
    site: 'portal',
    title: words.title,
    body: <DeliveryPage view={view} asked={asked} token={formToken(request, reply)} />,
    current: CURRENT,
    status: isWrong ? 422 : 200,
  })
}
