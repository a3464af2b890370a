import { join } from 'node:path'
import { BEYOND_LIMITS, boundedProcesses } from '../../../platform/bounded-process.ts'
import { PROJECT_ROOT } from '../../../platform/root.ts'
import type { ReadLine, Recogniser } from '../recogniser.ts'
import type { PageToRead } from './embedded-process.ts'

/** Tesseract as WebAssembly, from npm alone, in a process of its own: it takes 400 MB while it reads, and none after. */
export function embeddedRecogniser({ mostPages }: { mostPages: number }): Recogniser {
  const ask = boundedProcesses<PageToRead, ReadLine[]>({
    entry: join(PROJECT_ROOT, 'src/digitisation/reading/recognisers/embedded-process.ts'),
    heapMb: 256,
    mostTime: 60_000,
    idleTime: 30_000,
    mostProcesses: mostPages,
  })
  return {
    name: 'tesseract.js 7.0.0',
    async read(png, script) {
      const lines = await ask({ png, script })
      if (lines === BEYOND_LIMITS) throw new Error('the page took too long or too much memory to read')
      return lines
    },
    ping: async () => true,
  }
}
