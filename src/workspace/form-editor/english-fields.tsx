import { Details, Field, TextArea } from '../../ui/index.ts'
import type { FieldOption, Spoken } from '../../forms/index.ts'
import { ENGLISH_BOXES, englishLines, type EnglishPart } from './english-input.ts'
import { draftTexts as t, englishNames } from './texts.ts'

type Props = {
  of: Spoken<EnglishPart>
  parts: readonly EnglishPart[]
  options?: readonly FieldOption[] | undefined
}

/** The same words in English; what is left empty is shown in Vietnamese. */
export function EnglishFields({ of: { en = {} }, parts, options }: Props) {
  return (
    <Details summary={t.english}>
      <p class="nhe nho">{t.englishHint}</p>
      {parts.map((part) =>
        part === 'help' || part === 'intro' ? (
          <TextArea
            key={part}
            name={ENGLISH_BOXES[part]}
            label={englishNames[part]}
            rows={2}
            value={en[part] ?? ''}
            optional
          />
        ) : (
          <Field
            key={part}
            name={ENGLISH_BOXES[part]}
            label={englishNames[part]}
            value={en[part] ?? ''}
            optional
            maxLength={500}
          />
        ),
      )}
      {options && (
        <TextArea
          name="en-lua-chon"
          label={t.options}
          hint={t.englishOptions}
          rows={4}
          value={englishLines(options)}
          optional
        />
      )}
    </Details>
  )
}
