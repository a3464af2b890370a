import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build, type BuildOptions } from 'esbuild'
import { PROJECT_ROOT } from '../platform/root.ts'
import type { AssetManifest } from './document.tsx'

/** The manifest, and where the files lie. */
export type BuiltAssets = { folder: string; manifest: AssetManifest }

const here = (path: string) => join(PROJECT_ROOT, 'src/ui', path)

const brotli = promisify(brotliCompress)

const SHARED = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  metafile: true,
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions

/**
 * Writes style sheets, fonts and browser scripts into `outDir`, each under a name made of its content, with a `.br`
 * copy of what compresses. They are to be served under `/assets/` and may be kept by browsers for ever.
 */
export async function buildAssets(outDir: string): Promise<AssetManifest> {
  await mkdir(outDir, { recursive: true })
  const [pages, worker] = await Promise.all([
    build({
      ...SHARED,
      entryPoints: {
        portal: here('assets/entries/portal.css'),
        work: here('assets/entries/work.css'),
        sheet: here('assets/entries/sheet.css'),
        islands: here('islands/index.ts'),
        favicon: here('assets/favicon.svg'),
      },
      outdir: outDir,
      // What a page needs only later is fetched then.
      splitting: true,
    }),
    // In one piece: workers that import are not known to every browser.
    build({ ...SHARED, entryPoints: { worker: here('islands/worker/service-worker.ts') }, outdir: outDir }),
  ])
  const outputs = { ...pages.metafile.outputs, ...worker.metafile.outputs }
  const files = Object.keys(outputs).map((path) => basename(path))
  await Promise.all(files.filter((file) => !file.endsWith('.woff2')).map((file) => compress(join(outDir, file))))
  return Object.fromEntries(files.map((file) => [plainName(file), `/assets/${file}`]))
}

/** 'portal-3F9A2C1B.css' is 'portal.css'. */
function plainName(file: string): string {
  return file.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '')
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
}
