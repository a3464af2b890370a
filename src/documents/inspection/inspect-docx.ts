import { Objected } from './verdict.ts'

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1')
const DIRECTORY_ENTRY = 0x02014b50
const MOST_MEMBERS = 2_000
const MOST_UNPACKED = 200 * 1024 * 1024
const ENCRYPTED = 0x1
const ACTIVE =
  /(^|\/)(vbaProject[^/]*|vbaData[^/]*|activeX\/.*|embeddings\/.*\.(bin|exe|dll|js|vbs|ps1|docm|xlsm|pptm))$/i

/** Reads the directory of a Word file without unpacking anything. */
export function inspectDocx(content: Buffer): void {
  const end = content.lastIndexOf(END_RECORD)
  if (end < 0 || end + 22 > content.length) throw new Objected('documents.docx-broken')
  const count = content.readUInt16LE(end + 10)
  let at = content.readUInt32LE(end + 16)
  let unpacked = 0
  if (count === 0 || count > MOST_MEMBERS)
    throw new Objected(count === 0 ? 'documents.docx-broken' : 'documents.too-complex')
  for (let member = 0; member < count; member += 1) {
    if (at + 46 > end || content.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Objected('documents.docx-broken')
    const nameLength = content.readUInt16LE(at + 28)
    const name = content.toString('utf8', at + 46, at + 46 + nameLength)
    refuseMember(name, content.readUInt16LE(at + 8))
    unpacked += content.readUInt32LE(at + 24)
    if (unpacked > MOST_UNPACKED) throw new Objected('documents.too-complex')
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
}

function refuseMember(name: string, flags: number): void {
  if ((flags & ENCRYPTED) !== 0) throw new Objected('documents.docx-broken')
  if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'))
    throw new Objected('documents.docx-broken')
  if (ACTIVE.test(name)) throw new Objected('documents.docx-active')
}
