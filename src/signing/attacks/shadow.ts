import { PDFDocument } from '@cantoo/pdf-lib'
import { dict, isRef, name, raw, withEntries } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import { signPdf } from '../sign-pdf.ts'
import { LEADER, SIGNED_AT } from '../testing.ts'
import type { SigningWorld } from '../testing.ts'
import { append, appendTable, contentOf, pageOf, painting } from './attack.ts'
import type { Attack, Sample } from './attack.ts'

/** Signed by the leader as it stands: what was prepared in it is signed with it. */
export const signedAsIs = ({ signer }: SigningWorld, pdf: Uint8Array): Promise<Buffer> =>
  signPdf({
    pdf,
    field: { name: 'ky', page: 1, rect: [10, 10, 100, 60] },
    signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority: null,
    now: SIGNED_AT,
  })

/** Shadow attacks: prepared before an unknowing signer signs, sprung afterwards. */
export const shadowAttacks: Attack[] = [
  {
    name: 'shadow-hide',
    done: 'Before signing a picture covers the text; afterwards its object is freed and the text shows',
    async make({ world, source }) {
      let cover = 0
      const prepared = append(source, (increment, file) => {
        const { ref, page } = pageOf(file)
        const added = increment.add(painting('1 1 1 rg 80 730 400 40 re f'))
        cover = added.num
        increment.set(ref, withEntries(page, { Contents: [contentOf(file), added] }))
      })
      return appendTable(await signedAsIs(world, prepared), [{ num: cover, free: true }])
    },
    verdict: 'altered',
    reason: 'object-removed',
    pages: [1],
  },
  {
    name: 'shadow-replace',
    done: 'Before signing the text is drawn by a form XObject; afterwards that object alone is written anew',
    async make({ world, source }) {
      let form = 0
      const head = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 595, 842] }
      const prepared = append(source, (increment, file) => {
        const { ref, page } = pageOf(file)
        const drawn = increment.add({ kind: 'stream', dict: dict(head), data: Buffer.from('0 0 10 10 re f') })
        form = drawn.num
        const resources = file.dict(page.entries.get('Resources')) ?? dict({})
        const use = increment.add(painting('/Ngam Do'))
        increment.set(
          ref,
          withEntries(page, {
            Contents: [contentOf(file), use],
            Resources: withEntries(resources, { XObject: dict({ Ngam: drawn }) }),
          }),
        )
      })
      return append(await signedAsIs(world, prepared), (increment) => {
        increment.set(
          { kind: 'ref', num: form, gen: 0 },
          { kind: 'stream', dict: dict(head), data: Buffer.from('0 0 300 300 re f') },
        )
      })
    },
    verdict: 'altered',
    reason: 'content-changed',
    pages: [1],
  },
  {
    name: 'shadow-hide-and-replace-table',
    done: 'The signed bytes hold an older version of the content; an appended table points back to it',
    async make({ world, source }) {
      const hidden = append(source, (increment, file) => increment.set(contentOf(file), painting('BT ET')))
      const offset = offsetOf(hidden, contentOf(readPdf(hidden)).num)
      const shown = append(hidden, (increment, file) => {
        increment.set(contentOf(file), readPdf(source).object(contentOf(readPdf(source))))
      })
      const signed = await signedAsIs(world, shown)
      return appendTable(signed, [{ num: contentOf(readPdf(signed)).num, offset }])
    },
    verdict: 'altered',
    reason: 'content-changed',
    pages: [1],
  },
  {
    name: 'shadow-hide-and-replace-root',
    done: 'The signed bytes hold a second catalog with other pages; an appended trailer names it as the root',
    async make({ world, source }) {
      let root = 0
      const prepared = append(source, (increment, file) => {
        const pages = increment.reserve()
        const page = increment.add(dict({ Type: name('Page'), Parent: pages, MediaBox: [0, 0, 595, 842] }))
        increment.set(pages, dict({ Type: name('Pages'), Kids: [page], Count: 1 }))
        const catalog = file.dict(file.rootRef)
        root = increment.add(withEntries(catalog ?? dict({}), { Pages: pages })).num
      })
      // The attacker gives the second catalog the signed form, whose object number can be told beforehand.
      const signed = await signedAsIs(world, prepared)
      return appendTable(signed, [], { root: `${root} 0 R` })
    },
    verdict: 'broken',
    reason: 'signature-detached',
  },
  {
    name: 'table-cut',
    done: 'An appended table without its predecessors lists every object but the seal picture',
    make({ sealed }) {
      const { xref } = readPdf(sealed)
      const picture = readPdf(sealed)
      const entries = [...xref].flatMap(([num, entry]) =>
        entry.kind === 'offset' ? [{ num, offset: entry.offset }] : [],
      )
      const left = entries.filter(({ num }) => {
        const value = picture.object({ kind: 'ref', num, gen: 0 })
        return !(
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          value.kind === 'stream' &&
          value.dict.entries.has('SMask')
        )
      })
      return appendTable(sealed, left, { prev: null })
    },
    verdict: 'altered',
    reason: 'object-removed',
    pages: [1],
  },
  {
    name: 'hidden-object-activated',
    done: 'Before signing the page refers to a content stream that does not exist; afterwards it is added',
    async make({ world, source }) {
      const prepared = append(source, (increment, file) => {
        const { ref, page } = pageOf(file)
        increment.set(ref, withEntries(page, { Contents: [page.entries.get('Contents') ?? null, raw('90 0 R')] }))
      })
      return append(await signedAsIs(world, prepared), (increment) => {
        increment.set({ kind: 'ref', num: 90, gen: 0 }, painting('1 1 1 rg 0 0 600 800 re f'))
      })
    },
    verdict: 'altered',
    reason: 'hidden-object-activated',
    pages: [1],
  },
  {
    name: 'object-stream-replaced',
    done: 'In a file with object streams one whole stream of objects is written anew',
    async make({ world, source }: Sample) {
      const signed = await signedAsIs(world, await (await PDFDocument.load(source)).save({ useObjectStreams: true }))
      return append(signed, (increment, file) => {
        const packed = [...file.xref.values()].find((entry) => entry.kind === 'packed')
        if (packed?.kind !== 'packed') throw new Error('no object stream')
        const container = { kind: 'ref', num: packed.container, gen: 0 } as const
        const value = file.object(container)
        if (isRef(value) || typeof value !== 'object' || value === null || Array.isArray(value))
          throw new Error('no stream')
        if (value.kind !== 'stream') throw new Error('no stream')
        increment.set(container, { ...value, dict: withEntries(value.dict, { Thay: true }) })
      })
    },
    verdict: 'altered',
    reason: 'content-changed',
  },
]

function offsetOf(pdf: Buffer, num: number): number {
  const entry = readPdf(pdf).xref.get(num)
  if (entry?.kind !== 'offset') throw new Error('no offset')
  return entry.offset
}
