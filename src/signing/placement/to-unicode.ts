/** Text of character codes, from the CMap that a font carries for copying and searching (ISO 32000-1, 9.10.3). */
export type ToUnicode = (code: number) => string | undefined

const MAX_ENTRIES = 70_000

/** Reads `bfchar` and `bfrange` blocks; whatever else a CMap says is of no use here. */
export function readToUnicode(cmap: string): ToUnicode {
  const texts = new Map<number, string>()
  const add = (code: number, text: string) => {
    if (texts.size < MAX_ENTRIES) texts.set(code, text)
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([\dA-Fa-f\s]+)>\s*<([\dA-Fa-f\s]*)>/g)) {
      add(numberOf(code), textOf(text))
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const rows = block.matchAll(/<([\dA-Fa-f\s]+)>\s*<([\dA-Fa-f\s]+)>\s*(?:<([\dA-Fa-f\s]*)>|\[([^\]]*)\])/g)
    for (const [, from = '', to = '', first, list] of rows) addRange(add, [numberOf(from), numberOf(to)], first, list)
  }
  return (code) => texts.get(code)
}

function addRange(
  add: (code: number, text: string) => void,
  [from, to]: [number, number],
  first: string | undefined,
  list: string | undefined,
): void {
  if (to < from || to - from > MAX_ENTRIES) return
  if (list !== undefined) {
    const items = [...list.matchAll(/<([\dA-Fa-f\s]*)>/g)]
    for (const [index, [, text = '']] of items.entries()) add(from + index, textOf(text))
    return
  }
  const text = textOf(first ?? '')
  const last = text.codePointAt(text.length - 1)
  if (last === undefined) return
  for (let code = from; code <= to; code++) {
    const step = last + code - from
    if (step <= 0x10ffff) add(code, text.slice(0, -1) + String.fromCodePoint(step))
  }
}

const numberOf = (hex: string) => Number.parseInt(hex.replace(/\s/g, ''), 16)

function textOf(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex')
  return bytes.length % 2 === 0 ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1')
}
