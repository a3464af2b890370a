import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dict, isDict, isRef, isStream, name, ref, textOf, textString } from './objects.ts'
import type { PdfValue } from './objects.ts'
import { readPdf } from './file.ts'
import { serialise, startIncrement } from './increment.ts'
import { PdfParser } from './parse.ts'

const parse = (text: string): PdfValue => new PdfParser(Buffer.from(text, 'latin1')).value()

describe('values', () => {
  it.each<[string, unknown]>([
    ['12', 12],
    ['-0.5', -0.5],
    ['.25', 0.25],
    ['true', true],
    ['null', null],
    ['[1 2 R 3]', [ref(1, 2), 3]],
    ['/A#20B', { kind: 'name', name: 'A B' }],
    ['12 0 R', { kind: 'ref', num: 12, gen: 0 }],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toEqual(value)
  })

  it('reads strings with escapes, brackets and UTF-16', () => {
    expect(textOf(parse('(a\\(b\\)(c)\\101\\\nd)'))).toBe('a(b)(c)Ad')
    expect(textOf(parse(serialise(textString('Ủy ban nhân dân')).toString()))).toBe('Ủy ban nhân dân')
  })

  it('writes what it reads', () => {
    const value = dict({ Type: name('A b/c'), List: [1, -2.5, null, true, ref(3)], Text: textString('Đ') })
    const again = parse(serialise(value).toString('latin1'))
    expect(serialise(again)).toEqual(serialise(value))
  })

  it.each(['<< /A 1 /A 2 >>', '<</A', '[1', '(a', '<0g>', 'obj', '['.repeat(100)])('refuses %s', (text) => {
    expect(() => parse(text)).toThrow()
  })
})

describe('files', () => {
  const withStreams = (objectStream: Buffer, count: number) => {
    const body = `2 0 obj\n<</Type/ObjStm/N ${count}/First 4/Filter/FlateDecode/Length ${objectStream.length}>>\nstream\n`
    const head = Buffer.concat([Buffer.from(`%PDF-1.7\n${body}`), objectStream, Buffer.from('\nendstream\nendobj\n')])
    const rows = Buffer.from([0, 0, 0, 0, 2, 0, 2, 0, 1, 0, 9, 0, 1, head.length >> 8, head.length & 0xff, 0])
    const table = deflateSync(rows)
    const xref = `3 0 obj\n<</Type/XRef/Size 4/Root 1 0 R/W[1 2 1]/Filter/FlateDecode/Length ${table.length}>>\nstream\n`
    const tail = `\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`
    return Buffer.concat([head, Buffer.from(xref), table, Buffer.from(tail)])
  }

  it('finds objects in object streams, and extends the file in its own form', () => {
    const file = readPdf(withStreams(deflateSync(Buffer.from('1 0 <</Type/Catalog>>')), 1))
    expect(isDict(file.object(ref(1)))).toBe(true)
    const increment = startIncrement(file)
    const added = increment.add({ kind: 'stream', dict: dict({}), data: Buffer.from('x') })
    const again = readPdf(increment.finish().bytes)
    expect(isStream(again.object(added))).toBe(true)
    expect(again.sections.map((section) => section.stream)).toEqual([true, true])
    expect(isRef(again.rootRef)).toBe(true)
  })

  it('refuses an object stream that inflates without end', () => {
    const bomb = deflateSync(Buffer.concat([Buffer.from('1 0 <</Type/Catalog>>'), Buffer.alloc(40 * 1024 * 1024)]))
    const file = readPdf(withStreams(bomb, 1))
    expect(() => file.object(ref(1))).toThrow(expect.objectContaining({ code: 'too-large' }))
  })

  it('refuses tables in a circle, a missing end and an object in the wrong place', () => {
    const start = '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n'
    const table = (offset: number, more = '') =>
      `xref\n0 2\n0000000000 65535 f \n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<</Root 1 0 R${more}>>\nstartxref\n${start.length}\n%%EOF`
    const read = (text: string) => readPdf(Buffer.from(text)).object(ref(1))
    expect(isDict(read(start + table(9)))).toBe(true)
    expect(() => read(start + table(9, `/Prev ${start.length}`))).toThrow('circle')
    expect(() => read(start + table(10))).toThrow()
    expect(() => read(`${start}${table(9)}\nmore`)).toThrow('does not end')
    expect(() => read(start + table(9, '/Encrypt 5 0 R'))).toThrow('encrypted')
  })
})
