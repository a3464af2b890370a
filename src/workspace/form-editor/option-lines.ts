import { foldText } from '../../platform/text.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import type { FieldOption, FieldSpec } from '../../forms/index.ts'
import { withEnglish } from './english-input.ts'

/** One a line: `mã | lời | gợi ý`; a line without a bar is the words alone and gets a code made of them. */
export function optionsFrom(form: FormBody): Pick<FieldSpec, 'options'> {
  const lines = field(form, 'lua-chon')
    .split('\n')
    .map((line) => line.trim())
  const options = lines
    .filter((line) => line !== '')
    .map((line) => {
      const [value = '', label, hint = ''] = line.split('|').map((part) => part.trim())
      return label === undefined
        ? { value: codeOf(value), label: value }
        : { value, label, ...(hint === '' ? {} : { hint }) }
    })
  return { options: withEnglish(options, form) }
}

export function optionLines(options: readonly FieldOption[] = []): string {
  return options.map(({ value, label, hint }) => [value, label, hint].filter(Boolean).join(' | ')).join('\n')
}

function codeOf(words: string): string {
  return (
    foldText(words)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || words
  )
}
