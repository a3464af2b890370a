import { formatTerm, type Term } from '../../platform/term.ts'

/** As people say it: `7 ngày làm việc`; official papers write `07`. */
export function termWords(term: Term): string {
  return formatTerm(term).replace(/^0(?=\d )/, '')
}

/** A procedure's name without the word every one of them begins with. */
export function plainName(name: string): string {
  const rest = name.replace(/^thủ tục\s+(?=\p{L})/iu, '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

/** A name for a place where a whole sentence does not fit, cut between words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most - 1)).replace(/[\s,;:(–-]+$/u, '')}…`
}
