import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { mayConnectTo } from '../../platform/web/connect-to.ts'
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
} from '../../platform/web/web.ts'
import { Button, Details, HiddenToken, Notice, Panel, SummaryList, TextArea } from '../../ui/index.ts'
import { ProgramLink } from '../token/token-form.tsx'
import { OWN_TOKENS as PATH, programPage, TOKEN_OUTCOME } from '../token/addresses.ts'
import { getPassOutcome } from '../token/pass-outcome.ts'
import { listOwnTokens, type OwnToken } from '../token/own-tokens.ts'
import { registerToken } from '../token/register-token.ts'
import { tokenPageTexts as texts, tokenTexts } from '../token/texts.ts'
import { OWN_KEY } from '../own-keys/own-key-path.ts'
import { tokenRequestRoutes } from './token-request.routes.tsx'
import { OwnTabs } from './own-tabs.tsx'

type Done = { Querystring: { xong?: string } }
type Sent = { certificate: string; unitId: string; problem: string; status: number }

/** An officer's own tokens: the certificates on them are read once. */
export async function tokenWorkspaceRoutes(web: Web): Promise<void> {
  web.get<Done>(PATH, (request, reply) => show(request, reply, undefined, request.query.xong !== undefined))

  web.post(PATH, async (request, reply) => {
    const form = formBody(request)
    const [certificate, unitId] = [field(form, 'chung-thu'), field(form, 'co-quan')]
    const outcome = await attempt(() =>
      act(request, registerToken, { certificate, ...(unitId === '' ? {} : { unitId }) }),
    )
    if (outcome.ok) return redirect(reply, `${PATH}?xong=1`)
    const { refusal } = outcome
    const isEmpty = refusal.code === 'platform.invalid-input'
    const problem = isEmpty ? texts.unread : refusalText(request, refusal)
    const status = web.app.refusals[refusal.code]?.status ?? 409
    return show(request, reply, { certificate, unitId, problem, status }, false)
  })

  await tokenRequestRoutes(web)

  web.get<{ Params: { id: string } }>(`${TOKEN_OUTCOME}/:id`, async (request, reply) => {
    const { outcome, facts } = await ask(request, getPassOutcome, { id: request.params.id })
    const isTaken = outcome === 'accepted' || outcome === 'raising'
    const isRefused = outcome !== null && !isTaken
    const words = isRefused ? refusalText(request, new Refusal(outcome, facts)) : undefined
    return reply.header('cache-control', 'no-store').send({ accepted: isTaken, missing: facts.missing, words })
  })
}

async function show(request: WebRequest, reply: WebReply, sent: Sent | undefined, isDone: boolean): Promise<WebReply> {
  const tokens = await ask(request, listOwnTokens, {})
  const { tokenService } = request.server.app.settings
  mayConnectTo(reply, tokenService)
  const token = formToken(request, reply)
  return sitePage(request, reply, {
    site: 'workspace',
    title: texts.title,
    current: OWN_KEY,
    status: sent?.status ?? 200,
    body: (
      <div class="cuon-trang">
        <OwnTabs actor={request.actor} current={PATH} />
        {isDone && (
          <Notice tone="ok" role="status">
            {texts.done}
          </Notice>
        )}
        <p class="nhe">{texts.lead}</p>
        <ProgramLink program={programPage(request.server.app.settings)} />
        {tokens.map((one) => (
          <Panel key={one.unit?.id ?? ''} title={one.unit ? `${texts.seal}: ${one.unit.name}` : texts.personal}>
            {sent !== undefined && sent.unitId === (one.unit?.id ?? '') && (
              <Notice tone="late" role="alert">
                {sent.problem}
              </Notice>
            )}
            <Registered token={one} />
            <ReadForm one={one} token={token} service={`${tokenService}/GetCertInfo`} sent={sent} />
          </Panel>
        ))}
      </div>
    ),
  })
}

function Registered({ token: { certificate } }: { token: OwnToken }) {
  if (!certificate) return <p>{texts.none}</p>
  const { subject, issuer, validTo, isDemo } = certificate
  return (
    <SummaryList
      rows={[
        { label: texts.subject, value: isDemo ? `${subject} (${texts.demo})` : subject },
        { label: texts.issuer, value: issuer },
        { label: texts.validTo, value: formatDate(vietnamDate(validTo)), figures: true },
      ]}
    />
  )
}

type FormProps = { one: OwnToken; token: string; service: string; sent: Sent | undefined }

function ReadForm({ one, token, service, sent }: FormProps) {
  const unitId = one.unit?.id ?? ''
  const mine = sent?.unitId === unitId ? sent : undefined
  return (
    <form method="post" action={PATH} data-usb-token-read={service}>
      <HiddenToken token={token} />
      <input type="hidden" name="co-quan" value={unitId} />
      <div data-with-script hidden>
        <Button type="button" icon="key-round">
          {texts.read}
        </Button>
      </div>
      <p role="status" data-says="waiting" hidden>
        {texts.reading}
      </p>
      {Object.entries({ absent: tokenTexts.absent, silent: tokenTexts.silent, unread: texts.unread }).map(
        ([what, words]) => (
          <p class="loi" role="alert" data-says={what} hidden key={what}>
            {words}
          </p>
        ),
      )}
      <Details summary={texts.paste} open={mine !== undefined}>
        <TextArea
          name="chung-thu"
          id={`chung-thu-${unitId}`}
          label={texts.pasteLabel}
          hint={texts.pasteHint}
          value={mine?.certificate ?? ''}
          rows={4}
        />
        <Button kind="secondary">{texts.pasteSubmit}</Button>
      </Details>
    </form>
  )
}
