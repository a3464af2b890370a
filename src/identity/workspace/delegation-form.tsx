import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Field,
  HiddenToken,
  Radios,
  Select,
  TextArea,
  type ErrorItem,
} from '../../ui/index.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import { DELEGATION_KINDS, SUBSTITUTED_ROLES, delegationKindWords } from '../../organisation/index.ts'
import type { DelegationChoices } from '../delegations/choices.ts'
import type { Colleague } from '../delegations/store.ts'
import { delegationKindHints, delegationTexts as t } from '../delegations/texts.ts'
import { accountTexts } from '../texts.ts'
import { DELEGATIONS, type SectorChoice } from './delegations.page.tsx'

/** Fields of the form by what the action calls them. */
const NAMES = {
  kind: 'cach',
  fromAccountId: 'nguoi-giao',
  toAccountId: 'nguoi-nhan',
  unitId: 'don-vi',
  roles: 'viec',
  sectorCodes: 'linh-vuc',
  procedureCodes: 'thu-tuc',
  instrumentKind: 'loai-van-ban',
  instrumentNumber: 'so',
  signedOn: 'ngay-ky',
  issuer: 'noi-ky',
  validFrom: 'tu-ngay',
  validTo: 'den-ngay',
} as const
type Name = keyof typeof NAMES
export type DelegationValues = Record<Exclude<Name, 'roles' | 'sectorCodes'>, string> & {
  roles: string[]
  sectorCodes: string[]
}

export function readDelegationForm(form: FormBody): DelegationValues {
  const texts = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, field(form, name)]))
  const several = (name: string) => [form[name] ?? []].flat().filter((value) => value !== '')
  return { ...texts, roles: several(NAMES.roles), sectorCodes: several(NAMES.sectorCodes) } as DelegationValues
}

/** The form as the action takes it; what was left empty is left out. */
export function delegationInput({ procedureCodes, sectorCodes, roles, kind, ...texts }: DelegationValues) {
  const codes = procedureCodes.split(/[\s,;]+/).filter((code) => code !== '')
  const filled = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''))
  return {
    ...filled,
    ...(kind === '' ? {} : { kind }),
    roles: kind === 'substitution' || kind === '' ? roles : ['signatory'],
    ...(codes.length > 0 ? { procedureCodes: codes } : {}),
    ...(sectorCodes.length > 0 ? { sectorCodes } : {}),
  }
}

const EMPTY_WORDS: Partial<Record<Name, string>> = {
  kind: t.chooseKind,
  fromAccountId: t.chooseOne,
  toAccountId: t.chooseOne,
  signedOn: t.chooseDay,
  validFrom: t.chooseDay,
}

/** What the parser found wrong, field by field. */
export function delegationErrors(facts: { errors?: { path: string; message: string }[] }): ErrorItem[] {
  const named = (facts.errors ?? []).flatMap(({ path, message }) => {
    const key = (path.split('/')[1] ?? '') as Name
    return key in NAMES ? [{ field: NAMES[key], message: EMPTY_WORDS[key] ?? message }] : []
  })
  return [...new Map(named.map((error) => [error.field, error])).values()]
}

type Props = {
  choices: DelegationChoices
  sectors: readonly SectorChoice[]
  values: DelegationValues
  errors: readonly ErrorItem[]
  token: string
}

/** As many fields as one instrument usually names; more are written down over the API. */
const SECTOR_BOXES = 3

export function DelegationForm({ choices, sectors, values, errors, token }: Props) {
  const at = (key: Name) => {
    const error = errors.find(({ field: name }) => name === NAMES[key])?.message
    return { name: NAMES[key], ...(error === undefined ? {} : { error }) }
  }
  const kinds = DELEGATION_KINDS.filter((kind) => !choices.ownOnly || kind !== 'substitution')
  return (
    <div class="cuon-trang">
      <div class="mot-cot">
        <ErrorSummary errors={errors} title={t.refusedTitle} />
        <p>
          {t.unit}: <b>{choices.unit?.name}</b>
          {choices.units.length > 1 && (
            <>
              {'. '}
              <a href={`${DELEGATIONS}/moi`}>{t.changeUnit}</a>
            </>
          )}
        </p>
        <form method="post" action={`${DELEGATIONS}/moi`}>
          <HiddenToken token={token} />
          <input type="hidden" name={NAMES.unitId} value={values.unitId} />
          <Radios
            {...at('kind')}
            label={t.kind}
            value={values.kind}
            options={kinds.map((kind) => ({
              value: kind,
              label: delegationKindWords[kind],
              hint: delegationKindHints[kind],
            }))}
          />
          <Select
            {...at('fromAccountId')}
            label={t.fromWho}
            emptyLabel={t.choose}
            value={values.fromAccountId}
            options={people(choices.from)}
          />
          <Select
            {...at('toAccountId')}
            label={t.toWho}
            emptyLabel={t.choose}
            value={values.toAccountId}
            options={people(choices.to)}
          />
          {!choices.ownOnly && (
            <Checkboxes
              {...at('roles')}
              label={t.roles}
              hint={t.rolesHint}
              values={values.roles}
              options={SUBSTITUTED_ROLES.map((role) => ({ value: role, label: accountTexts.roleNames[role] }))}
            />
          )}
          {sectors.length > 0 &&
            Array.from({ length: SECTOR_BOXES }, (_, place) => (
              <Select
                {...at('sectorCodes')}
                key={place}
                id={`${NAMES.sectorCodes}-${place + 1}`}
                label={place === 0 ? t.sectors : t.oneMoreSector}
                {...(place === 0 ? { hint: t.sectorsHint } : {})}
                optional
                emptyLabel={t.anySector}
                value={values.sectorCodes[place] ?? ''}
                options={sectors.map(({ code, name }) => ({ value: code, label: name }))}
              />
            ))}
          <TextArea
            {...at('procedureCodes')}
            label={t.procedures}
            hint={t.proceduresHint}
            optional
            rows={2}
            value={values.procedureCodes}
          />
          <h2 class="cach">{t.paperTitle}</h2>
          <Field
            {...at('instrumentKind')}
            label={t.instrumentKind}
            hint={t.instrumentKindHint}
            value={values.instrumentKind}
          />
          <Field
            {...at('instrumentNumber')}
            label={t.number}
            hint={t.numberHint}
            width="medium"
            value={values.instrumentNumber}
          />
          <Field {...at('signedOn')} label={t.signedOn} type="date" width="medium" value={values.signedOn} />
          <Field {...at('issuer')} label={t.issuer} value={values.issuer} />
          <Field {...at('validFrom')} label={t.validFrom} type="date" width="medium" value={values.validFrom} />
          <Field
            {...at('validTo')}
            label={t.validTo}
            hint={t.validToHint}
            type="date"
            width="medium"
            optional
            value={values.validTo}
          />
          <Actions>
            <Button>{t.save}</Button>
            <ButtonLink kind="quiet" href={DELEGATIONS}>
              {t.cancel}
            </ButtonLink>
          </Actions>
        </form>
      </div>
    </div>
  )
}

/** Each person once, with all they are there. */
function people(colleagues: readonly Colleague[]) {
  return [...Map.groupBy(colleagues, ({ accountId }) => accountId)].map(([accountId, posts]) => ({
    value: accountId,
    label: `${posts[0]?.fullName ?? ''}, ${[...new Set(posts.map(({ position }) => position))].join('; ')}`,
  }))
}
