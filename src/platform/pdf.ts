import { isAbsolute, join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { isoVietnam } from './dates.ts'
import { PROJECT_ROOT } from './root.ts'
import { nfcDeep } from './text.ts'

export type TypstPaper = {
  /** A `.typ` file inside the project, absolute or from the project's folder. */
  template: string
  /** What the template reads as JSON; shown as text, never read as Typst. */
  data: unknown
  /** Title in the PDF's metadata. */
  title: string
  /** Creation moment in the PDF's metadata; the same input gives the same bytes. */
  date: Date
  locale?: 'vi' | 'en'
}

/** Where a template left room, in PDF points from the lower left corner of the page; pages count from 1. */
export type Anchor = { page: number; x: number; y: number; width: number; height: number }
export type RenderedPaper = { pdf: Buffer; anchors: Record<string, Anchor>; pages: number }

/** A PDF/A-2b made from a Typst template. 10–20 ms, on the calling thread. Throws when the template does not compile. */
export async function renderTypst(paper: TypstPaper): Promise<Buffer> {
  return withDocument(paper, toPdf)
}

/** The same with the places named by `#anchor(…)` in the template, for signatures and form fields. */
export async function renderTypstWithAnchors(paper: TypstPaper): Promise<RenderedPaper> {
  return withDocument(paper, (document) => ({
    pdf: toPdf(document),
    anchors: anchorsOf(document),
    pages: document.numOfPages,
  }))
}

const TINOS = join(PROJECT_ROOT, 'node_modules/@expo-google-fonts/tinos')
let shared: NodeCompiler | undefined

function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({ workspace: PROJECT_ROOT, fontArgs: [{ fontPaths: [TINOS] }] })
  return shared
}

function withDocument<T>(
  { template, data, title, date, locale = 'vi' }: TypstPaper,
  read: (d: NodeTypstDocument) => T,
): T {
  const typst = compiler()
  const meta = { title, lang: locale, date: isoVietnam(date).slice(0, 19).split(/[-T:]/).map(Number) }
  const compiled = typst.compile({
    mainFilePath: isAbsolute(template) ? template : join(PROJECT_ROOT, template),
    inputs: { data: JSON.stringify(nfcDeep(data)), meta: JSON.stringify(nfcDeep(meta)) },
  })
  const document = compiled.result
  if (!document) {
    const error = compiled.takeError()
    throw new Error(`${template} does not compile: ${JSON.stringify(error?.shortDiagnostics)}`)
  }
  try {
    return read(document)
  } finally {
    // Papers share too little to be worth remembering: emptied each time the process stays near 290 MB, else it nears 700.
    typst.evictCache(0)
  }
}

function toPdf(document: NodeTypstDocument): Buffer {
  return compiler().pdf(document, { pdfStandard: 'a-2b' })
}

type Placed = Omit<Anchor, 'y'> & { name: string; top: number; pageHeight: number }

function anchorsOf(document: NodeTypstDocument): Record<string, Anchor> {
  const placed: Placed[] = compiler().query(document, { selector: '<anchor>', field: 'value' })
  return Object.fromEntries(
    placed.map(({ name, page, x, top, width, height, pageHeight }) => [
      name,
      { page, x, y: pageHeight - top - height, width, height },
    ]),
  )
}
