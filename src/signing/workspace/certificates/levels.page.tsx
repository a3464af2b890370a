import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  HiddenToken,
  Notice,
  Select,
  Table,
  type ErrorItem,
} from '../../../ui/index.ts'
import { formatDate } from '../../../platform/dates.ts'
import { DEMANDABLE_LEVELS, type DefaultLevel } from '../../raising/demanded-level.ts'
import type { SetLevel } from '../../raising/demanded-level-store.ts'
import { CertificateTabs, LEVELS } from './frame.tsx'
import { levelsTexts as t, levelWords } from './levels.texts.ts'

export const LEVEL_NAMES = { procedureCode: 'thu_tuc', level: 'muc', validFrom: 'tu_ngay', basis: 'can_cu' } as const
export type LevelValues = Partial<Record<keyof typeof LEVEL_NAMES, string>>

type Props = {
  defaults: readonly DefaultLevel[]
  set: readonly SetLevel[]
  values: LevelValues
  errors: readonly ErrorItem[]
  token: string
  isDone: boolean
  maySet: boolean
}

/** mức chữ ký: what a document must have reached before it is issued, from which day on. */
export function LevelsPage({ defaults, set, values, errors, token, isDone, maySet }: Props) {
  const rows = [
    ...set.map((one) => ({ ...one, source: `${one.basis} (${one.byName})` })),
    ...defaults.map((one) => ({ ...one, procedureCode: null, id: `mac-dinh-${one.validFrom}` })),
  ]
  return (
    <div class="cuon-trang">
      <CertificateTabs current={LEVELS} />
      {isDone && <Notice tone="ok" role="status" title={t.done} />}
      <p>{t.lead}</p>
      <Table
        caption={t.title}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { title: t.procedure, rowHeader: true, cell: ({ procedureCode }) => procedureCode ?? t.all },
          { title: t.level, cell: ({ level }) => levelWords[level] },
          { title: t.validFrom, cell: ({ validFrom }) => <span class="so">{formatDate(validFrom)}</span> },
          { title: t.basis, cell: ({ source }) => source },
        ]}
      />
      {maySet && (
        <form method="post" action={LEVELS} class="mot-cot">
          <h2>{t.setTitle}</h2>
          <HiddenToken token={token} />
          <ErrorSummary errors={errors} />
          <Field
            {...at(errors, LEVEL_NAMES.procedureCode)}
            label={t.procedure}
            hint={t.procedureHint}
            optional
            width="medium"
            value={values.procedureCode ?? ''}
          />
          <Select
            {...at(errors, LEVEL_NAMES.level)}
            label={t.level}
            value={values.level ?? 'B-LT'}
            options={DEMANDABLE_LEVELS.map((value) => ({ value, label: levelWords[value] }))}
          />
          <Field
            {...at(errors, LEVEL_NAMES.validFrom)}
            label={t.validFrom}
            type="date"
            width="medium"
            value={values.validFrom ?? ''}
          />
          <Field {...at(errors, LEVEL_NAMES.basis)} label={t.basis} hint={t.basisHint} value={values.basis ?? ''} />
          <Actions>
            <Button>{t.set}</Button>
          </Actions>
        </form>
      )}
    </div>
  )
}

const at = (errors: readonly ErrorItem[], name: string) => {
  const error = errors.find(({ field }) => field === name)?.message
  return { name, ...(error === undefined ? {} : { error }) }
}
