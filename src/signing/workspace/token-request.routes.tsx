import { mayConnectTo } from '../../platform/web/connect-to.ts'
import { ask, attempt, formToken, sitePage, undertake, type Web } from '../../platform/web/web.ts'
import { Actions, ButtonLink, Notice } from '../../ui/index.ts'
import { CONFIRMATIONS } from '../ceremony/confirmation-path.ts'
import { programPage, tokenRequestPath } from '../token/addresses.ts'
import { sendTokenOrder } from '../token/send-order.ts'
import { TokenForm } from '../token/token-form.tsx'
import { getTokenRequest, signRequestByToken, type TokenRequest } from '../token/token-request.ts'
import { tokenRequestTexts as t, tokenTexts } from '../token/texts.ts'

type ById = { Params: { id: string }; Querystring: { nang?: string } }

/** Where an officer whose key lies on a USB token signs what they asked for, whatever it is; going away loses nothing. */
export async function tokenRequestRoutes(web: Web): Promise<void> {
  web.get<ById>(tokenRequestPath(':id'), async (request, reply) => {
    const waiting = await ask(request, getTokenRequest, { id: request.params.id })
    const { settings } = web.app
    mayConnectTo(reply, settings.tokenService)
    const here = tokenRequestPath(waiting.id)
    const body = (
      <div class="cuon-trang">
        <div class="mot-cot">
          <h2>{waiting.title}</h2>
          <Standing state={request.query.nang === undefined ? waiting.state : 'raising'} />
          {waiting.state === 'requested' && (
            <TokenForm
              action={here}
              token={formToken(request, reply)}
              label={tokenTexts.sign}
              program={programPage(settings)}
              isMain
            />
          )}
          <Actions>
            <ButtonLink kind={waiting.state === 'requested' ? 'quiet' : 'primary'} href={waiting.listPath}>
              {t.goOn}
            </ButtonLink>
          </Actions>
        </div>
      </div>
    )
    return sitePage(request, reply, { site: 'workspace', title: t.title, current: CONFIRMATIONS, body })
  })

  web.post<ById>(tokenRequestPath(':id'), async (request, reply) => {
    const { id } = request.params
    const outcome = await attempt(() => undertake(request, signRequestByToken, { id }))
    const here = tokenRequestPath(id)
    return sendTokenOrder(request, reply, outcome, { done: () => here, waits: `${here}?nang=` })
  })
}

function Standing({ state }: Pick<TokenRequest, 'state'>) {
  if (state === 'requested') return <p>{t.lead}</p>
  if (state === 'completed') return <Notice tone="ok" role="status" title={t.done} />
  if (state === 'raising') return <Notice tone="hold" title={t.raising} />
  return <Notice tone="late" title={t.ended} />
}
