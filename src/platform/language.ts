/** ngôn ngữ: the languages in which a citizen is spoken to. Officers and papers for authorities have Vietnamese alone. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

let source: () => Language = () => 'vi'

/** The language of whoever is being answered; Vietnamese where nobody is. */
export function languageNow(): Language {
  return source()
}

/** Says where the language of the moment is found: in the request (`speaking.ts`), in the browser by the page itself. */
export function languageFrom(found: () => Language): void {
  source = found
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The language a program asks for: English when its header names English and neither Vietnamese nor "any". */
export function acceptedLanguage(header: string | undefined): Language {
  const ranges = (header ?? '').toLowerCase().split(',')
  const names = ranges
    .filter((range) => !/;\s*q=0(\.0*)?\s*$/.test(range))
    .map((range) => /^\s*([a-z]+|\*)/.exec(range)?.[1])
  return names.includes('en') && !names.includes('vi') && !names.includes('*') ? 'en' : 'vi'
}
