import type { ComponentChildren } from 'preact'
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  HiddenToken,
  Radios,
  Select,
  TextArea,
  type ErrorItem,
} from '../../../ui/index.ts'
import { certificateTexts as t, signerWords } from './texts.ts'

/** Fields of the forms, by what the actions call them. */
export const NAMES = {
  reason: 'ly_do',
  notice: 'thong_bao',
  as: 'ghi_la',
  signer: 'noi_giu',
  keyRef: 'ten_khoa',
  changeOverOn: 'ngay_doi',
} as const
export type Values = Partial<Record<keyof typeof NAMES, string>>

type Common = { action: string; back: string; token: string; errors: readonly ErrorItem[]; values: Values }

function Frame({
  action,
  back,
  token,
  errors,
  lead,
  submit,
  isDangerous = false,
  children,
}: Omit<Common, 'values'> & { lead: string; submit: string; isDangerous?: boolean; children: ComponentChildren }) {
  return (
    <div class="cuon-trang">
      <form method="post" action={action} class="mot-cot">
        <HiddenToken token={token} />
        <ErrorSummary errors={errors} />
        <p>{lead}</p>
        {children}
        <Actions>
          <Button kind={isDangerous ? 'danger' : 'primary'}>{submit}</Button>
          <ButtonLink kind="quiet" href={back}>
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

function Reason({ errors, values }: Pick<Common, 'errors' | 'values'>) {
  return (
    <TextArea {...at(errors, NAMES.reason)} label={t.reason} rows={2} maxLength={500} value={values.reason ?? ''} />
  )
}

export function WithdrawForm(props: Common) {
  return (
    <Frame {...props} lead={t.withdrawLead} submit={t.withdraw} isDangerous>
      <Reason {...props} />
    </Frame>
  )
}

export function ResumeForm(props: Common) {
  return (
    <Frame {...props} lead={t.resumeLead} submit={t.resume}>
      <Reason {...props} />
    </Frame>
  )
}

export function StopForm(props: Common) {
  const { errors, values } = props
  return (
    <Frame {...props} lead={t.stopLead} submit={t.save} isDangerous>
      <Radios
        {...at(errors, NAMES.as)}
        label={t.stopAs}
        value={values.as}
        options={[
          { value: 'suspended', label: t.suspend },
          { value: 'revoked', label: t.revoke },
        ]}
      />
      <Reason {...props} />
      <Field {...at(errors, NAMES.notice)} label={t.notice} optional value={values.notice ?? ''} />
    </Frame>
  )
}

export function HandOverForm({ signers, ...props }: Common & { signers: readonly string[] }) {
  const { errors, values } = props
  return (
    <Frame {...props} lead={t.handOverLead} submit={t.handOver}>
      <Select
        {...at(errors, NAMES.signer)}
        label={t.handOverSigner}
        value={values.signer}
        width="medium"
        options={signers.map((value) => ({ value, label: signerWords(value) }))}
      />
      <Field
        {...at(errors, NAMES.keyRef)}
        label={t.handOverKey}
        hint={t.handOverKeyHint}
        width="medium"
        spellCheck={false}
        value={values.keyRef ?? ''}
      />
      <Field
        {...at(errors, NAMES.changeOverOn)}
        label={t.changeOver}
        type="date"
        width="medium"
        value={values.changeOverOn ?? ''}
      />
    </Frame>
  )
}
