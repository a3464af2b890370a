import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Field,
  HiddenToken,
  Notice,
  Radios,
  Select,
  type ErrorItem,
} from '../../../ui/index.ts'
import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import type { LinkableKey } from '../../own-keys/list-linkable-keys.ts'
import { CERTIFICATES, LINK_KEY } from '../certificates/frame.tsx'
import { signerWords } from '../certificates/texts.ts'
import { linkTexts as t } from './texts.ts'

export const NAMES = {
  signer: 'noi_giu',
  key: 'khoa',
  typedKey: 'ten_khoa',
  kind: 'gan_cho',
  holder: 'nguoi_giu',
  compared: 'da_doi_chieu',
} as const
export type Values = Record<keyof typeof NAMES, string>

type Props = {
  signers: readonly string[]
  /** Undefined: it could not be asked. */
  keys: readonly LinkableKey[] | undefined
  values: Values
  errors: readonly ErrorItem[]
  token: string
}

/** An administrator gives a key of a token, an HSM or a service to the officer or agency it was issued for. */
export function LinkPage({ signers, keys, values, errors, token }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>{t.lead}</p>
      <form method="get" action={LINK_KEY} class="mot-cot">
        <Select
          name={NAMES.signer}
          label={t.where}
          value={values.signer}
          options={signers.map((name) => ({ value: name, label: signerWords(name) }))}
        />
        <Actions>
          <Button kind="secondary">{t.show}</Button>
        </Actions>
      </form>
      <form method="post" action={LINK_KEY} class="mot-cot">
        <HiddenToken token={token} />
        <input type="hidden" name={NAMES.signer} value={values.signer} />
        {keys === undefined && <Notice tone="soon" title={t.unreachable} />}
        {keys?.length === 0 && <p>{t.none}</p>}
        {keys !== undefined && keys.length > 0 ? (
          <Radios
            {...at(errors, NAMES.key)}
            label={`${t.key}: ${signerWords(values.signer)}`}
            value={values.key}
            options={keys.map((key) => ({ value: key.keyRef, label: key.subject, hint: hintOf(key) }))}
          />
        ) : (
          <Field
            {...at(errors, NAMES.typedKey)}
            label={t.typedKey}
            hint={t.typedHint}
            value={values.typedKey}
            maxLength={120}
          />
        )}
        <Radios
          {...at(errors, NAMES.kind)}
          label={t.kind}
          value={values.kind}
          options={[
            { value: 'person', label: t.person },
            { value: 'agency', label: t.agency },
          ]}
        />
        <Field
          {...at(errors, NAMES.holder)}
          label={t.holder}
          hint={t.holderHint}
          value={values.holder}
          maxLength={100}
          width="medium"
        />
        <Checkboxes
          name={NAMES.compared}
          label={t.agency}
          values={values.compared === '' ? [] : [values.compared]}
          options={[{ value: '1', label: t.compared }]}
        />
        <Actions>
          <Button>{t.link}</Button>
          <ButtonLink kind="quiet" href={CERTIFICATES}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}

const at = (errors: readonly ErrorItem[], name: string) => {
  const error = errors.find(({ field }) => field === name)?.message
  return { name, ...(error === undefined ? {} : { error }) }
}

function hintOf({ keyRef, organisation, issuer, validTo, isDemo, isKnown }: LinkableKey): string {
  const marks = [...(isKnown ? [t.known] : []), ...(isDemo ? [t.demo] : [])]
  return [keyRef, organisation, issuer, `${t.until} ${formatDate(vietnamDate(validTo))}`, ...marks].join('; ')
}
