import { holds } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
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
  type FormBody,
  type Outcome,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { accountBySignInName } from '../../identity/index.ts'
import { unitByCode } from '../../organisation/index.ts'
import { draftDeclaration, publishDeclaration } from '../edit-declaration.ts'
import { getInstant, listInstant } from '../get-instant.ts'
import { recordIssueAuthority, revokeIssueAuthority } from '../record-authority.ts'
import { switchInstant } from '../switch-instant.ts'
import { DeclarationPage, type PageProps } from './declaration.page.tsx'
import { INSTANT_PATH, InstantListPage, instantPath } from './list.page.tsx'
import { authorityOf, definitionOf } from './read-forms.ts'
import { workTexts as t } from './texts.ts'

export { instantSection } from './section.tsx'

type ByCode = { Params: { code: string }; Querystring: { xong?: string } }

const DONE: Record<string, string> = {
  nhap: t.saved,
  'ban-hanh': t.published,
  bat: t.switched,
  tat: t.switched,
  'van-ban': t.recorded,
  'thu-hoi': t.revokedDone,
}

/** Pages "Giải quyết tự động" of administrators, beside the processes; those who supervise may read. */
export async function instantWorkspaceRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: { ma?: string } }>(INSTANT_PATH, async (request, reply) => {
    const { ma } = request.query
    if (ma) return redirect(reply, instantPath(ma.trim()))
    const body = <InstantListPage procedures={await ask(request, listInstant, {})} mayEdit={mayEdit(request)} />
    return sitePage(request, reply, { site: 'workspace', title: t.title, body, current: INSTANT_PATH })
  })

  web.get<ByCode>(`${INSTANT_PATH}/:code`, async (request, reply) => {
    const done = DONE[request.query.xong ?? '']
    return show(request, reply, request.params.code, done === undefined ? {} : { done })
  })

  answer(web, 'nhap', (request, code, form) => {
    const input = { procedureCode: code, definition: definitionOf(form), over: Number(field(form, 'lan')) }
    return act(request, draftDeclaration, input)
  })
  answer(web, 'ban-hanh', (request, code, form) => {
    const input = { procedureCode: code, revision: Number(field(form, 'lan')), validFrom: field(form, 'tu-ngay') }
    return act(request, publishDeclaration, input)
  })
  for (const [path, on] of [
    ['tat', false],
    ['bat', true],
  ] as const) {
    answer(web, path, (request, procedureCode, form) =>
      act(request, switchInstant, { procedureCode, on, reason: field(form, 'ly-do') }),
    )
  }
  answer(web, 'van-ban', async (request, procedureCode, form) => {
    const { db, clock } = web.app
    const unit = await unitByCode(db, field(form, 'ma-co-quan').trim().toUpperCase(), vietnamDate(clock.now()))
    const account = await accountBySignInName(db, field(form, 'nguoi-ky').trim())
    // A unit or person that is not there is for the action to refuse, like one that does not fit.
    const found = { unitId: unit?.id ?? '', authorisedByAccountId: account?.id ?? '' }
    return act(request, recordIssueAuthority, { procedureCode, ...found, ...authorityOf(form) })
  })
  answer(web, 'thu-hoi', (request, _, form) =>
    act(request, revokeIssueAuthority, { authorityId: field(form, 'van-ban'), reason: field(form, 'ly-do') }),
  )
}

/** One form of the page: done leads back to it, refused shows it with the reason and what was typed. */
function answer(
  web: Web,
  path: string,
  work: (request: WebRequest, code: string, form: FormBody) => Promise<unknown>,
): void {
  web.post<ByCode>(`${INSTANT_PATH}/:code/${path}`, async (request, reply) => {
    const { code } = request.params
    const form = formBody(request)
    const outcome = await attempt(() => work(request, code, form))
    if (outcome.ok) return redirect(reply, `${instantPath(code)}?xong=${path}`)
    const typed = Object.fromEntries(Object.entries(form).map(([name]) => [name, field(form, name)]))
    const definition = path === 'nhap' ? { definition: definitionOf(form) } : {}
    return show(request, reply, code, { problem: problemOf(request, outcome), typed, ...definition })
  })
}

function problemOf(request: WebRequest, outcome: Extract<Outcome<unknown>, { ok: false }>): string {
  const { refusal } = outcome
  const errors = (refusal.facts.errors ?? []) as { path: string }[]
  if (errors.some(({ path }) => path === '/unitId')) return t.unknownUnit
  if (errors.some(({ path }) => path === '/authorisedByAccountId')) return t.unknownPerson
  return refusalText(request, refusal)
}

type Shown = Pick<PageProps, 'problem' | 'typed' | 'definition' | 'done'>

async function show(request: WebRequest, reply: WebReply, code: string, shown: Shown): Promise<WebReply> {
  const view = await ask(request, getInstant, { procedureCode: code })
  const today = vietnamDate(request.server.app.clock.now())
  const token = formToken(request, reply)
  const body = <DeclarationPage view={view} token={token} mayEdit={mayEdit(request)} today={today} {...shown} />
  const status = shown.problem === undefined ? 200 : 422
  return sitePage(request, reply, { site: 'workspace', title: t.title, body, current: INSTANT_PATH, status })
}

function mayEdit({ actor }: WebRequest): boolean {
  return holds(actor, 'administrator')
}
