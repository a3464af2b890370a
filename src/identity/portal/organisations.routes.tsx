import { Refusal } from '../../platform/refusal.ts'
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
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { appointClerk, removeClerk } from '../organisations/appoint-clerk.ts'
import { listOwnOrganisations } from '../organisations/list-members.ts'
import { organisationsTexts as words } from '../organisations/texts.ts'
import { BOXES, OrganisationsPage, type TypedClerk } from './organisations.page.tsx'

const ORGANISATIONS = '/to-chuc'
const BLANK: TypedClerk = { businessCode: '', fullName: '', personalId: '', position: '', until: '', errors: [] }

/** The organisations one files for, and who else does. */
export async function organisationsRoutes(web: Web): Promise<void> {
  web.get(ORGANISATIONS, (request, reply) => show(request, reply, BLANK))

  web.post(ORGANISATIONS, async (request, reply) => {
    const typed = readClerk(formBody(request))
    const day = dayIn(typed.until)
    const errors = faultsOf(typed, day)
    if (errors.length > 0) return show(request, reply, { ...typed, errors })
    const { businessCode, fullName, personalId, position } = typed
    const input = {
      businessCode,
      fullName,
      personalId,
      ...(position === '' ? {} : { position }),
      ...(day ? { validTo: day } : {}),
    }
    const outcome = await attempt(() => act(request, appointClerk, input))
    if (outcome.ok) return redirect(reply, ORGANISATIONS)
    return show(request, reply, { ...typed, errors: [{ message: refusalText(request, outcome.refusal) }] })
  })

  web.post(`${ORGANISATIONS}/thoi`, async (request, reply) => {
    const memberId = field(formBody(request), 'nguoi')
    const outcome = await attempt(() => act(request, removeClerk, { memberId }))
    if (outcome.ok) return redirect(reply, ORGANISATIONS)
    return show(request, reply, { ...BLANK, errors: [{ message: refusalText(request, outcome.refusal) }] })
  })
}

function readClerk(form: FormBody): Omit<TypedClerk, 'errors'> {
  return {
    businessCode: field(form, BOXES.businessCode).slice(0, 20),
    fullName: field(form, BOXES.fullName).trim().slice(0, 100),
    personalId: field(form, BOXES.personalId).replace(/\D/g, '').slice(0, 12),
    position: field(form, BOXES.position).trim().slice(0, 100),
    until: field(form, BOXES.until).trim().slice(0, 10),
  }
}

function faultsOf({ fullName, personalId, until }: Omit<TypedClerk, 'errors'>, day: string | undefined) {
  return [
    ...(fullName.length < 2 ? [{ field: BOXES.fullName, message: words.fill.name }] : []),
    ...(personalId.length === 12 ? [] : [{ field: BOXES.personalId, message: words.fill.personalId }]),
    ...(until === '' || day ? [] : [{ field: BOXES.until, message: words.fill.until }]),
  ]
}

/** `31/12/2026`; nothing for what is no day. */
function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const found = year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return found && !Number.isNaN(Date.parse(found)) ? found : undefined
}

async function show(request: WebRequest, reply: WebReply, typed: TypedClerk): Promise<WebReply> {
  if (request.actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in')
  const organisations = await ask(request, listOwnOrganisations, {})
  const citizenId = request.actor.kind === 'citizen' ? request.actor.citizenId : ''
  const body = (
    <OrganisationsPage
      organisations={organisations}
      citizenId={citizenId}
      typed={typed}
      token={formToken(request, reply)}
    />
  )
  const status = typed.errors.length > 0 ? 422 : 200
  return sitePage(request, reply, { site: 'portal', title: words.title, body, status })
}
