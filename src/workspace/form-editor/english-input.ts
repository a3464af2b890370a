import { field, type FormBody } from '../../platform/web/web.ts'
import type { FieldOption, Spoken } from '../../forms/index.ts'
import { text } from './boxes.ts'

/** Which box holds the English of which part of a thing. */
export const ENGLISH_BOXES = {
  title: 'en-ten',
  intro: 'en-loi-dan',
  entry: 'en-muc',
  label: 'en-hoi',
  hint: 'en-goi-y',
  help: 'en-cach-ghi',
  asked: 'en-ten-goi',
  example: 'en-vi-du',
  unit: 'en-don-vi',
  patternHint: 'en-loi-khuon',
} as const

export type EnglishPart = keyof typeof ENGLISH_BOXES

/** The English of a thing as its boxes say it; nothing when all are empty. */
export function englishFrom<Part extends EnglishPart>(form: FormBody, parts: readonly Part[]): Spoken<Part> {
  const told = Object.assign({}, ...parts.map((part) => text(form, ENGLISH_BOXES[part], part))) as Spoken<Part>['en']
  return told && Object.keys(told).length > 0 ? { en: told } : {}
}

/** One a line, `mã | lời | gợi ý`, for choices that are there. */
export function withEnglish(options: FieldOption[], form: FormBody): FieldOption[] {
  const lines = field(form, 'en-lua-chon')
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
  const english = new Map(lines.map(([value = '', label = '', hint = '']) => [value, { label, hint }]))
  return options.map((option) => {
    const { label = '', hint = '' } = english.get(option.value) ?? {}
    const en = { ...(label === '' ? {} : { label }), ...(hint === '' ? {} : { hint }) }
    return Object.keys(en).length > 0 ? { ...option, en } : option
  })
}

export function englishLines(options: readonly FieldOption[] = []): string {
  return options
    .flatMap(({ value, en }) =>
      en ? [[value, en.label ?? '', en.hint].filter((part) => part !== undefined).join(' | ')] : [],
    )
    .join('\n')
}
