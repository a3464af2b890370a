import { inflateSync } from 'node:zlib'
import { PdfError, isDict, isName, nameOf, spend } from './objects.ts'
import type { Budget, PdfDict, PdfStream, PdfValue } from './objects.ts'

/** Cross-reference and object streams only: no honest one comes near this. Bytes. */
const MAX_INFLATED = 32 * 1024 * 1024

/** The decoded bytes of a stream that is plain or deflated once, with or without a PNG predictor. */
export function decodeStream(stream: PdfStream, budget: Budget): Uint8Array {
  const filter = single(stream.dict.entries.get('Filter'))
  if (filter === undefined || filter === null) return stream.data
  if (!isName(filter) || filter.name !== 'FlateDecode') throw new PdfError('malformed', 'unsupported filter')
  const inflated = inflate(stream.data)
  spend(budget, 'bytes', inflated.length)
  const parms = single(stream.dict.entries.get('DecodeParms'))
  return isDict(parms) && number(parms, 'Predictor', 1) > 1 ? undoPredictor(inflated, parms) : inflated
}

function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: MAX_INFLATED })
  } catch (error) {
    const tooLarge = error instanceof RangeError
    throw new PdfError(tooLarge ? 'too-large' : 'malformed', 'stream cannot be inflated')
  }
}

function single(value: PdfValue | undefined): PdfValue | undefined {
  if (!Array.isArray(value)) return value
  if (value.length > 1) throw new PdfError('malformed', 'chain of filters')
  return value[0]
}

function number(dict: PdfDict, key: string, otherwise: number): number {
  const value = dict.entries.get(key)
  return typeof value === 'number' ? value : otherwise
}

/** PNG predictors, ISO 32000-1 clause 7.4.4.4, for one component of eight bits. */
function undoPredictor(data: Uint8Array, parms: PdfDict): Uint8Array {
  const width = number(parms, 'Columns', 1)
  const supported = number(parms, 'Predictor', 1) >= 10 && number(parms, 'Colors', 1) === 1
  if (!supported || number(parms, 'BitsPerComponent', 8) !== 8 || !Number.isInteger(width) || width < 1) {
    throw new PdfError('malformed', `unsupported predictor ${nameOf(parms.entries.get('Predictor')) ?? ''}`)
  }
  const rows = Math.floor(data.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const type = data[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column > 0 ? (out[at - 1] ?? 0) : 0
      const up = row > 0 ? (out[at - width] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (out[at - width - 1] ?? 0) : 0
      out[at] = (data[row * (width + 1) + 1 + column] ?? 0) + predicted(type, left, up, corner)
    }
  }
  return out
}

function predicted(type: number, left: number, up: number, corner: number): number {
  if (type === 0) return 0
  if (type === 1) return left
  if (type === 2) return up
  if (type === 3) return (left + up) >> 1
  if (type !== 4) throw new PdfError('malformed', 'unknown predictor row')
  const estimate = left + up - corner
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
