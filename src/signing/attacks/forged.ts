import { readPdf } from '../pdf/file.ts'
import { formFields } from '../pdf/form.ts'
import { isDict, isRef, raw, textString, withEntries } from '../pdf/objects.ts'
import type { PdfDict, PdfRef, PdfValue } from '../pdf/objects.ts'
import { findSignatures } from '../verification/find-signatures.ts'
import type { ByteRange } from '../verification/find-signatures.ts'
import type { ReportReason } from '../verification/report.ts'
import { append, contentOf, painting } from './attack.ts'
import type { Attack } from './attack.ts'

/** Universal signature forgery: the content is changed, and the dictionary of the seal made such that a reader gives up checking. */
const forgery = (name: string, done: string, reason: ReportReason, entries: Record<string, PdfValue>): Attack => ({
  name,
  done,
  make: ({ sealed }) =>
    append(sealed, (increment, file) => {
      increment.set(contentOf(file), painting('BT ET'))
      const { ref, dict } = sealOf(sealed)
      increment.set(ref, withEntries(dict, entries))
    }),
  verdict: 'altered',
  reason,
})

function sealOf(pdf: Uint8Array): { ref: PdfRef; dict: PdfDict; range: ByteRange } {
  const file = readPdf(pdf)
  const ref = formFields(file).find(({ name }) => name === 'con-dau')?.value
  const dict = file.dict(ref)
  const range = findSignatures(file).find(({ fieldName }) => fieldName === 'con-dau')?.range
  if (!isRef(ref ?? null) || !isDict(dict) || !range) throw new Error('no seal')
  return { ref: ref as PdfRef, dict, range }
}

/** The byte range of the seal, overwritten in its place; as long as the bytes around it stay, so must its width. */
const rangeEdited = (
  name: string,
  done: string,
  reason: ReportReason,
  edit: (range: ByteRange) => number[],
): Attack => ({
  name,
  done,
  make({ sealed }) {
    const { range } = sealOf(sealed)
    const at = sealed.lastIndexOf('/ByteRange', range.gapStart, 'latin1')
    const end = sealed.indexOf(']', at, 'latin1')
    const text = `/ByteRange [${edit(range).join(' ')}`.padEnd(end - at, ' ')
    const forged = Buffer.from(sealed)
    forged.write(text, at, 'latin1')
    return forged
  },
  verdict: reason === 'unreadable' ? 'broken' : 'altered',
  reason,
})

export const forgedAttacks: Attack[] = [
  forgery('usf-range-null', 'Content replaced; the byte range of the seal is null', 'byte-range-wrong', {
    ByteRange: null,
  }),
  forgery('usf-range-zero', 'Content replaced; the byte range of the seal is four zeros', 'byte-range-wrong', {
    ByteRange: [0, 0, 0, 0],
  }),
  forgery(
    'usf-range-negative',
    'Content replaced; the byte range of the seal has a negative length',
    'byte-range-wrong',
    { ByteRange: [0, -1, 20, -1] },
  ),
  forgery('usf-range-text', 'Content replaced; the byte range of the seal is a string', 'byte-range-wrong', {
    ByteRange: textString('0 1 2 3'),
  }),
  forgery('usf-contents-null', 'Content replaced; the contents of the seal are null', 'contents-wrong', {
    Contents: null,
  }),
  forgery('usf-contents-empty', 'Content replaced; the contents of the seal are an empty string', 'contents-wrong', {
    Contents: raw('<>'),
  }),
  forgery('usf-contents-zero', 'Content replaced; the contents of the seal are one zero byte', 'contents-wrong', {
    Contents: raw('<00>'),
  }),
  forgery('usf-subfilter-unknown', 'Content replaced; the seal names a format that nobody checks', 'contents-wrong', {
    SubFilter: raw('/adbe.none'),
  }),
  {
    name: 'usf-contents-twice',
    done: 'The dictionary of the seal is written anew with two entries Contents',
    make: ({ sealed }) =>
      append(sealed, (increment) => {
        const { ref } = sealOf(sealed)
        increment.set(
          ref,
          raw('<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>/Contents<3000>>>'),
        )
      }),
    verdict: 'broken',
    reason: 'unreadable',
  },
  rangeEdited(
    'range-hole',
    'The second part of the byte range begins 200 bytes later: a hole nobody signed',
    'contents-wrong',
    ({ gapStart, gapEnd, end }) => [0, gapStart, gapEnd + 200, end - gapEnd - 200],
  ),
  rangeEdited(
    'range-hole-before',
    'The first part of the byte range ends 4 bytes earlier',
    'contents-wrong',
    ({ gapStart, gapEnd, end }) => [0, gapStart - 4, gapEnd, end - gapEnd],
  ),
  rangeEdited(
    'range-overlap',
    'The parts of the byte range overlap',
    'byte-range-wrong',
    ({ gapStart, gapEnd, end }) => [0, gapEnd, gapStart, end - gapStart],
  ),
  rangeEdited('range-start', 'The byte range begins at byte 9', 'byte-range-wrong', ({ gapStart, gapEnd, end }) => [
    9,
    gapStart - 9,
    gapEnd,
    end - gapEnd,
  ]),
  rangeEdited(
    'range-short',
    'The byte range ends 40 bytes before the end',
    'unreadable',
    ({ gapStart, gapEnd, end }) => [0, gapStart, gapEnd, end - gapEnd - 40],
  ),
  rangeEdited(
    'range-beyond',
    'The byte range ends behind the end of the file',
    'byte-range-wrong',
    ({ gapStart, gapEnd, end }) => [0, gapStart, gapEnd, end - gapEnd + 40],
  ),
  {
    name: 'wrapping-moved-range',
    done: 'The signed bytes after the signature are moved to the end; in their old place lie other objects, a table of them and a seal with another byte range',
    make: ({ sealed }) => wrapped(sealed),
    verdict: 'altered',
    reason: 'contents-wrong',
  },
  {
    name: 'wrapping-in-padding',
    done: 'The string of Contents is closed early; other objects stand in its padding, an appended table points to them',
    make({ sealed }) {
      const { range } = sealOf(sealed)
      const room = Buffer.from(sealed)
      const text = `> ${contentOf(readPdf(sealed)).num} 0 obj\n<</Length 5>>stream\nBT ET\nendstream endobj `
      const at = range.gapEnd - 2 - text.length
      room.write(text, at, 'latin1')
      return room
    },
    verdict: 'broken',
    reason: 'unreadable',
  },
  {
    name: 'signature-copied',
    done: 'Content replaced; the dictionary of the seal is copied into the appended revision',
    make: ({ sealed }) =>
      append(sealed, (increment, file) => {
        increment.set(contentOf(file), painting('BT ET'))
        const { ref, dict } = sealOf(sealed)
        increment.set(ref, withEntries(dict, { Copied: true }))
      }),
    verdict: 'altered',
    reason: 'contents-wrong',
  },
  {
    name: 'object-twice',
    done: 'A second object with the number of the content is appended, without a table',
    make: ({ sealed }) =>
      Buffer.concat([
        sealed,
        Buffer.from(`\n${contentOf(readPdf(sealed)).num} 0 obj\n<</Length 5>>stream\nBT ET\nendstream\nendobj\n`),
      ]),
    verdict: 'broken',
    reason: 'unreadable',
  },
  {
    name: 'object-listed-twice',
    done: 'An appended table lists the content twice, at two places',
    make({ sealed }) {
      const file = readPdf(sealed)
      const { num } = contentOf(file)
      const at = sealed.length + 1
      const rows = ['9', '17'].map((offset) => `${num} 1\n${offset.padStart(10, '0')} 00000 n \n`).join('')
      const trailer = `<</Size ${file.size}/Root ${file.rootRef.num} 0 R/Prev ${file.sections[0]?.at ?? 0}>>`
      return Buffer.concat([sealed, Buffer.from(`\nxref\n${rows}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`)])
    },
    verdict: 'broken',
    reason: 'unreadable',
  },
  {
    name: 'byte-flipped',
    done: 'One byte of the content stream of page 1 is another one',
    make({ sealed }) {
      const flipped = Buffer.from(sealed)
      const at = sealed.indexOf('stream', 0, 'latin1') + 20
      flipped[at] = (flipped[at] ?? 0) ^ 1
      return flipped
    },
    verdict: 'altered',
    reason: 'digest-mismatch',
  },
]

/** Signature wrapping: a reader that trusts the byte range hashes the moved bytes and shows the new ones. */
function wrapped(sealed: Buffer): Buffer {
  const file = readPdf(sealed)
  const { ref, range } = sealOf(sealed)
  const [table, before] = [file.sections[0]?.at ?? 0, file.sections[1]?.at ?? 0]
  const content = contentOf(file).num
  const contents = sealed.toString('latin1', range.gapStart, range.gapEnd)
  const size = sealed.length - range.gapEnd
  const build = (seal: number, shown: number, moved: number): string[] => {
    const others = [...(file.sections[0]?.entries ?? [])].flatMap(([num, entry]) => {
      if (entry.kind !== 'offset' || num === ref.num) return []
      return [{ num, offset: entry.offset < range.gapEnd ? entry.offset : entry.offset - range.gapEnd + moved }]
    })
    const rows = [...others, { num: ref.num, offset: seal }, { num: content, offset: shown }]
    const lines = rows.map(({ num, offset }) => `${num} 1\n${digits(offset)} 00000 n \n`).join('')
    return [
      `xref\n${lines}trailer\n<</Size ${file.size}/Root ${file.rootRef.num} 0 R/Prev ${before}>>\n`,
      `${ref.num} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached` +
        `/ByteRange [0 ${range.gapStart} ${digits(moved)} ${size}]/Contents ${contents}>>\nendobj\n`,
      `${content} 0 obj\n<</Length 5>>stream\nBT ET\nendstream\nendobj\n`,
    ]
  }
  const [tableSize = 0, sealSize = 0, contentSize = 0] = build(0, 0, 0).map((part) => part.length)
  const seal = table + tableSize
  const parts = build(seal, seal + sealSize, seal + sealSize + contentSize)
  return Buffer.concat([
    sealed.subarray(0, range.gapEnd),
    Buffer.alloc(table - range.gapEnd, 0x20),
    Buffer.from(parts.join(''), 'latin1'),
    sealed.subarray(range.gapEnd),
  ])
}

const digits = (value: number) => String(value).padStart(10, '0')
