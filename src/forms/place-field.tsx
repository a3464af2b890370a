import { Button, Details, Field, fieldId, Radios, Select, type Question } from '../ui/index.ts'
import type { FieldSpec } from './form.ts'
import type { Filled } from './question-field.tsx'
import { fieldTexts } from './texts.ts'

type Props = { spec: FieldSpec; question: Question; filled: Filled }

/** The button that shows the communes of a chosen province. */
export const SHOW_COMMUNES = 'xem-xa'

/**
 * A place: its name typed, old or new, or chosen from the lists of provinces and communes. Where the words fit several places
 * they are offered.
 */
export function PlaceField({ spec, question, filled: { values, errors, places } }: Props) {
  const { name } = question
  const box = (own: string) => values[`${name}.${own}`] ?? ''
  const error = (own: string) => errors.find(({ field }) => field === `${name}.${own}`)?.message
  const words = box('noi')
  const found = words === '' ? [] : (places?.find(words) ?? [])
  const [only] = found
  const isOpen = found.length > 1 || only?.uncertain === true
  const [province, commune] = [box('tinh'), box('xa')]
  return (
    <fieldset class="dia-chi" data-place={name}>
      <legend>
        {question.label}
        {question.optional && <span class="tuy-y"> {fieldTexts.optional}</span>}
      </legend>
      <Field
        {...question}
        name={`${name}.noi`}
        id={fieldId(name)}
        label={fieldTexts.placeName}
        hint={question.hint ?? fieldTexts.placeHint}
        optional={false}
        value={words}
        spellCheck={false}
      />
      {!isOpen && only && only.name !== words && (
        <p class="goi-y" data-understood>
          {fieldTexts.understoodAs(only.name, only.formerly)}
        </p>
      )}
      {isOpen && (
        <>
          <input type="hidden" name={`${name}.cho`} value={words} />
          <Radios
            name={`${name}.chon`}
            label={fieldTexts.whichPlace(words)}
            value={box('cho') === words ? box('chon') : undefined}
            options={found.map(({ communeCode, name: label, formerly }) => ({
              value: communeCode,
              label,
              hint: formerly && fieldTexts.formerly(formerly),
            }))}
          />
        </>
      )}
      {places && (
        <Details summary={fieldTexts.chooseFromList} open={province !== ''}>
          <Select
            name={`${name}.tinh`}
            label={fieldTexts.province}
            value={province}
            emptyLabel={fieldTexts.chooseProvince}
            options={places.provinces().map(({ code, name: label }) => ({ value: code, label }))}
          />
          {province === '' ? null : (
            <Select
              name={`${name}.xa`}
              label={fieldTexts.commune}
              value={commune}
              emptyLabel={fieldTexts.chooseCommune}
              options={places.communesOf(province).map(({ code, name: label }) => ({ value: code, label }))}
            />
          )}
          <Button kind="secondary" name={SHOW_COMMUNES} value={name} formNoValidate>
            {fieldTexts.showCommunes}
          </Button>
        </Details>
      )}
      {!spec.withoutDetail && (
        <Field
          name={`${name}.chi-tiet`}
          label={fieldTexts.placeDetail}
          hint={fieldTexts.placeDetailHint}
          error={error('chi-tiet')}
          value={box('chi-tiet')}
          autoComplete={spec.autoComplete}
        />
      )}
    </fieldset>
  )
}
