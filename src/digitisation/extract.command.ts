import { parseArgs } from 'node:util'
import type { Command } from '../platform/command.ts'
import { Refusal, refusalWords } from '../platform/refusal.ts'
import { beginCommand } from './begin-command.ts'
import { pageWords } from './intake/texts.ts'
import { extractedOf, type Extracted } from './extracted.ts'
import { templates } from './extraction/template.ts'
import { shippedKnown } from './known-on.ts'
import { readPaperFile } from './open-paper.ts'
import { RECOGNISERS, type RecogniserName } from './reading/recognisers/choose.ts'
import { extractWords as words, readingRefusals } from './texts.ts'

const HELP = `motcua extract <file> [--type <code>] [--recogniser embedded|tesseract] [--json]

What a paper says: its kind, its fields, and everything printed on it as label and value. A picture (JPEG, PNG, HEIC) or a PDF of
scans, of one page or several. Nothing is kept; needs no database.

  --type        the kind of the paper where a person knows it: ${templates.map(({ type }) => type).join(', ')}
  --recogniser  embedded: from npm alone; tesseract: the machine's own. Else the machine's own where it is there
  --json        prints {"type": null when unknown, "typeConfidence" 0–1, "text", "fields": [{"name", "value": as printed, "normalised": as
                forms store it, null when it cannot be, "confidence" 0–1, "box"}], "pairs": [{"label", "value", "confidence", "box"}],
                "codes": [{"format", "text", "box"}]}; what is wrong with a page is said beside it (standard error); a box is {"page", "left", "top", "right", "bottom"} in points of the page laid flat

Exit code: 0 read, 1 the file could not be read, 2 wrong arguments.
`

type Asked = { path: string; type: string | undefined; json: boolean; recogniser: RecogniserName | undefined }

export const extractCommand = {
  name: 'extract',
  summary: words.summary,
  help: HELP,
  async run(argv, io) {
    const begun = await beginCommand(io, readArguments(argv), { help: HELP, notThere: words.notThere })
    if (typeof begun === 'number') return begun
    const { asked, recogniser, today } = begun
    try {
      const pages = await readPaperFile(asked.path, recogniser, today)
      const extracted = extractedOf(pages, await shippedKnown(today), asked.type)
      for (const { place, faults } of pages) if (faults.length > 0) io.err(pageWords(place, faults))
      io.out(asked.json ? JSON.stringify(extracted) : wordsOf(extracted))
      return 0
    } catch (error) {
      io.err(error instanceof Refusal ? refusalWords(readingRefusals, error) : words.broken)
      return 1
    }
  },
} satisfies Command

function wordsOf({ type, typeConfidence, fields, pairs, codes }: Extracted): string {
  return [
    words.kind(templates.find((one) => one.type === type)?.name, typeConfidence),
    ...fields.map(({ name, value, confidence }) => words.value(name, value, confidence)),
    ...(type === null ? pairs.map(({ label, value, confidence }) => words.value(label, value, confidence)) : []),
    ...codes.map(({ format, text }) => words.code(format, text)),
  ].join('\n')
}

function readArguments(argv: string[]): Asked | string {
  const options = {
    type: { type: 'string' },
    recogniser: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    if (values.help) return HELP
    const recogniser = RECOGNISERS.find((name) => name === values.recogniser)
    if (values.recogniser !== undefined && !recogniser) return words.noSuchRecogniser(values.recogniser)
    if (values.type !== undefined && !templates.some(({ type }) => type === values.type))
      return words.noSuchType(values.type)
    const [path, ...more] = positionals
    return path === undefined || more.length > 0
      ? words.oneFile
      : { path, type: values.type, json: values.json, recogniser }
  } catch {
    return words.noSuchOption
  }
}
