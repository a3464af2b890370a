import { signInDoor, type ErrorPage } from '../platform/web/errors.ts'
import { formToken, sitePage } from '../platform/web/web.ts'
import { Button, ButtonLink, HiddenToken, PageTitle } from '../ui/index.ts'
import { portalTexts } from './texts.ts'

type InputError = { path: string; message: string }

/** What went wrong, what became of what was typed, and where to go on. */
export const errorPage: ErrorPage = (request, reply, { status, title, facts, code }) => {
  const errors = Array.isArray(facts.errors) ? (facts.errors as InputError[]) : []
  const isSignedOut = code === 'platform.not-signed-in'
  const typed = isSignedOut && request.method === 'POST' ? typedIn(request.body) : undefined
  const home = request.actor.kind === 'officer' ? '/viec' : '/'
  return sitePage(request, reply, {
    site: 'official',
    title: portalTexts.errorTitles[status] ?? portalTexts.errorTitle,
    status,
    body: (
      <>
        <PageTitle>{portalTexts.errorTitles[status] ?? portalTexts.errorTitle}</PageTitle>
        <p>{title}</p>
        {errors.length > 0 && (
          <ul>
            {errors.map((error) => (
              <li key={error.path}>{error.message}</li>
            ))}
          </ul>
        )}
        {typed && <SendAgain action={request.url} typed={typed} token={formToken(request, reply)} />}
        <p class="hang">
          {!typed && (
            <ButtonLink href={isSignedOut ? signInDoor(request.url) : home}>
              {isSignedOut ? portalTexts.signInShort : portalTexts.goHome}
            </ButtonLink>
          )}
          <a href={portalTexts.hotlineHref}>
            {portalTexts.call} {portalTexts.hotline}
          </a>
        </p>
        <p class="nhe nho">
          {portalTexts.requestId} <span class="ma">{request.id}</span>
        </p>
      </>
    ),
  })
}

type Typed = [name: string, value: string][]

/** Never given back to a page. */
const SECRET = /^(_csrf|pin|mat-khau.*|nhap-lai|khoa)$/

/** What a form carried that came after the session had ended; files it carried are not among it. */
function typedIn(body: unknown): Typed | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const typed = Object.entries(body as Record<string, unknown>).flatMap(([name, value]): Typed => {
    if (SECRET.test(name)) return []
    return [value].flat().flatMap((one): Typed => (typeof one === 'string' ? [[name, one]] : []))
  })
  return typed.length > 0 ? typed : undefined
}

/** Nothing typed is lost with the session: sign in beside this page, then send the same again. */
function SendAgain({ action, typed, token }: { action: string; typed: Typed; token: string }) {
  return (
    <form method="post" action={action}>
      <HiddenToken token={token} />
      {typed.map(([name, value], index) => (
        <input type="hidden" name={name} value={value} key={index} />
      ))}
      <p>{portalTexts.keptTyped}</p>
      <p class="hang">
        <ButtonLink href={signInDoor(action)} newTab>
          {portalTexts.signInNewTab}
        </ButtonLink>
        <Button kind="secondary">{portalTexts.sendAgain}</Button>
      </p>
    </form>
  )
}
