import { simulatorPage } from '../../platform/operations/simulator-page.tsx'
import { providerTexts as t } from '../texts.ts'

type SignInProps = { action: string; cancel: string; personalId?: string; error?: string }

export function signInPage({ action, cancel, personalId, error }: SignInProps): string {
  return simulatorPage(
    t.signInTitle,
    <>
      <p>
        <span class="nhan">{t.simulated}</span>
      </p>
      <h1>{t.signInTitle}</h1>
      <p>{t.signInLead}</p>
      {error !== undefined && (
        <p class="loi" role="alert">
          {error}
        </p>
      )}
      <form method="post" action={action}>
        <label for="so-dinh-danh">{t.personalId}</label>
        <input
          id="so-dinh-danh"
          name="personalId"
          inputmode="numeric"
          autocomplete="username"
          required
          value={personalId}
        />
        <label for="mat-khau">{t.password}</label>
        <input id="mat-khau" name="password" type={'password' as 'text'} autocomplete="current-password" required />
        <button type="submit">{t.signIn}</button>
      </form>
      <p />
      <p>
        <a href={cancel}>{t.cancel}</a>
      </p>
    </>,
  )
}

export function messagePage(message: string): string {
  return simulatorPage(
    t.brokenTitle,
    <>
      <h1>{t.brokenTitle}</h1>
      <p>{message}</p>
    </>,
  )
}
