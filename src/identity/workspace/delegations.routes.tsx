import { Actions, Button, ButtonLink, EmptyState, ErrorSummary, HiddenToken, Select, TextArea } from '../../ui/index.ts'
import { holds } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refusalSentence as fill } from '../../platform/refusal.ts'
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
import { delegationChoices } from '../delegations/choices.ts'
import { createDelegation } from '../delegations/create-delegation.ts'
import { listDelegations, type DelegationView } from '../delegations/list-delegations.ts'
import { revokeDelegation } from '../delegations/revoke-delegation.ts'
import { delegationTexts as t } from '../delegations/texts.ts'
import {
  DelegationForm,
  delegationErrors,
  delegationInput,
  readDelegationForm,
  type DelegationValues,
} from './delegation-form.tsx'
import { DELEGATIONS, DelegationsPage, type SectorChoice } from './delegations.page.tsx'
import type { SectorsIn } from './sectors-in.ts'
import type { ErrorItem } from '../../ui/index.ts'

type ById = { Params: { id: string } }

/** Who works and signs in whose place: the list, a form to write one down, taking one back. */
export async function delegationsRoutes(web: Web, sectorsIn: SectorsIn): Promise<void> {
  const { db } = web.app

  web.get<{ Querystring: { xong?: string } }>(DELEGATIONS, async (request, reply) => {
    const delegations = await ask(request, listDelegations, {})
    const { xong } = request.query
    const done = xong === 'lap' ? t.made : xong === 'thu-hoi' ? t.revoked : undefined
    const sectors = await sectorsIn(db)
    const body = <DelegationsPage delegations={delegations} sectors={sectors} canMake={mayMake(request)} done={done} />
    return sitePage(request, reply, { site: 'workspace', title: t.title, body, current: DELEGATIONS })
  })

  web.get<{ Querystring: { 'don-vi'?: string } }>(`${DELEGATIONS}/moi`, async (request, reply) =>
    showForm(request, reply, { unitId: request.query['don-vi'] ?? '' }, [], await sectorsIn(db)),
  )

  web.post(`${DELEGATIONS}/moi`, async (request, reply) => {
    const values = readDelegationForm(formBody(request))
    // The action checks what the form could not: a missing choice comes back as a message beside it.
    const input = delegationInput(values) as Parameters<typeof act<typeof createDelegation.input, unknown>>[2]
    const outcome = await attempt(() => act(request, createDelegation, input))
    if (outcome.ok) return redirect(reply, `${DELEGATIONS}?xong=lap`)
    const { refusal } = outcome
    const named = refusal.code === 'platform.invalid-input' ? delegationErrors(refusal.facts) : []
    const errors = named.length > 0 ? named : [{ message: refusalText(request, refusal) }]
    return showForm(request, reply, values, errors, await sectorsIn(db))
  })

  web.get<ById>(`${DELEGATIONS}/:id/thu-hoi`, async (request, reply) => showRevoke(request, reply, request.params.id))

  web.post<ById>(`${DELEGATIONS}/:id/thu-hoi`, async (request, reply) => {
    const { id } = request.params
    const reason = field(formBody(request), 'ly-do')
    if (reason === '') return showRevoke(request, reply, id, t.write)
    await act(request, revokeDelegation, { delegationId: id, reason })
    return redirect(reply, `${DELEGATIONS}?xong=thu-hoi`)
  })
}

function mayMake({ actor }: WebRequest): boolean {
  return (['administrator', 'head-of-division', 'signatory'] as const).some((role) => holds(actor, role))
}

async function showForm(
  request: WebRequest,
  reply: WebReply,
  given: Partial<DelegationValues>,
  errors: readonly ErrorItem[],
  sectors: readonly SectorChoice[],
): Promise<WebReply> {
  const unitId = given.unitId ?? ''
  const choices = await ask(request, delegationChoices, unitId === '' ? {} : { unitId })
  const token = formToken(request, reply)
  const today = vietnamDate(request.server.app.clock.now())
  const blank = { ...BLANK, unitId: choices.unit?.id ?? '', signedOn: today, validFrom: today }
  const body =
    choices.unit === null ? (
      <div class="cuon-trang">
        <form method="get" action={`${DELEGATIONS}/moi`} class="mot-cot">
          <Select
            name="don-vi"
            label={t.chooseUnit}
            options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Actions>
            <Button>{t.goOn}</Button>
          </Actions>
        </form>
      </div>
    ) : choices.from.length === 0 ? (
      <div class="cuon-trang">
        <EmptyState icon="users" title={t.nobodyHere} />
      </div>
    ) : (
      <DelegationForm
        choices={choices}
        sectors={sectors}
        values={{ ...blank, ...given, unitId: choices.unit.id }}
        errors={errors}
        token={token}
      />
    )
  const status = errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.makeTitle, body, current: DELEGATIONS, status })
}

const BLANK: DelegationValues = {
  kind: '',
  fromAccountId: '',
  toAccountId: '',
  unitId: '',
  roles: [],
  procedureCodes: '',
  sectorCodes: [],
  instrumentKind: '',
  instrumentNumber: '',
  signedOn: '',
  issuer: '',
  validFrom: '',
  validTo: '',
}

async function showRevoke(request: WebRequest, reply: WebReply, id: string, error?: string): Promise<WebReply> {
  const delegation = (await ask(request, listDelegations, {})).find((one) => one.id === id)
  if (!delegation?.canRevoke) throw new Refusal('platform.not-found')
  const body = <RevokePage delegation={delegation} token={formToken(request, reply)} {...(error ? { error } : {})} />
  const status = error ? 422 : 200
  return sitePage(request, reply, { site: 'workspace', title: t.revokeTitle, body, current: DELEGATIONS, status })
}

function RevokePage({ delegation, token, error }: { delegation: DelegationView; token: string; error?: string }) {
  const { id, toName, fromName } = delegation
  return (
    <div class="cuon-trang">
      <form method="post" action={`${DELEGATIONS}/${id}/thu-hoi`} class="mot-cot">
        <ErrorSummary errors={error ? [{ field: 'ly-do', message: error }] : []} />
        <HiddenToken token={token} />
        <p>{fill(t.revokeLead, { to: toName, from: fromName })}</p>
        <TextArea name="ly-do" label={t.reason} rows={3} maxLength={500} {...(error ? { error } : {})} />
        <Actions>
          <Button kind="danger">{t.revoke}</Button>
          <ButtonLink kind="quiet" href={DELEGATIONS}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}
