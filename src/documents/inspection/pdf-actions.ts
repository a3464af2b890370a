import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { Objected, type Objection } from './verdict.ts'

const MOST_OBJECTS = 3_000_000

const ACTIONS: Record<string, Objection> = {
  JavaScript: 'documents.pdf-javascript',
  Launch: 'documents.pdf-active',
  ImportData: 'documents.pdf-active',
  SubmitForm: 'documents.pdf-active',
  GoToE: 'documents.pdf-active',
  GoToR: 'documents.pdf-active',
  Rendition: 'documents.pdf-active',
  RichMediaExecute: 'documents.pdf-active',
}
const ENTRIES: Record<string, Objection> = {
  JavaScript: 'documents.pdf-javascript',
  EmbeddedFiles: 'documents.pdf-attachment',
  EF: 'documents.pdf-attachment',
  XFA: 'documents.pdf-active',
}
const SUBTYPES: Record<string, Objection> = {
  FileAttachment: 'documents.pdf-attachment',
  RichMedia: 'documents.pdf-active',
  Movie: 'documents.pdf-active',
  Sound: 'documents.pdf-active',
  Screen: 'documents.pdf-active',
  '3D': 'documents.pdf-active',
}

/** Walks every object, reachable or not: scripts, actions that leave the page, files inside the file. */
export function refuseActions(context: PDFContext): void {
  let seen = 0
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object)
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    seen += 1
    if (seen > MOST_OBJECTS) throw new Objected('documents.too-complex')
    if (object instanceof PDFArray) waiting.push(...object.asArray())
    const dictionary = object instanceof PDFStream ? object.dict : object
    if (dictionary instanceof PDFDict) waiting.push(...valuesOf(dictionary, context))
  }
}

function valuesOf(dictionary: PDFDict, context: PDFContext): PDFObject[] {
  return dictionary.entries().map(([key, value]) => {
    const entry = key.decodeText()
    const named = value instanceof PDFName ? value.decodeText() : ''
    const objection =
      own(ENTRIES, entry) ??
      (entry === 'S' ? own(ACTIONS, named) : undefined) ??
      (entry === 'Subtype' ? own(SUBTYPES, named) : undefined) ??
      (entry === 'Type' && named === 'EmbeddedFile' ? 'documents.pdf-attachment' : undefined) ??
      (entry === 'JS' && isText(value, context) ? 'documents.pdf-javascript' : undefined)
    if (objection) throw new Objected(objection)
    return value
  })
}

function own(table: Record<string, Objection>, name: string): Objection | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function isText(value: PDFObject, context: PDFContext): boolean {
  const object = value instanceof PDFRef ? context.lookup(value) : value
  return object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFStream
}

// Names long enough never to come about by chance in packed data.
const TELLING: [Buffer, Objection][] = [
  [Buffer.from('/JavaScript', 'latin1'), 'documents.pdf-javascript'],
  [Buffer.from('/EmbeddedFile', 'latin1'), 'documents.pdf-attachment'],
  [Buffer.from('/ImportData', 'latin1'), 'documents.pdf-active'],
]

/** Looks for the same in bytes: an object that our reader takes for replaced may be the one another reader shows. */
export function refuseTellingNames(content: Buffer): void {
  for (const [name, objection] of TELLING) if (content.includes(name)) throw new Objected(objection)
}

const ESCAPE = '#'.charCodeAt(0)

/** Names may be written with `#4A` for a letter. */
export function withPlainNames(content: Buffer): Buffer {
  let plain: Buffer | undefined
  let [from, length] = [0, 0]
  for (let at = content.indexOf(ESCAPE); at >= 0; at = content.indexOf(ESCAPE, Math.max(from, at + 1))) {
    const [high, low] = [hexDigit(content[at + 1]), hexDigit(content[at + 2])]
    if (high === undefined || low === undefined) continue
    plain ??= Buffer.allocUnsafe(content.length)
    length += content.copy(plain, length, from, at)
    plain[length] = high * 16 + low
    length += 1
    from = at + 3
  }
  if (!plain) return content
  length += content.copy(plain, length, from)
  return plain.subarray(0, length)
}

function hexDigit(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined
}
