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

/** Names may be written with `#4A` for a letter. */
export function withPlainNames(content: Buffer): Buffer {
  if (!/#[0-9A-Fa-f]{2}/.test(content.toString('latin1'))) return content
  const plain = content
    .toString('latin1')
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
