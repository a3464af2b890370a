import { toString as qrToString } from 'qrcode'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import {
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
import { beginTotp, confirmTotp } from '../enrol-totp.ts'
import { deviceOf, lostSession, sessionOf, setSessionCookie } from '../identify-request.ts'
import { proveTotp } from '../prove-totp.ts'
import { safeReturn } from '../return-path.ts'
import type { Session, SessionStage } from '../session.ts'
import { changePassword } from '../set-password.ts'
import { signInWithPassword } from '../sign-in-officer.ts'
import type { SignInOutcome } from '../sign-in-steps.ts'
import { passkeysOf, totpOf } from '../store/second-factors.ts'
import { signInTexts as t } from '../texts.ts'
import { addPasskey, askPasskey, provePasskey } from '../use-passkey.ts'
import { PasswordPage } from './password.page.tsx'
import { EnrolPage, SecondFactorPage } from './second-factor.page.tsx'
import { SignInPage } from './sign-in.page.tsx'

const HOME = '/viec'
const STEPS = {
  'second-factor': '/can-bo/xac-thuc',
  enrolment: '/can-bo/cai-xac-thuc',
  'new-password': '/can-bo/doi-mat-khau',
} satisfies Record<Exclude<SessionStage, 'open'>, string>

const returnTo = (request: WebRequest) => safeReturn((request.query as { ve?: unknown }).ve, HOME)
const withReturn = (path: string, ve: string) => (ve === HOME ? path : `${path}?ve=${encodeURIComponent(ve)}`)
const sentence = (request: WebRequest, { code, facts }: Reason) => refusalText(request, new Refusal(code, facts))
/** Few tries a minute from one address, besides the count of each account. */
const GUARDED = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }

/** Goes on to the next step of signing in, with the token of that step. */
function goOn(reply: WebReply, outcome: Extract<SignInOutcome, { ok: true }>, ve: string): WebReply {
  setSessionCookie(reply, outcome.token)
  return redirect(reply, outcome.stage === 'open' ? ve : withReturn(STEPS[outcome.stage], ve))
}

/** The session if it stands at one of these steps; else the person is sent to where they are. */
function sessionAt(request: WebRequest, reply: WebReply, stages: SessionStage[]): Session | undefined {
  const session = sessionOf(request)
  if (session && stages.includes(session.stage)) return session
  const ve = returnTo(request)
  redirect(
    reply,
    !session
      ? withReturn('/can-bo/dang-nhap', ve)
      : session.stage === 'open'
        ? ve
        : withReturn(STEPS[session.stage], ve),
  )
  return undefined
}

export async function signInRoutes(web: Web): Promise<void> {
  const passwordPage = (
    request: WebRequest,
    reply: WebReply,
    ve: string,
    more: { name?: string; error?: string } = {},
  ) =>
    sitePage(request, reply, {
      site: 'official',
      title: t.officerTitle,
      status: more.error ? 401 : 200,
      body: <SignInPage token={formToken(request, reply)} returnTo={ve} hasEnded={lostSession(request)} {...more} />,
    })

  web.get('/can-bo/dang-nhap', async (request, reply) => {
    if (request.actor.kind === 'officer') return redirect(reply, returnTo(request))
    return passwordPage(request, reply, returnTo(request))
  })

  web.post('/can-bo/dang-nhap', GUARDED, async (request, reply) => {
    const form = formBody(request)
    const name = field(form, 'ten')
    const ve = safeReturn(field(form, 've'), HOME)
    const outcome = await signInWithPassword(web.app, { name, password: raw(form['mat-khau']), ...deviceOf(request) })
    return outcome.ok
      ? goOn(reply, outcome, ve)
      : passwordPage(request, reply, ve, { name, error: sentence(request, outcome.reason) })
  })

  const provePage = async (request: WebRequest, reply: WebReply, session: Session, error?: string) => {
    const totp = await totpOf(web.app.db, session.accountId)
    const passkeys = await passkeysOf(web.app.db, session.accountId)
    const question = passkeys.length > 0 ? await askPasskey(web.app, request.actor, session.id) : null
    const action = withReturn('/can-bo/xac-thuc', returnTo(request))
    const passkey = question && 'get' in question ? question.get : null
    const body = (
      <SecondFactorPage
        token={formToken(request, reply)}
        action={action}
        hasTotp={Boolean(totp?.confirmedAt)}
        passkey={passkey}
        {...(error ? { error } : {})}
      />
    )
    return sitePage(request, reply, { site: 'official', title: t.secondFactorTitle, status: error ? 401 : 200, body })
  }

  web.get('/can-bo/xac-thuc', async (request, reply) => {
    const session = sessionAt(request, reply, ['second-factor'])
    return session ? provePage(request, reply, session) : reply
  })

  web.post('/can-bo/xac-thuc', GUARDED, async (request, reply) => {
    const session = sessionAt(request, reply, ['second-factor'])
    if (!session) return reply
    const form = formBody(request)
    const answer = field(form, 'khoa')
    const outcome = answer
      ? await provePasskey(web.app, session.id, answer)
      : await proveTotp(web.app, session.id, field(form, 'ma'))
    return outcome.ok
      ? goOn(reply, outcome, returnTo(request))
      : provePage(request, reply, session, sentence(request, outcome.reason))
  })

  const enrolPage = async (request: WebRequest, reply: WebReply, session: Session, error?: string) => {
    const offer = await attempt(() => beginTotp(web.app, request.actor, session.id))
    const totp = offer.ok
      ? {
          secret: offer.result.secret,
          qr: await qrToString(offer.result.address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
        }
      : null
    const question = await askPasskey(web.app, request.actor, session.id)
    const passkey = 'create' in question ? question.create : null
    const action = withReturn('/can-bo/cai-xac-thuc', returnTo(request))
    const body = (
      <EnrolPage
        token={formToken(request, reply)}
        action={action}
        totp={totp}
        passkey={passkey}
        isFirst={session.stage === 'enrolment'}
        {...(error ? { error } : {})}
      />
    )
    return sitePage(request, reply, { site: 'official', title: t.enrolTitle, status: error ? 422 : 200, body })
  }

  web.get('/can-bo/cai-xac-thuc', async (request, reply) => {
    const session = sessionAt(request, reply, ['enrolment', 'open'])
    return session ? enrolPage(request, reply, session) : reply
  })

  web.post('/can-bo/cai-xac-thuc', GUARDED, async (request, reply) => {
    const session = sessionAt(request, reply, ['enrolment', 'open'])
    if (!session) return reply
    const form = formBody(request)
    const answer = field(form, 'khoa')
    const outcome = answer
      ? await addPasskey(web.app, request.actor, session.id, answer)
      : await confirmTotp(web.app, request.actor, session.id, field(form, 'ma'))
    const ve = session.stage === 'open' ? '/can-bo/tai-khoan' : returnTo(request)
    return outcome.ok ? goOn(reply, outcome, ve) : enrolPage(request, reply, session, sentence(request, outcome.reason))
  })

  const changePage = (request: WebRequest, reply: WebReply, session: Session, reason?: Reason) => {
    const action = withReturn('/can-bo/doi-mat-khau', returnTo(request))
    const where = { 'identity.wrong-current-password': 'mat-khau-cu', 'identity.password-differs': 'nhap-lai' } as const
    const error = reason && {
      field: where[reason.code as keyof typeof where] ?? 'mat-khau-moi',
      message: sentence(request, reason),
    }
    const body = (
      <PasswordPage
        token={formToken(request, reply)}
        action={action}
        mustChange={session.stage === 'new-password'}
        {...(error ? { error } : {})}
      />
    )
    return sitePage(request, reply, { site: 'official', title: t.passwordTitle, status: error ? 422 : 200, body })
  }

  web.get('/can-bo/doi-mat-khau', async (request, reply) => {
    const session = sessionAt(request, reply, ['new-password', 'open'])
    return session ? changePage(request, reply, session) : reply
  })

  web.post('/can-bo/doi-mat-khau', GUARDED, async (request, reply) => {
    const session = sessionAt(request, reply, ['new-password', 'open'])
    if (!session) return reply
    const form = formBody(request)
    const next = raw(form['mat-khau-moi'])
    if (next !== raw(form['nhap-lai']))
      return changePage(request, reply, session, { code: 'identity.password-differs' })
    const current = session.stage === 'open' ? raw(form['mat-khau-cu']) : null
    const outcome = await changePassword(web.app, request.actor, session, { current, next })
    if (!outcome.ok) return changePage(request, reply, session, outcome.reason)
    return goOn(reply, outcome, session.stage === 'open' ? '/can-bo/tai-khoan' : returnTo(request))
  })
}

/** A password as it was typed: its spaces are part of it. */
function raw(value: string | string[] | undefined): string {
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}
