import { Actions, Button, ButtonLink, ErrorSummary, HiddenToken, type ErrorItem } from '../../../ui/index.ts'
import { Refusal } from '../../../platform/refusal.ts'
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
import { linkKey } from '../../own-keys/link-key.ts'
import { listLinkableKeys } from '../../own-keys/list-linkable-keys.ts'
import { unlockKey } from '../../own-keys/unlock-key.ts'
import { getCertificate } from '../../register/get-certificate.ts'
import { signersPort } from '../../signer.ts'
import { CERTIFICATES, LINK_KEY } from '../certificates/frame.tsx'
import { LinkPage, NAMES, type Values } from './link.page.tsx'
import { linkTexts as t } from './texts.ts'

type ById = { Params: { id: string } }

/** What administrators do with keys of devices and services: link them to people and agencies, let a locked one be tried again. */
export async function linkKeyRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Record<string, string> }>(LINK_KEY, (request, reply) =>
    showLink(
      request,
      reply,
      valuesOf((name) => String(request.query[name] ?? '')),
      [],
    ),
  )

  web.post(LINK_KEY, async (request, reply) => {
    const form = formBody(request)
    const values = valuesOf((name) => field(form, name))
    const keyRef = values.key || values.typedKey
    const kind = (['person', 'agency'] as const).find((one) => one === values.kind)
    const missing = [
      ...(keyRef === '' ? [{ field: NAMES.key, message: t.chooseKey }] : []),
      ...(kind === undefined ? [{ field: NAMES.kind, message: t.chooseKind }] : []),
      ...(values.holder === '' ? [{ field: NAMES.holder, message: t.holderMissing }] : []),
    ]
    if (kind === undefined || missing.length > 0) return showLink(request, reply, values, missing)
    const { signer, holder } = values
    const input = { signer, keyRef, kind, holder, isNameCompared: values.compared !== '' }
    const outcome = await attempt(() => undertake(request, linkKey, input))
    if (outcome.ok) return redirect(reply, `${CERTIFICATES}/${outcome.result.fingerprint}?xong=1`)
    const message = refusalText(request, outcome.refusal)
    const isHolder = outcome.refusal.code === 'signing.holder-unknown'
    return showLink(request, reply, values, [isHolder ? { field: NAMES.holder, message } : { message }])
  })

  web.get<ById>(`${CERTIFICATES}/:id/mo-khoa`, (request, reply) => showUnlock(request, reply, []))

  web.post<ById>(`${CERTIFICATES}/:id/mo-khoa`, async (request, reply) => {
    const fingerprint = fingerprintOf(request)
    const outcome = await attempt(() => undertake(request, unlockKey, { fingerprint }))
    if (outcome.ok) return redirect(reply, `${CERTIFICATES}/${fingerprint}?xong=1`)
    if (outcome.refusal.code === 'platform.not-found') throw outcome.refusal
    return showUnlock(request, reply, [{ message: refusalText(request, outcome.refusal) }])
  })
}

const valuesOf = (read: (name: string) => string): Values => ({
  signer: read(NAMES.signer),
  key: read(NAMES.key),
  typedKey: read(NAMES.typedKey),
  kind: read(NAMES.kind),
  holder: read(NAMES.holder),
  compared: read(NAMES.compared),
})

async function showLink(request: WebRequest, reply: WebReply, asked: Values, errors: ErrorItem[]): Promise<WebReply> {
  // Keys of this machine come in with their holder's file.
  const all = request.server.app.ports.get(signersPort).all()
  const signers = all.map(({ name }) => name).filter((name) => name !== 'embedded')
  const signer = signers.find((name) => name === asked.signer) ?? signers[0] ?? ''
  const listed = await attempt(() => ask(request, listLinkableKeys, { signer }))
  if (!listed.ok && listed.refusal.code !== 'signing.signer-unavailable') {
    if (listed.refusal.code.startsWith('platform.') || signers.length === 0) throw listed.refusal
  }
  const keys = listed.ok ? listed.result : undefined
  const token = formToken(request, reply)
  const body = <LinkPage {...{ signers, keys, errors, token }} values={{ ...asked, signer }} />
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.title, current: CERTIFICATES, status, body })
}

function fingerprintOf(request: WebRequest): string {
  const { id } = request.params as { id: string }
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Refusal('platform.not-found')
  return id
}

async function showUnlock(request: WebRequest, reply: WebReply, errors: ErrorItem[]): Promise<WebReply> {
  const fingerprint = fingerprintOf(request)
  const { subject, signer } = await ask(request, getCertificate, { fingerprint })
  const back = `${CERTIFICATES}/${fingerprint}`
  const body = (
    <div class="cuon-trang">
      <form method="post" action={`${back}/mo-khoa`} class="mot-cot">
        <HiddenToken token={formToken(request, reply)} />
        <ErrorSummary errors={errors} />
        <p>{t.unlockLead(subject)}</p>
        <p>{signer === 'embedded' ? t.unlockThen : t.unlockElsewhere}</p>
        <Actions>
          <Button>{t.unlock}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.unlockTitle, current: CERTIFICATES, status, body })
}
