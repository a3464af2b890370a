import { signInDoor, type ErrorPage } from '../platform/web/errors.ts'
import { formToken, sitePage, type WebRequest } from '../platform/web/web.ts'
import { HELD_PATH, keepTyped, type TypedFields } from '../identity/index.ts'
import { Button, ButtonLink, HiddenFields, HiddenToken, PageTitle } from '../ui/index.ts'
import { portalTexts } from './texts.ts'

type InputError = { path: string; message: string }

/** What went wrong, what became of what was typed, and where to go on. */
export const errorPage: ErrorPage = async (request, reply, { status, title, facts, code }) => {
  const errors = Array.isArray(facts.errors) ? (facts.errors as InputError[]) : []
  const isSignedOut = code === 'platform.not-signed-in'
  const typed = isSignedOut || (code === 'platform.form-expired' && isOwnPage(request)) ? typedIn(request) : []
  const isKept = isSignedOut && typed.length > 0 && (await keepTyped(request, reply, typed))
  const sendsAgain = typed.length > 0 && !isKept
  const hadFiles = isSignedOut && request.method === 'POST' && request.isMultipart()
  // A browser still sending would see a broken line in place of the answer.
  if (hadFiles) request.raw.resume()
  const home = request.actor.kind === 'officer' ? '/viec' : '/'
  const back = isKept ? HELD_PATH : hadFiles ? request.url.split('?')[0] : undefined
  const door = `${signInDoor(request.url)}${back === undefined ? '' : `?ve=${encodeURIComponent(back)}`}`
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
        {isKept && <p>{portalTexts.keptForYou}</p>}
        {hadFiles && <p>{portalTexts.filesAgain}</p>}
        {sendsAgain && <SendAgain request={request} typed={typed} token={formToken(request, reply)} />}
        <p class="hang">
          {!sendsAgain && (
            <ButtonLink href={isSignedOut ? door : home}>
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

/** Never given back to a page. */
const SECRET = /^(_csrf|pin|mat-khau.*|nhap-lai|khoa)$/

/** What a form carried; files are not among it. */
function typedIn({ method, body }: WebRequest): TypedFields {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return []
  return Object.entries(body as Record<string, unknown>).flatMap(([name, value]): TypedFields => {
    if (SECRET.test(name)) return []
    return [value].flat().flatMap((one): TypedFields => (typeof one === 'string' ? [[name, one]] : []))
  })
}

/** A page of another site may send a form too; one button must never send that in somebody's name. */
function isOwnPage({ headers }: WebRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin'
}

/** Nothing typed is lost with the session or the page's token: sign in beside this page, then send the same again. */
function SendAgain({ request, typed, token }: { request: WebRequest; typed: TypedFields; token: string }) {
  const isSignedIn = request.actor.kind !== 'anonymous'
  return (
    <form method="post" action={request.url}>
      <HiddenToken token={token} />
      <HiddenFields fields={typed} />
      <p>{isSignedIn ? portalTexts.keptHere : portalTexts.keptTyped}</p>
      <p class="hang">
        {!isSignedIn && (
          <ButtonLink href={signInDoor(request.url)} newTab>
            {portalTexts.signInNewTab}
          </ButtonLink>
        )}
        <Button kind={isSignedIn ? 'primary' : 'secondary'}>{portalTexts.sendAgain}</Button>
      </p>
    </form>
  )
}
