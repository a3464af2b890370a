import { isRef } from './objects.ts'
import type { PdfDict, PdfRef, PdfValue } from './objects.ts'
import type { PdfFile } from './file.ts'
import type { Increment } from './increment.ts'

/** The value with everything it refers to, copied from another file under new object numbers. */
export function copyInto(
  increment: Increment,
  from: PdfFile,
  value: PdfValue,
  done = new Map<number, PdfRef>(),
): PdfValue {
  const copy = (item: PdfValue): PdfValue => copyInto(increment, from, item, done)
  const copyDict = (source: PdfDict): PdfDict => ({
    kind: 'dict',
    entries: new Map([...source.entries].map(([key, item]) => [key, copy(item)])),
  })
  if (Array.isArray(value)) return value.map(copy)
  if (isRef(value)) {
    const known = done.get(value.num)
    if (known) return known
    const target = increment.reserve()
    done.set(value.num, target)
    increment.set(target, copy(from.object(value)))
    return target
  }
  if (typeof value !== 'object' || value === null) return value
  if (value.kind === 'dict') return copyDict(value)
  return value.kind === 'stream' ? { kind: 'stream', dict: copyDict(value.dict), data: value.data } : value
}
