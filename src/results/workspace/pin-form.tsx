import { Button, Field, HiddenToken, type IconName } from '../../ui/index.ts'

type Props = {
  action: string
  token: string
  label: string
  hint: string
  submit: string
  icon: IconName
  error?: string
  /** The version that was read, where it may change under the reader. */
  version?: number
}

/** One PIN, one button. The PIN is never shown again, also not after a mistake. */
export function PinForm({ action, token, label, hint, submit, icon, error, version }: Props) {
  return (
    <form method="post" action={action} autocomplete="off">
      <HiddenToken token={token} />
      {version !== undefined && <input type="hidden" name="ban" value={version} />}
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
      <Button icon={icon} block>
        {submit}
      </Button>
    </form>
  )
}
