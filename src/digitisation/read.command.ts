import { parseArgs } from 'node:util'
import type { Command } from '../platform/command.ts'
import { Refusal, refusalWords } from '../platform/refusal.ts'
import { beginCommand } from './begin-command.ts'
import { understandPaper } from './extraction/understand-paper.ts'
import { shippedKnown } from './known-on.ts'
import { pageWords } from './intake/texts.ts'
import { readPaperFile } from './open-paper.ts'
import type { ReadPage } from './reading/read-page.ts'
import { RECOGNISERS, type RecogniserName } from './reading/recognisers/choose.ts'
import { lineText } from './reading/recogniser.ts'
import { extractWords, readCommandWords as words, readingRefusals } from './texts.ts'

const HELP = `motcua read <file>… [--recogniser embedded|tesseract] [--json]

What the machine reads on papers (pictures or PDFs, page by page): laid flat first, then codes, identity cards and words. Nothing is kept;
needs no database. For trying a scanner or a telephone before papers are taken in with it.

  --recogniser  embedded: from npm alone; tesseract: the machine's own, when its Vietnamese model is installed. Else the machine's own
                where it is there
  --json        prints {"file", "page", "width", "height", "lines": [{"words": [{"text", "confidence" 0–1, "box"}]}], "codes", "card",
                "paper": what kind of paper it is, null when unknown; "fields": what its template takes off it, with "faults" where a
                value is not to be believed; "pairs": what is printed as label and value, "cells": what stands in tables} for each

Exit code: 0 all read, 1 some could not be read, 2 wrong arguments.
`

type Asked = { paths: string[]; json: boolean; recogniser: RecogniserName | undefined }

export const readCommand = {
  name: 'read',
  summary: words.summary,
  help: HELP,
  async run(argv, io) {
    const begun = await beginCommand(io, readArguments(argv), { help: HELP, notThere: words.notThere })
    if (typeof begun === 'number') return begun
    const { asked, recogniser, today } = begun
    let code = 0
    for (const path of asked.paths) {
      try {
        const known = await shippedKnown(today)
        for (const { place, read, faults } of await readPaperFile(path, recogniser, today)) {
          if (faults.length > 0) io.err(pageWords(place, faults))
          const { kind, ...printed } = understandPaper([read], known)
          io.out(
            asked.json
              ? JSON.stringify({ file: path, page: place, ...read, paper: kind ?? null, ...printed })
              : [path, ...wordsOf(read)].join('\n'),
          )
        }
      } catch (error) {
        io.err(
          words.failed(path, error instanceof Refusal ? refusalWords(readingRefusals, error) : extractWords.broken),
        )
        code = 1
      }
    }
    return code
  },
} satisfies Command

function wordsOf({ lines, codes, card }: ReadPage): string[] {
  const found = codes.map(({ format, text }) => words.code(format, text))
  return [
    ...lines.map(lineText),
    ...found,
    ...(card ? [words.card(card.personalId, card.fullName ?? '', card.source)] : []),
  ]
}

function readArguments(argv: string[]): Asked | string {
  const options = {
    recogniser: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    if (values.help) return HELP
    const recogniser = RECOGNISERS.find((name) => name === values.recogniser)
    if (values.recogniser !== undefined && !recogniser) return words.noSuchRecogniser(values.recogniser)
    return positionals.length === 0 ? words.noPicture : { paths: positionals, json: values.json, recogniser }
  } catch (error) {
    return (error as Error).message
  }
}
