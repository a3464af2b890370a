import { Actions, Button, CopyButton, ErrorSummary, Field, HiddenToken, Inset, PageTitle } from '../../ui/index.ts'
import { signInTexts as t } from '../texts.ts'

type PasskeyProps = { token: string; action: string; kind: 'get' | 'create'; options: unknown; label: string }

/** Shown by the script where the browser can do it; the form then carries the device's answer. */
export function PasskeyForm({ token, action, kind, options, label }: PasskeyProps) {
  return (
    <form method="post" action={action} data-passkey={kind} data-options={JSON.stringify(options)} hidden>
      <HiddenToken token={token} />
      <input type="hidden" name="khoa" value="" />
      <Actions>
        <Button kind="secondary" icon="key-round" wide type="button">
          {label}
        </Button>
      </Actions>
      <p class="loi" role="alert" data-passkey-error hidden>
        {t.passkeyFailed}
      </p>
    </form>
  )
}

type CodeProps = { token: string; action: string; error?: string; label: string }

function CodeForm({ token, action, error, label }: CodeProps) {
  return (
    <form method="post" action={action}>
      <HiddenToken token={token} />
      <Field
        name="ma"
        label={t.code}
        hint={t.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        width="short"
        figures
        required
        {...(error === undefined ? {} : { error })}
      />
      <Actions>
        <Button wide>{label}</Button>
      </Actions>
    </form>
  )
}

type ProveProps = { token: string; action: string; error?: string; hasTotp: boolean; passkey: unknown }

export function SecondFactorPage({ token, action, error, hasTotp, passkey }: ProveProps) {
  return (
    <>
      <ErrorSummary errors={error ? [{ message: error, field: 'ma' }] : []} title={t.refusedTitle} />
      <PageTitle over={t.stepTwo}>{t.secondFactorTitle}</PageTitle>
      {hasTotp && <CodeForm token={token} action={action} label={t.signIn} {...(error ? { error } : {})} />}
      {passkey !== null && (
        <PasskeyForm token={token} action={action} kind="get" options={passkey} label={t.usePasskey} />
      )}
      {!hasTotp && (
        <noscript>
          <p>{t.passkeyNeedsScript}</p>
        </noscript>
      )}
      <p class="nhe cach">{t.lostFactor}</p>
    </>
  )
}

type EnrolProps = {
  token: string
  action: string
  error?: string
  totp: { secret: string; qr: string } | null
  passkey: unknown
  isFirst: boolean
}

export function EnrolPage({ token, action, error, totp, passkey, isFirst }: EnrolProps) {
  return (
    <>
      <ErrorSummary errors={error ? [{ message: error, field: 'ma' }] : []} title={t.refusedTitle} />
      <PageTitle {...(isFirst ? { over: t.stepTwo } : {})}>{t.enrolTitle}</PageTitle>
      {isFirst && <p>{t.enrolLead}</p>}
      {totp && (
        <>
          <h2>{t.totpTitle}</h2>
          <ol>
            <li>{t.totpInstall}</li>
            <li>{t.totpScan}</li>
            <li>{t.totpType}</li>
          </ol>
          <div class="ma-vuong" role="img" aria-label={t.qrLabel} dangerouslySetInnerHTML={{ __html: totp.qr }} />
          <Inset>
            {t.totpSecret} <span class="ma">{totp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>{' '}
            <CopyButton text={totp.secret} what={t.totpSecret} />
          </Inset>
          <CodeForm token={token} action={action} label={t.confirmCode} {...(error ? { error } : {})} />
        </>
      )}
      {passkey !== null && (
        <>
          <h2>{t.passkeyTitle}</h2>
          <p>{t.passkeyLead}</p>
          <PasskeyForm token={token} action={action} kind="create" options={passkey} label={t.makePasskey} />
          <noscript>
            <p>{t.passkeyNeedsScript}</p>
          </noscript>
        </>
      )}
    </>
  )
}
