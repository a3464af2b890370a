import { Actions, Button, ErrorSummary, Field, HiddenToken, PageTitle } from '../../ui/index.ts'
import { signInTexts as t } from '../texts.ts'

type Props = {
  token: string
  action: string
  mustChange: boolean
  error?: { field: 'mat-khau-cu' | 'mat-khau-moi' | 'nhap-lai'; message: string }
}

export function PasswordPage({ token, action, mustChange, error }: Props) {
  const at = (field: NonNullable<Props['error']>['field']) => (error?.field === field ? { error: error.message } : {})
  return (
    <>
      <ErrorSummary errors={error ? [error] : []} />
      <PageTitle>{t.passwordTitle}</PageTitle>
      {mustChange && <p>{t.passwordMust}</p>}
      <form method="post" action={action}>
        <HiddenToken token={token} />
        {!mustChange && (
          <Field
            name="mat-khau-cu"
            label={t.passwordNow}
            type="password"
            autoComplete="current-password"
            required
            {...at('mat-khau-cu')}
          />
        )}
        <Field
          name="mat-khau-moi"
          label={t.passwordNew}
          hint={t.passwordHint}
          type="password"
          autoComplete="new-password"
          required
          {...at('mat-khau-moi')}
        />
        <Field
          name="nhap-lai"
          label={t.passwordAgain}
          type="password"
          autoComplete="new-password"
          required
          {...at('nhap-lai')}
        />
        <Actions>
          <Button wide>{t.changePassword}</Button>
        </Actions>
      </form>
    </>
  )
}
