import { qrSvg } from '../../../platform/qr.ts'
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
} from '../../../platform/web/web.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { askCoApplicants, remindCoApplicant } from '../../co-applicants/ask-co-applicants.ts'
import { getTogether, type TogetherView } from '../../co-applicants/get-invitation.ts'
import { invitationPath } from '../../co-applicants/link.ts'
import { nameCoApplicant, removeCoApplicant } from '../../co-applicants/name-co-applicants.ts'
import { togetherTexts as words } from '../../co-applicants/texts.ts'
import type { Filing } from '../filing/open-filing.ts'
import { draftAddress } from '../filing/parts.ts'
import { submissionOf } from '../filing/submission.ts'
import { CURRENT, withFiling, type ByResume } from '../filing/with-filing.tsx'
import { TogetherPage, TOGETHER_PART, type HandedLink, type TypedPerson } from './together.page.tsx'

const NOTHING_TYPED: TypedPerson = { values: {}, errors: {} }

/** Naming those who apply together, sending them what will be filed, reminding them. */
export async function togetherRoutes(web: Web): Promise<void> {
  const at = `/bai-khai/:resume/${TOGETHER_PART}`
  const opened = (request: WebRequest, reply: WebReply, resume: string, goOn: (filing: Filing) => Promise<WebReply>) =>
    withFiling(request, reply, resume, goOn)

  web.get<ByResume>(at, async (request, reply) =>
    opened(request, reply, request.params.resume, (filing) => show(request, reply, filing)),
  )

  web.post<ByResume>(at, async (request, reply) =>
    opened(request, reply, request.params.resume, async (filing) => {
      const { person, typed } = personIn(formBody(request))
      if (!person) return show(request, reply, filing, typed)
      const { resumeCode } = filing.draft
      const outcome = await attempt(() => act(request, nameCoApplicant, { resumeCode, ...person }))
      return outcome.ok ? redirect(reply, here(filing)) : show(request, reply, filing, typed, outcome.refusal)
    }),
  )

  web.post<ByResume>(`${at}/bo`, async (request, reply) =>
    opened(request, reply, request.params.resume, async (filing) => {
      const { resumeCode } = filing.draft
      const id = field(formBody(request), 'nguoi')
      // Pressed twice: off the list already.
      await attempt(() => act(request, removeCoApplicant, { resumeCode, id }))
      return redirect(reply, here(filing))
    }),
  )

  web.post<ByResume>(`${at}/gui`, async (request, reply) =>
    opened(request, reply, request.params.resume, async (filing) => {
      const input = { ...submissionOf(filing), draftCode: filing.draft.resumeCode }
      const outcome = await attempt(() => act(request, askCoApplicants, { filing: input }))
      return outcome.ok ? redirect(reply, here(filing)) : show(request, reply, filing, NOTHING_TYPED, outcome.refusal)
    }),
  )

  web.post<ByResume>(`${at}/nhac`, async (request, reply) =>
    opened(request, reply, request.params.resume, async (filing) => {
      const { resumeCode } = filing.draft
      const id = field(formBody(request), 'nguoi')
      const outcome = await attempt(() => act(request, remindCoApplicant, { resumeCode, id }))
      return outcome.ok ? redirect(reply, here(filing)) : show(request, reply, filing, NOTHING_TYPED, outcome.refusal)
    }),
  )
}

const here = (filing: Filing) => `${draftAddress(filing)}/${TOGETHER_PART}`

type Person = { fullName: string; personalId: string; phone: string | null; email: string | null }

/** Reads the boxes of a new person; what is wrong is said at its box and nothing typed is lost. */
function personIn(sent: FormBody): { person: Person | undefined; typed: TypedPerson } {
  const values = Object.fromEntries(
    ['fullName', 'personalId', 'phone', 'email'].map((name) => [name, field(sent, name)]),
  )
  const { fullName = '', email = '' } = values
  const [personalId, phone] = [digitsOf(values.personalId), digitsOf(values.phone)]
  const errors: Record<string, string> = {
    ...(fullName === '' ? { fullName: words.fullNameMissing } : {}),
    ...(/^\d{12}$/.test(personalId) ? {} : { personalId: words.personalIdWrong }),
    ...(phone === '' || /^0\d{9}$/.test(phone) ? {} : { phone: words.phoneWrong }),
    ...(email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: words.emailWrong }),
  }
  const isGood = Object.keys(errors).length === 0
  const person = { fullName, personalId, phone: phone || null, email: email || null }
  return { person: isGood ? person : undefined, typed: { values, errors } }
}

const digitsOf = (text = '') => text.replace(/[\s.-]/g, '')

async function show(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  typed: TypedPerson = NOTHING_TYPED,
  refusal?: Refusal,
): Promise<WebReply> {
  const { app } = request.server
  const view = await ask(request, getTogether, { resumeCode: filing.draft.resumeCode })
  const body = (
    <TogetherPage
      filing={filing}
      view={view}
      links={await linksOf(request, view)}
      typed={typed}
      problem={refusal && refusalText(request, refusal)}
      now={app.clock.now()}
      token={formToken(request, reply)}
    />
  )
  const isWrong = refusal !== undefined || Object.keys(typed.errors).length > 0
  return sitePage(request, reply, {
    site: 'portal',
    title: words.title,
    body,
    current: CURRENT,
    status: isWrong ? 422 : 200,
  })
}

/** Links that nobody has opened yet, to be handed over. */
async function linksOf({ server: { app } }: WebRequest, { people }: TogetherView): Promise<Map<string, HandedLink>> {
  const now = app.clock.now()
  const open = people.filter(({ linkUntil, citizenId }) => linkUntil && now < linkUntil && citizenId === null)
  return new Map(
    await Promise.all(
      open.map(async (person): Promise<[string, HandedLink]> => {
        const address = `${app.settings.publicAddress}${invitationPath(app.settings.secret, person)}`
        return [person.id, { address, qr: await qrSvg(address) }]
      }),
    ),
  )
}
