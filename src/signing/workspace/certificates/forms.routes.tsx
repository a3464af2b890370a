import type { ErrorItem } from '../../../ui/index.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  undertake,
  type FormBody,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { errorsOf } from './form-errors.ts'
import { getCertificate } from '../../register/get-certificate.ts'
import { handOverCertificate } from '../../register/hand-over-certificate.ts'
import { resumeCertificate, stopCertificate, withdrawCertificate } from '../../register/stop-certificate.ts'
import { signersPort } from '../../signer.ts'
import { HandOverForm, NAMES, ResumeForm, StopForm, WithdrawForm, type Values } from './forms.tsx'
import { CERTIFICATES } from './frame.tsx'
import { certificateTexts as t } from './texts.ts'

type Form = {
  path: string
  title: string
  run: (request: WebRequest, input: never) => Promise<unknown>
  Page: typeof HandOverForm
}

const FORMS: Form[] = [
  {
    path: 'doi',
    title: t.handOver,
    run: (request, input) => undertake(request, handOverCertificate, input),
    Page: HandOverForm,
  },
  { path: 'thu-hoi', title: t.stop, run: (request, input) => act(request, stopCertificate, input), Page: StopForm },
  {
    path: 'dung-lai',
    title: t.resume,
    run: (request, input) => act(request, resumeCertificate, input),
    Page: ResumeForm,
  },
  {
    path: 'thoi-dung',
    title: t.withdraw,
    run: (request, input) => act(request, withdrawCertificate, input),
    Page: WithdrawForm,
  },
]

/** The forms of one certificate: hand over, stop, take up again, withdraw. */
export async function certificateFormRoutes(web: Web): Promise<void> {
  for (const form of FORMS) {
    const path = `${CERTIFICATES}/:id/${form.path}`
    web.get<{ Params: { id: string } }>(path, (request, reply) => {
      const today = vietnamDate(web.app.clock.now())
      const values = { changeOverOn: today, as: 'suspended' }
      return show(request, reply, form, { fingerprint: request.params.id, values, errors: [] })
    })
    web.post<{ Params: { id: string } }>(path, async (request, reply) => {
      const values = valuesOf(formBody(request))
      const fingerprint = request.params.id
      const input = { fingerprint, ...filled(values) }
      const outcome = await attempt(() => form.run(request, input as never))
      if (outcome.ok) return redirect(reply, `${CERTIFICATES}/${fingerprint}?xong=1`)
      return show(request, reply, form, { fingerprint, values, errors: errorsOf(request, outcome.refusal, NAMES) })
    })
  }
}

type Shown = { fingerprint: string; values: Values; errors: ErrorItem[] }

async function show(
  request: WebRequest,
  reply: WebReply,
  { path, title, Page }: Form,
  { fingerprint, values, errors }: Shown,
): Promise<WebReply> {
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new Refusal('platform.not-found')
  const { subject } = await ask(request, getCertificate, { fingerprint })
  const back = `${CERTIFICATES}/${fingerprint}`
  const signers = request.server.app.ports
    .get(signersPort)
    .all()
    .map(({ name }) => name)
  const token = formToken(request, reply)
  const body = <Page {...{ action: `${back}/${path}`, back, token, errors, values, signers }} />
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${title}: ${subject}`,
    current: CERTIFICATES,
    status: errors.length > 0 ? 422 : 200,
    body,
  })
}

function valuesOf(form: FormBody): Values {
  return Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, field(form, name)]))
}

/** Empty boxes are left out, so that the action says which one it needs. */
const filled = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
