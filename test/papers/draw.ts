import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { PROJECT_ROOT } from '../../src/platform/root.ts'
import { nfcDeep } from '../../src/platform/text.ts'
import type { Paper } from './paper.ts'
import type { Random } from './people.ts'

const FONTS = ['tinos', 'dancing-script', 'patrick-hand', 'pangolin', 'sriracha']
  .map((font) => `@expo-google-fonts/${font}`)
  .concat('bwip-js/fonts')
  .map((folder) => join(PROJECT_ROOT, 'node_modules', folder))
const POINTS = 72
let compiler: NodeCompiler | undefined
let library: PDFiumLibrary | undefined

/** The first page of a paper as a clean picture, one PDF behind. */
export async function draw(paper: Paper, dpi: number, random: Random): Promise<{ png: Buffer; pdf: Buffer }> {
  compiler ??= NodeCompiler.create({
    workspace: PROJECT_ROOT,
    fontArgs: [{ fontPaths: [...FONTS, '/usr/share/fonts/truetype/dejavu'] }],
  })
  const data = { blocks: paper.blocks, style: paper.style, stampUp: 60 + random() * 120 }
  const compiled = compiler.compile({
    mainFileContent: readFileSync(join(PROJECT_ROOT, 'test/papers/paper.typ'), 'utf8'),
    inputs: { data: JSON.stringify(nfcDeep(data)) },
  })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  const pdf = compiler.pdf(compiled.result)
  compiler.evictCache(0)
  return { png: await firstPage(pdf, dpi), pdf }
}

async function firstPage(pdf: Buffer, dpi: number): Promise<Buffer> {
  library ??= await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const { data } = await document.getPage(0).render({
    scale: dpi / POINTS,
    render: ({ data, width, height }) =>
      sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: '#fff' })
        .png({ compressionLevel: 1 })
        .toBuffer(),
  })
  document.destroy()
  return Buffer.from(data)
}
