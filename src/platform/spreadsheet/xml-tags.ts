/** What comes next in a part of a workbook. */
export type XmlPiece =
  | { kind: 'open'; name: string; attributes: string; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const PIECE =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g

/**
 * The tags and texts of an XML text in turn, without prefixes. Enough for what spreadsheet programs write, and deliberately no more: no
 * document types and no entities of the file's own, by which a small file grows without end. Stops at what is no XML.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let end = 0
  for (const found of xml.matchAll(PIECE)) {
    if (found.index !== end) throw new Error('not well-formed')
    end = found.index + found[0].length
    const [, data, closing, name, attributes = '', empty, text] = found
    if (data !== undefined) yield { kind: 'text', text: data }
    else if (text !== undefined) yield { kind: 'text', text: decoded(text) }
    else if (name === undefined) continue
    else if (closing) yield { kind: 'close', name }
    else yield { kind: 'open', name, attributes, isEmpty: empty === '/' }
  }
  if (end !== xml.length) throw new Error('not well-formed')
}

const patterns = new Map<string, RegExp>()

/** One attribute, by its name without prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decoded(value)
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex: string, digits: string, name: string) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

/** Text for an element or an attribute; control characters have no place in XML. */
export function xmlText(text: string): string {
  return text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (one) => (/[\t\n\r]/.test(one) ? one : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
