import { PdfError, spend } from '../pdf/objects.ts'
import type { Budget, PdfValue } from '../pdf/objects.ts'
import { PdfParser } from '../pdf/parse.ts'

export type Operation = { operator: string; operands: PdfValue[] }

const OPENS_VALUE = new Set([...'/([<+-.0123456789'].map((char) => char.charCodeAt(0)))
const MAX_OPERANDS = 64

/** The operations of a content stream in turn, inline pictures as one operation `BI`. ISO 32000-1 clause 7.8.2. */
export function* contentOperations(content: Uint8Array, budget: Budget): Generator<Operation> {
  const parser = new PdfParser(content, 0, budget)
  let operands: PdfValue[] = []
  for (;;) {
    parser.skipSpace()
    const byte = content[parser.at]
    if (byte === undefined) return
    if (OPENS_VALUE.has(byte)) {
      operands.push(parser.value())
      if (operands.length > MAX_OPERANDS) throw new PdfError('malformed', 'too many operands')
      continue
    }
    const operator = parser.word()
    if (operator === '') throw new PdfError('malformed', `operator expected at byte ${parser.at} of the content`)
    if (operator === 'true' || operator === 'false' || operator === 'null') continue
    spend(budget, 'values', 1)
    if (operator === 'BI') skipInlineImage(parser, content)
    yield { operator, operands }
    operands = []
  }
}

/** To behind `EI` between white space; its bytes may look like anything. */
function skipInlineImage(parser: PdfParser, content: Uint8Array): void {
  const rest = Buffer.from(content.buffer, content.byteOffset + parser.at, content.length - parser.at)
  const data = rest.indexOf('ID', 0, 'latin1')
  if (data < 0) throw new PdfError('malformed', 'inline image without data')
  for (let at = rest.indexOf('EI', data + 2, 'latin1'); at >= 0; at = rest.indexOf('EI', at + 1, 'latin1')) {
    const before = rest[at - 1] ?? 0
    const after = rest[at + 2] ?? 0x20
    if (before > 0x20 || after > 0x20) continue
    parser.at += at + 2
    return
  }
  throw new PdfError('malformed', 'inline image without end')
}
