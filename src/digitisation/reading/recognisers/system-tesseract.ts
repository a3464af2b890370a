import { execFile } from 'node:child_process'
import { holdToTime } from '../../../platform/hold-to-time.ts'
import { linesOfTsv } from '../tsv.ts'
import type { Recogniser, Script } from '../recogniser.ts'

const WAYS = {
  vietnamese: ['-l', 'vie', '--psm', '3'],
  'small-print': ['-l', 'vie+eng', '--psm', '3'],
  strips: ['-l', 'vie', '--psm', '6'],
  // Its English model tells figures written by hand apart (1, 4, 7, 9), which the Vietnamese one does not.
  figures: ['-l', 'eng', '--psm', '6'],
  'machine-readable': [
    '-l',
    'eng',
    '--psm',
    '6',
    '-c',
    'tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<',
  ],
} satisfies Record<Script, string[]>
const MOST_TIME = 60_000
const MOST_OUTPUT = 8 * 1024 * 1024

type Limits = { program?: string; /** Pages read at the same time; more wait. */ mostPages: number }

/** The machine's own Tesseract with its Vietnamese model: a fifth of the memory, and it can be ended at any time. */
export function systemTesseract({ program = 'tesseract', mostPages }: Limits): Recogniser {
  const waiting: (() => void)[] = []
  let reading = 0
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (reading >= mostPages) await new Promise<void>((go) => waiting.push(go))
    reading += 1
    try {
      return await work()
    } finally {
      reading -= 1
      waiting.shift()?.()
    }
  }
  return {
    name: 'Tesseract',
    read: (png, script) =>
      inTurn(async () => linesOfTsv(await run(program, ['stdin', 'stdout', ...WAYS[script], 'tsv'], png))),
    ping: () =>
      run(program, ['--list-langs']).then(
        (languages) => /^vie$/m.test(languages),
        () => false,
      ),
  }
}

/** One thread a page: pages are read beside each other instead. */
function run(program: string, args: string[], input?: Uint8Array): Promise<string> {
  const env = { PATH: process.env.PATH, OMP_THREAD_LIMIT: '1', TESSDATA_PREFIX: process.env.TESSDATA_PREFIX }
  return new Promise((answer, fail) => {
    const child = execFile(program, args, { env, maxBuffer: MOST_OUTPUT }, (error, out) => {
      letGo()
      if (error) fail(new Error(`${program} did not read the page: ${error.message.slice(0, 300)}`))
      else answer(out)
    })
    const letGo = holdToTime(child, MOST_TIME)
    // A program that is not there, or ends early, is told by its end and not by the pipe.
    child.stdin?.on('error', () => undefined).end(input)
  })
}
