import '../support/read-tsx.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const { fitCalibration } = await import('../../src/digitisation/calibration/fit.ts')
const { shippedKnown } = await import('../../src/digitisation/known-on.ts')
const { recogniserOf } = await import('../../src/digitisation/reading/recognisers/choose.ts')
const { vietnamDate } = await import('../../src/platform/dates.ts')
const { PROJECT_ROOT } = await import('../../src/platform/root.ts')
const { readScans } = await import('./read-set.ts')
const { scansOf } = await import('./sets.ts')
const { spoiltScans } = await import('./spoil.ts')

const HARD = ['filled in by hand', 'stamps over the letters', 'a photocopy of a photocopy of a photocopy']
const HARD_PAPERS = 13

/** All that a desk gets: as it comes from printers, and what a pen, a seal and copying make of it. */
async function* trainingScans() {
  yield* scansOf('training')
  for (const way of HARD)
    for await (const scan of spoiltScans(way, HARD_PAPERS, 'training')) yield { level: way, ...scan }
}

// Fits what comes with the system on the training papers: npm run bench -- --only digitisation measures it on others.
const [version = '1'] = process.argv.slice(2)
const known = await shippedKnown(vietnamDate(new Date()))
const { scans, failed } = await readScans(trainingScans(), await recogniserOf(undefined), known)
const calibration = fitCalibration(
  version,
  scans.flatMap(({ held }) => held),
)
const short = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)
await writeFile(join(PROJECT_ROOT, 'data/digitisation/calibration.json'), `${JSON.stringify(calibration, short, 1)}\n`)
process.stdout.write(`fitted on ${scans.length} pages, ${failed} were beyond their limits\n`)
process.exit(0)
