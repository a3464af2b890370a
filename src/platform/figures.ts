import { languageNow, type Language } from './language.ts'

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } satisfies Record<Language, string>

/** `1.846`, in English `1,846`. */
export function figure(amount: number | bigint): string {
  return amount.toLocaleString(LOCALES[languageNow()])
}

/** `75.000 đồng`, in English `75,000 đồng`. */
export function dong(amount: bigint): string {
  return `${figure(amount)} đồng`
}
