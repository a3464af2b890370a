/** Crockford's letters: none that looks like another, no vowels that make words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP = 4

/**
 * Mã kiểm tra `QN-7KQ4-02MX-9T3D-H8WZ`: 80 bits, so nobody finds a result by trying. `bytes` are 16 random ones; `place` is
 * the short name of the province.
 */
export function verificationCode(place: string, bytes: Uint8Array): string {
  const letters = Array.from({ length: GROUPS * GROUP }, (_, index) => LETTERS.charAt((bytes[index] ?? 0) & 31))
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  )
  return [place, ...groups].join('-')
}

/** A code as people type it: any case, spaces for dashes, O for 0, I and L for 1; undefined when it cannot be one. */
export function readVerificationCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const match = /^([A-Z]{2})([0-9A-Z]{16})$/.exec(letters)
  if (!match) return undefined
  const [, place = '', rest = ''] = match
  const code = rest.replaceAll('O', '0').replace(/[IL]/g, '1')
  if (![...code].every((letter) => LETTERS.includes(letter))) return undefined
  return [place, ...(code.match(/.{4}/g) ?? [])].join('-')
}

/** `Thành phố Quảng Ninh` → `QN`: the first letters of its last two words. */
export function placeLetters(provinceName: string): string {
  const words = provinceName
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'D')
    .trim()
    .split(/\s+/)
  return words
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .padEnd(2, 'X')
}
