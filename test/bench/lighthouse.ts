import { randomUUID } from 'node:crypto'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { vietnamDate } from '../../src/platform/dates.ts'
import { PROJECT_ROOT } from '../../src/platform/root.ts'
import { browserOptions } from '../../src/ui/testing.ts'
import { openCitizens } from '../chaos/citizens.ts'
import { submitDossier, uploadFile } from '../support/api-client.ts'
import { sampleFiling, samplePdf } from '../support/sample-filing.ts'
import type { System } from '../support/system.ts'
import { openBenchApp } from './bench-app.ts'
import { pagesOf, type OpenPage } from './pages.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'

const run = promisify(execFile)
/** Kept apart: with its own browser driver and reporters it is heavier than all this project needs to be built and tested. */
const VERSION = '13.5.0'
const FOLDER = join(PROJECT_ROOT, 'var/lighthouse')
const LIGHTHOUSE = join(FOLDER, 'node_modules/lighthouse/cli/index.js')
const LEAST = { accessibility: 100, performance: 95 }

type Report = {
  categories: Record<'accessibility' | 'performance', { score: number | null }>
  audits: Record<string, { numericValue?: number; score: number | null; id: string }>
}

/** What Lighthouse says of the four main pages on a telephone with a slow line, by the program's own mobile profile. */
export const lighthouse: Part = async ({ system }) => {
  const { executablePath, args = [] } = browserOptions({ showsPdf: true })
  if (executablePath === undefined) return [{ what: 'Lighthouse', measured: 'not measured: no browser here' }]
  const whyNot = await install()
  if (whyNot !== undefined) return [{ what: 'Lighthouse', measured: `not measured: ${whyNot}` }]
  const rows: Row[] = []
  for (const { name, url, headers } of [...(await pagesOf(system)), await trackingPage(system)]) {
    const { stdout } = await run(
      process.execPath,
      [
        LIGHTHOUSE,
        url,
        '--quiet',
        '--output=json',
        '--only-categories=accessibility,performance',
        `--extra-headers=${JSON.stringify(headers)}`,
        `--chrome-flags=--headless=new ${args.join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 64 * 2 ** 20 },
    )
    rows.push(rowOf(name, JSON.parse(stdout) as Report))
  }
  return rows
}

/** Fetches the program once; says why where it cannot be had. */
async function install(): Promise<string | undefined> {
  if (existsSync(LIGHTHOUSE)) return undefined
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return run('npm', ['install', '--prefix', FOLDER, ...quiet, `lighthouse@${VERSION}`]).then(
    () => undefined,
    (error: { stderr?: string }) => `the package could not be installed (${error.stderr?.split('\n')[0] ?? ''})`,
  )
}

function rowOf(name: string, { categories, audits }: Report): Row {
  const score = (category: 'accessibility' | 'performance') => Math.round((categories[category].score ?? 0) * 100)
  const [accessibility, performance] = [score('accessibility'), score('performance')]
  const value = (audit: string) => audits[audit]?.numericValue ?? 0
  const figures = `LCP ${(value('largest-contentful-paint') / 1_000).toFixed(1)} s, TBT ${Math.round(value('total-blocking-time'))} ms, CLS ${value('cumulative-layout-shift').toFixed(2)}`
  return {
    what: `Lighthouse, mobile: ${name}`,
    measured: `accessibility ${accessibility}, performance ${performance} (${figures}, ${Math.round(value('total-byte-weight') / 1024)} KB)`,
    aim: `${LEAST.accessibility} and at least ${LEAST.performance}`,
    isMet: accessibility >= LEAST.accessibility && performance >= LEAST.performance,
  }
}

async function trackingPage(system: System): Promise<OpenPage> {
  const [citizen] = await openCitizens(system, 1)
  if (!citizen) throw new Error('nobody to file for')
  const app = await openBenchApp(system)
  try {
    const sample = await sampleFiling(app.db, vietnamDate(app.clock.now()))
    const { id } = await uploadFile(citizen, 'giay.pdf', samplePdf('Giay', 1_000), randomUUID())
    const { code } = await submitDossier(citizen, sample(citizen, [id]), randomUUID())
    const headers = { authorization: `Bearer ${citizen.token}` }
    return { name: 'tracking, signed in', url: `${system.address}/ho-so/${code}`, headers }
  } finally {
    await app.close()
  }
}
