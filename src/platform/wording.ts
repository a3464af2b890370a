import { languageNow } from './language.ts'

/** The same texts in another language: each key, each argument, no text left out. */
export type Wording<Texts> = Texts extends string
  ? string
  : Texts extends (...given: infer Given) => infer Told
    ? (...given: Given) => Wording<Told>
    : Texts extends readonly (infer One)[]
      ? readonly Wording<One>[]
      : { readonly [Key in keyof Texts]: Wording<Texts[Key]> }

/**
 * Texts that are read in the language of the moment: `filingTexts.title` is Vietnamese for one reader and English for the
 * next. So a text is read where it is shown; a copy in a module-level constant would keep one language for everybody.
 */
export function inBothLanguages<Texts extends object>(vi: Texts, en: Wording<Texts>): Wording<Texts> {
  const both = {}
  for (const key of Object.keys(vi) as (keyof Texts & string)[]) {
    const inVietnamese: unknown = vi[key]
    const inEnglish = (en as Record<string, unknown>)[key]
    Object.defineProperty(
      both,
      key,
      isGroup(inVietnamese)
        ? { value: inBothLanguages(inVietnamese, inEnglish as Wording<object>), enumerable: true }
        : { get: () => (languageNow() === 'en' ? inEnglish : inVietnamese), enumerable: true },
    )
  }
  return both as Wording<Texts>
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
