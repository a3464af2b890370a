import type { ComponentChildren } from 'preact'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { Button, Field, HiddenToken, type IconName } from '../../ui/index.ts'
import { TOKEN_APP } from '../../signing/index.ts'
import { texts } from './texts.ts'

type Props = {
  action: string
  token: string
  label: string
  hint: string
  submit: string
  icon: IconName
  error?: string
  /** The application in which the holder confirms; no PIN is typed here then. */
  confirmIn?: string | undefined
  /** The version that was read, where it may change under the reader. */
  version?: number
  /** Hidden fields that go along. */
  more?: ComponentChildren
}

/** One PIN or one confirmation on a telephone, one button. The PIN is never shown again, also not after a mistake. */
export function PinForm({ action, token, label, hint, submit, icon, error, version, confirmIn, more }: Props) {
  return (
    <form method="post" action={action} autocomplete="off">
      <HiddenToken token={token} />
      {more}
      {version !== undefined && <input type="hidden" name="ban" value={version} />}
      {confirmIn === undefined ? (
        <Field
          name="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          label={label}
          hint={hint}
          maxLength={64}
          required
          {...(error === undefined ? {} : { error })}
        />
      ) : (
        <p>{confirmIn === TOKEN_APP ? texts.tokenHint : fill(texts.confirmHint, { app: confirmIn })}</p>
      )}
      <Button icon={confirmIn === undefined || confirmIn === TOKEN_APP ? icon : 'smartphone'} block>
        {submit}
      </Button>
    </form>
  )
}
