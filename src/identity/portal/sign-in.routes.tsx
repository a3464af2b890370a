import { Actions, Button, ButtonLink, HiddenToken, Notice, PageTitle } from '../../ui/index.ts'
import {
  field,
  formBody,
  formToken,
  redirect,
  sitePage,
  attempt,
  refusalText,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { signOut } from '../end-session.ts'
import { clearSessionCookie, deviceOf, lostSession, sessionOf, setSessionCookie } from '../identify-request.ts'
import { safeReturn } from '../return-path.ts'
import { RETURN_PATH, beginCitizenSignIn, completeCitizenSignIn } from '../sign-in-citizen.ts'
import { signInTexts as t } from '../texts.ts'

const HOME = '/ho-so'
const ATTEMPT_COOKIE = '__Host-motcua-vao'
const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 } as const
const GUARDED = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }

/**
 * Citizens sign in at the identity provider. The way there is a link and never the answer to a form: browsers hold a
 * form's whole chain of redirects to the `form-action` of the page it stood on.
 */
export async function citizenSignInRoutes(web: Web): Promise<void> {
  const signInPage = (request: WebRequest, reply: WebReply, ve: string, error?: { status: number; message: string }) =>
    sitePage(request, reply, {
      site: 'portal',
      title: t.citizenTitle,
      status: error?.status ?? 200,
      body: (
        <div class="cong">
          <PageTitle>{t.citizenTitle}</PageTitle>
          {error && (
            <Notice tone="late" role="alert" title={t.refusedTitle}>
              {error.message}
            </Notice>
          )}
          {!error && lostSession(request) && (
            <Notice tone="hold" title={t.endedTitle}>
              {t.ended}
            </Notice>
          )}
          <p>{t.citizenLead}</p>
          <Actions>
            <ButtonLink href={`/dang-nhap/chuyen?ve=${encodeURIComponent(ve)}`} icon="id-card" large wide>
              {t.citizenGo}
            </ButtonLink>
          </Actions>
          <p class="cach">
            <a href="/can-bo/dang-nhap">{t.iAmOfficer}</a>
          </p>
        </div>
      ),
    })

  web.get('/dang-nhap', async (request, reply) => {
    const ve = safeReturn((request.query as { ve?: unknown }).ve, HOME)
    return request.actor.kind === 'citizen' ? redirect(reply, ve) : signInPage(request, reply, ve)
  })

  web.get('/dang-nhap/chuyen', GUARDED, async (request, reply) => {
    const ve = safeReturn((request.query as { ve?: unknown }).ve, HOME)
    const begun = await attempt(() => beginCitizenSignIn(web.app, ve))
    if (!begun.ok) return signInPage(request, reply, ve, { status: 503, message: refusalText(request, begun.refusal) })
    reply.setCookie(ATTEMPT_COOKIE, begun.result.token, COOKIE)
    return redirect(reply, begun.result.address)
  })

  web.get(RETURN_PATH, GUARDED, async (request, reply) => {
    const callback = new URL(request.url, web.app.settings.publicAddress)
    const token = request.cookies[ATTEMPT_COOKIE] ?? ''
    reply.clearCookie(ATTEMPT_COOKIE, COOKIE)
    const done = await attempt(() => completeCitizenSignIn(web.app, { token, callback, ...deviceOf(request) }))
    if (!done.ok) return signInPage(request, reply, HOME, { status: 403, message: refusalText(request, done.refusal) })
    const before = sessionOf(request)
    if (before) await signOut(web.app, before)
    setSessionCookie(reply, done.result.token)
    return redirect(reply, done.result.returnTo)
  })

  web.get('/dang-xuat', async (request, reply) => {
    if (!sessionOf(request)) return redirect(reply, '/')
    const back = request.actor.kind === 'officer' ? '/viec' : '/'
    const body = (
      <>
        <PageTitle>{t.signOutTitle}</PageTitle>
        <p>{t.signOutAsk}</p>
        <form method="post" action="/dang-xuat">
          <HiddenToken token={formToken(request, reply)} />
          <input type="hidden" name="ve" value={back} />
          <Actions>
            <Button>{t.signOut}</Button>
            <ButtonLink kind="quiet" href={back}>
              {t.stay}
            </ButtonLink>
          </Actions>
        </form>
      </>
    )
    return sitePage(request, reply, { site: 'official', title: t.signOutTitle, body })
  })

  web.post('/dang-xuat', async (request, reply) => {
    const session = sessionOf(request)
    const isOfficer = request.actor.kind === 'officer' || field(formBody(request), 've') === '/viec'
    if (session) await signOut(web.app, session)
    clearSessionCookie(request, reply)
    // Pages and half-done forms kept to be used without a line: nothing private stays on a machine that others may use.
    if (!isOfficer) reply.header('clear-site-data', '"storage"')
    return redirect(reply, isOfficer ? '/can-bo/dang-nhap' : '/')
  })
}
