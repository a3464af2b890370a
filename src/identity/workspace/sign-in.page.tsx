import { Actions, Button, ErrorSummary, Field, HiddenToken, Notice, PageTitle } from '../../ui/index.ts'
import { signInTexts as t } from '../texts.ts'

type Props = { token: string; returnTo: string; name?: string; error?: string; hasEnded: boolean }

export function SignInPage({ token, returnTo, name, error, hasEnded }: Props) {
  return (
    <>
      <ErrorSummary errors={error ? [{ message: error, field: 'ten' }] : []} title={t.refusedTitle} />
      <PageTitle>{t.officerTitle}</PageTitle>
      {hasEnded && !error && (
        <Notice tone="hold" title={t.endedTitle}>
          {t.ended}
        </Notice>
      )}
      <form method="post" action="/can-bo/dang-nhap">
        <HiddenToken token={token} />
        <input type="hidden" name="ve" value={returnTo} />
        <Field name="ten" label={t.name} value={name} autoComplete="username" spellCheck={false} required />
        <Field name="mat-khau" label={t.password} type="password" autoComplete="current-password" required />
        <Actions>
          <Button wide>{t.goOn}</Button>
        </Actions>
      </form>
      <p class="cach">
        <a href="/dang-nhap">{t.iAmCitizen}</a>
      </p>
    </>
  )
}
