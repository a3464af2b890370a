import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Field, Notice } from '../../ui/index.ts'
import { keyOfAccount } from '../register/find-key.ts'
import { signersPort } from '../signer.ts'
import { keyTexts as texts } from './key-question.texts.ts'

/** How a person's own key is opened; `none`: they have no key here. */
export type OwnKey = 'pin' | 'confirmation' | 'token' | 'none'

export async function ownKeyOf({ db, clock, ports }: App, actor: Actor): Promise<OwnKey> {
  const holder = actor.kind === 'officer' ? await keyOfAccount(db, actor.accountId, clock.now()) : undefined
  if (holder?.signer === 'token') return 'token'
  return holder ? ports.get(signersPort).named(holder.signer).authorisedBy : 'none'
}

type Props = {
  own: OwnKey
  /** What the signature is for; the record of a step when left out. */
  why?: string
  error?: string
}

/** The part of a form that asks for the own signature: a PIN, or words about the telephone. A PIN is never shown again. */
export function KeyQuestion({ own, why = texts.why, error }: Props) {
  if (own !== 'pin') return <Notice tone={own === 'none' ? 'soon' : 'hold'}>{`${why} ${texts[own]}`}</Notice>
  return (
    <Field
      name="pin"
      type="password"
      inputMode="numeric"
      autoComplete="off"
      width="short"
      label={texts.pin}
      hint={`${why} ${texts.pinHint}`}
      maxLength={64}
      {...(error === undefined ? {} : { error })}
    />
  )
}
