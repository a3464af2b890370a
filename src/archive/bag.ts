import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import metadata from '../../data/archive/metadata.json' with { type: 'json' }
import type { StoredFile, VaultEntry } from '../documents/index.ts'
import type { Keep } from './retention.ts'
import { bagWords as words } from './texts.ts'

/** What the verifier finds of a file's signatures when the package is made. */
export type SignatureReport = { name: string; sha256: string; report: unknown }
export type PackedFile = { file: Pick<StoredFile, 'sha256' | 'mediaType'>; bytes: Uint8Array; report: unknown }
export type PackedPaper = { entry: VaultEntry; typeName: string; keep: Keep; files: readonly PackedFile[] }

export type BagFacts = {
  code: string
  unitName: string
  madeBy: string
  /** ISO instant. */
  madeAt: string
}

const xml = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const text = (content: string) => new TextEncoder().encode(content)
const ENDINGS: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/**
 * The package as a bag (BagIt, RFC 8493) in a ZIP: each paper in a folder with its files, its description and what was found of
 * its signatures, a list of all, and the SHA-256 of everything. The same papers give the same bytes.
 */
export function makeBag(facts: BagFacts, papers: readonly PackedPaper[]): Uint8Array {
  const payload = new Map<string, Uint8Array>([
    ['data/danh-sach.csv', text(listOf(papers))],
    ...papers.flatMap((paper, index) => paperFiles(`data/${String(index + 1).padStart(4, '0')}`, paper)),
  ])
  const size = [...payload.values()].reduce((sum, { length }) => sum + length, 0)
  const tags = new Map<string, Uint8Array>([
    ['bagit.txt', text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', text(bagInfo(facts, size, payload.size))],
    ['manifest-sha256.txt', text(manifest(payload))],
  ])
  const all = [...tags, ['tagmanifest-sha256.txt', text(manifest(tags))] as const, ...payload]
  return zipSync(Object.fromEntries(all), { level: 0, mtime: '2026-01-01' })
}

function paperFiles(folder: string, { entry, typeName, keep, files }: PackedPaper): [string, Uint8Array][] {
  const named = files.map((one, index) => ({
    ...one,
    name: `${index + 1}.${ENDINGS[one.file.mediaType] ?? 'bin'}`,
  }))
  const reports: SignatureReport[] = named.map(({ name, file, report }) => ({ name, sha256: file.sha256, report }))
  return [
    ...named.map(({ name, bytes }): [string, Uint8Array] => [`${folder}/${name}`, bytes]),
    [`${folder}/mo-ta.xml`, text(description(entry, typeName, keep, files))],
    [`${folder}/chu-ky.json`, text(`${JSON.stringify(reports, null, 2)}\n`)],
  ]
}

/** Dublin Core (ISO 15836), each element beside what the archive's form calls it. */
function description(entry: VaultEntry, typeName: string, keep: Keep, files: readonly PackedFile[]): string {
  const values: Record<string, string | null> = {
    identifier: [entry.id, entry.number].filter((part) => part !== null).join(' '),
    title: [entry.title, entry.about].filter((part) => part !== null).join(': '),
    type: typeName,
    creator: entry.issuer,
    date: entry.issuedOn,
    source: entry.sourceCode,
    relation: `${entry.owner.kind}:${entry.owner.number}`,
    coverage: words.keep(keep),
    rights: words.rights,
    format: [...new Set(files.map(({ file }) => file.mediaType))].join(' '),
    language: 'vi',
  }
  const lines = metadata.elements.flatMap(({ element, asks }) => {
    const value = values[element]
    return value ? [`  <dc:${element}><!-- ${asks} -->${xml(value)}</dc:${element}>`] : []
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...lines,
    `  <!-- ${metadata.certainty} -->`,
    '</metadata>',
    '',
  ].join('\n')
}

function listOf(papers: readonly PackedPaper[]): string {
  const cell = (value: string | null) => `"${(value ?? '').replaceAll('"', '""')}"`
  const rows = papers.map(({ entry, typeName, keep, files }, index) =>
    [
      String(index + 1).padStart(4, '0'),
      typeName,
      entry.title,
      entry.number,
      entry.issuer,
      entry.issuedOn,
      entry.sourceCode,
      words.keep(keep),
      String(files.length),
    ]
      .map(cell)
      .join(','),
  )
  return `\uFEFF${[words.listHeads.map(cell).join(','), ...rows].join('\r\n')}\r\n`
}

function bagInfo({ code, unitName, madeBy, madeAt }: BagFacts, bytes: number, files: number): string {
  return [
    `Source-Organization: ${unitName}`,
    `External-Identifier: ${code}`,
    `Contact-Name: ${madeBy}`,
    `Bagging-Date: ${madeAt.slice(0, 10)}`,
    `Payload-Oxum: ${bytes}.${files}`,
    '',
  ].join('\n')
}

function manifest(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('')
}
