import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  HiddenToken,
  Select,
  TextArea,
  type ErrorItem,
} from '../../ui/index.ts'
import type { VNode } from 'preact'
import { field, type FormBody } from '../../platform/web/web.ts'
import type { Position, Unit } from '../../organisation/index.ts'
import type { AppointmentView } from '../officers/list-officers.ts'
import { OFFICE_ROLES } from '../officers/officer.ts'
import { accountTexts as t } from '../texts.ts'

/** A form's fields by what the action calls them, with what is typed in them. */
export type Values<Name extends string> = Record<Name, string>

export const openNames = { signInName: 'ten', fullName: 'ho-ten', email: 'thu', phone: 'dien-thoai' } as const
export const grantNames = {
  role: 'vai-tro',
  unitId: 'don-vi',
  position: 'chuc-danh',
  reach: 'pham-vi',
  validFrom: 'tu-ngay',
  validTo: 'den-ngay',
  decisionNumber: 'so',
  decisionOn: 'ngay-ky',
} as const
export const withdrawNames = { lastDay: 'ngay-cuoi', reason: 'ly-do', decisionNumber: 'so' } as const
export const disableNames = { reason: 'ly-do' } as const

export function readForm<Name extends string>(form: FormBody, names: Record<Name, string>): Values<Name> {
  return Object.fromEntries(
    (Object.entries(names) as [Name, string][]).map(([key, name]) => [key, field(form, name)]),
  ) as Values<Name>
}

/** What was filled in; empty boxes are left out, so that the action says which one it needs. */
export function filledIn<Name extends string>(values: Values<Name>): Partial<Values<Name>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Values<Name>>
}

/** What the parser found wrong, field by field. */
export function fieldErrors(names: Record<string, string>, facts: Record<string, unknown>): ErrorItem[] {
  const found = (facts.errors ?? []) as { path: string; message: string }[]
  const named = found.flatMap(({ path, message }) => {
    const name = names[path.split('/')[1] ?? '']
    return name === undefined ? [] : [{ field: name, message }]
  })
  return [...new Map(named.map((error) => [error.field, error])).values()]
}

type FrameProps = {
  action: string
  back: string
  token: string
  errors: readonly ErrorItem[]
  submit: string
  danger?: boolean
  children: VNode | VNode[]
}

function FormFrame({ action, back, token, errors, submit, danger, children }: FrameProps) {
  return (
    <div class="cuon-trang">
      <form method="post" action={action} class="mot-cot">
        <HiddenToken token={token} />
        <ErrorSummary errors={errors} />
        {children}
        <Actions>
          <Button kind={danger ? 'danger' : 'primary'}>{submit}</Button>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </form>
    </div>
  )
}

function at(errors: readonly ErrorItem[], name: string) {
  const error = errors.find(({ field: one }) => one === name)?.message
  return { name, ...(error === undefined ? {} : { error }) }
}

type Common = { action: string; back: string; token: string; errors: readonly ErrorItem[] }

export function OpenForm({ values, ...frame }: Common & { values: Values<keyof typeof openNames> }) {
  const { errors } = frame
  return (
    <FormFrame {...frame} submit={t.open}>
      <p>{t.openLead}</p>
      <Field {...at(errors, openNames.fullName)} label={t.fullName} value={values.fullName} />
      <Field
        {...at(errors, openNames.signInName)}
        label={t.signInName}
        hint={t.signInNameHint}
        value={values.signInName}
        width="medium"
        spellCheck={false}
      />
      <Field {...at(errors, openNames.email)} label={t.email} type="email" optional value={values.email} />
      <Field
        {...at(errors, openNames.phone)}
        label={t.phone}
        type="tel"
        width="medium"
        optional
        figures
        value={values.phone}
      />
    </FormFrame>
  )
}

type GrantProps = Common & {
  values: Values<keyof typeof grantNames>
  units: readonly Unit[]
  positions: readonly Position[]
}

export function GrantForm({ values, units, positions, ...frame }: GrantProps) {
  const { errors } = frame
  return (
    <FormFrame {...frame} submit={t.grant}>
      <Select
        {...at(errors, grantNames.role)}
        label={t.role}
        emptyLabel={t.choose}
        width="medium"
        value={values.role}
        options={OFFICE_ROLES.map((role) => ({ value: role, label: t.roleNames[role] }))}
      />
      <Select
        {...at(errors, grantNames.unitId)}
        label={t.unit}
        emptyLabel={t.choose}
        value={values.unitId}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...at(errors, grantNames.position)}
        label={t.position}
        hint={`${t.positionHint} ${[...new Set(positions.map(({ title }) => title))].slice(0, 3).join('; ')}`}
        value={values.position}
      />
      <Select
        {...at(errors, grantNames.reach)}
        label={t.reach}
        width="medium"
        value={values.reach}
        options={[
          { value: 'unit', label: t.reachUnit },
          { value: 'subtree', label: t.reachSubtree },
        ]}
      />
      <Field {...at(errors, grantNames.validFrom)} label={t.from} type="date" width="medium" value={values.validFrom} />
      <Field
        {...at(errors, grantNames.validTo)}
        label={t.to}
        hint={t.toHint}
        type="date"
        width="medium"
        optional
        value={values.validTo}
      />
      <Field
        {...at(errors, grantNames.decisionNumber)}
        label={t.decisionNumber}
        width="medium"
        value={values.decisionNumber}
      />
      <Field
        {...at(errors, grantNames.decisionOn)}
        label={t.decisionOn}
        type="date"
        width="medium"
        value={values.decisionOn}
      />
    </FormFrame>
  )
}

type WithdrawProps = Common & { values: Values<keyof typeof withdrawNames>; post: AppointmentView }

export function WithdrawForm({ values, post, ...frame }: WithdrawProps) {
  const { errors } = frame
  return (
    <FormFrame {...frame} submit={t.withdraw} danger>
      <p>
        {t.roleNames[post.role]}: {post.position}, {post.unitName}
      </p>
      <p class="nhe">{t.withdrawLead}</p>
      <Field
        {...at(errors, withdrawNames.lastDay)}
        label={t.lastDay}
        hint={t.lastDayHint}
        type="date"
        width="medium"
        value={values.lastDay}
      />
      <TextArea {...at(errors, withdrawNames.reason)} label={t.reason} rows={2} maxLength={500} value={values.reason} />
      <Field
        {...at(errors, withdrawNames.decisionNumber)}
        label={t.decisionNumber}
        width="medium"
        optional
        value={values.decisionNumber}
      />
    </FormFrame>
  )
}

export function DisableForm({ values, ...frame }: Common & { values: Values<keyof typeof disableNames> }) {
  return (
    <FormFrame {...frame} submit={t.disable} danger>
      <p>{t.disableLead}</p>
      <TextArea
        {...at(frame.errors, disableNames.reason)}
        label={t.reason}
        rows={2}
        maxLength={500}
        value={values.reason}
      />
    </FormFrame>
  )
}
