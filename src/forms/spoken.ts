import { languageNow } from '../platform/language.ts'
import type { FieldOption, FieldSpec, FormLayout, FormPage, FormSection, Spoken } from './form.ts'

/**
 * The layout in the language of the moment: English words put in the place of the Vietnamese ones, and what has none marked as
 * Vietnamese. Papers for authorities are made in Vietnamese.
 */
export function spokenNow(layout: FormLayout): FormLayout {
  return { ...layout, pages: layout.pages.map(pageNow) }
}

function pageNow(page: FormPage): FormPage {
  return { ...said(page, ['title', 'intro']), sections: page.sections.map(sectionNow) }
}

function sectionNow(section: FormSection): FormSection {
  const { repeat, fields } = section
  return {
    ...said(section, ['title', 'intro']),
    ...(repeat ? { repeat: said(repeat, ['entry']) } : {}),
    fields: fields.map(fieldNow),
  }
}

function fieldNow(spec: FieldSpec): FieldSpec {
  const options = spec.options?.map((option): FieldOption => said(option, ['label', 'hint']))
  const own = said(spec, ['label', 'hint', 'help', 'asked', 'example', 'unit', 'patternHint'])
  return { ...own, ...(options ? { options } : {}) }
}

/** Examples are answers, and most units signs: they are what they are in either language. */
const OF_EITHER = new Set(['example', 'unit'])

/** One thing in one language. Vietnamese fragments never stand in an English sentence: without `asked` its label is quoted. */
function said<Thing extends Spoken<string>>(thing: Thing, parts: readonly (keyof Thing & string)[]): Thing {
  const { en, ...own } = thing
  if (languageNow() === 'vi') return own as Thing
  const words: Partial<Record<string, string>> = en ?? {}
  const isMissing = parts.some(
    (part) => own[part as never] !== undefined && !OF_EITHER.has(part) && part !== 'asked' && !words[part],
  )
  const { asked: _vietnamese, ...spoken } = own as typeof own & { asked?: string }
  return { ...spoken, ...words, ...(isMissing ? { isVietnamese: true } : {}) } as Thing
}

/** Words with no English beside them, by where they stand: `tre › childName › label`. */
export function withoutEnglish(layout: FormLayout): string[] {
  const missing = (at: string, thing: Spoken<string>, parts: readonly string[]) =>
    parts
      .filter((part) => part in thing && !(thing.en as Record<string, string> | undefined)?.[part])
      .map((part) => `${at} › ${part}`)
  return layout.pages.flatMap((page) => [
    ...missing(page.id, page, ['title', 'intro']),
    ...page.sections.flatMap((section) => [
      ...missing(`${page.id} › ${section.title ?? ''}`, section, ['title', 'intro']),
      ...(section.repeat ? missing(`${page.id} › ${section.repeat.name}`, section.repeat, ['entry']) : []),
      ...section.fields.flatMap((spec) => [
        ...missing(`${page.id} › ${spec.name}`, spec, ['label', 'hint', 'help', 'asked', 'patternHint']),
        ...(spec.options ?? []).flatMap((option) =>
          missing(`${page.id} › ${spec.name} › ${option.value}`, option, ['label', 'hint']),
        ),
      ]),
    ]),
  ])
}
