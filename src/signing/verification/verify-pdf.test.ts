import { randomBytes } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { openSigningWorld, issuedDocument, pdfLibDocument, signingWorld, typstDocument, SIGNED_AT } from '../testing.ts'
import { askPoppler, hasPeers } from '../testing-peers.ts'
import { dict, withEntries } from '../pdf/objects.ts'
import type { PdfDict, PdfRef } from '../pdf/objects.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pageRefs } from '../pdf/form.ts'
import { startIncrement } from '../pdf/increment.ts'
import type { Increment } from '../pdf/increment.ts'
import { signPdf } from '../sign-pdf.ts'
import { findSignatures } from './find-signatures.ts'
import { verifyPdf } from './verify-pdf.ts'

const later = new Date('2026-11-21T00:00:00Z')

async function sample() {
  const world = await signingWorld()
  const documents = await issuedDocument(world, await pdfLibDocument())
  const judge = (pdf: Uint8Array) => verifyPdf(pdf, world.pki.trust, later)
  return { world, ...documents, judge }
}

/** Appends a revision that is correct PDF, as an attacker with good tools would. */
function append(pdf: Uint8Array, change: (increment: Increment, file: PdfFile) => void): Buffer {
  const file = readPdf(pdf)
  const increment = startIncrement(file)
  change(increment, file)
  return increment.finish().bytes
}

function firstPageOf(file: PdfFile): { ref: PdfRef; page: PdfDict } {
  const ref = pageRefs(file)[0]
  const page = file.dict(ref)
  if (!ref || !page) throw new Error('no page')
  return { ref, page }
}

function flip(pdf: Uint8Array, at: number): Buffer {
  const flipped = Buffer.from(pdf)
  flipped[at] = (flipped[at] ?? 0) ^ 0x01
  return flipped
}

describe('a flipped byte', () => {
  it('is found wherever something was signed, also by Poppler', async () => {
    const { world, sealed, judge } = await sample()
    const ranges = findSignatures(readPdf(sealed)).flatMap(({ range }) => (range ? [range] : []))
    const isSigned = (at: number) => !ranges.some((range) => at >= range.gapStart && at < range.gapEnd)
    const places = Array.from({ length: 80 }, (_, index) => Math.floor((sealed.length * (index + 0.5)) / 80))
    for (const at of places.filter(isSigned)) {
      expect(['altered', 'broken'], `byte ${at}`).toContain(judge(flip(sealed, at)).verdict)
    }
    const text = sealed.indexOf('stream') + 20
    expect(judge(flip(sealed, text)).verdict).toBe('altered')
    if (hasPeers) {
      const judged = await askPoppler(world.pki.root, flip(sealed, text))
      expect(judged.map(({ valid }) => valid)).toEqual([false, false])
    }
  })

  it('in the signature itself is found, or changes nothing that anybody is told', async () => {
    const { sealed, judge } = await sample()
    const honest = { ...judge(sealed), sha256: '' }
    for (const { range } of findSignatures(readPdf(sealed))) {
      const { gapStart, gapEnd } = range ?? { gapStart: 0, gapEnd: 0 }
      for (let at = gapStart; at < gapEnd; at += 97) {
        const report = judge(flip(sealed, at))
        if (report.verdict === 'valid') expect({ ...report, sha256: '' }).toEqual(honest)
        else expect(['altered', 'broken'], `byte ${at}`).toContain(report.verdict)
      }
    }
  })
})

const paintOver = (increment: Increment, file: PdfFile) => {
  const { ref, page } = firstPageOf(file)
  const paint = increment.add({ kind: 'stream', dict: dict({}), data: Buffer.from('1 1 1 rg 0 0 600 800 re f') })
  increment.set(ref, withEntries(page, { Contents: [page.entries.get('Contents') ?? null, paint] }))
}

// What else attackers do, and what other programs say of it: ../attacks.
describe('an appended change', () => {
  it('is found on a Typst document with cross-reference streams as well', async () => {
    const world = await signingWorld()
    const { sealed } = await issuedDocument(world, typstDocument())
    expect(verifyPdf(append(sealed, paintOver), world.pki.trust, later).verdict).toBe('altered')
  })

  it('cannot be hidden between the leader and the agency', async () => {
    const { world, signed, judge } = await sample()
    const between = append(signed, paintOver)
    const pdf = await signPdf({
      pdf: between,
      field: { name: 'con-dau' },
      signer: world.signer,
      keyRef: 'seal',
      authorisation: { pin: '135791' },
      timestampAuthority: world.timestampAuthority,
      now: SIGNED_AT,
    })
    const report = judge(pdf)
    expect(report.verdict).toBe('altered')
    expect(report.signatures.map((signature) => signature.integrity)).toEqual(['altered', 'intact'])
  })

  it('is found when made by another library', async () => {
    const { sealed, judge } = await sample()
    const document = await PDFDocument.load(sealed, { forIncrementalUpdate: true, updateMetadata: false })
    document.getPage(0).drawText('THEM', { x: 100, y: 400 })
    expect(judge(await document.commit({ useObjectStreams: false })).verdict).toBe('altered')
  })
})

describe('other files', () => {
  it('rolled back to the leader: intact, but the seal is missing, which only the records can tell', async () => {
    const { signed, judge } = await sample()
    const report = judge(signed)
    expect(report.verdict).toBe('valid')
    expect(report.signatures).toHaveLength(1)
  })

  it('signed by somebody unknown: unchanged, not trusted', async () => {
    const { sealed } = await sample()
    const other = await openSigningWorld()
    const report = verifyPdf(sealed, other.pki.trust, later)
    await other.server.close()
    expect(report.verdict).toBe('valid-untrusted')
    expect(report.reasons).toEqual(expect.arrayContaining(['no-trusted-root', 'timestamp-untrusted']))
    expect(report.signatures.map((signature) => signature.integrity)).toEqual(['intact', 'intact'])
  })

  it('without signatures, without sense, or cut off', async () => {
    const { sealed, judge } = await sample()
    expect(judge(await pdfLibDocument())).toMatchObject({ verdict: 'unsigned', signatures: [] })
    expect(judge(Buffer.alloc(0)).verdict).toBe('broken')
    expect(judge(randomBytes(5000)).verdict).toBe('broken')
    expect(judge(sealed.subarray(0, sealed.length - 50)).verdict).toBe('broken')
  })

  it('survives random damage without an unexpected error', async () => {
    const { sealed, judge } = await sample()
    for (let round = 0; round < 150; round++) {
      const damaged = Buffer.from(sealed)
      for (let hit = 0; hit < 8; hit++)
        damaged[Math.floor(Math.random() * damaged.length)] = Math.floor(Math.random() * 256)
      expect(['altered', 'broken', 'unsigned', 'valid-untrusted']).toContain(judge(damaged).verdict)
    }
  })

  it('refuses a table that claims more objects than any document has', () => {
    const catalog = '1 0 obj\n<</Type/Catalog>>\nendobj\n'
    const file = `%PDF-1.7\n${catalog}xref\n0 900000000\ntrailer\n<</Root 1 0 R>>\nstartxref\n${9 + catalog.length}\n%%EOF`
    expect(verifyPdf(Buffer.from(file), { anchors: [] }, later)).toMatchObject({
      verdict: 'broken',
      reasons: ['too-large'],
    })
  })
})
