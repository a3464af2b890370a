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
import { areaBox, SHOWN_WIDTH, SIDES, type Typed } from './field-form.ts'
import { samplePicturePath, templatePath } from './paths.ts'
import { templatePageTexts as words } from './texts.ts'

type Props = {
  typeCode: string
  isNew: boolean
  typed: Typed
  version: number
  sample: TriedSample | undefined
  errors: ErrorItem[]
  token: string
}

/** One field of a draft: behind which label, or in which area of the page, and what kind of value it is. */
export function FieldPage({ typeCode, isNew, typed, version, sample, errors, token }: Props) {
  return (
    <div class="cuon-trang">
      <ErrorSummary errors={errors} />
      <p>
        <a href={templatePath(typeCode)}>{words.backTo}</a>
      </p>
      <PageTitle>{words.fieldTitle(isNew ? '' : typed.words)}</PageTitle>
      <form method="post">
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
        {sample?.state === 'read' && (
          <div class="cuon-ngang">
            <p>{words.clickCorner}</p>
            <input
              type="image"
              name="goc"
              src={samplePicturePath(sample.id)}
              width={SHOWN_WIDTH}
              alt={words.clickCorner}
            />
          </div>
        )}
      </form>
    </div>
  )
}
