/** NFC: phones send decomposed letters; everything is stored and compared composed. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** The search form of a text: lower case, without diacritics, single spaces. The one folding function of the system. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** All strings inside a parsed body, composed. */
export function nfcDeep<T>(value: T): T {
  if (typeof value === 'string') return nfc(value) as T
  if (Array.isArray(value)) return value.map(nfcDeep) as T
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nfcDeep(item)])) as T
  }
  return value
}
