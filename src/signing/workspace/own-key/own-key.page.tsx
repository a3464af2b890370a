import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  FileInput,
  HiddenToken,
  Notice,
  SummaryList,
  Tag,
  type ErrorItem,
} from '../../../ui/index.ts'
import type { Actor } from '../../../platform/actor.ts'
import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import type { OwnKey } from '../../own-keys/get-own-key.ts'
import { signerWords } from '../certificates/texts.ts'
import { OWN_KEY } from '../../own-keys/own-key-path.ts'
import { OwnTabs } from '../own-tabs.tsx'
import { ownKeyTexts as t, standingWords } from './texts.ts'

/** Fields of the forms. */
export const NAMES = {
  file: 'tep',
  kept: 'tep_da_nhan',
  keptName: 'ten_tep',
  password: 'mat_khau_tep',
  pin: 'pin',
  pinAgain: 'pin_lai',
  oldPin: 'pin_cu',
  newPin: 'pin_moi',
  newPinAgain: 'pin_moi_lai',
} as const

/** A file that came with a form that was not in order: nobody has to look for it again. */
export type KeptFile = { name: string; bytes: Uint8Array }

type Props = {
  actor: Actor
  own: OwnKey | undefined
  token: string
  errors: readonly ErrorItem[]
  kept?: KeptFile | undefined
  done?: string | undefined
  /** In words, where it does not sign. */
  why?: string | undefined
}

/** The certificate with which an officer signs, its PIN, and the way in for one that comes as a file. */
export function OwnKeyPage({ actor, own, token, errors, kept, done, why }: Props) {
  return (
    <div class="cuon-trang">
      <OwnTabs actor={actor} current={OWN_KEY} />
      {done !== undefined && <Notice tone="ok" role="status" title={done} />}
      <ErrorSummary errors={errors} />
      {own ? <Facts own={own} why={why} /> : <p>{t.none}</p>}
      {own?.standing !== undefined && own.standing !== 'locked' && <PinForm token={token} errors={errors} />}
      <ImportForm token={token} errors={errors} kept={kept} replaces={own !== undefined} />
    </div>
  )
}

export function Facts({ own: { holder, standing }, why }: { own: OwnKey; why: string | undefined }) {
  const day = (at: Date) => formatDate(vietnamDate(at))
  return (
    <>
      {holder.isDemo && <Notice tone="soon" title={t.demo} />}
      {standing === 'locked' && (
        <Notice tone="late" title={t.locked}>
          {t.lockedHow}
        </Notice>
      )}
      {standing === 'must-change-pin' && (
        <Notice tone="soon" title={t.mustChange}>
          {t.mustChangeHow}
        </Notice>
      )}
      {why !== undefined && (
        <Notice tone="late" title={t.unusable}>
          {why}
        </Notice>
      )}
      <SummaryList
        boxed
        rows={[
          { label: t.subject, value: holder.subject },
          { label: t.organisation, value: holder.organisation },
          { label: t.issuer, value: holder.issuer },
          { label: t.serial, value: <span class="ma be-chu">{holder.serial}</span> },
          {
            label: t.validity,
            figures: true,
            value: `${t.from} ${day(holder.validFrom)} ${t.to} ${day(holder.validTo)}`,
          },
          { label: t.where, value: signerWords(holder.signer) },
          ...(standing === undefined
            ? []
            : [
                {
                  label: t.standing,
                  value: <Tag tone={standing === 'ready' ? 'ok' : 'late'}>{standingWords[standing]}</Tag>,
                },
              ]),
        ]}
      />
    </>
  )
}

const at = (errors: readonly ErrorItem[], name: string) => {
  const error = errors.find(({ field }) => field === name)?.message
  return { name, ...(error === undefined ? {} : { error }) }
}

/** Never shown again, also not after a mistake. */
function Secret({
  name,
  errors,
  label,
  hint,
}: {
  name: string
  errors: readonly ErrorItem[]
  label: string
  hint?: string
}) {
  return (
    <Field
      {...at(errors, name)}
      type="password"
      autoComplete="off"
      label={label}
      width="medium"
      maxLength={200}
      {...(hint === undefined ? {} : { hint })}
    />
  )
}

function PinForm({ token, errors }: Pick<Props, 'token' | 'errors'>) {
  return (
    <form method="post" action={`${OWN_KEY}/pin`} class="mot-cot" autocomplete="off">
      <HiddenToken token={token} />
      <h2 class="cach">{t.pinTitle}</h2>
      <Secret name={NAMES.oldPin} errors={errors} label={t.oldPin} />
      <Secret name={NAMES.newPin} errors={errors} label={t.newPin} hint={t.pinHint} />
      <Secret name={NAMES.newPinAgain} errors={errors} label={t.again} />
      <Actions>
        <Button kind="secondary">{t.changePin}</Button>
      </Actions>
    </form>
  )
}

type ImportProps = Pick<Props, 'token' | 'errors' | 'kept'> & {
  replaces: boolean
  /** Where it goes, when it is not the officer's own. */
  action?: string
}

/** A PFX file, its password and the PIN it is to be sealed under; a file that came is not asked for again. */
export function ImportForm({ token, errors, kept, replaces, action = `${OWN_KEY}?` }: ImportProps) {
  return (
    <form
      method="post"
      action={`${action}_csrf=${encodeURIComponent(token)}`}
      enctype="multipart/form-data"
      class="mot-cot"
      autocomplete="off"
    >
      <h2 class="cach">{t.importTitle}</h2>
      <p>
        {t.importLead}
        {replaces && <> {t.replaces}</>}
      </p>
      {kept && (
        <>
          <p role="status">{t.fileKept(kept.name)}</p>
          <input type="hidden" name={NAMES.kept} value={Buffer.from(kept.bytes).toString('base64')} />
          <input type="hidden" name={NAMES.keptName} value={kept.name} />
        </>
      )}
      <FileInput {...at(errors, NAMES.file)} label={t.file} hint={t.fileHint} accept=".pfx,.p12,application/x-pkcs12" />
      <Secret name={NAMES.password} errors={errors} label={t.password} hint={t.passwordHint} />
      <Secret name={NAMES.pin} errors={errors} label={t.pin} hint={t.pinHint} />
      <Secret name={NAMES.pinAgain} errors={errors} label={t.again} />
      <Actions>
        <Button icon="upload">{t.import}</Button>
      </Actions>
    </form>
  )
}
