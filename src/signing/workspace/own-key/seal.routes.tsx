import { Refusal } from '../../../platform/refusal.ts'
import {
  ask,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { ErrorSummary, Notice, type ErrorItem } from '../../../ui/index.ts'
import { listOwnSeals, type OwnSeal } from '../../own-keys/get-own-key.ts'
import { OWN_KEY, OWN_SEALS } from '../../own-keys/own-key-path.ts'
import { OwnTabs } from '../own-tabs.tsx'
import { importFrom } from './import-from.ts'
import { Facts, ImportForm, type KeptFile } from './own-key.page.tsx'
import { ownKeyTexts as t } from './texts.ts'

type Of = { Querystring: { co_quan?: string; xong?: string } }
type Sent = { errors: ErrorItem[]; kept: KeptFile | undefined }

const IS_ID = /^[0-9a-f-]{36}$/

/** The seals a clerk keeps, one at a time: see it, bring one in from a file. */
export async function ownSealRoutes(web: Web): Promise<void> {
  web.get<Of>(OWN_SEALS, (request, reply) => show(request, reply, undefined, request.query.xong !== undefined))

  web.post<Of>(OWN_SEALS, { config: { multipart: true } }, async (request, reply) => {
    const unitId = request.query.co_quan ?? ''
    if (!IS_ID.test(unitId)) throw new Refusal('platform.not-found')
    const { problem, kept } = await importFrom(request, reply, { unitId })
    return problem
      ? show(request, reply, { errors: problem, kept }, false)
      : redirect(reply, `${OWN_SEALS}?co_quan=${unitId}&xong=1`)
  })
}

async function show(request: WebRequest, reply: WebReply, sent: Sent | undefined, isDone: boolean): Promise<WebReply> {
  const seals = await ask(request, listOwnSeals, {})
  const { co_quan: asked } = request.query as Of['Querystring']
  const shown = seals.find(({ unit }) => unit.id === asked) ?? seals[0]
  const token = formToken(request, reply)
  const body = (
    <div class="cuon-trang">
      <OwnTabs actor={request.actor} current={OWN_SEALS} />
      {isDone && <Notice tone="ok" role="status" title={t.sealImported} />}
      {sent && <ErrorSummary errors={sent.errors} />}
      <p class="nhe">{t.sealsLead}</p>
      {seals.length > 1 && (
        <ul>
          {seals.map(({ unit }) => (
            <li key={unit.id}>
              <a href={`${OWN_SEALS}?co_quan=${unit.id}`}>{unit.name}</a>
            </li>
          ))}
        </ul>
      )}
      {shown && <OneSeal seal={shown} token={token} sent={sent} request={request} />}
    </div>
  )
  const status = sent ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.sealsTitle, current: OWN_KEY, status, body })
}

type SealProps = { seal: OwnSeal; token: string; sent: Sent | undefined; request: WebRequest }

function OneSeal({ seal: { unit, key }, token, sent, request }: SealProps) {
  return (
    <>
      <h2>{unit.name}</h2>
      {key ? <Facts own={key} why={key.unusable && refusalText(request, key.unusable)} /> : <p>{t.noSeal}</p>}
      <ImportForm
        action={`${OWN_SEALS}?co_quan=${unit.id}&`}
        token={token}
        errors={sent?.errors ?? []}
        kept={sent?.kept}
        replaces={key !== undefined}
      />
    </>
  )
}
