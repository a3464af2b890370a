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
import { fileDownload } from '../../file-download.ts'
import { disputeEntry } from '../../vault/dispute/dispute-entry.ts'
import type { VaultStatus } from '../../vault/entry.ts'
import { getVaultEntry, getVaultFile, listVault } from '../../vault/my-vault.ts'
import { MOST_OPENS, SHARE_DAYS } from '../../vault/share/share.ts'
import { revokeShare, shareEntry } from '../../vault/share/share-entry.ts'
import { statusWords } from '../../vault/texts.ts'
import { EntryPage, type EntryPageProps } from './entry.page.tsx'
import { VaultPage } from './list.page.tsx'
import { sharedRoutes } from './shared-routes.tsx'
import type { ShareSent } from './share-section.tsx'
import { vaultTexts as words } from './texts.ts'

type ById = { Params: { id: string } }
type ByFile = { Params: { id: string; no: string } }

export const VAULT_PATH = '/giay-to'

/** Page "Giấy tờ của tôi": list, one paper, its files; sharing it and saying that it is wrong. */
export async function vaultPortalRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { q?: unknown; loc?: unknown } }>(VAULT_PATH, async (request, reply) => {
    const { q, loc } = request.query
    const typed = typeof q === 'string' ? q.trim().slice(0, 200) : ''
    const status = (Object.keys(statusWords) as VaultStatus[]).find((one) => one === loc)
    const found = await ask(request, listVault, { words: typed, ...(status ? { status } : {}) })
    const body = <VaultPage {...found} words={typed} status={status} />
    return sitePage(request, reply, { site: 'portal', title: words.title, body, current: VAULT_PATH })
  })

  web.get<ById>(`${VAULT_PATH}/:id`, async (request, reply) => show(request, reply, request.params.id))
  web.get<ByFile>(`${VAULT_PATH}/:id/tep/:no`, async (request, reply) => {
    const { id, no } = request.params
    return fileDownload(reply, web.app, await ask(request, getVaultFile, { id, no: Number(no) }))
  })
  web.get<ByFile>(`${VAULT_PATH}/:id/tep/:no/xem`, async (request, reply) => {
    const { id, no } = request.params
    return fileDownload(reply, web.app, await ask(request, getVaultFile, { id, no: Number(no) }), { inline: true })
  })

  web.post<ById>(`${VAULT_PATH}/:id/chia-se`, async (request, reply) => {
    const { id } = request.params
    const form = formBody(request)
    const typed = { forWhom: field(form, 'cho-ai'), days: field(form, 'so-ngay'), mostOpens: field(form, 'so-lan') }
    const password = field(form, 'mat-khau')
    const errors = wrongIn(typed, password)
    if (errors.length > 0) return show(request, reply, id, { shared: { typed, errors }, status: 422 })
    const { token } = await act(request, shareEntry, {
      id,
      forWhom: typed.forWhom,
      days: SHARE_DAYS.find((days) => String(days) === typed.days) ?? 7,
      mostOpens: Number(typed.mostOpens),
      ...(password === '' ? {} : { password }),
    })
    // Shown in this very answer and never again: the token is not kept.
    const madeLink = `${web.app.settings.publicAddress}/chia-se/${token}`
    return show(request, reply, id, { shared: { madeLink }, status: 201 })
  })
  web.post<{ Params: { id: string; share: string } }>(
    `${VAULT_PATH}/:id/chia-se/:share/thu-lai`,
    async (request, reply) => {
      const { id, share } = request.params
      await act(request, revokeShare, { id, shareId: share })
      return redirect(reply, `${VAULT_PATH}/${id}#chia-se`)
    },
  )

  web.post<ById>(`${VAULT_PATH}/:id/bao-sai`, async (request, reply) => {
    const { id } = request.params
    const typed = field(formBody(request), 'sai')
    const wrong = (message: string, status: number) =>
      show(request, reply, id, { disputed: { typed, errors: [{ field: 'sai', message }] }, status })
    if (typed.length < 5) return wrong(words.disputeMissing, 422)
    const outcome = await attempt(() => act(request, disputeEntry, { id, words: typed }))
    if (outcome.ok) return redirect(reply, `${VAULT_PATH}/${id}#bao-sai`)
    if (outcome.refusal.code === 'platform.not-found') throw outcome.refusal
    return wrong(refusalText(request, outcome.refusal), 409)
  })

  await sharedRoutes(web)
}

function wrongIn({ forWhom, mostOpens }: NonNullable<ShareSent['typed']>, password: string) {
  const opens = /^\d{1,2}$/.test(mostOpens) ? Number(mostOpens) : 0
  return [
    ...(forWhom === '' ? [{ field: 'cho-ai', message: words.shareMissing }] : []),
    ...(opens < 1 || opens > MOST_OPENS ? [{ field: 'so-lan', message: words.opensWrong(MOST_OPENS) }] : []),
    ...(password !== '' && password.length < 4 ? [{ field: 'mat-khau', message: words.passwordShort }] : []),
  ]
}

type Shown = Partial<Pick<EntryPageProps, 'shared' | 'disputed'>> & { status?: number }

async function show(
  request: WebRequest,
  reply: WebReply,
  id: string,
  { shared = {}, disputed = {}, status = 200 }: Shown = {},
): Promise<WebReply> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('platform.not-found')
  const own = await ask(request, getVaultEntry, { id })
  const now = request.server.app.clock.now()
  const token = formToken(request, reply)
  const body = <EntryPage own={own} token={token} now={now} shared={shared} disputed={disputed} />
  return sitePage(request, reply, { site: 'portal', title: own.entry.title, body, current: VAULT_PATH, status })
}
