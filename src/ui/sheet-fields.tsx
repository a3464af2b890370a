import { Checkboxes, Radios } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { FileInput } from './file-input.tsx'
import { Select } from './select.tsx'
import { SheetPart } from './sheet-part.tsx'
import { sheetTexts } from './sheet.texts.ts'
import { SummaryList } from './summary-list.tsx'
import { TextArea } from './text-area.tsx'

const { fields, errors, summary } = sheetTexts

const floors = ['1', '2', '3', '4'].map((value) => ({ value, label: <span class="so">{value}</span> }))

/** Questions, error summary, prefilled and checked answers. */
export function FieldsPart() {
  return (
    <>
      <SheetPart title={fields.title} lead={fields.lead}>
        <div class="luoi">
          <Field
            name="area"
            label={fields.area}
            hint={fields.areaHint}
            unit={fields.areaUnit}
            value="227,4"
            width="short"
            figures
            inputMode="decimal"
          />
          <Field name="name" label={fields.name} hint={fields.nameHint} value={fields.nameValue} autoComplete="name" />
          <Field
            name="birth"
            label={fields.birth}
            hint={fields.birthHint}
            error={fields.birthError}
            value="03/1988"
            width="short"
            figures
          />
          <Select
            name="commune"
            label={fields.commune}
            emptyLabel={fields.choose}
            value="bai-chay"
            options={fields.communes.map(([value, label]) => ({ value, label }))}
          />
          <TextArea name="note" label={fields.note} optional rows={3} />
          <FileInput
            name="drawing"
            label={fields.file}
            hint={fields.fileHint}
            accept=".pdf,image/*"
            maxBytes={20_971_520}
          />
          <Radios name="floors" label={fields.floors} options={floors} value="3" inline />
          <Radios
            name="holder"
            label={fields.holder}
            value="together"
            options={[
              { value: 'alone', label: fields.alone },
              { value: 'together', label: fields.together, reveal: <p>{fields.togetherReveal}</p> },
            ]}
          />
          <Checkboxes
            name="tell"
            label={fields.tell}
            values={['sms']}
            options={[
              { value: 'sms', label: fields.sms },
              { value: 'mail', label: fields.mail },
            ]}
          />
        </div>
        <div class="luoi hai2">
          <Radios
            name="plot"
            label={fields.plot}
            cards
            value="known"
            options={[
              { value: 'known', label: fields.plotKnown, hint: fields.plotKnownHint },
              { value: 'other', label: fields.plotOther, hint: fields.plotOtherHint },
            ]}
          />
          <FileInput name="paper" label={fields.dropFile} drop accept=".pdf" />
        </div>
      </SheetPart>
      <SheetPart title={errors.title}>
        <div class="mot cach">
          <ErrorSummary
            errors={[
              { field: 'birth', message: errors.items[0] },
              { field: 'area', message: errors.items[1] },
            ]}
          />
        </div>
      </SheetPart>
      <SheetPart title={summary.title}>
        <div class="luoi hai2">
          <SummaryList
            boxed
            rows={summary.rows.slice(0, 2).map(([label, value], index) => ({
              label,
              value,
              figures: index === 1,
              source: index === 0 ? summary.source : undefined,
            }))}
          />
          <SummaryList rows={summary.rows.map(([label, value]) => ({ label, value, changeHref: '#noi-dung' }))} />
        </div>
      </SheetPart>
    </>
  )
}
