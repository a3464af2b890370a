import { crc32, deflateSync } from 'node:zlib'

type Part = string | Uint8Array

/** A PDF written byte by byte from the objects given (first is the catalog), with a right cross-reference table. */
export function aRawPdf(objects: Part[][], trailer = ''): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = chunks[0]?.length ?? 0
  const add = (part: Part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
    chunks.push(bytes)
    length += bytes.length
  }
  objects.forEach((parts, index) => {
    offsets.push(length)
    add(`${index + 1} 0 obj\n`)
    parts.forEach(add)
    add('\nendobj\n')
  })
  const start = length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`)
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(chunks)
}

type PdfParts = { catalog?: string; page?: string; more?: Part[][]; pages?: number; trailer?: string; content?: Part[] }

/** A small sound PDF; what is given goes into its catalog, its page, or after its own objects (from number 5 on). */
export function aPdf({ catalog = '', page = '', more = [], pages = 1, trailer = '', content }: PdfParts = {}): Buffer {
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ')
  return aRawPdf(
    [
      [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
      [`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`],
      [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page} >>`],
      content ?? aStream('', 'BT ET'),
      ...more,
    ],
    trailer,
  )
}

/** A stream object with its length; `head` are further entries. */
export function aStream(head: string, data: Part): Part[] {
  return [`<< /Length ${data.length} ${head} >>\nstream\n`, data, '\nendstream']
}

/** `size` zero bytes, packed `layers` times. */
export function aBomb(size: number, layers = 1): Buffer {
  let data: Buffer = Buffer.alloc(size)
  for (let layer = 0; layer < layers; layer += 1) data = deflateSync(data, { level: 9 })
  return data
}

/** The head of a PNG of any size, with a byte of data. */
export function aPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A zip archive that stores its members unpacked. */
export function aZip(members: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(members)) {
    const file = Buffer.from(name)
    const data = Buffer.from(text)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(data), 0)
    sizes.writeUInt32LE(data.length, 4)
    sizes.writeUInt32LE(data.length, 8)
    sizes.writeUInt16LE(file.length, 12)
    const local = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0', 'latin1'), sizes, file, data])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0', 'latin1'), sizes, where, file]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entries, end])
}

/** A Word file as small as one can be, with further members. */
export function aDocx(more: Record<string, string> = {}): Buffer {
  return aZip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': '<w:document/>',
    ...more,
  })
}
