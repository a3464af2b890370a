import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

const run = promisify(execFile)

/** What qpdf makes of the file with these options. */
export async function throughQpdf(pdf: Uint8Array, ...options: string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-qpdf-'))
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    await writeFile(from, pdf)
    await run('qpdf', [...options, from, to])
    return await readFile(to)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function documentOfPages(count: number): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (let page = 1; page <= count; page++) {
    document.addPage([595, 842]).drawText(`Trang ${page}`, { x: 85, y: 740, size: 14, font })
  }
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A file by hand: objects from 1 on, the first of them the catalog, and a classic table. */
export function writtenPdf(objects: (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets = objects.map((body, index) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0)
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n'))
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const at = parts.reduce((sum, part) => sum + part.length, 0)
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\n`
  return Buffer.concat([...parts, Buffer.from(`${table}startxref\n${at}\n%%EOF\n`)])
}

/** One page and beside it a stream of so many bytes, as of a scan. */
export function heavyPdf(bytes: number): Buffer {
  const scan = Buffer.alloc(bytes, 0x5a)
  return writtenPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Scan 4 0 R>>',
    Buffer.concat([Buffer.from(`<</Length ${bytes}>>\nstream\n`), scan, Buffer.from('\nendstream')]),
  ])
}

export const dynamicForm = (): Buffer =>
  writtenPdf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 4 0 R>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    '<</Length 6>>\nstream\n<xdp/>\nendstream',
  ])

/** As word processors save it: the structure tree is hidden from old readers, in an object stream beside a classic table. */
export function hybridPdf(): Buffer {
  const first = writtenPdf([
    '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
    '<</Length 39>>\nstream\nBT /F 14 Tf 85 740 Td (Van ban) Tj  ET \nendstream',
  ])
  const packed = deflateSync(Buffer.from('6 0 <</Type/StructTreeRoot>>'))
  const container = stream(7, `/Type/ObjStm/N 1/First 4`, packed)
  const containerAt = first.length
  const tableAt = containerAt + container.length
  const rows = Buffer.from([2, 0, 0, 7, 0, 1, containerAt >> 16, (containerAt >> 8) & 255, containerAt & 255, 0])
  const hidden = stream(8, '/Type/XRef/Size 9/Root 1 0 R/W[1 3 1]/Index[6 2]', deflateSync(rows))
  const startOfFirst = Number(/startxref\n(\d+)\n/.exec(first.toString('latin1'))?.[1])
  const trailer = `<</Size 9/Root 1 0 R/Prev ${startOfFirst}/XRefStm ${tableAt}>>`
  const table = `xref\n0 0\ntrailer\n${trailer}\nstartxref\n${tableAt + hidden.length}\n%%EOF\n`
  return Buffer.concat([first, container, hidden, Buffer.from(table)])
}

const stream = (num: number, entries: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${num} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ])
