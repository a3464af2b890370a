import { createHash } from 'node:crypto'
import metadata from '../../../data/archive/metadata.json' with { type: 'json' }

/** A bag as it lies there, in a folder or in a ZIP: each file is opened when it is asked for. */
export type Bag = ReadonlyMap<string, () => Promise<Uint8Array>>

export type FaultCode =
  | 'missing'
  | 'changed'
  | 'unlisted'
  | 'unreadable-manifest'
  | 'other-size'
  | 'no-description'
  | 'no-document'
  | 'not-a-pdf'
  | 'no-signature-report'
  | 'reports-other-file'
  | 'not-in-list'
/** What is wrong, and with which file. */
export type Fault = { file: string; code: FaultCode; facts?: Record<string, string> }
export type BagReport = { code: string | undefined; papers: number; files: number; bytes: number; faults: Fault[] }

type Look = { sha256: string; size: number; isPdf: boolean; text: string | undefined }

const TAGS = 'tagmanifest-sha256.txt'
const PAYLOAD = 'manifest-sha256.txt'
const LIST = 'data/danh-sach.csv'
const TOLD = /\.(?:txt|xml|json|csv)$/
const LINE = /^([0-9a-f]{64}) {2}(.+)$/

function look(name: string, bytes: Uint8Array): Look {
  const said = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    isPdf: said(0, 1_024).includes('%PDF-') && said(-1_024).includes('%%EOF'),
    text: TOLD.test(name) ? new TextDecoder().decode(bytes) : undefined,
  }
}

/**
 * Whether a package is as it was made: every byte by both manifests (BagIt, RFC 8493), nothing beside them, and each paper with its
 * description, its documents and what was found of their signatures.
 */
export async function checkBag(bag: Bag): Promise<BagReport> {
  const looks = new Map<string, Look>()
  for (const [name, open] of bag) looks.set(name, look(name, await open()))
  const payload = [...looks].filter(([name]) => name.startsWith('data/'))
  const info = looks.get('bag-info.txt')?.text ?? ''
  const bytes = payload.reduce((sum, [, { size }]) => sum + size, 0)
  const folders = [...new Set(payload.flatMap(([name]) => /^data\/(\d{4,})\//.exec(name)?.[1] ?? []))].toSorted()
  const faults = [
    ...['bagit.txt', 'bag-info.txt', LIST].filter((name) => !looks.has(name)).map((file) => missing(file)),
    ...byManifest(
      looks,
      TAGS,
      [...looks.keys()].filter((name) => !name.startsWith('data/') && name !== TAGS),
    ),
    ...byManifest(
      looks,
      PAYLOAD,
      payload.map(([name]) => name),
    ),
    ...oxum(info, bytes, payload.length),
    ...folders.flatMap((folder) => paperFaults(looks, folder)),
  ]
  const said = new Set(faults.map(({ file, code }) => `${file} ${code}`))
  return {
    code: /^External-Identifier: (.+)$/m.exec(info)?.[1],
    papers: folders.length,
    files: looks.size,
    bytes,
    faults: faults.filter(({ file, code }) => said.delete(`${file} ${code}`)),
  }
}

const missing = (file: string): Fault => ({ file, code: 'missing' })

/** Names in a manifest are only compared with what is there, never opened: one that leads out of the bag is a file that is missing. */
function byManifest(looks: ReadonlyMap<string, Look>, manifest: string, present: readonly string[]): Fault[] {
  const text = looks.get(manifest)?.text
  if (text === undefined) return [missing(manifest)]
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const listed = lines.map((line) => LINE.exec(line))
  if (listed.some((line) => line === null)) return [{ file: manifest, code: 'unreadable-manifest' }]
  const hashes = new Map(listed.map((line) => [line?.[2] ?? '', line?.[1] ?? '']))
  return [
    ...[...hashes].flatMap(([file, sha256]): Fault[] => {
      const found = looks.get(file)
      if (!found) return [missing(file)]
      return found.sha256 === sha256 ? [] : [{ file, code: 'changed' }]
    }),
    ...present.filter((file) => !hashes.has(file)).map((file): Fault => ({ file, code: 'unlisted' })),
  ]
}

function oxum(info: string, bytes: number, files: number): Fault[] {
  const told = /^Payload-Oxum: (\S+)$/m.exec(info)?.[1]
  const found = `${bytes}.${files}`
  return told === undefined || told === found
    ? []
    : [{ file: 'bag-info.txt', code: 'other-size', facts: { told, found } }]
}

/** What a description must say of every paper; the rest only where it is known. */
const ALWAYS = ['identifier', 'title', 'type', 'source', 'relation', 'coverage']

function paperFaults(looks: ReadonlyMap<string, Look>, folder: string): Fault[] {
  const inside = `data/${folder}/`
  const names = [...looks.keys()].filter((name) => name.startsWith(inside))
  const [description, reports] = [`${inside}mo-ta.xml`, `${inside}chu-ky.json`]
  const documents = names.filter((name) => name !== description && name !== reports)
  const told = (looks.get(description)?.text ?? '').replaceAll(/<!--.*?-->/gs, '')
  const unsaid = metadata.elements.filter(
    ({ element }) => ALWAYS.includes(element) && !new RegExp(`<dc:${element}>\\s*[^<\\s]`).test(told),
  )
  const list = looks.get(LIST)?.text ?? ''
  const faults: (Fault | undefined)[] = [
    unsaid.length > 0
      ? { file: description, code: 'no-description', facts: { elements: unsaid.map(({ asks }) => asks).join(', ') } }
      : undefined,
    documents.length === 0 ? { file: inside, code: 'no-document' } : undefined,
    ...documents.map((file): Fault | undefined =>
      file.endsWith('.pdf') && looks.get(file)?.isPdf === false ? { file, code: 'not-a-pdf' } : undefined,
    ),
    ...reportFaults(looks, reports, documents),
    list.includes(`"${folder}"`) ? undefined : { file: LIST, code: 'not-in-list', facts: { folder } },
  ]
  return faults.filter((fault) => fault !== undefined)
}

/** What was found of signatures is of these very files. */
function reportFaults(looks: ReadonlyMap<string, Look>, reports: string, documents: readonly string[]): Fault[] {
  const told = readReports(looks.get(reports)?.text)
  if (!told) return [{ file: reports, code: 'no-signature-report' }]
  return documents.flatMap((file): Fault[] => {
    const own = told.find(({ name }) => file.endsWith(`/${name}`))
    if (!own) return [{ file: reports, code: 'no-signature-report', facts: { of: file } }]
    return own.sha256 === looks.get(file)?.sha256 ? [] : [{ file, code: 'reports-other-file' }]
  })
}

function readReports(text: string | undefined): { name: string; sha256: string }[] | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    const isReport = (one: unknown): one is { name: string; sha256: string } =>
      typeof one === 'object' && one !== null && 'name' in one && 'sha256' in one
    return Array.isArray(read) && read.every(isReport) ? read : undefined
  } catch {
    return undefined
  }
}
