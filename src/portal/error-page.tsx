import type { ErrorPage } from '../platform/web/errors.ts'
import { sitePage } from '../platform/web/web.ts'
import { ButtonLink, PageTitle } from '../ui/index.ts'
import { portalTexts } from './texts.ts'

type InputError = { path: string; message: string }

/** What went wrong, what became of what was typed, and where to go on. */
export const errorPage: ErrorPage = (request, reply, { status, title, facts, code }) => {
  const errors = Array.isArray(facts.errors) ? (facts.errors as InputError[]) : []
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
        <p class="hang">
          <ButtonLink href={code === 'platform.not-signed-in' ? '/dang-nhap' : home}>
            {code === 'platform.not-signed-in' ? portalTexts.signInShort : portalTexts.goHome}
          </ButtonLink>
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
