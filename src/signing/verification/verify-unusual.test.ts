import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Rect } from '../pdf/form.ts'
import { signPdf } from '../sign-pdf.ts'
import { LEADER, SIGNED_AT, pdfLibDocument, signingWorld } from '../testing.ts'
import { documentOfPages, hybridPdf, throughQpdf, writtenPdf } from '../testing-files.ts'
import { hasPeers } from '../testing-peers.ts'
import type { ReportReason, VerificationReport } from './report.ts'
import { verifyAside } from './verify-aside.ts'

const MEGABYTE = 1024 * 1024
/** What the thread says, and that the server comes to its other work meanwhile: turns, not time, as tests share the machine. */
async function verified(pdf: Uint8Array): Promise<VerificationReport> {
  const { pki } = await signingWorld()
  const done = new AbortController()
  let turns = 0
  const meanwhile = async () => {
    for (; !done.signal.aborted; turns++) await pause(5)
  }
  const [report] = await Promise.all([verifyAside(pdf, pki.trust, SIGNED_AT).finally(() => done.abort()), meanwhile()])
  expect(turns).toBeGreaterThan(3)
  return report
}

async function signed(pdf: Buffer, rect: Rect = [300, 100, 480, 160]): Promise<Buffer> {
  const { signer, timestampAuthority } = await signingWorld()
  return signPdf({
    pdf,
    field: { name: 'nguoi-ky', page: 1, rect },
    signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority,
    now: SIGNED_AT,
  })
}

describe('an honest file is valid', () => {
  it.skipIf(!hasPeers).each<[string, string]>([
    ['linearised', '--linearize'],
    ['PDF 2.0', '--force-version=2.0'],
  ])('when it is %s', async (_, option) => {
    const pdf = await throughQpdf(await pdfLibDocument(), option)
    expect(await verified(await signed(pdf))).toMatchObject({ verdict: 'valid', reasons: [] })
  })

  it.each<[string, () => Promise<Buffer>]>([
    ['with a hidden cross-reference stream', () => Promise.resolve(hybridPdf())],
    ['with 300 pages', () => documentOfPages(300)],
    ['with 1,000 empty signature fields', () => Promise.resolve(fields(1000))],
  ])('%s', async (_, make) => {
    expect(await verified(await signed(await make()))).toMatchObject({ verdict: 'valid', reasons: [] })
  })
})

describe('a file nobody can judge is told as such', () => {
  it.each<[string, ReportReason, () => Buffer]>([
    [
      'of 1,000 signatures',
      'too-many-signatures',
      () => fields(1000, '/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>'),
    ],
    ['nested deeper than any document', 'too-large', () => page(`/Deep ${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['whose tables follow each other in a circle', 'unreadable', circle],
    ['whose page tree is a circle', 'unreadable', () => signedPages('/Kids[2 0 R]')],
    ['with a table of objects that inflates without end', 'too-large', bomb],
    ['that is empty', 'unreadable', () => Buffer.alloc(0)],
    ['that is no PDF', 'unreadable', () => randomBytes(50_000)],
    ['that is a picture', 'unreadable', () => Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(5000, 'x'), 'latin1')],
    ['over the limit of size', 'too-large', () => Buffer.concat([page(''), Buffer.alloc(65 * MEGABYTE, 0x20)])],
  ])('%s', async (_, reason, make) => {
    expect(await verified(make())).toMatchObject({ verdict: 'broken', reasons: [reason], signatures: [] })
  })
})

const page = (more: string) =>
  writtenPdf([
    `<</Type/Catalog/Pages 2 0 R${more}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ])

function fields(count: number, value = ''): Buffer {
  const refs = Array.from({ length: count }, (_, index) => `${index + 4} 0 R`).join(' ')
  return writtenPdf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${refs}]>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[${refs}]>>`,
    ...Array.from(
      { length: count },
      (_, index) => `<</Type/Annot/Subtype/Widget/FT/Sig/T(o-${index})/P 3 0 R/Rect[0 0 9 9]${value}>>`,
    ),
  ])
}

const signedPages = (pages: string) =>
  writtenPdf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>',
    `<</Type/Pages${pages}/Count 1>>`,
    '<</FT/Sig/T(ky)/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>>>',
  ])

/** The table names itself as the one before it. */
function circle(): Buffer {
  const text = page('').toString('latin1')
  const at = /startxref\n(\d+)\n/.exec(text)?.[1] ?? ''
  return Buffer.from(text.replace('/Root 1 0 R>>\nstartxref', `/Root 1 0 R/Prev ${at}>>\nstartxref`), 'latin1')
}

/** A cross-reference stream of a few kilobytes that would be a hundred megabytes of rows. */
function bomb(): Buffer {
  const rows = deflateSync(Buffer.alloc(100 * MEGABYTE), { level: 9 })
  const head = Buffer.from('%PDF-1.7\n')
  const entries = `/Type/XRef/Size 9/Root 1 0 R/W[1 3 1]/Filter/FlateDecode/Length ${rows.length}`
  return Buffer.concat([
    head,
    Buffer.from(`8 0 obj\n<<${entries}>>\nstream\n`),
    rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`),
  ])
}
