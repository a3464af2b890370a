import { AsyncLocalStorage } from 'node:async_hooks'
import { languageFrom, type Language } from './language.ts'

const spoken = new AsyncLocalStorage<Language>()
languageFrom(() => spoken.getStore() ?? 'vi')

/** Does work in a language: every text read meanwhile, also after waiting, is in it. */
export function speaking<Result>(language: Language, work: () => Result): Result {
  return spoken.run(language, work)
}
