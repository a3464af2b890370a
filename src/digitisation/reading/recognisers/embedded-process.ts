import { join } from 'node:path'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { serveWork } from '../../../platform/bounded-process.ts'
import { PROJECT_ROOT } from '../../../platform/root.ts'
import { linesOfTsv } from '../tsv.ts'
import type { ReadLine, Script } from '../recogniser.ts'

export type PageToRead = { png: Uint8Array; script: Script }

const MODELS = join(PROJECT_ROOT, 'node_modules/@tesseract.js-data')
const WAYS = {
  vietnamese: { language: 'vie', segments: PSM.AUTO, letters: '' },
  // One model more would take 100 MB more: this side does without English.
  'small-print': { language: 'vie', segments: PSM.AUTO, letters: '' },
  strips: { language: 'vie', segments: PSM.SINGLE_BLOCK, letters: '' },
  figures: { language: 'eng', segments: PSM.SINGLE_BLOCK, letters: '' },
  'machine-readable': { language: 'eng', segments: PSM.SINGLE_BLOCK, letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<' },
} satisfies Record<Script, { language: string; segments: PSM; letters: string }>
const MOST_MEMORY = 900 * 1024 * 1024

const readers = new Map<string, Promise<Worker>>()

/** The models lie in a package: nothing is fetched, nothing is kept elsewhere. */
function openReader(language: string): Promise<Worker> {
  const langPath = join(MODELS, language, '4.0.0_best_int')
  return createWorker(language, OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: 'none' })
}

serveWork(MOST_MEMORY, async ({ png, script }: PageToRead): Promise<ReadLine[]> => {
  const { language, segments, letters } = WAYS[script]
  const opened = readers.get(language) ?? openReader(language)
  readers.set(language, opened)
  const reader = await opened
  await reader.setParameters({ tessedit_pageseg_mode: segments, tessedit_char_whitelist: letters })
  const { data } = await reader.recognize(Buffer.from(png), {}, { text: false, tsv: true })
  return linesOfTsv(data.tsv ?? '')
})
