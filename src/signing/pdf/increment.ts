import { deflateSync } from 'node:zlib'
import { PdfError, dict, name, ref } from './objects.ts'
import type { PdfDict, PdfRef, PdfValue } from './objects.ts'
import type { PdfFile } from './file.ts'

/** New and changed objects of one revision, appended to a file without touching the bytes before it. */
export type Increment = {
  add(value: PdfValue): PdfRef
  reserve(): PdfRef
  set(ref: PdfRef, value: PdfValue): void
  /** The whole file with the increment; `offsetOf` tells where an object of the increment begins. */
  finish(): { bytes: Buffer; offsetOf(ref: PdfRef): number }
}

export function startIncrement(file: PdfFile): Increment {
  const changed = new Map<number, { ref: PdfRef; value: PdfValue }>()
  let next = file.size
  const increment: Increment = {
    reserve: () => ref(next++),
    add(value) {
      const target = increment.reserve()
      increment.set(target, value)
      return target
    },
    set: (target, value) => void changed.set(target.num, { ref: target, value }),
    finish() {
      const parts: Buffer[] = []
      let length = file.bytes.length
      const push = (part: Buffer) => {
        parts.push(part)
        length += part.length
      }
      push(Buffer.from('\n'))
      const offsets = new Map<number, { offset: number; gen: number }>()
      const write = (target: PdfRef, value: PdfValue) => {
        offsets.set(target.num, { offset: length, gen: target.gen })
        push(Buffer.from(`${target.num} ${target.gen} obj\n`))
        push(serialise(value))
        push(Buffer.from('\nendobj\n'))
      }
      for (const { ref: target, value } of [...changed.values()].sort((a, b) => a.ref.num - b.ref.num)) {
        write(target, value)
      }
      const at = length
      // The form of the section before is kept: mixing the two is not foreseen by the standard.
      push(file.sections[0]?.stream ? xrefStream(file, offsets, ref(next), at) : xrefTable(file, offsets, next))
      push(Buffer.from(`startxref\n${at}\n%%EOF\n`))
      const offsetOf = (target: PdfRef) => {
        const found = offsets.get(target.num)
        if (!found) throw new PdfError('malformed', `object ${target.num} is not in the increment`)
        return found.offset
      }
      return { bytes: Buffer.concat([file.bytes, ...parts], length), offsetOf }
    },
  }
  return increment
}

type Offsets = Map<number, { offset: number; gen: number }>

function trailerOf(file: PdfFile, size: number): PdfDict {
  const { entries } = file.trailer
  const previous = file.sections[0]?.at ?? 0
  return dict({ Size: size, Root: file.rootRef, Info: entries.get('Info'), ID: entries.get('ID'), Prev: previous })
}

function xrefTable(file: PdfFile, offsets: Offsets, size: number): Buffer {
  const lines = runs(offsets).flatMap((run) => [
    `${run[0] ?? 0} ${run.length}\n`,
    ...run.map((num) => {
      const { offset, gen } = offsets.get(num) ?? { offset: 0, gen: 0 }
      return `${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} n \n`
    }),
  ])
  return Buffer.concat([
    Buffer.from(`xref\n${lines.join('')}trailer\n`),
    serialise(trailerOf(file, size)),
    Buffer.from('\n'),
  ])
}

function xrefStream(file: PdfFile, offsets: Offsets, self: PdfRef, at: number): Buffer {
  offsets.set(self.num, { offset: at, gen: 0 })
  const parts = runs(offsets)
  const rows = parts.flat().map((num) => {
    const { offset, gen } = offsets.get(num) ?? { offset: 0, gen: 0 }
    const row = Buffer.alloc(7)
    row.writeUInt8(1, 0)
    row.writeUInt32BE(offset, 1)
    row.writeUInt16BE(gen, 5)
    return row
  })
  const data = deflateSync(Buffer.concat(rows))
  const head = dict({ Type: name('XRef'), W: [1, 4, 2], Index: parts.flatMap((run) => [run[0] ?? 0, run.length]) })
  const entries = new Map([...head.entries, ...trailerOf(file, self.num + 1).entries])
  entries.set('Filter', name('FlateDecode'))
  return Buffer.concat([
    Buffer.from(`${self.num} 0 obj\n`),
    serialise({ kind: 'stream', dict: { kind: 'dict', entries }, data }),
    Buffer.from('\nendobj\n'),
  ])
}

/** Consecutive object numbers together. */
function runs(offsets: Offsets): number[][] {
  const result: number[][] = []
  for (const num of [...offsets.keys()].sort((a, b) => a - b)) {
    const last = result.at(-1)
    if (last && last.at(-1) === num - 1) last.push(num)
    else result.push([num])
  }
  return result
}

export function serialise(value: PdfValue): Buffer {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'stream') {
    const entries = new Map([...value.dict.entries, ['Length', value.data.length] as const])
    const head = text({ kind: 'dict', entries })
    return Buffer.concat([Buffer.from(`${head}\nstream\n`), value.data, Buffer.from('\nendstream')])
  }
  return Buffer.from(text(value), 'latin1')
}

function text(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`
  if (value.kind === 'raw') return value.text
  if (value.kind === 'ref') return `${value.num} ${value.gen} R`
  if (value.kind === 'name') return `/${value.name.replace(/[^!-~]|[()<>[\]{}/%#]/g, hexEscape)}`
  if (value.kind === 'string') return `<${Buffer.from(value.bytes).toString('hex')}>`
  if (value.kind === 'stream') throw new PdfError('malformed', 'a stream stands inside another value')
  return `<<${[...value.entries].map(([key, item]) => `${text(name(key))} ${text(item)}`).join(' ')}>>`
}

const hexEscape = (char: string) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`
const numberText = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(5).replace(/\.?0+$/, ''))
