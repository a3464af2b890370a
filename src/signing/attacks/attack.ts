import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pageRefs } from '../pdf/form.ts'
import { startIncrement } from '../pdf/increment.ts'
import type { Increment } from '../pdf/increment.ts'
import { dict, isRef } from '../pdf/objects.ts'
import type { PdfDict, PdfRef, PdfStream } from '../pdf/objects.ts'
import { DEMO_MARK } from '../demo-mark.ts'
import { openAuthority } from './attacker-keys.ts'
import type { Authority } from './attacker-keys.ts'
import { AGENCY, issuedDocument, pdfLibDocument, signingWorld } from '../testing.ts'
import type { SigningWorld } from '../testing.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import type { ReportReason, Revocation, Verdict } from '../verification/report.ts'

/** A document as it was issued, and the means of an attacker who has the file and good tools. */
export type Sample = {
  world: SigningWorld
  /** Believed, and not of the demonstration. */
  authority: Authority
  /** Has all the names of `authority`; nobody believes it. */
  falseAuthority: Authority
  /** Believed outside production; says in its name that it is of a demonstration. */
  demoAuthority: Authority
  trust: VerifyTrust
  source: Buffer
  prepared: Buffer
  signed: Buffer
  sealed: Buffer
}

export type Attack = {
  name: string
  /** What was done to the file, for the table beside this. */
  done: string
  make(sample: Sample): Buffer | Promise<Buffer>
  verdict: Verdict
  reason: ReportReason | undefined
  /** Pages the verifier names as changed. */
  pages?: number[]
  /** The attacker's own signature is a true one and the last; it stays trusted, those before do not. */
  isSignedOver?: true
  /** Of the first signature. */
  revocation?: Revocation['state']
  isDemo?: true
  /** How the installation that verifies runs; a demonstration when left out. */
  mode?: 'production'
}

let kept: Promise<Sample> | undefined
/** Made once for all attacks of a run. */
export const sample = (): Promise<Sample> =>
  (kept ??= (async () => {
    const world = await signingWorld()
    const source = await pdfLibDocument()
    const name = `CA ${AGENCY.agencyName}`
    const [authority, falseAuthority] = [await openAuthority(name), await openAuthority(name)]
    const demoAuthority = await openAuthority(`CA phục vụ cơ quan Nhà nước ${DEMO_MARK}`)
    const { anchors, intermediates = [] } = world.pki.trust
    const trust = { anchors: [...anchors, authority.root, demoAuthority.root], intermediates }
    return { world, authority, falseAuthority, demoAuthority, trust, source, ...(await issuedDocument(world, source)) }
  })())

/** Appends a revision that is correct PDF. */
export function append(pdf: Uint8Array, change: (increment: Increment, file: PdfFile) => void): Buffer {
  const file = readPdf(pdf)
  const increment = startIncrement(file)
  change(increment, file)
  return increment.finish().bytes
}

export function pageOf(file: PdfFile, number = 1): { ref: PdfRef; page: PdfDict } {
  const ref = pageRefs(file)[number - 1]
  const page = file.dict(ref)
  if (!ref || !page) throw new Error(`no page ${number}`)
  return { ref, page }
}

export function contentOf(file: PdfFile, number = 1): PdfRef {
  const contents = pageOf(file, number).page.entries.get('Contents')
  const target = Array.isArray(contents) ? contents[0] : contents
  if (!isRef(target)) throw new Error('no content stream')
  return target
}

export const painting = (operators: string): PdfStream => ({
  kind: 'stream',
  dict: dict({}),
  data: Buffer.from(operators),
})

type RawEntry = { num: number; offset: number } | { num: number; free: true }

/** A table written by hand: for offsets, frees and trailers that no writer makes. `trailer` replaces whole entries. */
export function appendTable(
  pdf: Buffer,
  entries: RawEntry[],
  trailer: { root?: string; prev?: number | null } = {},
): Buffer {
  const file = readPdf(pdf)
  const at = pdf.length + 1
  const lines = entries.map((entry) =>
    'free' in entry
      ? `${entry.num} 1\n0000000000 00001 f \n`
      : `${entry.num} 1\n${String(entry.offset).padStart(10, '0')} 00000 n \n`,
  )
  const prev = trailer.prev === undefined ? (file.sections[0]?.at ?? 0) : trailer.prev
  const root = trailer.root ?? `${file.rootRef.num} ${file.rootRef.gen} R`
  const tail = `<</Size ${file.size}/Root ${root}${prev === null ? '' : `/Prev ${prev}`}>>`
  return Buffer.concat([pdf, Buffer.from(`\nxref\n${lines.join('')}trailer\n${tail}\nstartxref\n${at}\n%%EOF\n`)])
}
