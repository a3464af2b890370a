import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { kindNames } from '../../../forms/index.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  HiddenFields,
  HiddenToken,
  PageTitle,
  Select,
  TextArea,
} from '../../../ui/index.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import type { TriedSample } from '../../templates/get-templates.ts'
import { AreaPicker } from './area-picker.tsx'
import { areaBox, SIDES, type Typed } from './field-form.ts'
import { fieldPath, NEW_FIELD, templatePath } from './paths.ts'
import { isDrawn, type Drawn } from './sample-picture.tsx'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  typeCode: string
  isNew: boolean
  typed: Typed
  version: number
  samples: readonly TriedSample[]
  /** The sample before the administrator. */
  sample: TriedSample | undefined
  errors: ErrorItem[]
  token: string
}

/** One field of a draft: behind which label, or in which area of the page, and what kind of value it is. */
export function FieldPage({ typeCode, isNew, typed, version, samples, sample, errors, token }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>
        <a href={templatePath(typeCode)}>{words.backTo}</a>
      </p>
      <PageTitle>{words.fieldTitle(isNew ? '' : typed.words)}</PageTitle>
      <form method="post" class="mau-sua">
        <div>
          <HiddenToken token={token} />
          <HiddenFields
            fields={[
              ['ban', String(version)],
              ['mau-thu', sample?.id ?? ''],
              ...(isNew ? [] : ([['ma', typed.name]] as [string, string][])),
            ]}
          />
          {isNew && (
            <Field name="ma" label={words.fieldName} hint={words.fieldNameHint} value={typed.name} width="medium" />
          )}
          <Field name="ten" label={words.words} value={typed.words} />
          <Select
            name="kieu"
            label={words.kind}
            value={typed.kind}
            options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
            width="medium"
          />
          <TextArea name="nhan" label={words.labels} hint={words.labelsHint} value={typed.labels} rows={3} />
          {sample && sample.labels.length > 0 && (
            <Select
              name="nhan-thay"
              label={words.choose}
              emptyLabel={words.noChoice}
              options={sample.labels.map((label) => ({ value: label, label }))}
            />
          )}
          <Field name="duoi-nhan" label={words.under} hint={words.underHint} value={typed.under} />
          <TextArea name="gia-tri" label={words.options} hint={words.optionsHint} value={typed.options} rows={3} />
          <Field name="phan" label={words.part} value={typed.part} spellCheck={false} />
          <fieldset>
            <legend>{words.area}</legend>
            <p class="nhe">{words.areaHint}</p>
            {SIDES.map((side) => (
              <Field
                key={side}
                name={areaBox(side)}
                label={words[side]}
                value={typed.area[side]}
                width="short"
                inputMode="decimal"
                unit="%"
              />
            ))}
          </fieldset>
          <Actions>
            <Button name="viec" value="luu">
              {words.keep}
            </Button>
            {!isNew && (
              <Button kind="secondary" name="viec" value="bo">
                {words.remove}
              </Button>
            )}
          </Actions>
        </div>
        {isDrawn(sample) && (
          <div class="cach">
            <Others {...{ typeCode, name: isNew ? NEW_FIELD : typed.name, samples, sample }} />
            <AreaPicker sample={sample} typed={typed} />
            <p class="nhe nho">{fill(words.legend, { name: sample.name })}</p>
          </div>
        )}
      </form>
    </div>
  )
}

/** A paper has several pages, and a kind several papers. */
function Others({
  typeCode,
  name,
  samples,
  sample,
}: Pick<Props, 'typeCode' | 'samples'> & { name: string; sample: Drawn }) {
  const others = samples.filter((one) => isDrawn(one) && one.id !== sample.id)
  if (others.length === 0) return null
  return (
    <p>
      {words.otherPages}{' '}
      {others.map((one) => (
        <span key={one.id}>
          <a href={`${fieldPath(typeCode, name)}?mau=${one.id}`}>{one.name}</a>{' '}
        </span>
      ))}
    </p>
  )
}
